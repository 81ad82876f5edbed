import type { Range } from "#core/text/text.ts";
import { sameSpeaker } from "./names.ts";
import { overlap, type Word, wordsOf, wordsWithin } from "./words.ts";

/** A quotation as the labels have it. */
export interface LabelledSpan {
  /** More than one where attribution stands inside it. */
  readonly ranges: readonly Range[];
  /** Names that are right; none where the article does not settle the speaker. */
  readonly names: readonly string[];
}

/** A quotation as it was found. */
export interface FoundSpan extends Range {
  readonly name: string | null;
}

/** What became of one labelled quotation. */
export interface Pairing {
  readonly label: number;
  /** Index of the found span that shares most words with it; `null` where none shares any. */
  readonly found: number | null;
  /** Whether at least 80 % of its words were found. */
  readonly covered: boolean;
  readonly speaker: "right" | "wrong" | "unnamed" | "unsettled";
}

/** Counts that add up over articles. */
export interface SpanCounts {
  readonly labelled: number;
  readonly found: number;
  /** Labelled spans of which at least 80 % of the words were found. */
  readonly covered: number;
  /** Found spans with at least 80 % of their words inside labelled ones. */
  readonly sound: number;
  readonly named: number;
  readonly namedCovered: number;
  readonly namedRight: number;
  /** Sound found spans whose label names a speaker, and those of them that name the right one. */
  readonly soundNamed: number;
  readonly soundRight: number;
}

export interface SpanScore {
  readonly counts: SpanCounts;
  readonly pairings: readonly Pairing[];
  /** Found spans that are no labelled quotation. */
  readonly spurious: readonly number[];
}

const ENOUGH = 0.8;
/** A found span that lies mostly in what the labels leave open counts for nothing. */
const MOSTLY = 0.5;

/** Compares the quotations of one article with its labels, word by word. */
export function scoreSpans(
  text: string,
  labels: readonly LabelledSpan[],
  spans: readonly FoundSpan[],
  open: readonly Range[] = [],
): SpanScore {
  const words = wordsOf(text);
  const gold = labels.map(({ ranges }) => wordsWithin(words, ranges));
  const all = gold.map((within, label) => ({ within, label })).filter((g) => g.within.size > 0);
  const goldWords = unionOf(all.map(({ within }) => within));
  const counted = keepCounted(words, spans, goldWords, wordsWithin(words, open));
  const foundWords = unionOf(counted.map(({ within }) => within));
  const isSound = (within: ReadonlySet<number>) =>
    overlap(within, goldWords) >= ENOUGH * within.size;
  const pairings = all.map(({ within, label }) => {
    const best = mostAlike(within, counted);
    const covered = overlap(within, foundWords) >= ENOUGH * within.size;
    const name = best === null ? null : (spans[best]?.name ?? null);
    return { label, found: best, covered, speaker: judge(labels[label]?.names ?? [], name) };
  });
  const sound = counted.filter(({ within }) => isSound(within));
  const names = sound.map(({ within, index }) => {
    const label = mostAlike(
      within,
      all.map((g) => ({ within: g.within, index: g.label })),
    );
    return judge(label === null ? [] : (labels[label]?.names ?? []), spans[index]?.name ?? null);
  });
  const named = pairings.filter(({ label }) => (labels[label]?.names.length ?? 0) > 0);
  const counts: SpanCounts = {
    labelled: all.length,
    found: counted.length,
    covered: pairings.filter(({ covered }) => covered).length,
    sound: sound.length,
    named: named.length,
    namedCovered: named.filter(({ covered }) => covered).length,
    namedRight: named.filter(({ covered, speaker }) => covered && speaker === "right").length,
    soundNamed: names.filter((verdict) => verdict !== "unsettled").length,
    soundRight: names.filter((verdict) => verdict === "right").length,
  };
  const spurious = counted.filter(({ within }) => !isSound(within)).map(({ index }) => index);
  return { counts, pairings, spurious };
}

interface Indexed {
  readonly within: ReadonlySet<number>;
  readonly index: number;
}

function keepCounted(
  words: readonly Word[],
  spans: readonly FoundSpan[],
  goldWords: ReadonlySet<number>,
  openWords: ReadonlySet<number>,
): Indexed[] {
  return spans
    .map((span, index) => ({ within: wordsWithin(words, [span]), index }))
    .filter(({ within }) => {
      if (within.size === 0) return false;
      if (overlap(within, goldWords) >= ENOUGH * within.size) return true;
      return overlap(within, openWords) < MOSTLY * within.size;
    });
}

function mostAlike(within: ReadonlySet<number>, others: readonly Indexed[]): number | null {
  let best: number | null = null;
  let most = 0;
  for (const other of others) {
    const shared = overlap(within, other.within);
    if (shared > most) [best, most] = [other.index, shared];
  }
  return best;
}

function judge(names: readonly string[], name: string | null): Pairing["speaker"] {
  if (names.length === 0) return "unsettled";
  if (name === null) return "unnamed";
  return names.some((expected) => sameSpeaker(name, expected)) ? "right" : "wrong";
}

function unionOf(sets: readonly ReadonlySet<number>[]): Set<number> {
  return new Set(sets.flatMap((set) => [...set]));
}

/** Figures in per cent. */
export interface SpanFigures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Of the labelled quotations that were found and have a named speaker: those rightly attributed. */
  readonly speakerAccuracy: number;
  /** F1 of quotations found and rightly attributed. */
  readonly attributedF1: number;
}

/** Sums counts up, and reads figures off the sums. */
export function spanFigures(scores: readonly SpanCounts[]): SpanFigures & SpanCounts {
  const sum = (key: keyof SpanCounts) => scores.reduce((total, counts) => total + counts[key], 0);
  const counts: SpanCounts = {
    ...{ labelled: sum("labelled"), found: sum("found"), covered: sum("covered") },
    ...{ sound: sum("sound"), named: sum("named"), namedCovered: sum("namedCovered") },
    ...{ namedRight: sum("namedRight"), soundNamed: sum("soundNamed") },
    soundRight: sum("soundRight"),
  };
  const precision = share(counts.sound, counts.found);
  const recall = share(counts.covered, counts.labelled);
  // A sound span whose label names nobody can be neither right nor wrong.
  const attributable = counts.found - (counts.sound - counts.soundNamed);
  return {
    ...counts,
    precision,
    recall,
    f1: harmonic(precision, recall),
    speakerAccuracy: share(counts.namedRight, counts.namedCovered),
    attributedF1: harmonic(
      share(counts.soundRight, attributable),
      share(counts.namedRight, counts.named),
    ),
  };
}

/** `part` of `whole` in per cent; 0 of nothing. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}
