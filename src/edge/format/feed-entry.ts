import {
  type Aside,
  type CopyFields,
  copyOf,
  picturing,
  type StatedPicture,
} from "#core/article/copy.ts";
import type { Story } from "#desk/port/copy.ts";
import { commentsIn, hasTooManyTags, parsePage } from "./dom.ts";
import { paragraphsOf, readAll } from "./html-blocks.ts";
import { leftOut } from "./left-out.ts";
import { isTextlessOrder, readStory } from "./story.ts";
import { readParagraphs } from "./unwrap.ts";
import type { MarkedText } from "./xml-blocks.ts";

/** One entry of a feed, whatever the format calls its fields. */
export interface FeedEntry {
  readonly fields: Partial<CopyFields>;
  readonly tags: readonly string[];
  /** What may hold the story, the fullest first. */
  readonly contents: readonly (FeedText | null)[];
  /** Left out: none. */
  readonly pictures?: readonly StatedPicture[];
}

/** An entry with whatever else the feed states of it, in any namespace. */
export interface StatedEntry extends FeedEntry {
  /** WordPress's name of what it is: `post`, `page`, `attachment`; `null` where the feed says nothing. */
  readonly kind: string | null;
  readonly asides: readonly Aside[];
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

// What a content system exports beside its articles (WordPress, `register_post_type`).
const NO_ARTICLE =
  /^(?:page|attachment|revision|nav_menu_item|custom_css|wp_(?:block|template|template_part|navigation|global_styles))$/iu;
const A_PAGE =
  "This entry of the feed is a page, a menu or a file of the site, and no story; nothing of it is posted.";

/** The story of an entry; an order needs none. */
export function storyOf(format: string, entry: StatedEntry): Story {
  const { fields, tags, contents, kind, pictures = [] } = entry;
  const title = fields.title == null ? null : headlineOf(fields.title);
  const part = fields.guid ?? fields.sourceUrl ?? title ?? "entry";
  if (NO_ARTICLE.test(kind ?? "")) return { part, ok: false, reason: A_PAGE };
  for (const content of contents) {
    if (content === null) continue;
    if (hasTooManyTags(content.text)) return { part, ok: false, reason: TOO_MANY_TAGS };
    const text = readText(content);
    const paragraphs = withoutFurniture(text.paragraphs, title);
    if (paragraphs.length === 0) continue;
    const lines = text.paragraphs.flatMap((paragraph) => paragraph.split("\n"));
    const asides = [
      ...asidesOf(entry, content),
      ...text.asides,
      ...leftOut(lines, paragraphs, [title]),
    ];
    const stated = { ...fields, title, tags, asides, ...picturing(pictures) };
    const reading = readStory(format, paragraphs, stated);
    const [story] = reading.ok ? reading.stories : [];
    if (story !== undefined) return { ...story, part };
  }
  const order = copyOf(format, [], { ...fields, title, tags, asides: entry.asides });
  return isTextlessOrder(order)
    ? { part, ok: true, copy: order }
    : { part, ok: false, reason: NO_STORY };
}

// Reads the count that some sites put behind a headline, and change at each comment: Comic day (17 comments)
const COMMENTS = /\s*[([]\d{1,6} comments?[)\]]\s*$/iu;

function headlineOf(stated: string): string | null {
  const line = lineOf({ text: stated, html: null });
  const bare = line?.replace(COMMENTS, "") ?? "";
  return bare === "" ? line : bare;
}

/** A description that is the story is read there; above a fuller text it may say more. */
function asidesOf({ asides, contents }: StatedEntry, used: FeedText): readonly Aside[] {
  if (used === contents[0]) return asides;
  return asides.filter(
    ({ place, field }) =>
      place === "the fields of the feed" ||
      !/^(?:\w+:)?(?:description|summary)$/iu.test(field ?? ""),
  );
}

/** Text on one line, such as a headline, without its markup. */
export function lineOf(text: FeedText): string | null {
  const line = readText(text).paragraphs.join(" ").replace(/\s+/gu, " ").trim();
  return line === "" ? null : line;
}

function readText({ text, html }: FeedText): MarkedText {
  const isHtml = html ?? /<[a-z!/][^<>]*>|&(?:#\d+|#x[\da-f]+|\w+);/iu.test(text);
  if (!isHtml) return { paragraphs: readParagraphs(text.split(/\r?\n/u)), asides: [] };
  const { blocks, asides } = readAll(parsePage(text).documentElement);
  return { paragraphs: paragraphsOf(blocks), asides: [...asides, ...commentsIn(text)] };
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
