import { type SqlBool, sql } from "kysely";
import type { Order } from "#core/digest/verdict.ts";
import { say } from "./tongue.ts";

/** A section or tag as it is compared: `isOrdered` disregards case and the space around it. */
export function topic(name: string): string {
  return name.trim().toLowerCase();
}

/**
 * Leaves out, before they are read, articles that a subscription did not order: a channel for one
 * section would else read all the others' articles at every slot. It may let through more than
 * `isOrdered`, which has the last word, but never less; the store's contract holds it to that.
 */
export function mayBeOrdered({ sections, tags }: Order) {
  const inSection = sql<SqlBool>`article.section in (${sql.join(sections.map(topic))})`;
  const hasTag = sql<SqlBool>`exists (
    select 1 from ${say((tongue) => tongue.elementsOf("article.tags", "tag"))} where tag.value in (${sql.join(tags.map(topic))})
  )`;
  const anything = sql<SqlBool>`true`;
  return sql<SqlBool>`(${sections.length === 0 ? anything : inSection}
    and ${tags.length === 0 ? anything : hasTag})`;
}
