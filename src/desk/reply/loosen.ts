import type { Asked } from "#core/reply/front-desk.ts";
import type { Reading } from "#core/reply/reading.ts";
import { asWords, soughtWords, without } from "#core/reply/understood.ts";
import { periodOf, soughtOf } from "./options.ts";
import type { ReplyParts } from "./parts.ts";
import { whatWasMeant } from "./slips.ts";

/** A reading that something fits. */
export interface Fitting {
  readonly reading: Reading;
  /** What of the question stands nowhere, or nowhere with the rest: it was dropped. Left out: nothing was. */
  readonly dropped?: readonly string[];
  /** So much was dropped that what is left may be something else: it is offered, and not shown. */
  readonly isOffer?: true;
}

/** Words that more articles have are equally common. */
const MOST_COUNTED = 200;
/** Readings tried with one word less. */
const MOST_TRIED = 8;
/** A name that is searched for as what it is finds so many, or is tried as words: little copy says where it is from. */
const ENOUGH = 5;

/**
 * Finds the reading nearest to a question that something fits: as it was read; with its names as words; with the words
 * that were meant by slips; without the words that stand nowhere; without its commonest word, and so on. What was typed by
 * its key stays as it is, and so does whoever is asked for what they said.
 *
 * @returns `null` where nothing fits any of its words
 */
export async function loosen(
  parts: ReplyParts,
  reading: Reading,
  asked: Asked,
): Promise<Fitting | null> {
  const count = counting(parts);
  const fits = async (one: Reading) => (await count(one, 1)) > 0;
  const [own, plain] = [await count(reading, ENOUGH), plainOf(reading)];
  if (plain !== null && own < ENOUGH && (await count(plain, ENOUGH)) > own)
    return { reading: plain };
  if (own > 0) return { reading };
  for (const one of plain === null ? [reading] : [reading, plain]) {
    // Only its time is in the way: the answer says when there is something.
    if (hasTime(one) && (await fits(ofAnyTime(one)))) return { reading: one };
  }
  const base = plain ?? reading;
  for (const one of plain === null ? [reading] : [reading, plain]) {
    if (await isMeant(parts, one, asked)) return { reading: one };
  }
  const words = soughtWords(base);
  const numbers = await Promise.all(words.map((word) => count(alone(base, word), MOST_COUNTED)));
  // What few articles have is what is asked for: it is dropped last.
  const commonFirst = words
    .map((word, index) => ({ word, number: numbers[index] ?? 0 }))
    .toSorted((a, b) => b.number - a.number);
  const nowhere = commonFirst.filter(({ number }) => number === 0).map(({ word }) => word);
  const slips = await meantIn(parts, nowhere);
  const lost = nowhere.filter((word) => !slips.has(word));
  const standing = commonFirst.filter(({ number }) => number > 0).map(({ word }) => word);
  const suits = (one: Reading) => isMeant(parts, one, asked);
  const rounds = [...(slips.size > 0 ? [{ lost, suits }] : []), { lost: nowhere, suits: fits }];
  for (const round of rounds) {
    for (const dropped of triesFor(round.lost, standing)) {
      if (dropped.length >= words.length) continue;
      // A slip with less than half of the words may be anything.
      if (round.suits !== fits && dropped.length * 2 >= words.length) continue;
      const looser = without(base, dropped);
      if (!(await round.suits(looser))) continue;
      const isOffer = round.lost.length > 0 && dropped.length * 2 >= words.length;
      return { reading: looser, dropped, ...(isOffer && { isOffer: true }) };
    }
  }
  return null;
}

/** Which words are dropped, in the order in which it is tried: of those that stand somewhere one, then the commonest of them. */
function triesFor(
  lost: readonly string[],
  standing: readonly string[],
): readonly (readonly string[])[] {
  return [
    ...(lost.length > 0 ? [lost] : []),
    ...standing.slice(0, MOST_TRIED).map((word) => [...lost, word]),
    ...standing.map((_, index) => [...lost, ...standing.slice(0, index + 1)]),
  ];
}

/** With its names as words, where they were taken for names by the desk, and not by its asker. */
function plainOf(reading: Reading): Reading | null {
  const { options, keyed = [] } = reading;
  if (reading.command === "quotes" && options.speaker !== undefined) return null;
  return keyed.some((name) => FIELDS.has(name)) ? null : asWords(reading);
}

const FIELDS: ReadonlySet<string> = new Set(["speaker", "place", "from"]);

/** Words that stand nowhere and may be slips of others that do: they are what is asked for as much as the rest. */
async function meantIn(
  { archive, clock }: ReplyParts,
  nowhere: readonly string[],
): Promise<ReadonlySet<string>> {
  const now = clock.now();
  const meant = await Promise.all(nowhere.map((word) => archive.meant(word, "words", now, 1)));
  return new Set(nowhere.filter((_, index) => (meant[index]?.length ?? 0) > 0));
}

/** Whether its words have slips, and what was meant by them is there: the answer shows that, and says so. */
async function isMeant(parts: ReplyParts, reading: Reading, asked: Asked): Promise<boolean> {
  const { clock, timeZone } = parts;
  const time = periodOf(reading, { now: clock.now(), timeZone });
  if ("unreadable" in time) return false;
  const question = { ...asked, command: reading.command, options: reading.options };
  const sought = { ...soughtOf(reading), ...time.period };
  const slice = { skip: 0, limit: 1 };
  return (await whatWasMeant(parts, question, { sought, order: "newest", slice })) !== null;
}

function hasTime({ options: { since, until } }: Reading): boolean {
  return (since ?? until) !== undefined;
}

function ofAnyTime(reading: Reading): Reading {
  return { ...reading, options: { ...reading.options, since: "", until: "" } };
}

/** A reading for one of its words alone. */
function alone(reading: Reading, word: string): Reading {
  return without(
    reading,
    soughtWords(reading).filter((other) => other !== word),
  );
}

function counting({ archive, clock, timeZone }: ReplyParts) {
  const now = clock.now();
  return async (reading: Reading, most: number): Promise<number> => {
    const time = periodOf(reading, { now, timeZone });
    if ("unreadable" in time) return 0;
    return archive.count({ ...soughtOf(reading), ...time.period }, now, most);
  };
}
