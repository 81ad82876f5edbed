// npm run crash              kills the bot 200 times
// npm run crash -- 50 7      so many times, from that seed
// npm run crash -- 50 7 --overbook 16    while so many threads keep the machine busy
// npm run crash -- cluster --events 50 --seed 7    so much goes wrong with three processes on one PostgreSQL
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  options: {
    overbook: { type: "string", default: "0" },
    events: { type: "string", default: "200" },
    seed: { type: "string" },
  },
  allowPositionals: true,
});
const isCluster = positionals[0] === "cluster";
const [crashes = "200", seed = values.seed] = isCluster ? [] : positionals;
const vitest = fileURLToPath(new URL("vitest.mjs", import.meta.resolve("vitest/package.json")));
const file = `tests/crash/${isCluster ? "cluster" : "crash"}.test.ts`;
const child = spawn(process.execPath, [vitest, "run", file, "--disable-console-intercept"], {
  stdio: "inherit",
  env: {
    ...process.env,
    ...(isCluster ? { COPYDESK_EVENTS: values.events } : { COPYDESK_CRASHES: crashes }),
    COPYDESK_OVERBOOK: values.overbook,
    ...(seed !== undefined && { COPYDESK_SEED: seed }),
  },
});
child.once("exit", (code) => {
  process.exitCode = code ?? 1;
});
