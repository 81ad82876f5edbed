import type { Aside, CopyFields, CopyLists } from "#core/article/copy.ts";
import { isReleaseLabel } from "#core/text/release-label.ts";
import type { Reading } from "#desk/port/copy.ts";
import { asideOf } from "./aside.ts";
import { type Block, paragraphsOf } from "./html-blocks.ts";
import { quarantine } from "./quarantine.ts";
import { readStory } from "./story.ts";
import { splitTags, tagged } from "./tags.ts";
import { readWireText } from "./wire-text.ts";

/** How many blocks may stand above a document's headline: slug, embargo, letterhead. */
const TOP = 8;
/** More columns than a line that was wrapped by hand has. */
const WIDEST_LINE = 132;
/** Fewer: shorter lines are headlines and items. */
const NARROWEST_LINE = 35;
/** More letters than a book has. */
const MOST_LETTERS = 1_000_000;
const TOO_LONG = "This document holds more text than any article; save the story alone.";

/** Says whether paragraphs hold more text than an article can have. */
export function isTooLong(texts: readonly string[]): boolean {
  return texts.reduce((sum, { length }) => sum + length + 1, 0) > MOST_LETTERS;
}

/** What a document says of itself outside its text. */
export interface DocumentProperties {
  /** Often left over from the document before: it counts only where the text has no headline. */
  readonly title: string | null;
  readonly subheadline?: string | null;
  readonly tags?: readonly string[];
  /** What it holds beside its story. */
  readonly asides?: readonly Aside[];
}

/**
 * Copy from a word processor: the first heading is the headline, and where the document has none, its
 * opening is read as plain text is.
 */
export function readDocument(
  format: string,
  blocks: readonly Block[],
  properties: DocumentProperties,
): Reading {
  if (isTooLong(blocks.map(({ text }) => text))) return quarantine(TOO_LONG);
  const { tags = [], subheadline = null, asides = [] } = properties;
  const stated: Partial<CopyFields & CopyLists> = {
    asides: [...asides, ...tablesIn(blocks)],
    ...(subheadline === null ? {} : { subheadline }),
    ...tagged(tags),
  };
  const heading = titleAmong(blocks);
  if (heading !== null) {
    const rest = blocks.filter((block) => block !== heading);
    return readStory(format, paragraphsOf(rest), { ...stated, title: oneLine(heading.text) });
  }
  return readLines(format, paragraphsOf(blocks), properties.title, stated);
}

/** Copy whose lines are all alike, such as typed text: headline and header lines are told by how they read. */
function readLines(
  format: string,
  lines: readonly string[],
  title: string | null,
  stated: Partial<CopyFields & CopyLists>,
): Reading {
  const wire = readWireText(lines.join(isTyped(lines) ? "\n" : "\n\n"));
  const { fields, paragraphs } = wire;
  const { tags: tagLine, ...others } = fields;
  const named = others.title ?? usableTitle(title);
  return readStory(format, paragraphs, {
    ...others,
    ...(named === null ? {} : { title: named }),
    ...tagged(splitTags(tagLine ?? "")),
    ...{ ...stated, asides: [...(stated.asides ?? []), ...wire.asides] },
  });
}

/** A row without the marks between its cells, which may part a notice from its moment: `Embargo | 5 January`. */
function tablesIn(blocks: readonly Block[]): readonly Aside[] {
  const rows = blocks.filter(({ text }) => text.includes(" | "));
  return rows.flatMap(({ text }) => asideOf("a table", text.replaceAll(" | ", " ")));
}

/** Lines that were wrapped by hand stop in mid-sentence, and blank ones part their paragraphs. */
function isTyped(lines: readonly string[]): boolean {
  const inner = lines.filter(
    (line, at) => line.trim() !== "" && (lines[at + 1] ?? "").trim() !== "",
  );
  const wrapped = inner.filter(
    (line) => line.length >= NARROWEST_LINE && !/[.!?:]["”’»)]*\s*$/u.test(line),
  );
  return (
    wrapped.length >= 2 &&
    wrapped.length * 2 >= inner.length &&
    lines.some((line) => line.trim() === "") &&
    lines.every((line) => line.length <= WIDEST_LINE)
  );
}

/** The highest heading at the top; the first of several. */
function titleAmong(blocks: readonly Block[]): Block | null {
  // A heading below a paragraph is a cross-heading.
  const paragraph = blocks.findIndex(({ text }) => text.length > WIDEST_LINE);
  const top = blocks.slice(0, paragraph === -1 ? TOP : Math.min(TOP, paragraph));
  const headings = top.filter(({ kind, text }) => kind === "heading" && !isReleaseLabel(text));
  const highest = Math.min(...headings.map(({ level }) => level));
  return headings.find(({ level }) => level === highest) ?? null;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

// Reads what programs write when nobody gave a title: Microsoft Word - story.docx, Document1, Untitled, story.indd
const NO_TITLE =
  /^(?:microsoft \w+ - .*|(?:document|untitled|unbenannt|dokument|title|slide|page|scan)[\s_-]*\d*|.*\.(?:docx?|odt|rtf|pdf|indd|txt|qxp|pages|html?))$/iu;

function usableTitle(title: string | null): string | null {
  const text = oneLine(title ?? "");
  return text === "" || NO_TITLE.test(text) || !text.includes(" ") ? null : text;
}
