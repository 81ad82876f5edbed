import { type SqlBool, sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Passed, UrgentFound } from "#desk/port/editions.ts";
import { HELD_UNTIL, toFiled, visible } from "./filed.ts";
import { notPassed } from "./progress.ts";
import type { Database } from "./schema.ts";
import { say } from "./tongue.ts";

/** The highest urgency number that any channel may want at once: the config allows no more. */
const URGENT = 3;

/** What is urgent among what came since, or was held then. */
export async function urgentSince(db: Database, since: Passed, now: Instant): Promise<UrgentFound> {
  const urgency = say((tongue) => tongue.numberAt("latest.article", "urgency"));
  // Before what is found: what is filed in between is looked at once more, and nothing is missed.
  const { last } = await db
    .selectFrom("article")
    .select(({ fn }) => fn.max("number").as("last"))
    .executeTakeFirstOrThrow();
  const rows = await visible(db, now)
    .select(["article.number", HELD_UNTIL, "latest.article", "latest.brief"])
    .select(urgency.as("urgency"))
    .where(notPassed(since))
    .where(sql<SqlBool>`${urgency} <= ${URGENT}`)
    .execute();
  const found = rows.flatMap((row) => {
    const { number, until, urgency: stated } = row;
    return stated === null ? [] : [{ filed: toFiled(row), number, until, urgency: stated }];
  });
  return { last: last ?? 0, found };
}

/** Who has carried an article, in whatever revision. */
export async function carriersOf(db: Database, id: ArticleId): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("edition_item")
    .select("subscription")
    .where("article_id", "=", id)
    .execute();
  return new Set(rows.map(({ subscription }) => subscription));
}

/** How far each subscription has got. */
export async function standingOf(db: Database): Promise<ReadonlyMap<string, Passed>> {
  const rows = await db.selectFrom("progress").select(["subscription", "number", "at"]).execute();
  return new Map(rows.map(({ subscription, number, at }) => [subscription, { number, at }]));
}
