import { changesBetween, sayChange } from "#core/change/changes.ts";
import type { StoryChange } from "#core/change/difference.ts";
import { disagreements, sayDisagreement } from "#core/change/disagreement.ts";
import type { Filing } from "#core/change/filing.ts";
import { Shelf } from "#core/story/shelf.ts";
import { signatureOf } from "#core/story/signature.ts";
import type { Placement } from "#core/story/story.ts";
import { filingOf } from "#tests/core/story/filing.ts";
import { bCubed, type Grouping, pairwise, type Rates, ratesOf } from "./clusters.ts";
import type { GoldEvent, LabelledChange, Report } from "./gold.ts";

/** How many were found, how many of them are right, how many there are. */
export interface Tally {
  readonly right: number;
  readonly found: number;
  readonly labelled: number;
  /** For people. */
  readonly faults: readonly string[];
}

/** What the rules make of the events. */
export interface StoryScore {
  readonly pairwise: Rates;
  readonly bCubed: Rates;
  readonly copies: Tally;
  readonly figures: Tally;
  readonly names: Tally;
  readonly facts: Tally;
  readonly disagreements: Tally;
  readonly faults: readonly string[];
}

/** Files the reports of all events as they came in time, and holds what comes of it against the labels. */
export function measureStories(events: readonly GoldEvent[]): StoryScore {
  const filed = new Map(events.flatMap(({ articles }) => articles).map((one) => [one.id, one]));
  const filings = new Map([...filed].map(([id, report]) => [id, filingOf(report)]));
  const placements = placeAll(byTime([...filed.values()]), filings);
  const found: Grouping = new Map([...placements].map(([id, { story }]) => [id, story]));
  const gold = goldGroups(events);
  const changes = events.flatMap((event) => event.changes.map((one) => tallyChange(one, filings)));
  const scores = {
    copies: tallyCopies(events, placements),
    figures: sum(changes.map(({ figures }) => figures)),
    names: sum(changes.map(({ names }) => names)),
    facts: sum(changes.map(({ facts }) => facts)),
    disagreements: sum(events.map((event) => tallyDisagreements(event, filings))),
  };
  const faults = Object.values(scores).flatMap((tally) => tally.faults);
  return {
    pairwise: pairwise(gold, found),
    bCubed: bCubed(gold, found),
    ...scores,
    faults: [...misplaced(gold, found, placements), ...faults],
  };
}

/** As rates, which people read. */
export function ratesOfTally({ right, found, labelled }: Tally): Rates {
  return ratesOf(right, found, labelled);
}

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (all, { right, found, labelled, faults }) => ({
      right: all.right + right,
      found: all.found + found,
      labelled: all.labelled + labelled,
      faults: [...all.faults, ...faults],
    }),
    { right: 0, found: 0, labelled: 0, faults: [] },
  );
}

function byTime(reports: readonly Report[]): readonly Report[] {
  return reports.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Where each report stands when all have come; what it was told by is of the moment when it came. */
function placeAll(
  reports: readonly Report[],
  filings: ReadonlyMap<string, Filing>,
): ReadonlyMap<string, Placement> {
  const shelf = new Shelf();
  const placed = new Map(
    reports.map(({ id }) => [id, shelf.add(signatureOf(filingFor(filings, id)))]),
  );
  return new Map(
    [...placed].map(([id, placement]) => [id, { ...placement, story: shelf.storyOf(id) }]),
  );
}

function goldGroups(events: readonly GoldEvent[]): Grouping {
  return new Map(
    events.flatMap(({ event, articles }) =>
      articles.map(({ id, group }) => [id, group ?? event] as const),
    ),
  );
}

/** A report that no event has. */
export class NoReportError extends Error {
  override readonly name = "NoReportError";
}

function filingFor(filings: ReadonlyMap<string, Filing>, id: string): Filing {
  const filing = filings.get(id);
  if (filing === undefined) throw new NoReportError(id);
  return filing;
}

function misplaced(
  gold: Grouping,
  found: Grouping,
  placements: ReadonlyMap<string, Placement>,
): readonly string[] {
  return [...placements].flatMap(([id, { story, likeness, shared, rule }]) => {
    const mates = [...gold].filter(([other, group]) => other !== id && group === gold.get(id));
    const isRight = story === id || gold.get(story) === gold.get(id);
    const isAlone = story === id && mates.some(([other]) => found.get(other) === other);
    const why = `${rule}, ${likeness.toFixed(2)}: ${shared.join(" ")}`;
    if (!isRight) return [`${id} stands with ${story} (${why})`];
    return isAlone ? [`${id} may be apart from ${gold.get(id)} (${why})`] : [];
  });
}

function tallyCopies(
  events: readonly GoldEvent[],
  placements: ReadonlyMap<string, Placement>,
): Tally {
  const labelled = events.flatMap(({ articles }) =>
    articles.flatMap(({ id, copyOf }) => (copyOf === undefined ? [] : [`${id} = ${copyOf}`])),
  );
  const found = [...placements].flatMap(([id, { duplicate }]) =>
    duplicate === null ? [] : [`${id} = ${duplicate.of}`],
  );
  return tally("copy", labelled, found);
}

function tally(what: string, labelled: readonly string[], found: readonly string[]): Tally {
  const right = found.filter((one) => labelled.includes(one));
  const wrong = found.filter((one) => !labelled.includes(one));
  const missed = labelled.filter((one) => !found.includes(one));
  return {
    ...{ right: right.length, found: found.length, labelled: labelled.length },
    faults: [
      ...wrong.map((one) => `${what}, wrong: ${one}`),
      ...missed.map((one) => `${what}, missed: ${one}`),
    ],
  };
}

interface ChangeTally {
  readonly figures: Tally;
  readonly names: Tally;
  readonly facts: Tally;
}

function tallyChange(label: LabelledChange, filings: ReadonlyMap<string, Filing>): ChangeTally {
  const before = label.before.map((id) => filingFor(filings, id));
  const changes = changesBetween(before, filingFor(filings, label.after));
  const of = (kind: StoryChange["kind"]) =>
    changes.filter((change) => change.kind === kind).map(sayChange);
  const sentences = changes.flatMap(({ kind, after }) =>
    kind === "fact" && "text" in after && "start" in after ? [after.text] : [],
  );
  return {
    figures: tally(`${label.after}: figure`, label.figures, of("figure")),
    names: tally(`${label.after}: name`, label.names, of("name")),
    facts: tallyFacts(label, sentences),
  };
}

/** A fact is right where its sentence has the words of a label. */
function tallyFacts({ after, facts, open }: LabelledChange, found: readonly string[]): Tally {
  const sentences = found.filter((sentence) => !open.some((words) => sentence.includes(words)));
  const labelOf = (sentence: string) => facts.find((words) => sentence.includes(words)) ?? sentence;
  return tally(`${after}: fact`, facts, [...new Set(sentences.map(labelOf))]);
}

function tallyDisagreements(event: GoldEvent, filings: ReadonlyMap<string, Filing>): Tally {
  const copies = new Set(
    event.articles.filter((one) => one.copyOf !== undefined).map(({ id }) => id),
  );
  return sum(
    event.disagreements.map(({ of, says }) => {
      const reports = of.filter((id) => !copies.has(id)).map((id) => filingFor(filings, id));
      return tally("disagreement", says, disagreements(reports).map(sayDisagreement));
    }),
  );
}
