// npm run bench             every benchmark
// npm run bench -- brief    the named ones
import { benchBrief } from "./brief.ts";
import { benchChannels } from "./channels.ts";
import { benchCluster } from "./cluster.ts";
import { benchCommands } from "./commands.ts";
import { benchDelivery } from "./delivery.ts";
import { benchIntake } from "./intake.ts";
import { benchJunk } from "./junk.ts";
import { benchMainJob } from "./main-job.ts";
import { benchStories } from "./stories.ts";

const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  brief: benchBrief,
  "main-job": benchMainJob,
  intake: benchIntake,
  delivery: benchDelivery,
  channels: benchChannels,
  cluster: benchCluster,
  commands: benchCommands,
  stories: benchStories,
  junk: benchJunk,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => BENCHES[name] === undefined);
if (unknown.length > 0) {
  const known = Object.keys(BENCHES).join(", ");
  process.stderr.write(`There is no benchmark ${unknown.join(", ")}. There are: ${known}\n`);
  process.exitCode = 2;
} else {
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    process.stdout.write(`\n${name}\n`);
    await bench();
  }
}
