// npm run crash              kills the bot 200 times
// npm run crash -- 50 7      so many times, from that seed
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const [crashes = "200", seed] = process.argv.slice(2);
const vitest = fileURLToPath(new URL("vitest.mjs", import.meta.resolve("vitest/package.json")));
const child = spawn(process.execPath, [vitest, "run", "tests/crash"], {
  stdio: "inherit",
  env: {
    ...process.env,
    COPYDESK_CRASHES: crashes,
    ...(seed !== undefined && { COPYDESK_SEED: seed }),
  },
});
child.once("exit", (code) => {
  process.exitCode = code ?? 1;
});
