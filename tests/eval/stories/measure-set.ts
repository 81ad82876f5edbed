import { type SecondOpinion, Shelf } from "#core/story/shelf.ts";
import { signatureOf } from "#core/story/signature.ts";
import type { Signature } from "#core/story/story.ts";
import { WINDOW } from "#core/story/window.ts";
import { filingOf } from "#tests/core/story/filing.ts";
import { type Grouping, ratesOf } from "./clusters.ts";
import { hash, type Labelled } from "./set.ts";

/** A report of a set as grouping sees it. */
export interface Read {
  readonly story: string;
  readonly signature: Signature;
}

export function readAll(reports: readonly Labelled[]): readonly Read[] {
  return reports.map(({ story, report }) => ({ story, signature: signatureOf(filingOf(report)) }));
}

/** The same with the times of other labels: a signature is read once, and its moment alone moves. */
export function at(read: readonly Read[], times: readonly Labelled[]): readonly Read[] {
  const byId = new Map(times.map(({ report }) => [report.id, Date.parse(report.at)]));
  return read.map((one) => {
    const moment = byId.get(one.signature.article) ?? one.signature.at;
    return { ...one, signature: { ...one.signature, at: moment } };
  });
}

/** Places reports in an order of arrival: what comes of it when all have come. */
export function groupsOf(read: readonly Read[], opinion?: SecondOpinion): Grouping {
  const shelf = new Shelf(opinion);
  for (const { signature } of read) shelf.add(signature);
  const ids = read.map(({ signature }) => signature.article);
  return new Map(ids.map((id) => [id, shelf.storyOf(id)]));
}

/** What a model says that knows which report is of which event (`gold`), or that says anything; and how often it was asked. */
export function opinionOf(
  read: readonly Read[],
  by: "gold" | "random",
): { readonly opinion: SecondOpinion; readonly asked: () => number } {
  const stories = new Map(read.map(({ signature, story }) => [signature.article, story]));
  const asked = new Set<string>();
  return {
    asked: () => asked.size,
    opinion: (one, other) => {
      const pair = [one, other].toSorted().join(" ");
      asked.add(pair);
      return by === "gold" ? stories.get(one) === stories.get(other) : hash(pair) % 2 === 0;
    },
  };
}

export function byTime(read: readonly Read[]): readonly Read[] {
  return read.toSorted(
    ({ signature: a }, { signature: b }) => a.at - b.at || (a.article < b.article ? -1 : 1),
  );
}

/** The same reports as they might arrive by another way: within the window anything comes before anything. */
export function shuffled(read: readonly Read[], seed: number): readonly Read[] {
  const place = ({ signature }: Read) =>
    signature.at + (hash(`${seed} ${signature.article}`) / 2 ** 32) * WINDOW;
  return read.toSorted((a, b) => place(a) - place(b));
}

/** What groups are worth. */
export interface SetScore {
  /** Of the pairs that stand together, those of one event. */
  readonly precision: number;
  /** Of the pairs of one event within the window, those that stand together. */
  readonly recall: number;
  readonly bCubed: number;
  readonly joined: number;
  readonly labelled: number;
  /** For people: which pairs are joined and of two events. */
  readonly wrong: readonly (readonly [string, string])[];
}

export function scoreSet(read: readonly Read[], groups: Grouping): SetScore {
  const found = Map.groupBy(read, ({ signature }) => groups.get(signature.article) ?? "");
  const wrong: (readonly [string, string])[] = [];
  let [joined, right] = [0, 0];
  for (const [one, other] of [...found.values()].flatMap(pairsIn)) {
    joined += 1;
    if (one.story === other.story) right += 1;
    else wrong.push([one.signature.article, other.signature.article]);
  }
  const events = eventsOf(read);
  const near = [...Map.groupBy(read, ({ story }) => story).values()]
    .flatMap(pairsIn)
    .filter(([one, other]) => isNear(one, other));
  const met = near.filter(
    ([one, other]) => groups.get(one.signature.article) === groups.get(other.signature.article),
  ).length;
  const { precision, recall } = ratesOf(right, joined, 0);
  return {
    ...{ precision, joined, wrong, labelled: near.length },
    recall: near.length === 0 ? recall : met / near.length,
    bCubed: bCubedOf(read, groups, events),
  };
}

function pairsIn(reports: readonly Read[]): readonly (readonly [Read, Read])[] {
  return reports.flatMap((one, at) => reports.slice(at + 1).map((other) => [one, other] as const));
}

function isNear({ signature: a }: Read, { signature: b }: Read): boolean {
  return Math.abs(a.at - b.at) <= WINDOW;
}

/** Where an event's reports come after a pause longer than the window, another part of it begins. */
function eventsOf(read: readonly Read[]): Grouping {
  const events = new Map<string, string>();
  for (const [story, of] of Map.groupBy(read, (one) => one.story)) {
    let [part, last] = [0, Number.NEGATIVE_INFINITY];
    for (const { signature } of byTime(of)) {
      if (signature.at - last > WINDOW) part += 1;
      last = signature.at;
      events.set(signature.article, `${story} ${part}`);
    }
  }
  return events;
}

function bCubedOf(read: readonly Read[], groups: Grouping, events: Grouping): number {
  const together = Map.groupBy(read, ({ signature }) => groups.get(signature.article) ?? "");
  const labelled = Map.groupBy(read, ({ signature }) => events.get(signature.article) ?? "");
  let [precision, recall] = [0, 0];
  for (const { story, signature } of read) {
    const event = events.get(signature.article) ?? "";
    const mates = together.get(groups.get(signature.article) ?? "") ?? [];
    const right = mates.filter((one) => one.story === story);
    const ofEvent = right.filter((one) => events.get(one.signature.article) === event);
    precision += right.length / mates.length;
    recall += ofEvent.length / (labelled.get(event)?.length ?? 1);
  }
  const [p, r] = [precision / read.length, recall / read.length];
  return (2 * p * r) / (p + r);
}

/** Of the pairs that stand together in either grouping, those that do in both. */
export function agreement(one: Grouping, other: Grouping): number {
  const [here, there] = [one, other].map((grouping) => {
    const groups = [...Map.groupBy([...grouping], ([, group]) => group).values()];
    return new Set(groups.flatMap((of) => namedPairs(of.map(([id]) => id))));
  });
  if (here === undefined || there === undefined || here.size + there.size === 0) return 1;
  const both = here.intersection(there).size;
  return both / (here.size + there.size - both);
}

function namedPairs(ids: readonly string[]): readonly string[] {
  const sorted = ids.toSorted();
  return sorted.flatMap((one, at) => sorted.slice(at + 1).map((other) => `${one} ${other}`));
}
