import { measureOf } from "#core/text/measured.ts";
import type { Range } from "#core/text/text.ts";
import { figureMoves, nearlyStayed } from "./details.ts";
import type { Statement, StoryChange } from "./difference.ts";
import { sourceOf } from "./filing.ts";
import { type KnownValues, readKnownValues } from "./known-value.ts";
import type { Reading } from "./reading.ts";
import { hasMoved, isOneOwner, isSameThing } from "./same.ts";
import { scopeOf } from "./scope.ts";
import { compareSentences } from "./sentence-pairs.ts";
import { keyOf, labelOf, statementsOf, type Told, toTold } from "./statement.ts";
import { isToll } from "./toll.ts";

const HOUR = 3_600_000;
/** Another source's figure that was filed at the same time differs, and has not moved. */
const SAME_TIME = 1.5 * HOUR;

export type FigureChange = Extract<StoryChange, { readonly kind: "figure" }>;

/**
 * Figures that moved since what readers know: in a sentence that is otherwise the same, or in one that
 * states the same thing. In doubt none.
 */
export function movedFigures(
  known: readonly Reading[],
  now: Reading,
  figures: Figures,
): readonly FigureChange[] {
  const { said, stated, values } = figures;
  const pairs = known.filter((one) => isOneHand(one, now)).flatMap((one) => pairsOf(one, now));
  const inPairs = pairs.flatMap(movesInPair).filter(({ is }) => !isSaid(is, known, figures));
  // Where a sentence stayed but for a word of weight, it may count another thing now.
  const apart = byMeasure(said, stated).filter(
    ({ was: { proof: before }, is: { proof: after } }) =>
      !nearlyStayed(before.text, after.text) || figureMoves(before.text, after.text).length > 0,
  );
  // In a sentence of the same article that stayed it has moved, whatever else was counted there.
  const moves = [...inPairs, ...apart].filter(
    ({ was, is }) =>
      was.proof.article === is.proof.article || (!values.has(is) && !values.isOutdated(was)),
  );
  return certain(moves).map(({ was, is, label }) => ({
    ...{ kind: "figure", label },
    ...{ before: was, after: is },
  }));
}

/** Who files anew keeps sentences; another source's are alike by chance, or copied. */
function isOneHand({ filing: { article } }: Reading, { filing }: Reading): boolean {
  const source = sourceOf(article);
  return (
    article.id === filing.article.id || (source !== null && source === sourceOf(filing.article))
  );
}

interface Move {
  readonly label: string;
  readonly was: Told;
  readonly is: Told;
}

/** A sentence in its reading. */
interface Placed {
  readonly reading: Reading;
  readonly range: Range;
  readonly text: string;
}

/** A sentence, and what has become of it. */
interface Pair {
  readonly was: Placed;
  readonly is: Placed;
}

function pairsOf(before: Reading, now: Reading): readonly Pair[] {
  const [old, fresh] = [sentencesOf(before), sentencesOf(now)];
  const { pairs } = compareSentences([...old.keys()], [...fresh.keys()]);
  return pairs.flatMap(([one, other]) => {
    const [was, is] = [old.get(one), fresh.get(other)];
    return was === undefined || is === undefined ? [] : [{ was, is }];
  });
}

/** Figures of a sentence of which all other words of weight stayed. */
function movesInPair({ was, is }: Pair): readonly Move[] {
  return figureMoves(was.text, is.text).flatMap(({ label, before, after }) => {
    const subject = measureOf(is.text, after)?.subject ?? "";
    const measure = { measure: label, subject, running: true };
    const from = toTold(was.reading, was.range, before, measure);
    const to = toTold(is.reading, is.range, after, measure);
    if (from === null || to === null || !mayMove(from, to)) return [];
    // "Turnout was 66 per cent." stands in the report of every town; "homes: 9 → 12" says of no home what it is.
    const isRevision = from.proof.article === to.proof.article;
    // "92 in the past 24 hours" is said anew each day, of another day.
    if (!isRevision && [was, is].some(({ text }) => scopeOf(text).isOther)) return [];
    if (!isRevision && (!isSameThing(from, to) || measureOf(is.text, after) === null)) return [];
    return hasMoved(from, to) ? [{ label: labelOf(to), was: from, is: to }] : [];
  });
}

function sentencesOf(reading: Reading): ReadonlyMap<string, Placed> {
  const { body, sentences, told } = reading;
  const found = told.flatMap((index) => sentences[index] ?? []);
  return new Map(
    found.map((range) => {
      const text = body.slice(range.start, range.end);
      return [text, { reading, range, text }] as const;
    }),
  );
}

/** What the older copy states, and what the newer one does. */
export interface Figures {
  readonly said: readonly Told[];
  readonly stated: readonly Told[];
  readonly values: KnownValues;
}

export function figuresOf(known: readonly Reading[], now: Reading): Figures {
  const said = known.flatMap(statementsOf);
  return { said, stated: statementsOf(now), values: readKnownValues(known) };
}

/** Readers have that figure already, from whomever: in the same sentence, or by what it measures. */
function isSaid(
  { proof, value }: Told,
  known: readonly Reading[],
  { said, stated }: Figures,
): boolean {
  if (known.some(({ body }) => body.includes(proof.text))) return true;
  const own = stated.find((one) => one.proof.start === proof.start && one.value === value);
  return own !== undefined && isStated(own, said);
}

function isStated(is: Told, said: readonly Told[]): boolean {
  return said.some((one) => keyOf(one) === keyOf(is) && hasValue(one, is));
}

function byMeasure(said: readonly Told[], stated: readonly Told[]): readonly Move[] {
  return stated.flatMap((is): readonly Move[] => {
    if (isStated(is, said)) return [];
    const same = said.filter((one) => isSameThing(one, is)).toSorted((a, b) => b.at - a.at);
    const was = same.find((one) => mayMove(one, is)) ?? null;
    const [latest] = same;
    if (was === null || latest === undefined || was.at < latest.at) return [];
    return hasMoved(was, is) ? [{ label: labelOf(is), was, is }] : [];
  });
}

function hasValue({ value, upTo }: Statement, other: Statement): boolean {
  return value === other.value && upTo === other.upTo;
}

/** Whether a figure can be the other's later value: the same article or source, or later by hours. */
function mayMove(was: Told, is: Told): boolean {
  const isRevision = was.proof.article === is.proof.article;
  if (!isRevision && is.at <= was.at) return false;
  const sameSource = was.source !== null && was.source === is.source;
  if (!isRevision && !sameSource && (is.at - was.at <= SAME_TIME || isFewer(was, is))) return false;
  return isOneOwner(was.owner, is.owner);
}

/** The dead and the injured grow in number: another source's lower figure counts others, or counts otherwise. */
function isFewer(was: Told, is: Told): boolean {
  return isToll(is.measure) && is.value < was.value;
}

/** "killed: 12 → 15" beside "killed: 3 → 4" are killed in two places: without the place, neither is certain. */
function certain(moves: readonly Move[]): readonly Move[] {
  const key = ({ was, is }: Move): string => `${was.text} ${is.text}`;
  const alone = moves.filter((move) =>
    moves.every((other) => other.label !== move.label || key(other) === key(move)),
  );
  const told = new Set<string>();
  return alone.filter((move) => {
    const known = told.has(key(move));
    told.add(key(move));
    return !known;
  });
}
