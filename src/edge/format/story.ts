import type { Reading } from "#desk/port.ts";
import { dropWireMarks } from "./end-mark.ts";
import type { HeaderField } from "./header-line.ts";
import { quarantine } from "./quarantine.ts";
import { splitTags } from "./tags.ts";
import { copyOf, takeHeaders } from "./wire-text.ts";

type Fields = Readonly<Partial<Record<Exclude<HeaderField, "tags">, string>>>;

/**
 * Copy from paragraphs whose markup has been read. The lines that wire copy has above and below its
 * story are taken off here too; a field that the markup states counts before one of them.
 */
export function readStory(
  format: string,
  paragraphs: readonly string[],
  stated: Fields,
  tags: readonly string[],
): Reading {
  const above: Partial<Record<HeaderField, string>> = {};
  const story = takeHeaders(dropWireMarks(paragraphs), above).filter((text) => text.trim() !== "");
  if (story.length === 0) {
    return quarantine("There is no story in this file, only its heading; put the text below it.");
  }
  const { tags: tagLine, ...fields } = above;
  const allTags = tags.length > 0 ? tags : splitTags(tagLine ?? "");
  return { ok: true, copy: copyOf(format, { ...fields, ...stated }, allTags, story) };
}
