import type { ArticleId } from "#core/article/article.ts";
import type { Item } from "#core/digest/edition.ts";
import { cutAtWord } from "./cut.ts";
import { isLong } from "./in-sections.ts";
import type { Entry, Message, Section } from "./message.ts";

/** UTF-16 units of a headline in the list: each stands below it once more. */
const ENTRY_MOST = 90;

/** What is in a long edition, in its order; nothing for a short one, which is seen at a glance. */
export function contentsOf(items: readonly Item[]): readonly Section[] {
  if (!isLong(items)) return [];
  const entries = items.map(({ filed: { article, brief } }) =>
    entryOf(article.id, brief.headline, article.sourceUrl),
  );
  const beside = items.map(({ filed }) => filed.article.id);
  return [{ blocks: [{ kind: "contents", entries }], beside }];
}

/** A headline in the list. */
export function entryOf(about: ArticleId, headline: string, href: string | null): Entry {
  return { about, text: cutAtWord(headline, ENTRY_MOST), ...(href !== null && { href }) };
}

/** The entry of an article in what is posted; `null` where it has none. */
export function entryIn({ sections }: Message, about: ArticleId): Entry | null {
  return (
    sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === "contents" ? block.entries : []))
      .find((entry) => entry.about === about) ?? null
  );
}

/** The list with another entry of an article; a message without one stays as it is. */
export function relisted(posted: Message, entry: Entry): Message {
  if (entryIn(posted, entry.about) === null) return posted;
  const sections = posted.sections.map((one) => ({
    ...one,
    blocks: one.blocks.map((block) =>
      block.kind === "contents"
        ? {
            ...block,
            entries: block.entries.map((old) => (old.about === entry.about ? entry : old)),
          }
        : block,
    ),
  }));
  return { ...posted, sections };
}
