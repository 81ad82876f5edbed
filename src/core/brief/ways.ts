import type { Quote } from "#core/speech/quote.ts";
import type { TextKind } from "#core/text/kind.ts";
import { isScore, stampLength } from "#core/text/kind-shape.ts";
import type { ToldKind } from "#core/text/tell-kind.ts";
import type { Range } from "#core/text/text.ts";
import { findAdvice } from "./advised.ts";
import type { Fact } from "./brief.ts";
import type { Story } from "./candidate.ts";
import { FACTS, findFacts } from "./facts.ts";
import {
  adviceFacts,
  heldFacts,
  ownFacts,
  plainFacts,
  releaseFacts,
  reportFacts,
  soberFacts,
  withOwnViews,
  withoutSignature,
} from "./own-voice.ts";
import { findTurns } from "./turns.ts";

/** How a kind of text comes to its brief. */
interface Way {
  readonly facts: (story: Story, writer: string | null) => readonly Fact[];
  readonly quotes: (story: Story) => readonly Quote[];
}

const asSaid = ({ quotes }: Story): readonly Quote[] => quotes;
const REPORT: Way = { facts: reportFacts, quotes: asSaid };

const WAYS: Readonly<Record<TextKind, Way>> = {
  report: REPORT,
  release: { facts: releaseFacts, quotes: asSaid },
  interview: REPORT,
  opinion: { facts: ownFacts, quotes: asSaid },
  live: { facts: newestFirst, quotes: asSaid },
  results: { facts: resultLines, quotes: asSaid },
  list: {
    facts: (story, writer) => withOwnViews(listedFacts(story), story, writer),
    quotes: asSaid,
  },
  advice: { facts: adviceFacts, quotes: asSaid },
  "round-up": { facts: oneOfEach, quotes: asSaid },
  transcript: { facts: factsOfNone, quotes: spokenTurns },
};

const OWN_VOICE: ReadonlySet<TextKind> = new Set(["opinion", "advice", "release"]);

/** The facts of a text of some kind; `writer` is who owns what an opinion says. */
export function factsOf(
  { kind, isDoubted }: ToldKind,
  story: Story,
  writer: string | null,
): readonly Fact[] {
  const told = withoutSignature(story, OWN_VOICE.has(kind));
  return isDoubted ? heldFacts(told) : WAYS[kind].facts(told, writer);
}

/** The quotes of a text of some kind. */
export function quotesOf(kind: TextKind, story: Story): readonly Quote[] {
  return WAYS[kind].quotes(story);
}

/** The first fact of each entry, the newest entry first; of a text without entries the facts as they are. */
function newestFirst(story: Story): readonly Fact[] {
  const entries = entriesOf(story);
  if (entries.length < 2) return findFacts(story);
  return entries.flatMap((entry) => firstFact(story, entry)).slice(0, FACTS);
}

/** The newest first: entries of a day stand in either order, which the first and the last time tell. */
function entriesOf({ body, passages }: Story): readonly Range[] {
  const times = passages.flatMap(({ start, end }) => {
    const line = body.slice(start, Math.min(end, start + 60));
    const length = stampLength(line);
    return length === 0 ? [] : [{ start, minutes: minutesOf(line.slice(0, length)) }];
  });
  const entries = times.map(({ start }, index) => ({
    start,
    end: times[index + 1]?.start ?? body.length,
  }));
  const [first, last] = [times[0], times.at(-1)];
  const rises = first !== undefined && last !== undefined && first.minutes < last.minutes;
  return rises ? entries.reverse() : entries;
}

function minutesOf(stamp: string): number {
  const [hours = 0, minutes = 0] = (stamp.match(/\d+/gu) ?? []).map(Number);
  const half = /p\.?m/i.test(stamp) && hours < 12 ? 12 : 0;
  const midnight = /a\.?m/i.test(stamp) && hours === 12 ? 12 : 0;
  return (hours + half - midnight) * 60 + minutes;
}

/** The parts under the sub-heads, in their order. */
function oneOfEach(story: Story): readonly Fact[] {
  const heads = story.passages.filter(({ kind }) => kind === "heading").map(({ start }) => start);
  if (heads.length < 2) return findFacts(story);
  const parts = heads.map((start, index) => ({ start, end: heads[index + 1] ?? Infinity }));
  return parts
    .slice(0, MOST_ENTRIES)
    .flatMap((part) => firstFact(story, part))
    .slice(0, FACTS);
}

function firstFact(story: Story, range: Range): readonly Fact[] {
  return findFacts(within(story, range)).slice(0, 1);
}

function within(story: Story, { start, end }: Range): Story {
  const sentences = story.sentences.filter((one) => one.start >= start && one.end <= end);
  return { ...story, sentences };
}

/** What the piece is about, where it says so above its list, and how each entry begins. */
function listedFacts(story: Story): readonly Fact[] {
  const starts = story.passages
    .filter(({ kind }, index) => kind === "item" || (index > 0 && kind === "heading"))
    .map(({ start }) => start);
  const opening = plainFacts(within(story, { start: 0, end: starts[0] ?? Infinity })).slice(0, 1);
  const entries = starts
    .slice(0, MOST_ENTRIES)
    .flatMap((start, index) =>
      soberFacts(beginning(story, { start, end: starts[index + 1] ?? Infinity })).slice(0, 1),
    );
  const told = [...opening, ...entries].slice(0, ENTRIES);
  const facts = told.length < ENTRIES ? [...told, ...adviceBeside(told, story)] : told;
  return facts.length > 0 ? facts : findFacts(story).slice(0, 1);
}

/** A longer list is a table, and its first entries show what it lists. */
const MOST_ENTRIES = 40;
/** As many entries show what is listed. */
const ENTRIES = 3;

/** A list of things to do says what its reader is to do. */
function adviceBeside(told: readonly Fact[], story: Story): readonly Fact[] {
  const tips = findAdvice(story).filter(({ start }) => told.every((fact) => fact.start !== start));
  return tips.slice(0, ENTRIES - told.length);
}

/** The first sentences of an entry: what comes later leans on them, and on the line above them. */
function beginning(story: Story, range: Range): Story {
  const entry = within(story, range);
  const told = entry.sentences.filter(({ passage }) => story.passages[passage]?.kind !== "heading");
  // "Tomorrow the deal begins. Will you leave it?": what leads up to a question is asked, and told by nobody.
  const asks = told.some(({ start, end }) => story.body.slice(start, end).endsWith("?"));
  return { ...entry, sentences: asks ? [] : told.slice(0, 2) };
}

/** The lines that say how it ended, as they stand. */
function resultLines({ body, passages }: Story): readonly Fact[] {
  const lines: Fact[] = [];
  for (const { start, end, kind } of passages) {
    if (kind === "furniture") continue;
    let at = start;
    for (const line of body.slice(start, end).split("\n")) {
      const text = line.trim();
      const from = at + line.indexOf(text);
      at += line.length + 1;
      if (!isScore(text)) continue;
      lines.push({ text, start: from, end: from + text.length, attribution: null, hedge: null });
    }
  }
  return lines.slice(0, FACTS);
}

function factsOfNone(): readonly Fact[] {
  return [];
}

/** What was said, by whom: a transcript needs no marks of quotation. */
function spokenTurns(story: Story): readonly Quote[] {
  return story.quotes.length > 0 ? story.quotes : findTurns(story);
}
