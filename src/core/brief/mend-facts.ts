import type { Mending } from "#core/article/mending.ts";
import type { Fact } from "./brief.ts";
import { stands } from "./choose.ts";
import { type Eligible, FACTS } from "./facts.ts";
import type { Bench, Made, Taking } from "./mendable.ts";
import { inMarks } from "./mending-words.ts";

/**
 * The facts of a brief without those that were struck, and with those that were chosen, each in its place in the article.
 * What was written on top of a struck one, and would be read of something else without it, goes with it.
 */
export function mendFacts(
  bench: Bench,
  mendings: readonly Mending[],
  { makesRoom, order }: Taking,
): Made<readonly Fact[]> {
  const { written, mendable } = bench;
  const struck = startsOf(mendings, "strike-fact");
  const chosen = startsOf(mendings, "use");
  const left = written.facts.filter(({ start }) => !struck.has(start));
  const kept = withoutLeaning(bench, left);
  const faults: string[] = [];
  const used = [...chosen].flatMap((start) => {
    if (kept.some((fact) => fact.start === start)) return [];
    const fact = mendable.facts.get(start)?.fact;
    const said = mendings.find((one) => one.kind === "use" && one.at.start === start);
    if (fact !== undefined && said?.kind === "use" && said.at.end === fact.end) return [fact];
    if (said?.kind === "use") faults.push(`${inMarks(said.at.text)} ${UNFIT}`);
    return [];
  });
  const room = FACTS - used.length;
  const isFull = kept.length > room;
  if (isFull && makesRoom !== true && used.length > 0) faults.push(FULL);
  const facts = used.reduce(placed, isFull ? withoutLeaning(bench, cut(kept, room, chosen)) : kept);
  for (const { start, text } of used) {
    const entry = mendable.facts.get(start)?.entry;
    if (entry !== undefined && !standsIn(bench, entry, facts))
      faults.push(`${inMarks(text)} ${LEANS}`);
  }
  for (const { text } of kept.filter((fact) => isParted(bench, fact, facts)))
    faults.push(`${inMarks(text)} ${PARTED}`);
  return { made: order === undefined ? facts : inOrder(bench, facts, order), faults };
}

/** The most important first; in the order that they have where one of them could not be read there. */
function inOrder(bench: Bench, facts: readonly Fact[], order: readonly number[]): readonly Fact[] {
  const rank = ({ start }: Fact) => (order.includes(start) ? order.indexOf(start) : order.length);
  const wished = facts.toSorted((one, other) => rank(one) - rank(other));
  const known = bench.mendable.keysOf(bench.written.headline);
  const entries = entriesOf(bench, wished);
  const canBeRead = entries.every((entry, at) => {
    const [above, below] = [entries[at - 1], entries[at + 1]];
    const { needs, before, standing, turned } = entry;
    if (needs !== null && above !== needs) return false;
    if (standing.held && above !== before) return false;
    if (turned && below?.before !== entry) return false;
    return stands(entry, entries.slice(0, at), known);
  });
  return canBeRead && entries.length === facts.length ? wished : facts;
}

const UNFIT = "is no sentence that can stand as a key fact.";
const FULL = `A brief has ${FACTS} key facts at most: strike one first.`;
const LEANS =
  "speaks of something that only another sentence tells: choose the sentence before it as well.";
const PARTED = "goes on with the key fact before it: nothing can be put between them.";

/**
 * Says whether a chosen sentence stands among facts: right behind the one that its "he" or "it" means, and with the one that
 * takes a part of it back. Whether readers know which bridge "the bridge" is, whoever chooses it sees.
 */
function standsIn(bench: Bench, entry: Eligible, facts: readonly Fact[]): boolean {
  const entries = entriesOf(bench, facts);
  const isPaired = !entry.turned || entries.some(({ before }) => before === entry);
  return isPaired && (entry.needs === null || isRightBehind(entry.needs.at, entry.at, facts));
}

/** Says whether a written fact stood right behind the one that it goes on with, and does no more. */
function isParted({ written, mendable }: Bench, { start }: Fact, facts: readonly Fact[]): boolean {
  const before = mendable.facts.get(start)?.entry.before ?? null;
  if (before === null || !facts.some((fact) => fact.start === start)) return false;
  const isHeld = facts.some((fact) => fact.start === before.at);
  return (
    isHeld &&
    isRightBehind(before.at, start, written.facts) &&
    !isRightBehind(before.at, start, facts)
  );
}

function isRightBehind(before: number, start: number, facts: readonly Fact[]): boolean {
  return facts.some((fact, at) => fact.start === start && facts[at - 1]?.start === before);
}

function startsOf(mendings: readonly Mending[], kind: "strike-fact" | "use"): ReadonlySet<number> {
  return new Set(mendings.flatMap((one) => (one.kind === kind ? [one.at.start] : [])));
}

/** The last of them go, but for those that were chosen. */
function cut(facts: readonly Fact[], room: number, chosen: ReadonlySet<number>): readonly Fact[] {
  const spare = facts.filter(({ start }) => !chosen.has(start));
  const gone = new Set(spare.slice(Math.max(0, spare.length - (facts.length - Math.max(0, room)))));
  return facts.filter((fact) => !gone.has(fact));
}

/** In front of the first that stands behind it in the article. */
function placed(facts: readonly Fact[], fact: Fact): readonly Fact[] {
  const at = facts.findIndex(({ start }) => start > fact.start);
  return at < 0 ? [...facts, fact] : facts.toSpliced(at, 0, fact);
}

/** What is left of the written facts, without what hung on those that are not. */
function withoutLeaning(bench: Bench, left: readonly Fact[]): readonly Fact[] {
  const { written, mendable } = bench;
  if (left.length === written.facts.length) return left;
  const known = mendable.keysOf(written.headline);
  const all = entriesOf(bench, written.facts);
  let kept = left;
  for (;;) {
    const entries = entriesOf(bench, kept);
    const firm = kept.filter(({ start }) => {
      const entry = mendable.facts.get(start)?.entry;
      if (entry === undefined) return true;
      if (hangsOnLost(entry, all, entries)) return false;
      return !isUnderstood(entry, all, known) || isUnderstood(entry, entries, known);
    });
    if (firm.length === kept.length) return kept;
    kept = firm;
  }
}

/** "He denies it" behind whom it is of; and what the sentence behind it takes back in part. */
function hangsOnLost(
  entry: Eligible,
  before: readonly Eligible[],
  now: readonly Eligible[],
): boolean {
  const { needs, turned } = entry;
  const isLost = (one: Eligible) => before.includes(one) && !now.includes(one);
  if (needs !== null && before.some((one) => one === needs && isLost(one))) return true;
  return turned && before.some((one) => one.before === entry && isLost(one));
}

/** Says whether a fact can be read beside the others, by the strictest reading of what stands on what. */
function isUnderstood(
  entry: Eligible,
  facts: readonly Eligible[],
  known: ReadonlySet<string>,
): boolean {
  const others = facts.filter(({ at }) => at !== entry.at);
  const isPaired = !entry.turned || others.some(({ before }) => before?.at === entry.at);
  return isPaired && stands(entry, others, known);
}

function entriesOf({ mendable }: Bench, facts: readonly Fact[]): readonly Eligible[] {
  return facts.flatMap(({ start }) => mendable.facts.get(start)?.entry ?? []);
}
