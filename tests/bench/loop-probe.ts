// Loaded before the bot: says, at its end, for how long its event loop was held since SIGUSR2; with BENCH_PROFILE it
// also writes what its processor time went into from then on.
import { writeFileSync } from "node:fs";
import { Session } from "node:inspector";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { isMainThread } from "node:worker_threads";

const RESOLUTION = 5;
const { BENCH_PROBE: file, BENCH_PROFILE: profile } = process.env;

if (isMainThread && file !== undefined) {
  const held = monitorEventLoopDelay({ resolution: RESOLUTION });
  const session = new Session();
  held.enable();
  process.on("SIGUSR2", () => {
    held.reset();
    if (profile === undefined) return;
    session.connect();
    session.post("Profiler.enable");
    session.post("Profiler.start");
  });
  process.on("exit", () => {
    const inMilliseconds = { longest: held.max / 1e6, usual: held.percentile(99) / 1e6 };
    writeFileSync(file, JSON.stringify(inMilliseconds));
    if (profile === undefined) return;
    session.post("Profiler.stop", (_, found) =>
      writeFileSync(profile, JSON.stringify(found.profile)),
    );
  });
}
