import fc from "fast-check";
import { STOPPED } from "#desk/prepare.ts";
import { prepareAside } from "#main/prepare-aside.ts";
import { FUZZ_CASE, type FuzzCase } from "./cases.ts";

/** What came of all cases. */
export interface Fuzzed {
  readonly cases: number;
  readonly read: number;
  readonly quarantined: number;
  /** Cases that broke a promise, with their bytes; none is what is wanted. */
  readonly faults: readonly string[];
}

/** Reads generated files on the threads that the bot reads them on, and checks what every file is promised. */
export async function fuzz(cases: number, seed: number): Promise<Fuzzed> {
  const aside = prepareAside();
  const faults: string[] = [];
  let read = 0;
  const check = async (file: FuzzCase) => {
    const fault = await faultOf(aside.prepare, file).catch((error: unknown) => String(error));
    if (fault === "read") read += 1;
    else if (fault !== "quarantined") faults.push(`${fault}: ${describe(file)}`);
  };
  const lanes: Promise<void>[] = [];
  const files = fc.sample(FUZZ_CASE, { numRuns: cases, seed });
  const next = files.values();
  for (let lane = 0; lane < aside.threads * 2; lane += 1) lanes.push(drain(next, check));
  await Promise.all(lanes);
  await aside.close();
  return { cases, read, quarantined: cases - read - faults.length, faults };
}

async function drain(
  files: Iterator<FuzzCase>,
  check: (file: FuzzCase) => Promise<void>,
): Promise<void> {
  for (let next = files.next(); next.done !== true; next = files.next()) await check(next.value);
}

async function faultOf(
  prepare: ReturnType<typeof prepareAside>["prepare"],
  file: FuzzCase,
): Promise<string> {
  const prepared = await prepare({ ...file, takenIn: Date.UTC(2026, 4, 8) });
  if (prepared === STOPPED) return "stopped";
  // By the thread's own measure of work: a clock would count what else the machine does.
  if (!prepared.ok && prepared.givenUp === true) return prepared.reason;
  if (!prepared.ok) return prepared.reason.trim() === "" ? "no reason" : "quarantined";
  if (prepared.stories.length === 0) return "no story";
  for (const story of prepared.stories) {
    if (!story.ok) {
      if (story.reason.trim() === "") return "no reason";
      continue;
    }
    const { body, quotes } = story.brief;
    if (quotes.some(({ text, start, end }) => body.slice(start, end) !== text))
      return "a false quote";
  }
  return "read";
}

function describe({ path, bytes }: FuzzCase): string {
  return `${path} ${Buffer.from(bytes).toString("base64").slice(0, 400)}`;
}
