import type { CopyFields, CopyLists } from "#core/article/copy.ts";
import type { Reading, Story } from "#desk/port/copy.ts";
import { quarantine } from "./quarantine.ts";
import { joined, readStory } from "./story.ts";

/** What one item of a wire format states, and the paragraphs of its story. */
export interface WireItem {
  readonly format: string;
  readonly stated: Partial<CopyFields & CopyLists>;
  readonly paragraphs: readonly string[];
}

const NO_TEXT =
  "This item holds no text of its own, such as a picture, a package or a pointer; put the story itself into the folder.";

/** The stories of a file: one is the file itself, several are named by their guids. */
export function wireReading(items: readonly WireItem[]): Reading {
  const [first, another] = items;
  if (first === undefined) return quarantine(NO_TEXT);
  const stories = items.map(
    (item, index): Story => storyOf(item, another === undefined ? "" : partOf(item, index)),
  );
  const [only] = stories;
  if (another === undefined && only?.ok === false) return quarantine(only.reason);
  return { ok: true, stories };
}

function partOf({ stated }: WireItem, index: number): string {
  return stated.guid ?? stated.slug ?? stated.title ?? `item ${index + 1}`;
}

function storyOf({ format, stated, paragraphs }: WireItem, part: string): Story {
  const { embargo = null, ...rest } = stated;
  const reading = readStory(format, withoutTitle(paragraphs, stated.title ?? null), rest);
  const [story] = reading.ok ? reading.stories : [];
  if (story?.ok !== true) return { part, ok: false, reason: NO_TEXT };
  // Most agencies leave an earlier moment in the field when the words above the story name a later one.
  const { copy } = story;
  return { part, ok: true, copy: { ...copy, embargo: joined("; ", copy.embargo, embargo) } };
}

/** The first that a browser can open; most identifiers are names, such as `urn:` and `tag:`. */
export function webAddress(...candidates: readonly (string | null)[]): string | null {
  return candidates.find((one) => one !== null && /^https?:\/\/[^\s<>"]+$/iu.test(one)) ?? null;
}

/** Some repeat the headline above their story. */
function withoutTitle(paragraphs: readonly string[], title: string | null): readonly string[] {
  const [first = "", ...rest] = paragraphs;
  const repeats = title !== null && first.toLowerCase() === title.trim().toLowerCase();
  return repeats && rest.length > 0 ? rest : paragraphs;
}

/** What is stated, without what is not: one part of a document may state what another leaves open. */
export function present<T extends object>(stated: T): Partial<T> {
  const entries = Object.entries(stated).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(entries) as Partial<T>; // every entry is one of T's own
}
