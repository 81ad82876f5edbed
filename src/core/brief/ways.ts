import type { Quote } from "#core/speech/quote.ts";
import type { TextKind } from "#core/text/kind.ts";
import { isScore, stampLength } from "#core/text/kind-shape.ts";
import { isJudgement } from "#core/text/kind-voice.ts";
import type { Range } from "#core/text/text.ts";
import type { Fact } from "./brief.ts";
import type { Story } from "./candidate.ts";
import { FACTS, findFacts } from "./facts.ts";
import { findTurns } from "./turns.ts";

/** How a kind of text comes to its brief. */
interface Way {
  readonly facts: (story: Story, writer: string | null) => readonly Fact[];
  readonly quotes: (story: Story) => readonly Quote[];
}

const asSaid = ({ quotes }: Story): readonly Quote[] => quotes;
const REPORT: Way = { facts: findFacts, quotes: asSaid };

const WAYS: Readonly<Record<TextKind, Way>> = {
  report: REPORT,
  release: { facts: soberFacts, quotes: asSaid },
  interview: REPORT,
  opinion: { facts: ownedFacts, quotes: asSaid },
  live: { facts: newestFirst, quotes: asSaid },
  results: { facts: resultLines, quotes: asSaid },
  // What is listed or advised is no news; what the piece is about is.
  list: { facts: openingFacts, quotes: asSaid },
  advice: { facts: openingFacts, quotes: asSaid },
  "round-up": { facts: oneOfEach, quotes: asSaid },
  transcript: { facts: factsOfNone, quotes: spokenTurns },
};

/** The facts of a text of some kind; `writer` is who owns what an opinion says. */
export function factsOf(kind: TextKind, story: Story, writer: string | null): readonly Fact[] {
  return WAYS[kind].facts(story, writer);
}

/** The quotes of a text of some kind. */
export function quotesOf(kind: TextKind, story: Story): readonly Quote[] {
  return WAYS[kind].quotes(story);
}

/** What an opinion says in its own voice is its writer's; where nobody is named, the kind says so. */
function ownedFacts(story: Story, writer: string | null): readonly Fact[] {
  const facts = findFacts(story);
  // What the writer reports of others is theirs, also where nobody could settle who they are.
  const isReported = ({ start, end }: Fact) =>
    story.claims.some((claim) => claim.attributionStart >= start && claim.attributionEnd <= end);
  return facts.map((fact) => ({
    ...fact,
    attribution: fact.attribution ?? (isReported(fact) ? null : writer),
  }));
}

/** What a sender thinks of itself and of its rivals is no fact; where it tells nothing else, the facts as they are. */
function soberFacts(story: Story): readonly Fact[] {
  const { body } = story;
  const sentences = story.sentences.filter(
    ({ start, end }) => !isJudgement(body.slice(start, end)),
  );
  const facts = findFacts({ ...story, sentences });
  return facts.length > 0 ? facts : findFacts(story);
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
  const half = /p\.?m/iu.test(stamp) && hours < 12 ? 12 : 0;
  const midnight = /a\.?m/iu.test(stamp) && hours === 12 ? 12 : 0;
  return (hours + half - midnight) * 60 + minutes;
}

/** The parts under the sub-heads, in their order. */
function oneOfEach(story: Story): readonly Fact[] {
  const heads = story.passages.filter(({ kind }) => kind === "heading").map(({ start }) => start);
  if (heads.length < 2) return findFacts(story);
  const parts = heads.map((start, index) => ({ start, end: heads[index + 1] ?? Infinity }));
  return parts.flatMap((part) => firstFact(story, part)).slice(0, FACTS);
}

function firstFact(story: Story, range: Range): readonly Fact[] {
  return findFacts(within(story, range)).slice(0, 1);
}

function within(story: Story, { start, end }: Range): Story {
  const sentences = story.sentences.filter((one) => one.start >= start && one.end <= end);
  return { ...story, sentences };
}

/** The lede alone, where one stands above the first item. */
function openingFacts(story: Story): readonly Fact[] {
  const told = story.passages.filter(({ kind }) => kind !== "furniture");
  const first = told.findIndex(
    ({ kind }, index) => kind === "item" || (index > 0 && kind === "heading"),
  );
  const end = told[first]?.start ?? Infinity;
  return firstFact(story, { start: 0, end });
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
