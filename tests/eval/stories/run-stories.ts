import { count, type Figure, percent, tableOf } from "../report.ts";
import { readGoldEvents } from "./gold.ts";
import { isHeldBack } from "./half.ts";
import { placePairs } from "./measure-pairs.ts";
import {
  agreement,
  at,
  byTime,
  groupsOf,
  opinionOf,
  type Read,
  readAll,
  type SetScore,
  scoreSet,
  shuffled,
} from "./measure-set.ts";
import { type PairSet, readPairs } from "./pairs.ts";
import { inTenDays, type Labelled, readStorySet } from "./set.ts";

/** Which events count: those that weights and thresholds come from, the others, or all. */
export type Part = "train" | "held" | "all";

interface Options {
  readonly part: Part;
  /** So many of the wrong joins are shown. */
  readonly worst: number;
  /** Left out: by the rules alone. */
  readonly second?: "gold" | "random";
}

/** Orders of arrival beside that of time. */
const SEEDS = [1, 2, 3];

/** What grouping makes of our own pairs and of outside sets. */
export function evaluateGrouping(files: readonly string[], options: Options): string {
  const parts = [
    ["our own pairs", tableOf(pairRows())],
    ["our own events", tableOf(ownRows())],
    ...files.map((file) => [file, evaluateFile(file, options)]),
  ];
  return `${parts.flat().join("\n\n")}\n`;
}

const NAMES: Readonly<Record<PairSet, readonly [string, string]>> = {
  any: ["near misses", "one event in other words"],
  "one name": ["one name, two matters", "one name, one matter in other words"],
  "one town": ["one town, two crimes", "one town, one crime told twice"],
};

/** How many of our own pairs are joined, and of the half that nobody has tuned the rules to. */
export function pairRows(): readonly Figure[] {
  const sets: readonly PairSet[] = ["any", "one name", "one town"];
  return sets.flatMap((set) => rowsOfPairs(set, NAMES[set]));
}

function rowsOfPairs(set: PairSet, names: readonly [string, string]): readonly Figure[] {
  const placed = placePairs(readPairs().filter((pair) => pair.set === set));
  return names.flatMap((name, at) => {
    const of = placed.filter(({ pair }) => pair.isSame === (at === 1));
    const held = of.filter(({ pair }) => pair.heldBack);
    return [
      count(`${name}: pairs`, of.length),
      count(`${name}: joined`, of.filter(({ isJoined }) => isJoined).length),
      count(`${name}, held back: pairs`, held.length),
      count(`${name}, held back: joined`, held.filter(({ isJoined }) => isJoined).length),
    ];
  });
}

function ownRows(): readonly Figure[] {
  const labelled = readGoldEvents().flatMap(({ event, articles }) =>
    articles.map((report): Labelled => ({ story: report.group ?? event, report })),
  );
  return orderRows("", readAll(labelled));
}

function evaluateFile(file: string, { part, worst, second }: Options): string {
  const set = readStorySet(file);
  const read = readAll(set);
  const kept = read.filter(
    ({ story }) => part === "all" || isHeldBack(story) === (part === "held"),
  );
  const packed = at(kept, inTenDays(set));
  const natural = scoreSet(kept, groupsOf(byTime(kept)));
  const dense = scoreSet(packed, groupsOf(byTime(packed)));
  const rows = [
    count("articles", kept.length),
    ...rowsOf("natural dates", natural),
    ...orderRows("natural dates: ", kept),
    ...rowsOf("packed into ten days", dense),
    ...(second === undefined ? [] : rowsBySecond(packed, second)),
    ...orderRows("packed into ten days: ", packed),
  ];
  return [tableOf(rows), ...shown(dense, set, part === "held" ? 0 : worst)].join("\n\n");
}

function rowsBySecond(read: readonly Read[], second: "gold" | "random"): readonly Figure[] {
  const { opinion, asked } = opinionOf(read, second);
  const score = scoreSet(read, groupsOf(byTime(read), opinion));
  const name = `packed, with a second opinion (${second})`;
  return [count(`${name}: pairs asked about`, asked()), ...rowsOf(name, score)];
}

function rowsOf(name: string, score: SetScore): readonly Figure[] {
  return [
    count(`${name}: pairs joined`, score.joined),
    percent(`${name}: joins that are right`, 100 * score.precision),
    count(`${name}: pairs of one event`, score.labelled),
    percent(`${name}: pairs found`, 100 * score.recall),
    percent(`${name}: B-cubed F1`, 100 * score.bCubed),
  ];
}

/** How far the groups of other orders of arrival are those of the order of time: of the pairs in either, those in both. */
function orderRows(name: string, read: readonly Read[]): readonly Figure[] {
  const inTime = groupsOf(byTime(read));
  return SEEDS.map((seed) =>
    percent(
      `${name}agreement with order ${seed}`,
      100 * agreement(inTime, groupsOf(shuffled(read, seed))),
    ),
  );
}

function shown({ wrong }: SetScore, set: readonly Labelled[], most: number): readonly string[] {
  const titles = new Map(set.map(({ report }) => [report.id, report.title ?? report.id]));
  return wrong
    .slice(0, most)
    .map(([one, other]) => `joined: ${titles.get(one)} | ${titles.get(other)}`);
}
