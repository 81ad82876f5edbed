import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Article } from "#core/article/article.ts";
import { type Audience, audienceOf, type Readers } from "#core/article/audience.ts";
import { topic } from "./ordered.ts";

/** Whom a verb looks for; `null`: the desk itself, from which nothing is kept but what is held. */
export type For = Readers | null;

/** The audiences as the column has them: whatever is for one is for those of a higher number as well. */
const NUMBERS: readonly Audience[] = ["public", null, "internal"];

/** For the desk alone, as the column has it. */
export const NARROWEST = NUMBERS.indexOf("internal");

/** The column that `isFor` asks: for whom an article is by its copy alone, whatever the config says of its section. */
export function audienceColumn(article: Article): number {
  return NUMBERS.indexOf(audienceOf(article, { internalSections: [] }));
}

/**
 * The one condition by which an article may be shown to these readers, as `mayRead` says it of one: every verb asks here, by
 * `isOut`. Sections are asked for anew each time, since the config says which are the desk's.
 */
export function isFor(readers: For, table = "article"): RawBuilder<SqlBool> {
  if (readers === null || readers.audience === "internal") return sql<SqlBool>`1 = 1`;
  const column = (name: string) => sql.ref(`${table}.${name}`);
  const isWide = sql<SqlBool>`${column("audience")} <= ${NUMBERS.indexOf(readers.audience)}`;
  const sections = readers.internalSections.map(topic);
  if (sections.length === 0) return sql<SqlBool>`(${isWide})`;
  return sql<SqlBool>`(${isWide}
    and (${column("section")} is null or ${column("section")} not in (${sql.join(sections)})))`;
}
