import { Marked } from "marked";
import { type Aside, picturing } from "#core/article/copy.ts";
import { asideOf } from "./aside.ts";
import { commentsIn, hasTooManyTags, parsePage } from "./dom.ts";
import { hasFrontMatter, readFrontMatter } from "./front-matter.ts";
import { type Block, paragraphsOf, readAll } from "./html-blocks.ts";
import { quarantine } from "./quarantine.ts";
import type { FormatReader } from "./reader.ts";
import { readStory } from "./story.ts";
import { tagged } from "./tags.ts";

/** Forty thousand words; the parser's work grows faster than its text. */
const MOST_CHARACTERS = 256 * 1024;
/** Marks of emphasis that stand in one paragraph are tried against each other: this many pairs take a second. */
const MOST_PAIRS = 20_000_000;

const TOO_MUCH =
  "There is too much Markdown here for an article; save the story alone as plain text.";

/** Exclamation marks in a row are one text, but for the last: at each the parser would look for an address through all that follow. */
const MARKDOWN = new Marked({
  tokenizer: {
    inlineText(source) {
      const raw = /^!+(?=!)/u.exec(source)?.[0];
      return raw === undefined ? false : { type: "text", raw, text: raw, escaped: false };
    },
  },
});

const EXTENSION = /^(?:md|markdown|mdown|mkdn?)$/u;

/** Markdown (CommonMark and GitHub's tables, strikethrough and task lists) with front matter. */
export const markdownReader: FormatReader = {
  name: "markdown",
  recognises: ({ extension, text }) => EXTENSION.test(extension) || hasFrontMatter(text),
  read({ text }) {
    const matter = readFrontMatter(text);
    if (!matter.ok) return quarantine(matter.reason);
    if (matter.rest.length > MOST_CHARACTERS || emphasisPairs(matter.rest) > MOST_PAIRS) {
      return quarantine(
        "There is too much Markdown here for an article; save the story alone as plain text.",
      );
    }
    const html = MARKDOWN.parse(matter.rest, { async: false, gfm: true });
    if (hasTooManyTags(html)) return quarantine(TOO_MUCH);
    const { blocks, asides } = readAll(parsePage(html).documentElement);
    const { title, story } = splitTitle(blocks, matter.fields.title ?? null);
    const fields = title === null ? matter.fields : { ...matter.fields, title };
    return readStory("markdown", paragraphsOf(story), {
      ...{ ...fields, ...tagged(matter.tags), ...picturing(matter.pictures) },
      asides: [...matter.asides, ...asides, ...commentsIn(html), ...labelsIn(matter.rest)],
    });
  },
};

/** A first heading is the headline where the front matter has none; one that repeats it is no story. */
function splitTitle(
  blocks: readonly Block[],
  title: string | null,
): { title: string | null; story: readonly Block[] } {
  const [first] = blocks;
  if (first?.kind !== "heading" || first.level !== 1) return { title, story: blocks };
  const repeats = title === null || title.toLowerCase() === first.text.toLowerCase();
  return { title: title ?? first.text, story: repeats ? blocks.slice(1) : blocks };
}

/** How Markdown writes a comment that no page shows: `[//]: # (Not before Monday)`. */
function labelsIn(markdown: string): readonly Aside[] {
  const label = /^ {0,3}\[[^\]\n]{1,100}\]:[ \t]*(?:#|<>)[ \t]*["'(](?<text>[^\n]*)["')][ \t]*$/gmu;
  return [...markdown.matchAll(label)].flatMap(({ groups }) =>
    asideOf("a comment", groups?.text ?? ""),
  );
}

function emphasisPairs(markdown: string): number {
  const counts = markdown.split(/\n\s*\n/u).map((block) => block.match(/[*_~`]/gu)?.length ?? 0);
  return counts.reduce((sum, count) => sum + count * count, 0);
}
