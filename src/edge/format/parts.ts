import type { Reading, Story } from "#desk/port/copy.ts";

/** The stories of a file that lies in another, under its name there: `inner/path`, `inner/path#part`. */
export function partsOf(name: string, reading: Reading): readonly Story[] {
  if (!reading.ok) return [{ part: name, ok: false, reason: reading.reason }];
  return reading.stories.map((story) => ({
    ...story,
    part: story.part === "" ? name : `${name}#${story.part}`,
  }));
}

/** A name is shown to editors, whatever it was made to do. */
export function printable(name: string): string {
  const shown = name
    .replace(/\p{Cc}/gu, "�")
    .slice(0, 500)
    .toWellFormed();
  return shown.trim() === "" ? "(no name)" : shown;
}
