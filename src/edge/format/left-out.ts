import type { Aside } from "#core/article/copy.ts";
import { asideOf, type Place } from "./aside.ts";

/** How far ahead a line is looked for where the story does not go on with it, in letters: the work stays linear. */
const AHEAD = 2000;
/** Fewer letters may stand anywhere in a story by chance. */
const FEWEST_LETTERS = 24;

/** Where the lines that a reader left out are told to stand. */
export interface LeftOutPlaces {
  readonly above: Place;
  readonly among: Place;
  readonly below: Place;
}

const PLACES: LeftOutPlaces = {
  above: "above the story",
  among: "among the story",
  below: "below the story",
};

/**
 * What a reader did not take into the story: header lines, end marks and what stands behind them, page
 * turns, boxes. Whoever looks for notices reads it, whatever the reader took it for.
 *
 * @param lines all that the file shows, in its order
 * @param story what was taken of it, in the same order
 * @param known what is read elsewhere, such as the headline
 */
export function leftOut(
  lines: readonly string[],
  story: readonly string[],
  known: readonly (string | null | undefined)[] = [],
  places: LeftOutPlaces = PLACES,
): readonly Aside[] {
  // A line without a letter, such as a rule, says nothing.
  const told = new Set(["", ...known.map((text) => lettersOf(text ?? ""))]);
  const taken = takenLines(lines, story);
  const first = taken.indexOf(true);
  const last = taken.lastIndexOf(true);
  const runs = new Map<Place, string[]>();
  for (const [index, line] of lines.entries()) {
    if (taken[index] === true || told.has(lettersOf(line))) continue;
    const place =
      first === -1 || index < first ? places.above : index > last ? places.below : places.among;
    const run = runs.get(place);
    if (run === undefined) runs.set(place, [line]);
    else run.push(line);
  }
  return [...runs].flatMap(([place, run]) => asideOf(place, run.join("\n")));
}

/** Says of each line whether it stands in the story; goes through both side by side, once. */
function takenLines(lines: readonly string[], story: readonly string[]): readonly boolean[] {
  const letters = lettersOf(story.join("\n"));
  let at = 0;
  return lines.map((line) => {
    const own = lettersOf(line);
    if (own === "") return false;
    const found = foundAt(letters, own, at);
    if (found !== -1) at = found + own.length;
    return found !== -1;
  });
}

function foundAt(letters: string, own: string, at: number): number {
  if (letters.startsWith(own, at)) return at;
  if (own.length < FEWEST_LETTERS) return -1;
  const found = letters.slice(at, at + AHEAD + own.length).indexOf(own);
  return found === -1 ? -1 : at + found;
}

/** Typesetting, wrapping and bullets change no letter. */
function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
