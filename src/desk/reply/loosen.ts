import type { Asked } from "#core/reply/front-desk.ts";
import type { Reading } from "#core/reply/reading.ts";
import { asWords, soughtWords, without } from "#core/reply/understood.ts";
import { sinceOf, soughtOf } from "./options.ts";
import { allowedIn, audienceOf, type ReplyParts } from "./parts.ts";

/** A reading that something fits. */
export interface Fitting {
  readonly reading: Reading;
  /** It asks for less than was typed, since nothing fits all of it. */
  readonly isLooser: boolean;
}

/** Whether something fits a reading where it is asked. */
type Fits = (reading: Reading) => Promise<boolean>;

/** Articles that are looked at to tell how rare a word is. */
const COUNTED = 40;
/** Readings tried with one word less. */
const MOST_TRIED = 8;

/**
 * Finds the reading nearest to a question that something fits: as it was read; with its names as words; without
 * the words that stand nowhere; without its rarest word, and so on.
 *
 * @returns `null` where nothing fits any of its words
 */
export async function loosen(
  parts: ReplyParts,
  reading: Reading,
  asked: Asked,
): Promise<Fitting | null> {
  const count = counting(parts, asked);
  const fits: Fits = async (one) => (await count(one, 1)) > 0;
  if (await fits(reading)) return { reading, isLooser: false };
  const plain = asWords(reading);
  if (plain !== null && (await fits(plain))) return { reading: plain, isLooser: true };
  const base = plain ?? reading;
  const words = soughtWords(base);
  const numbers = await Promise.all(words.map((word) => count(alone(base, word), COUNTED)));
  const rarestFirst = words
    .map((word, index) => ({ word, number: numbers[index] ?? 0 }))
    .toSorted((a, b) => a.number - b.number);
  const lost = rarestFirst.filter(({ number }) => number === 0).map(({ word }) => word);
  const standing = rarestFirst.filter(({ number }) => number > 0).map(({ word }) => word);
  const tries = [
    ...(lost.length > 0 ? [lost] : []),
    ...standing.slice(0, MOST_TRIED).map((word) => [...lost, word]),
    ...standing.map((_, index) => [...lost, ...standing.slice(0, index + 1)]),
  ];
  for (const dropped of tries) {
    if (dropped.length >= words.length) continue;
    const looser = without(base, dropped);
    if (await fits(looser)) return { reading: looser, isLooser: true };
  }
  return null;
}

/** A reading for one of its words alone. */
function alone(reading: Reading, word: string): Reading {
  return without(
    reading,
    soughtWords(reading).filter((other) => other !== word),
  );
}

function counting(parts: ReplyParts, asked: Asked) {
  const { archive, clock, timeZone } = parts;
  const now = clock.now();
  const audience = audienceOf(parts, asked);
  return async (reading: Reading, most: number): Promise<number> => {
    const since = sinceOf(reading, { now, timeZone });
    if (since === "unreadable") return 0;
    // Some of what is found may not be shown where it is asked.
    const limit = audience === "public" ? COUNTED : most;
    const slice = { skip: 0, limit };
    const found = await archive.find({ ...soughtOf(reading), since }, "newest", now, slice);
    return allowedIn(found, audience).length;
  };
}
