import { type Copy, copyOf } from "#core/article/copy.ts";
import { splitTags } from "./tags.ts";
import { readWireText } from "./wire-text.ts";

/**
 * Copy of a text that is known to be plain, whatever it looks like, with the headline that came
 * beside it. Every text is copy here: a headline alone, or nothing at all.
 */
export function plainCopy(text: string, title: string | null): Copy {
  const { fields, paragraphs, asides } = readWireText(text);
  const { tags, ...others } = fields;
  const own = fields.title ?? null;
  // A line that only looked like a headline, because the real one came beside it, is story.
  const isStory = own !== null && title !== null && !isSame(own, title);
  const story = isStory ? [own, ...paragraphs] : paragraphs;
  const body = story.length === 0 ? [text.trim()] : story;
  return copyOf("text", body, {
    ...others,
    title: title ?? own,
    tags: splitTags(tags ?? ""),
    asides,
  });
}

function isSame(one: string, other: string): boolean {
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return letters(one) === letters(other);
}
