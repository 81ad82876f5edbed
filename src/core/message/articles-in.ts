import type { ArticleId } from "#core/article/article.ts";
import type { Message } from "./message.ts";

/** The articles that a message shows something of, in the order in which they stand there, each once. */
export function articlesIn({ sections }: Pick<Message, "sections">): readonly ArticleId[] {
  return [...new Set(sections.flatMap(({ about }) => about ?? []))];
}
