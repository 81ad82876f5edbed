import { type SqlBool, sql } from "kysely";
import type { Article } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Part } from "#desk/port/editions.ts";
import type {
  AdminPlace,
  DeadLetter,
  Notices,
  StuckFile,
  Told,
  UnkeptMending,
} from "#desk/port/notices.ts";
import { unsent } from "./delivery-row.ts";
import { IS_IN_FOR_GOOD } from "./filed.ts";
import { fromJson, toJson } from "./json.ts";
import { LEDGER_COLUMNS, toEntry } from "./ledger.ts";
import type { Database, Writing } from "./schema.ts";
import { say } from "./tongue.ts";
import { asOne } from "./unit.ts";

/** What the admins may have to be told; `progress` holds how far each place has been. */
export class SqlNotices implements Notices {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async told(place: string): Promise<Told | null> {
    const row = await this.#db
      .selectFrom("progress")
      .select(["number", "at"])
      .where("subscription", "=", place)
      .executeTakeFirst();
    return row ?? null;
  }

  noteTold(place: string, now: Instant): Promise<void> {
    return asOne(this.#db, (writing) => noteTold(writing, place, now));
  }

  stuck(number: number, earliest: Instant): Promise<readonly StuckFile[]> {
    return stuckSince(this.#db, number, earliest);
  }

  async deadLetters(after: Instant, now: Instant): Promise<readonly DeadLetter[]> {
    const rows = await this.#db
      .selectFrom("delivery")
      .select(["subscription", "error", "settled_at"])
      .where("state", "=", "given-up")
      .where("kind", "!=", "notice")
      .where("settled_at", ">", after)
      .where("settled_at", "<=", now)
      .orderBy("settled_at")
      .execute();
    return rows.map(({ subscription, error, settled_at }) => ({
      ...{ subscription, error: error ?? "", at: settled_at ?? now },
    }));
  }

  async unkept(number: number, earliest: Instant): Promise<readonly UnkeptMending[]> {
    const rows = await this.#db
      .selectFrom("ledger")
      .innerJoin("article", "article.id", "ledger.article_id")
      .innerJoin("article_revision as latest", (join) =>
        join
          .onRef("latest.article_id", "=", "article.id")
          .onRef("latest.revision", "=", "article.revision"),
      )
      .select(["latest.article", "ledger.at"])
      .where("ledger.number", ">", number)
      .where("ledger.at", ">=", earliest)
      .where("ledger.stage", "=", "taken-in")
      .where(HAS_UNKEPT)
      .orderBy("ledger.number")
      .execute();
    return rows.flatMap((row) => {
      const { id, path, unkept } = fromJson(row.article);
      // An earlier entry's was told, and is not lost again.
      if (unkept === undefined || unkept.at !== row.at) return [];
      return [{ articleId: id, path, by: unkept.by, count: unkept.what.length }];
    });
  }

  /** A refusal is told at once, it may be within a millisecond of another notice. */
  async freeSlot(place: string, now: Instant): Promise<Instant> {
    const { last } = await this.#db
      .selectFrom("delivery")
      .select(({ fn }) => fn.max("slot").as("last"))
      .where("subscription", "=", place)
      .executeTakeFirstOrThrow();
    return last === null ? now : Math.max(now, Number(last) + 1);
  }

  async put(
    { id, platform, address }: AdminPlace,
    slot: Instant,
    { key, message }: Part,
    now: Instant,
    shows?: Pick<Article, "id" | "revision">,
  ): Promise<void> {
    await asOne(this.#db, async (writing) => {
      await writing
        .insertInto("delivery")
        .values({
          ...{ key, subscription: id, slot, part: 0, platform, address },
          ...{ kind: "notice", target: null, silent: 0, message: toJson(message) },
          ...unsent(now),
        })
        .execute();
      if (shows === undefined) return;
      const shown = {
        article_id: shows.id,
        revision: shows.revision,
        withdrawn: 0,
        kept: null,
      } as const;
      await writing
        .insertInto("delivery_item")
        .values({ ...shown, key })
        .execute();
    });
  }
}

const HAS_UNKEPT = sql<SqlBool>`(
  ${say((tongue) => tongue.textAt("latest.article", "unkept", "by"))} is not null
)`;

async function noteTold(writing: Writing, place: string, at: Instant): Promise<void> {
  const { last } = await writing
    .selectFrom("ledger")
    .select(({ fn }) => fn.max("number").as("last"))
    .executeTakeFirstOrThrow();
  const told = { ordered: "notices", number: last ?? 0, at };
  await writing
    .insertInto("progress")
    .values({ subscription: place, ...told })
    .onConflict((conflict) => conflict.column("subscription").doUpdateSet(told))
    .execute();
}

/**
 * A held article has an end that its rule names, unless nobody can say until when: it is in
 * for good.
 */
async function stuckSince(
  db: Database,
  number: number,
  earliest: Instant,
): Promise<readonly StuckFile[]> {
  const rows = await db
    .selectFrom("ledger")
    .leftJoin("article", "article.id", "ledger.article_id")
    .leftJoin("article_revision as latest", (join) =>
      join
        .onRef("latest.article_id", "=", "article.id")
        .onRef("latest.revision", "=", "article.revision"),
    )
    .leftJoin("file_retry as retry", "retry.path", "ledger.path")
    .select(LEDGER_COLUMNS)
    .select(["latest.article", "retry.attempt"])
    .where("ledger.number", ">", number)
    .where("ledger.at", ">=", earliest)
    .where(({ eb, or, and }) =>
      or([
        eb("ledger.stage", "=", "quarantined"),
        and([eb("ledger.stage", "=", "held"), IS_IN_FOR_GOOD]),
      ]),
    )
    .orderBy("ledger.number")
    .execute();
  return rows.map(({ article, attempt, ...row }) => ({
    entry: toEntry(row),
    article: article === null ? null : fromJson(article),
    attempt: attempt ?? 0,
  }));
}
