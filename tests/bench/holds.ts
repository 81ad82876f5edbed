import type { Profiler } from "node:inspector";

/** A time in which nobody else had a turn, in milliseconds. */
export interface Hold {
  /** By the monotonic clock. */
  readonly end: number;
  readonly length: number;
  /** Of processor time: the rest was spent waiting, for the disk or for the processor. */
  readonly work: number;
}

/** Frames that say little: who called them says more. */
const EVERYWHERE = new Set(["(root)", "(program)"]);

/** What a hold was spent on, by the samples of a profile: the frames that were at work for longest, callers included. */
export function spentOn(
  profile: Profiler.Profile,
  { end, length }: Pick<Hold, "end" | "length">,
): readonly string[] {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const spent = new Map<string, number>();
  let at = profile.startTime / 1000;
  for (const [index, sample] of (profile.samples ?? []).entries()) {
    const took = (profile.timeDeltas?.[index] ?? 0) / 1000;
    at += took;
    if (at < end - length || at > end) continue;
    const seen = new Set<string>();
    for (let id: number | undefined = sample; id !== undefined; id = parents.get(id)) {
      const node = nodes.get(id);
      if (node !== undefined) seen.add(nameOf(node));
    }
    for (const name of seen) spent.set(name, (spent.get(name) ?? 0) + took);
  }
  return [...spent]
    .filter(([name]) => !EVERYWHERE.has(name.split(" ")[0] ?? ""))
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_FRAMES)
    .map(([name, took]) => `${took.toFixed(0)} ms ${name}`);
}

const MOST_FRAMES = 16;

function nameOf({ callFrame: { functionName, url, lineNumber } }: Profiler.ProfileNode): string {
  const file = url.split("/").slice(-2).join("/");
  return `${functionName || "(anonymous)"} ${file}:${lineNumber + 1}`;
}
