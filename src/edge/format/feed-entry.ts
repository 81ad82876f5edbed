import type { CopyFields } from "#core/article/copy.ts";
import type { Story } from "#desk/port.ts";
import { hasTooManyTags, parsePage } from "./dom.ts";
import { paragraphsOf, readBlocks } from "./html-blocks.ts";
import { readStory } from "./story.ts";
import { readParagraphs } from "./unwrap.ts";

/** One entry of a feed, whatever the format calls its fields. */
export interface FeedEntry {
  readonly fields: Partial<CopyFields>;
  readonly tags: readonly string[];
  /** What may hold the story, the fullest first. */
  readonly contents: readonly (FeedText | null)[];
}

/** Text of an entry; `html` is `null` where the feed does not say whether it is HTML. */
export interface FeedText {
  readonly text: string;
  readonly html: boolean | null;
}

// Reads a line of links among the story: Related: Harbour closes after storm
const RELATED =
  /^(?:related|see also|read more|also read)(?: (?:stories|articles|content))?:\s[^\n]{0,200}(?<![.!?]["”’]?)$/iu;

const NO_STORY =
  "This entry of the feed has a headline and no story; open its link, and put the story itself into the folder.";
const TOO_MANY_TAGS =
  "This entry of the feed has too many elements to be an article; save its story as plain text.";

// Reads what sites put below the text of an entry: Continue reading..., The post X appeared first on Y.
const FURNITURE =
  /^(?:(?:continue reading|read (?:more|on|the full (?:story|article|post))|more|full story|weiterlesen|mehr|lire la suite|leer más|leggi tutto)\W*|the post .{1,300} (?:appeared first|first appeared) on .{1,120}|comments)$/iu;

/** The story of an entry. */
export function storyOf(format: string, { fields, tags, contents }: FeedEntry): Story {
  const title = fields.title == null ? null : lineOf({ text: fields.title, html: null });
  const part = fields.guid ?? fields.sourceUrl ?? title ?? "entry";
  for (const content of contents) {
    if (content === null) continue;
    if (hasTooManyTags(content.text)) return { part, ok: false, reason: TOO_MANY_TAGS };
    const paragraphs = withoutFurniture(readText(content), title);
    if (paragraphs.length === 0) continue;
    const reading = readStory(format, paragraphs, { ...fields, title, tags });
    const [story] = reading.ok ? reading.stories : [];
    if (story !== undefined) return { ...story, part };
  }
  return { part, ok: false, reason: NO_STORY };
}

/** Text on one line, such as a headline, without its markup. */
export function lineOf(text: FeedText): string | null {
  const line = readText(text).join(" ").replace(/\s+/gu, " ").trim();
  return line === "" ? null : line;
}

function readText({ text, html }: FeedText): readonly string[] {
  const isHtml = html ?? /<[a-z!/][^<>]*>|&(?:#\d+|#x[\da-f]+|\w+);/iu.test(text);
  if (!isHtml) return readParagraphs(text.split(/\r?\n/u));
  return paragraphsOf(readBlocks(parsePage(text).documentElement));
}

/** The headline again at the top, and the site's own lines at the bottom, are no story. */
function withoutFurniture(paragraphs: readonly string[], title: string | null): readonly string[] {
  const story = paragraphs.filter(
    (text, index) => (index > 0 || !isSame(text, title)) && !RELATED.test(text),
  );
  while (FURNITURE.test(story.at(-1)?.trim() ?? "")) story.pop();
  return story;
}

function isSame(text: string, title: string | null): boolean {
  const letters = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return title !== null && letters(text) === letters(title);
}
