import type { Article } from "#core/article/article.ts";
import { type Copy, copyOf } from "#core/article/copy.ts";
import { makeArticle } from "#core/article/make.ts";

/** Wednesday. */
export const TAKEN_IN = Date.UTC(2025, 4, 7, 12);

export const STORY = [
  "OSLO, May 7 (Harbour News) – At least 12 people were killed and 30 injured when a pier collapsed in Oslo harbour on Wednesday, police said.",
  "The pier had been closed for repairs since March, according to the harbour master, Ann Field.",
  "“We had warned the city twice,” Field said in a statement.",
];

/** An article whose copy states this; what is left out is that of one story. */
export function articleOf(
  stated: Partial<Copy> = {},
  paragraphs: readonly string[] = STORY,
  path = "news/pier.txt",
): Article {
  const copy = copyOf("text", paragraphs, { title: "Pier collapses in Oslo harbour", ...stated });
  return makeArticle(copy, {
    ...{ id: "p13r", revision: 1, path, contentHash: "00ff", takenIn: TAKEN_IN },
  });
}
