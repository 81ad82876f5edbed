// npm run crash              kills the bot 200 times
// npm run crash -- 50 7      so many times, from that seed
// npm run crash -- 50 7 --overbook 16    while so many threads keep the machine busy
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  options: { overbook: { type: "string", default: "0" } },
  allowPositionals: true,
});
const [crashes = "200", seed] = positionals;
const vitest = fileURLToPath(new URL("vitest.mjs", import.meta.resolve("vitest/package.json")));
const child = spawn(process.execPath, [vitest, "run", "tests/crash"], {
  stdio: "inherit",
  env: {
    ...process.env,
    COPYDESK_CRASHES: crashes,
    COPYDESK_OVERBOOK: values.overbook,
    ...(seed !== undefined && { COPYDESK_SEED: seed }),
  },
});
child.once("exit", (code) => {
  process.exitCode = code ?? 1;
});
