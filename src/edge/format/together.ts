import type { Aside, Copy } from "#core/article/copy.ts";
import type { Reading, Story } from "#desk/port/copy.ts";
import { asideOf, withAsides } from "./aside.ts";
import { decode } from "./encoding.ts";
import { reasonByMagic } from "./magic.ts";
import { partsOf } from "./parts.ts";

/** A file that came with others, in an archive or a mail. */
export interface Companion {
  /** As the stories in it are told by: `folder/story.txt`. */
  readonly name: string;
  readonly reading: Reading;
  /** What it says to whoever handles the others; empty for one that is only a story of its own. */
  readonly note: string;
}

/** In bytes; longer notes are no notes. */
const LONGEST_NOTE = 32 * 1024;
/** In characters: what is shorter is a word to the desk beside the stories, whatever its name. */
const SHORTEST_STORY = 200;
// Reads: README.txt, 00_Notes.txt, cover letter.docx, embargo.txt, Hinweise.txt, LISEZMOI.txt
const NOTE_NAME =
  /(?<!\p{L})(?:read[\s_-]?me|notes?|info(?:rmation)?|instructions?|cover(?:ing)?|letter|advisory|terms|conditions|embargo\p{L}*|hold|release|restrictions?|hinweise?|lies[\s_-]?mich|anschreiben|lisez[\s_-]?moi|l[eé]a?me|leggimi|leesmij|leia[\s_-]?me|czytaj|uwagi)(?!\p{L})/iu;

/** A file that has been read, with what it says of the others. */
export function companionOf(name: string, bytes: Uint8Array, reading: Reading): Companion {
  return { name, reading, note: noteIn(name, bytes, reading) };
}

/** More notes than these are handed on as one text, to each story the same. */
const MOST_APART = 50;

/** The stories of files that came together: each has beside it what the others say. */
export function storiesTogether(companions: readonly Companion[]): readonly Story[] {
  const notes = companions.filter(({ note }) => note !== "");
  const apart = notes.length <= MOST_APART;
  const all = apart
    ? notes.flatMap(asidesOf)
    : asideOf(PLACE, notes.map(({ note }) => note).join("\n"));
  return companions.flatMap((companion) => {
    const { name, reading, note } = companion;
    const others =
      note === "" || !apart ? all : notes.filter((one) => one !== companion).flatMap(asidesOf);
    return partsOf(name, withAsides(reading, others));
  });
}

function asidesOf({ note }: Companion): readonly Aside[] {
  return asideOf(PLACE, note);
}

const PLACE = "another file in the archive";

function noteIn(name: string, bytes: Uint8Array, reading: Reading): string {
  const copies = reading.ok
    ? reading.stories.flatMap((story) => (story.ok ? [story.copy] : []))
    : [];
  const isNamed = NOTE_NAME.test(name.slice(name.lastIndexOf("/") + 1));
  if (copies.length > 0) {
    const isShort = copies.every(({ body }) => body.length < SHORTEST_STORY);
    return isNamed || isShort ? copies.map(wordsOf).join("\n").slice(0, LONGEST_NOTE) : "";
  }
  if (!reading.ok && reading.said !== undefined) return reading.said.slice(0, LONGEST_NOTE);
  if (bytes.length > LONGEST_NOTE || reasonByMagic(bytes) !== null) return "";
  const decoded = decode(bytes);
  return decoded.ok ? decoded.text : "";
}

function wordsOf({
  title,
  subheadline,
  status,
  embargo,
  editorNote,
  usageTerms,
  body,
}: Copy): string {
  return [title, subheadline, status, embargo, editorNote, usageTerms, body]
    .filter((text) => text !== null)
    .join("\n");
}
