import { isFurniture } from "./furniture.ts";

/** What stands under so many stories of a source, this one among them, is the source's own. */
const STORIES = 3;
/** Shorter lines are sub-heads that any story may have; longer ones are no boilerplate. */
const FEWEST_LETTERS = 12;
const MOST_LETTERS = 1500;
/** Of the letters of the shorter text: from here on two texts are one story, told again. */
const SAME_STORY = 0.7;
/** Where more of a text is repeated than this, it is a copy, of which nothing is left out. */
const MOST_REPEATED = 0.6;
const MOST_LINES = 2000;

/** A line as it is compared: letters and figures alone. */
export function lineKey(line: string): string {
  return line.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * Finds the lines of a body that its source repeats under three stories or more ("The Gazette is
 * part of …"), by their keys; none that are furniture anyway. An earlier text of the same story is no other story.
 *
 * @param others bodies of the same source, in any order
 */
export function findRepeated(body: string, others: readonly string[]): readonly string[] {
  const own = readKeys(body);
  const stories: Keys[] = [own];
  for (const other of others) {
    const keys = readKeys(other);
    if (!stories.some((story) => shared(story, keys) >= SAME_STORY)) stories.push(keys);
  }
  if (stories.length < STORIES) return [];
  const repeated = [...own.lines].filter(
    ([key]) => stories.filter(({ lines }) => lines.has(key)).length >= STORIES,
  );
  const letters = repeated.reduce((sum, [key]) => sum + key.length, 0);
  if (letters > own.letters * MOST_REPEATED) return [];
  return repeated.filter(([, line]) => !isFurniture(line)).map(([key]) => key);
}

interface Keys {
  /** Each line by its key. */
  readonly lines: ReadonlyMap<string, string>;
  readonly letters: number;
}

function readKeys(body: string): Keys {
  const lines = new Map<string, string>();
  let letters = 0;
  for (const line of body.split("\n", MOST_LINES)) {
    if (line.length > MOST_LETTERS) {
      letters += line.length;
      continue;
    }
    const key = lineKey(line);
    letters += key.length;
    if (key.length >= FEWEST_LETTERS) lines.set(key, line.trim());
  }
  return { lines, letters };
}

function shared(one: Keys, other: Keys): number {
  let letters = 0;
  for (const key of one.lines.keys()) if (other.lines.has(key)) letters += key.length;
  return letters / Math.max(1, Math.min(one.letters, other.letters));
}
