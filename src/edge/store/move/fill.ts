import { latestRevisions, toFiled } from "../filed.ts";
import { fillWords } from "../index-article.ts";
import type { Writing } from "../schema.ts";
import { Vocabulary } from "../vocabulary.ts";
import { nextBatch } from "./rows.ts";

const FIRST_ARTICLES = 16;

/**
 * Fills the full-text tables from the articles: the two databases hold words in different ways. Names are
 * rows as others are, and were copied.
 *
 * @param came is told of each batch
 */
export async function fillFromArticles(
  db: Writing,
  came: (articles: number) => void,
): Promise<void> {
  const vocabulary = new Vocabulary();
  let [last, most] = [0, FIRST_ARTICLES];
  for (;;) {
    const rows = await latestRevisions(db)
      .select(["article.number", "latest.article", "latest.brief"])
      .where("article.number", ">", last)
      .orderBy("article.number")
      .limit(most)
      .execute();
    for (const row of rows) await fillWords(db, toFiled(row), vocabulary);
    came(rows.length);
    if (rows.length < most) return;
    last = rows.at(-1)?.number ?? last;
    most = nextBatch(
      rows.length,
      rows.reduce((sum, { article, brief }) => sum + article.length + brief.length, 0),
    );
  }
}
