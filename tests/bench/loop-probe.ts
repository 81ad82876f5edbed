// Loaded before the bot: says, at its end, for how long its event loop was held since SIGUSR2; with BENCH_PROFILE it
// also writes what its processor time went into from then on, and prints what the longest holds were spent on. Tells too
// what the memory was made of when there was most of it.
import { writeFileSync } from "node:fs";
import { Session } from "node:inspector";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { StatementSync } from "node:sqlite";
import { isMainThread } from "node:worker_threads";
import { type Hold, spentOn } from "./holds.ts";

const RESOLUTION = 5;
/** Holds that are longer than this are noted, in milliseconds. */
const LONG = 50;
/** So many of them are told. */
const MOST_TOLD = 12;
/** Milliseconds between two looks at the memory. */
const WEIGHED_EVERY = 500;
const { BENCH_PROBE: file, BENCH_PROFILE: profile } = process.env;

const now = () => Number(process.hrtime.bigint()) / 1e6;
/** Milliseconds of processor time that this thread has had: what others at work on the machine cost is not in it. */
const worked = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** What each statement of the store has cost at most, in milliseconds of processor time. */
const statements = new Map<string, number>();

function timeStatements(): void {
  for (const name of ["all", "run"]) {
    const method: unknown = Reflect.get(StatementSync.prototype, name);
    if (typeof method !== "function") continue;
    Reflect.set(
      StatementSync.prototype,
      name,
      function (this: StatementSync, ...given: readonly unknown[]) {
        const before = worked();
        const result: unknown = Reflect.apply(method, this, given);
        const work = worked() - before;
        if (work > (statements.get(this.sourceSQL) ?? 0)) statements.set(this.sourceSQL, work);
        return result;
      },
    );
  }
}

if (isMainThread && file !== undefined) {
  const held = monitorEventLoopDelay({ resolution: RESOLUTION });
  const session = new Session();
  const holds: Hold[] = [];
  let last = now();
  let before = worked();
  let mostWork = 0;
  const begin = () => {
    last = now();
    before = worked();
    mostWork = 0;
  };
  const look = () => {
    const end = now();
    const spent = worked();
    const work = spent - before;
    mostWork = Math.max(mostWork, work);
    if (work > LONG || end - last > 2 * LONG) holds.push({ end, length: end - last, work });
    last = end;
    before = spent;
  };
  let memory = process.memoryUsage();
  const weigh = () => {
    const here = process.memoryUsage();
    if (here.rss > memory.rss) memory = here;
  };
  held.enable();
  process.on("SIGUSR2", () => {
    held.reset();
    memory = process.memoryUsage();
    setInterval(weigh, WEIGHED_EVERY).unref();
    begin();
    setInterval(look, RESOLUTION).unref();
    if (profile === undefined) return;
    timeStatements();
    session.connect();
    session.post("Profiler.enable");
    session.post("Profiler.start", begin);
  });
  process.on("exit", () => {
    const inMilliseconds = { longest: held.max / 1e6, usual: held.percentile(99) / 1e6 };
    writeFileSync(file, JSON.stringify({ ...inMilliseconds, mostWork, memory }));
    if (profile === undefined) return;
    session.post("Profiler.stop", (_, found) => {
      writeFileSync(profile, JSON.stringify(found.profile));
      const longest = holds.toSorted((a, b) => b.work - a.work).slice(0, MOST_TOLD);
      for (const hold of longest) {
        const frames = spentOn(found.profile, hold).map((frame) => `\n    ${frame}`);
        const took = `held for ${hold.length.toFixed(0)} ms, ${hold.work.toFixed(0)} of work`;
        process.stderr.write(`${took}${frames.join("")}\n`);
      }
      const slowest = [...statements].sort(([, one], [, other]) => other - one);
      for (const [sql, work] of slowest.slice(0, MOST_TOLD))
        process.stderr.write(`${work.toFixed(0)} ms at most: ${sql.replace(/\s+/g, " ")}\n`);
    });
  });
}
