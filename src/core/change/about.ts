import { contentKeys } from "#core/brief/candidate.ts";
import { incidentsIn } from "#core/text/happening.ts";
import { findWords } from "#core/text/words.ts";
import { openingOf as ledeOf, newsOf, type Reading } from "./reading.ts";

/** Sentences that a report says in what it is about. */
const OPENING = 4;
/** Shorter openings may say the same in a few other words. */
const FEWEST_WORDS = 20;
const FEWEST_SHARED = 3;

/**
 * Says whether a report's opening tells of what its headline and what is known tell of. Under some headlines stands
 * another story's text, out of a page that was read badly.
 */
export function isAbout(now: Reading, known: readonly Reading[]): boolean {
  const told = keysOf(openingOf(now));
  if (told.size < FEWEST_WORDS) return true;
  const texts = known.map((one) => `${one.filing.brief.headline} ${openingOf(one)}`);
  const matter = keysOf([now.filing.brief.headline, ...texts].join(" "));
  return told.intersection(matter).size >= FEWEST_SHARED;
}

/** So much of what a report says first stands in what the known ones say first. */
const TIED = 0.25;

/**
 * Says whether a report says first, in its headline or lede, what the known reports are about by their headlines and ledes:
 * two reports that share a name and a background are not of one matter yet. In doubt nothing of it is a change.
 */
export function isTied(now: Reading, known: readonly Reading[]): boolean {
  const matter = keysOf(
    known.map((one) => `${one.filing.brief.headline}\n${ledeOf(one)}`).join("\n"),
  );
  return [now.filing.brief.headline, ledeOf(now)].some((text) => {
    const told = keysOf(text);
    return told.size > 0 && told.intersection(matter).size >= told.size * TIED;
  });
}

/**
 * Says whether a report and one that is known tell of an incident of one kind, in headline or lede: a fire, a crash, a trial. Of
 * what goes on for months (an election, a war of words) nobody can tell from the words what was told before, or of which day it is.
 */
export function isOfOneIncident(now: Reading, known: readonly Reading[]): boolean {
  const own = new Set(incidentsOf(now));
  return known.some((one) => incidentsOf(one).some((kind) => own.has(kind)));
}

function incidentsOf(reading: Reading): readonly string[] {
  return incidentsIn(keysOf(`${reading.filing.brief.headline}\n${ledeOf(reading)}`));
}

/** As much of a report as says what it is about, in letters. */
const TOP = 1500;

/**
 * How alike a report and the nearest of the known ones are in the words that say something: their number in common over the
 * geometric mean of both, from 0 to 1.
 */
export function likeness(now: Reading, known: readonly Reading[]): number {
  const own = topKeys(now);
  const each = known.map((one) => {
    const other = topKeys(one);
    return own.intersection(other).size / Math.sqrt(Math.max(1, own.size * other.size));
  });
  return Math.max(0, ...each);
}

function topKeys({ body }: Reading): ReadonlySet<string> {
  return keysOf(body.slice(0, TOP));
}

/** The share of a report's headline that none of these texts has. */
export function novelty(now: Reading, texts: readonly string[]): number {
  const told = keysOf(now.filing.brief.headline);
  const known = new Set(texts.flatMap((text) => [...keysOf(text)]));
  return told.size === 0 ? 0 : told.difference(known).size / told.size;
}

function openingOf(reading: Reading): string {
  const ranges = newsOf(reading, OPENING);
  return ranges.map(({ start, end }) => reading.body.slice(start, end)).join(" ");
}

function keysOf(text: string): ReadonlySet<string> {
  return contentKeys(findWords(text));
}
