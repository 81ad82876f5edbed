import { sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import { isOut, toFiled } from "./filed.ts";
import type { Database, RevisionTable } from "./schema.ts";
import { JOIN, say } from "./tongue.ts";

/** Articles that are kept as they were read: more than come in within the slots of most places, or than a first edition looks at. */
const MOST_KEPT = 600;

/** By the stamp of the text, so that what is restated is read anew. */
const kept = new Map<string, Filed>();

/** A revision, and which text of it is meant. */
export interface StampedRevision extends Pick<RevisionTable, "revision" | "stamp"> {
  readonly id: ArticleId;
}

const ASKED = { id: "text", revision: "whole" } as const;

/**
 * How to read each of these revisions. The same text gives the same article: a thousand places of one round are offered the
 * same ones, so that a text comes out of the database once, and what is worked out of one (`verdict`, `disagreements`) is worked
 * out once.
 * @returns by `revisionKey`, without what may not be shown at `now`
 */
export async function readersOf(
  db: Database,
  revisions: readonly StampedRevision[],
  now: Instant,
): Promise<ReadonlyMap<string, () => Filed>> {
  const readers = new Map<string, () => Filed>();
  const unread: StampedRevision[] = [];
  for (const one of revisions) {
    const filed = kept.get(one.stamp);
    if (filed === undefined) unread.push(one);
    else readers.set(revisionKey(one), () => filed);
  }
  for (const row of await textsOf(db, unread, now))
    readers.set(revisionKey(row), () => toFiledOnce(row));
  return readers;
}

export function revisionKey({ id, revision }: Pick<StampedRevision, "id" | "revision">): string {
  return `${revision} ${id}`;
}

type TextRow = StampedRevision & Pick<RevisionTable, "article" | "brief">;

async function textsOf(
  db: Database,
  revisions: readonly StampedRevision[],
  now: Instant,
): Promise<readonly TextRow[]> {
  if (revisions.length === 0) return [];
  const asked = revisions.map(({ id, revision }) => ({ id, revision }));
  const { rows } = await sql<TextRow>`
    select own.id, own.revision, shown.stamp, shown.article, shown.brief
    from ${say((tongue) => tongue.recordsIn(asked, "own", ASKED))}
    ${JOIN} article on article.id = own.id and ${isOut(now)}
    ${JOIN} article_revision as shown on shown.article_id = own.id and shown.revision = own.revision
  `.execute(db);
  return rows;
}

function toFiledOnce(row: TextRow): Filed {
  const known = kept.get(row.stamp);
  if (known !== undefined) return known;
  const filed = toFiled(row);
  // A row that something else than the store has written has none.
  if (row.stamp === "") return filed;
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(row.stamp, filed);
  return filed;
}
