import { type Aside, LONGEST_ASIDE } from "#core/article/copy.ts";
import type { Reading, Story } from "#desk/port/copy.ts";
import { isTelling } from "./telling.ts";

/** Where words may stand beside a story, as an editor is told it. Every place that a reader names is here. */
export type Place =
  | "the file name"
  | "the folder name"
  | "above the story"
  | "among the story"
  | "below the story"
  | "beside the story"
  | "the front matter"
  | "a comment"
  | "hidden text"
  | "struck-out text"
  | "the page header"
  | "the page footer"
  | "a text box"
  | "a table"
  | "a note"
  | "a content control"
  | "the document's properties"
  | "the subject of the mail"
  | "the header of the mail"
  | "the text of the mail"
  | "the name of an attachment"
  | "another file in the archive"
  | "a name in the archive"
  | "the comment of the archive"
  | "the fields of the file"
  | "the fields of the item"
  | "the fields of the feed"
  | "the meta elements of the page"
  | "the data of the page"
  | "a time of the page"
  | "the head of the message"
  | "the tail of the message";

/**
 * A name that may say something of release, as words; empty for any other name: two files that differ in
 * theirs alone hold one text.
 */
export function nameAside(place: Place, name: string): readonly Aside[] {
  const words = name
    .replace(/\.[\p{L}\p{N}]{1,10}$/u, "")
    .replaceAll("_", " ")
    .replace(/(?<!\d)-|-(?!\d)/gu, " ");
  return isTelling(name) || isTelling(words) ? asideOf(place, words) : [];
}

/** A value that is longer is carried only where its name or its words may speak of release, in UTF-16 units. */
const LONGEST_FIELD = 1000;
/** How many asides a story has, where none of them may speak of release. */
const MOST_ASIDES = 200;
/** How many it has in all; no newsroom's file has as many, and one that is made to have them is bounded. */
const MOST_TELLING = 2000;

/** Words in no field; empty for blank ones. What is longer than an aside is parted at a line's end, or at a space. */
export function asideOf(place: Place, text: string): readonly Aside[] {
  return piecesOf(tidy(text)).map((piece) => ({ place, field: null, text: piece }));
}

/**
 * A table whose rows have one cell with words each is a box around them: "CONFIDENTIAL" in a frame.
 * One that is longer is how a page was laid out, and holds the story.
 */
export function boxAsides(rows: readonly (readonly string[])[]): readonly Aside[] {
  const filled = rows.map((cells) => cells.filter((cell) => cell.trim() !== ""));
  const text = filled.flat().join("\n");
  const isBox = filled.every((cells) => cells.length <= 1) && text.length <= LONGEST_BOX;
  return isBox ? asideOf("a table", text) : [];
}

/** In UTF-16 units. */
const LONGEST_BOX = 400;

/** What a field states, by the name that the file gives it; empty for a value that says nothing in words. */
export function fieldAside(place: Place, name: string, value: unknown): readonly Aside[] {
  if (!isScalar(value)) return [];
  const text = tidy(value instanceof Date ? value.toISOString() : String(value));
  const telling = isTelling(name) || isTelling(text);
  if (text === "" || (!telling && (text.length > LONGEST_FIELD || NO_WORDS.test(text)))) return [];
  const field = name.trim().slice(0, LONGEST_NAME).toWellFormed();
  return piecesOf(text).map((piece) => ({ place, field, text: piece }));
}

const LONGEST_NAME = 200;
// Reads addresses, data, numbers and hashes, which are no words: https://wire.example/a.jpg, 600, urn:…
const NO_WORDS = /^(?:(?:https?|data|urn|tag|mailto|cid):\S*|[\d.,:;+%#x-]+|[\da-f-]{16,})$/iu;

type Scalar = string | number | bigint | boolean | Date;

function isScalar(value: unknown): value is Scalar {
  if (value instanceof Date) return !Number.isNaN(value.getTime());
  return ["string", "number", "bigint", "boolean"].includes(typeof value);
}

/** What a value of JSON, YAML or TOML states at any depth, each by its path: `release.embargoUntil`. */
export function fieldAsides(
  place: Place,
  value: unknown,
  isStory: (name: string) => boolean = () => false,
): readonly Aside[] {
  const found: Aside[] = [];
  const waiting: { readonly name: string; readonly value: unknown; readonly depth: number }[] = [
    { name: "", value, depth: 0 },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { name, depth } = next;
    if (typeof next.value !== "object" || next.value === null || next.value instanceof Date) {
      found.push(...fieldAside(place, name, next.value));
      continue;
    }
    if (depth >= DEEPEST) continue;
    const isList = Array.isArray(next.value);
    const inside = Object.entries(next.value)
      .filter(([key]) => isList || !isStory(key.toLowerCase()))
      .map(([key, inner]: [string, unknown]) => ({
        name: isList ? name : name === "" ? key : `${name}.${key}`,
        value: inner,
        depth: depth + 1,
      }));
    for (const one of inside.toReversed()) waiting.push(one);
  }
  return found;
}

/** Fields of a newsroom are not nested deeper. */
const DEEPEST = 12;

/** The asides that a story keeps, in their order: each once, and those that may speak of release before the others. */
export function chosenAsides(asides: readonly Aside[]): readonly Aside[] {
  const each = new Map(
    asides.map((aside) => [`${aside.place}\n${aside.field}\n${aside.text}`, aside]),
  );
  const all = [...each.values()];
  if (all.length <= MOST_ASIDES) return all;
  const telling = all.filter(({ field, text }) => isTelling(field ?? "") || isTelling(text));
  const kept = new Set(telling.slice(0, MOST_TELLING));
  for (const aside of all) {
    if (kept.size >= MOST_ASIDES) break;
    kept.add(aside);
  }
  return all.filter((aside) => kept.has(aside));
}

/** A reading whose every story has these asides too: what stands in a mail or an archive speaks for all in it. */
export function withAsides(reading: Reading, asides: readonly Aside[]): Reading {
  if (!reading.ok || asides.length === 0) return reading;
  return { ok: true, stories: reading.stories.map((story) => besides(story, asides)) };
}

export function besides(story: Story, asides: readonly Aside[]): Story {
  if (!story.ok || asides.length === 0) return story;
  return { ...story, copy: { ...story.copy, asides: [...story.copy.asides, ...asides] } };
}

function tidy(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\v\f]/gu, "\n")
    .split("\n")
    .map((line) => line.replace(/\s+/gu, " ").trim())
    .filter((line) => line !== "")
    .join("\n")
    .toWellFormed();
}

function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  while (from < text.length) {
    const end = text.length - from <= LONGEST_ASIDE ? text.length : breakIn(text, from);
    const piece = text.slice(from, end).trim().toWellFormed();
    if (piece !== "") pieces.push(piece);
    from = end;
  }
  return pieces;
}

/** Where a piece may end: at its last line's end, else at its last space. */
function breakIn(text: string, from: number): number {
  const most = from + LONGEST_ASIDE;
  const at = [text.lastIndexOf("\n", most - 1), text.lastIndexOf(" ", most - 1)].find(
    (index) => index > from + LONGEST_ASIDE / 2,
  );
  return at === undefined ? most : at + 1;
}
