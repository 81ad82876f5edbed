import type { Mending, Words } from "#core/article/mending.ts";
import type { Brief, Draft } from "./brief.ts";
import { createMender, type Mender } from "./mend.ts";
import { wordsAt } from "./mendable.ts";

/** A mending that a later revision does not keep. */
export interface Dropped {
  readonly mending: Mending;
  /** A clause behind it: `its words stand there no more`. */
  readonly why: string;
}

/** What a later revision keeps of what was mended before it. */
export interface Kept {
  /** The revision's own, mended. */
  readonly brief: Brief;
  readonly list: readonly Mending[];
  readonly dropped: readonly Dropped[];
}

/**
 * Mends the brief of a later revision as the one before it was mended, wherever the words still stand. What stands there
 * no more, or nobody can say where, is dropped, and said; but what was struck is struck wherever its words stand.
 *
 * @param before the body in which it was mended
 * @param brief as it was written of the later text
 */
export function keepMendings(
  list: readonly Mending[],
  before: string,
  brief: Brief,
  article: Draft,
): Kept {
  const mender = createMender(brief, article);
  const dropped: Dropped[] = [];
  const found = list.map((mending) => {
    const moved = relocated(mending, before, article.body, mender);
    if (typeof moved === "string") dropped.push({ mending, why: moved });
    return { mending, moved: typeof moved === "string" ? [] : moved };
  });
  let kept: readonly Mending[] = [];
  let made = brief;
  // What is struck comes first: it makes room, and must not come back for what was chosen.
  for (const { mending, moved } of found.toSorted((one, other) => rank(one) - rank(other))) {
    if (moved.length === 0) continue;
    const tried = mender.apply([...kept, ...moved], { makesRoom: true });
    if (tried.ok) {
      kept = [...kept, ...moved];
      made = tried.brief;
    } else dropped.push({ mending, why: tried.faults[0] ?? GONE });
  }
  return { brief: made, list: kept, dropped };
}

const GONE = "its words stand there no more";
const UNCLEAR = "its words stand there more than once";

function rank({ mending }: { readonly mending: Mending }): number {
  return mending.kind.startsWith("strike") ? 0 : 1;
}

/** Where a mending stands in a later body; why it stands nowhere. */
function relocated(
  mending: Mending,
  before: string,
  body: string,
  mender: Mender,
): readonly Mending[] | string {
  if (mending.kind === "headline")
    return mender.choices().headlines.includes(mending.text) ? [mending] : GONE;
  const places = placesIn(body, mending.at.text);
  if (places.length === 0) return GONE;
  const own = sameOf(mending.at, placesIn(before, mending.at.text), places);
  if (mending.kind === "strike-fact" || mending.kind === "strike-quote")
    return (own === null ? places : [own]).map((at) => ({ kind: mending.kind, at }));
  if (own === null) return UNCLEAR;
  if (mending.kind === "use" || mending.speaker === null) return [{ ...mending, at: own }];
  const { name } = mending.speaker;
  const mentions = mender.choices().speakers.filter((one) => one.name === name);
  const [nearest] = mentions.toSorted(
    (one, other) => Math.abs(one.start - own.start) - Math.abs(other.start - own.start),
  );
  return nearest === undefined
    ? `the article does not name ${name} any more`
    : [{ ...mending, at: own, speaker: nearest }];
}

/** The same one of as many; `null` where there are more or fewer of them now. */
function sameOf({ start }: Words, before: readonly Words[], now: readonly Words[]): Words | null {
  if (before.length !== now.length) return null;
  return now[before.findIndex((one) => one.start === start)] ?? null;
}

/** So many places of the same words are more than anybody means. */
const MOST_PLACES = 50;

/** Where words stand in a body, whatever white space is between them. */
function placesIn(body: string, text: string): readonly Words[] {
  const words = text.split(/\s+/u).filter((word) => word !== "");
  if (words.length === 0) return [];
  const row = new RegExp(words.map(escaped).join("\\s+"), "gu");
  return Array.from(body.matchAll(row))
    .slice(0, MOST_PLACES)
    .map(({ 0: found, index }) => wordsAt(body, { start: index, end: index + found.length }));
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
