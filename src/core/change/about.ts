import { contentKeys } from "#core/brief/candidate.ts";
import { findWords } from "#core/text/words.ts";
import { newsOf, type Reading } from "./reading.ts";

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

function openingOf(reading: Reading): string {
  const ranges = newsOf(reading, OPENING);
  return ranges.map(({ start, end }) => reading.body.slice(start, end)).join(" ");
}

function keysOf(text: string): ReadonlySet<string> {
  return contentKeys(findWords(text));
}
