import { createHash } from "node:crypto";
import type { Aside } from "#core/article/copy.ts";
import type { ReadCopy, Reading, Story, StoryPart } from "#desk/port/copy.ts";
import { chosenAsides, nameAside, withAsides } from "./aside.ts";
import { decode } from "./encoding.ts";
import { languageOf } from "./language.ts";
import { reasonByMagic } from "./magic.ts";
import { quarantine } from "./quarantine.ts";
import type { RawFile, ReadInner, TextFile } from "./reader.ts";
import { BINARY_READERS, TEXT_READERS } from "./readers.ts";
import { isTextlessOrder, NO_STORY } from "./story.ts";
import { textReader } from "./text.ts";

const MEGABYTE = 1024 * 1024;
/** What one file may hold in all, with everything that is packed in it, in bytes. */
const MOST_BYTES = 64 * MEGABYTE;
/** No text of an article is larger; what is, is a dump, and would hold the desk up. */
const MOST_TEXT = 8 * MEGABYTE;
/** A mail with an archive with a document in it is three deep. */
const DEEPEST = 4;
/** More stories than any feed or archive of a newsroom has. */
const MOST_STORIES = 5000;
/** In characters; a shorter text may be a notice that stands in the story as well. */
const SHORTEST_STORY = 200;

/** Makes the port that reads files: by their content first, then by their extension. */
export function createReadCopy(): ReadCopy {
  return async ({ path, bytes }) => {
    const left = { bytes: MOST_BYTES };
    const name = path.slice(path.lastIndexOf("/") + 1);
    const reading = await readAt(1, left)(name, bytes);
    return withAsides(reading, namesIn(path));
  };
}

/** What the names above a file say: `embargo-tuesday/HOLD_harbour.txt`. */
function namesIn(path: string): readonly Aside[] {
  const [file = "", ...folders] = path.split("/").toReversed();
  return [
    ...nameAside("the file name", file),
    ...folders.toReversed().flatMap((folder) => nameAside("the folder name", folder)),
  ];
}

/** What a file may still hold. */
interface Left {
  bytes: number;
}

function readAt(depth: number, left: Left): ReadInner {
  return async (name, bytes) => {
    if (bytes.length === 0) return quarantine("The file is empty; write the story into it.");
    left.bytes -= bytes.length;
    if (left.bytes < 0)
      return quarantine("It holds more than 64 MB; put the stories alone into the folder.");
    if (depth > DEEPEST)
      return quarantine("It lies too deep in other files; put the story itself into the folder.");
    const file = { name, bytes, extension: extensionOf(name) };
    const reading = await readFile(file, readAt(depth + 1, left));
    if (!reading.ok) return reading;
    if (reading.stories.length > MOST_STORIES)
      return quarantine("It holds more than 5,000 stories; split it into smaller files.");
    return { ok: true, stories: told(reading.stories).map(settled) };
  };
}

async function readFile(file: RawFile, readInner: ReadInner): Promise<Reading> {
  const reader = BINARY_READERS.find((candidate) => candidate.recognises(file));
  if (reader !== undefined) return guarded(reader.name, () => reader.read(file, readInner));
  const reason = reasonByMagic(file.bytes);
  if (reason !== null) return quarantine(reason);
  if (file.bytes.length > MOST_TEXT) return quarantine(tooLarge(file.bytes.length));
  const decoded = decode(file.bytes);
  if (!decoded.ok) return quarantine(decoded.reason);
  if (decoded.text.trim() === "") return quarantine("The file is empty; write the story into it.");
  const text: TextFile = { extension: file.extension, text: decoded.text };
  const format = TEXT_READERS.find((candidate) => candidate.recognises(text)) ?? textReader;
  return guarded(format.name, () => format.read(text));
}

function tooLarge(size: number): string {
  const megabytes = Math.ceil(size / MEGABYTE);
  return `The file is too large for an article (${megabytes} MB, at most 8 are read); put the story alone into it.`;
}

/** The libraries throw what they like on hostile input, such as a RangeError for deep nesting. */
async function guarded(name: string, read: () => Reading | Promise<Reading>): Promise<Reading> {
  try {
    return await read();
  } catch (error) {
    return quarantine(
      `The ${name} in this file cannot be read (${faultOf(error)}); save the story anew as plain text.`,
    );
  }
}

function faultOf(error: unknown): string {
  if (error instanceof RangeError) return "it is nested too deeply";
  const [first = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return first.trim().slice(0, 120);
}

/**
 * What holds for every story, whichever format it came in: its language is told in one way, its asides are
 * bounded, and where it has no text it is an order.
 */
function settled(story: Story): Story {
  if (!story.ok) return story;
  const { language, title, body, asides } = story.copy;
  if (body.trim() === "" && !isTextlessOrder(story.copy))
    return { part: story.part, ok: false, reason: NO_STORY };
  const read = languageOf(language, title === null ? body : `${title}\n${body}`);
  // A field that repeats the headline, or the story's beginning, is read there.
  const beside = asides.filter(
    ({ text }) => text !== title && (text.length < SHORTEST_STORY || !body.startsWith(text)),
  );
  return { ...story, copy: { ...story.copy, language: read, asides: chosenAsides(beside) } };
}

/**
 * Letters of a part's name; identifiers of feeds may be texts of any length, and an index of a database holds a key of a few
 * thousand bytes at most.
 */
const LONGEST_PART = 400;
/** Of a hash: enough to tell the stories of one file apart. */
const TELLING = 16;

/** A name that is too long is told by its beginning and by all of it. */
function shortened(part: StoryPart): StoryPart {
  if (part.length <= LONGEST_PART) return part;
  const hash = createHash("sha256").update(part).digest("hex").slice(0, TELLING);
  const start = part.slice(0, LONGEST_PART - TELLING - 1).replace(/[\uD800-\uDBFF]$/u, "");
  return `${start}…${hash}`;
}

/** Two parts of one name, such as two attachments called `story.txt`, are told apart by a number. */
function told(stories: readonly Story[]): readonly Story[] {
  const seen = new Map<string, number>();
  return stories.map((story) => {
    const part = shortened(story.part);
    const before = seen.get(part) ?? 0;
    seen.set(part, before + 1);
    return { ...story, part: before === 0 ? part : `${part} (${before + 1})` };
  });
}

function extensionOf(name: string): string {
  return /\.(?<extension>[\p{L}\p{N}]{1,10})$/u.exec(name)?.groups?.extension?.toLowerCase() ?? "";
}
