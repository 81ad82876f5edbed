import { sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { Filed } from "#core/digest/edition.ts";
import { later } from "./later.ts";
import { placesOf, sourcesOf, speakersOf } from "./named.ts";
import { addNames, dropNames } from "./names.ts";
import type { Database } from "./schema.ts";
import { say, WORDS_COLUMN } from "./tongue.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { toColumn, toNames, type WordColumns } from "./words.ts";

/** Stores all by which readers find an article that stands in its table: call it within the transaction that files it. */
export async function fillIndex(
  writing: Database,
  filed: Filed,
  vocabulary: Vocabulary,
): Promise<void> {
  await fillWords(writing, filed, vocabulary);
  await addNames(writing, [filed]);
}

/** Takes out all by which readers find an article, before its row is changed. */
export async function dropIndex(writing: Database, id: ArticleId): Promise<void> {
  const row = sql`(select newness from article where id = ${id})`;
  for (const table of ["article_words", "headline_words"])
    await later(writing, sql`delete from ${sql.table(table)} where ${WORDS_COLUMN} = ${row}`);
  await dropNames(writing, id);
}

/** Stores its words, which are found, and by which a slip is understood. */
export async function fillWords(
  writing: Database,
  filed: Filed,
  vocabulary: Vocabulary,
): Promise<void> {
  await vocabulary.add(writing, Object.values(await fillFullText(writing, filed)));
}

/**
 * Stores its words in the full-text tables alone.
 * @returns what is stored of it
 */
export async function fillFullText(writing: Database, filed: Filed): Promise<WordColumns> {
  const { id, title, byline, tags, body } = filed.article;
  const { headline } = filed.brief;
  const head = toColumn(title === null || title === headline ? headline : `${headline} ${title}`);
  const columns = {
    ...{ headline: head, byline: toColumn(byline ?? ""), tags: toColumn(tags.join(" ")) },
    ...{ body: toColumn(body), source: toNames(sourcesOf(filed)) },
    ...{ speakers: toNames(speakersOf(filed)), places: toNames(placesOf(filed)) },
  };
  await later(writing, sql`${say((tongue) => tongue.storeWords(id, columns))}`);
  await later(writing, sql`${say((tongue) => tongue.storeHeadline(id, toColumn(headline)))}`);
  return columns;
}
