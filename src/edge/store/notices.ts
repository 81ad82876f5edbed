import type { Instant } from "#core/article/instant.ts";
import type { Part } from "#desk/port/editions.ts";
import type { LedgerEntry } from "#desk/port/ledger.ts";
import type { AdminPlace, Notices } from "#desk/port/notices.ts";
import type { DeadLetter, Troubles } from "#desk/port/troubles.ts";
import { NEVER } from "./filed.ts";
import { isKilled, isUndecided } from "./held-copy.ts";
import { toJson } from "./json.ts";
import { LEDGER_COLUMNS, toEntry } from "./ledger.ts";
import { tellOfPlaces } from "./place-troubles.ts";
import type { Database, Writing } from "./schema.ts";
import { asOne } from "./unit.ts";

/** A new place is told of what came up so long ago at most, in milliseconds. */
const LOOK_BACK = 24 * 60 * 60 * 1000;

/** Notices to the admins; `progress` holds how far each place has been told. */
export class SqlNotices implements Notices {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  tell(
    place: AdminPlace,
    now: Instant,
    make: (troubles: Troubles, slot: Instant) => Part,
  ): Promise<boolean> {
    return asOne(this.#db, async (writing) => {
      const told = await toldBefore(writing, place);
      // Of what came since a place was told, all: the clock may have been wrong when it came.
      const earliest = told === undefined ? now - LOOK_BACK : 0;
      const entries = await entriesSince(writing, told?.number ?? 0, earliest);
      const deadLetters = await deadLettersSince(writing, told?.at ?? now - LOOK_BACK, now);
      const places = await tellOfPlaces(writing, place, now);
      await noteTold(writing, place, now);
      const troubles: Troubles = { entries, deadLetters, ...places };
      if (Object.values(troubles).every(({ length }) => length === 0)) return false;
      const slot = await freeSlot(writing, place, now);
      await storeNotice(writing, place, { now, slot }, make(troubles, slot));
      return true;
    });
  }
}

async function toldBefore(writing: Writing, { id }: AdminPlace) {
  return await writing
    .selectFrom("progress")
    .select(["number", "at"])
    .where("subscription", "=", id)
    .executeTakeFirst();
}

async function noteTold(writing: Writing, { id }: AdminPlace, at: Instant): Promise<void> {
  const { last } = await writing
    .selectFrom("ledger")
    .select(({ fn }) => fn.max("number").as("last"))
    .executeTakeFirstOrThrow();
  const told = { ordered: "notices", number: last ?? 0, at };
  await writing
    .insertInto("progress")
    .values({ subscription: id, ...told })
    .onConflict((conflict) => conflict.column("subscription").doUpdateSet(told))
    .execute();
}

/**
 * A held article has an end that its rule names, unless nobody can say until when: its embargo is
 * `NEVER`. What an editor holds, somebody knows of.
 */
async function entriesSince(
  writing: Writing,
  number: number,
  earliest: Instant,
): Promise<readonly LedgerEntry[]> {
  const rows = await writing
    .selectFrom("ledger")
    .leftJoin("article", "article.id", "ledger.article_id")
    .leftJoin("article_revision as latest", (join) =>
      join
        .onRef("latest.article_id", "=", "article.id")
        .onRef("latest.revision", "=", "article.revision"),
    )
    .select(LEDGER_COLUMNS)
    .select(isKilled.as("killed"))
    .where("ledger.number", ">", number)
    .where("ledger.at", ">=", earliest)
    .where(({ eb, or, and }) =>
      or([
        eb("ledger.stage", "=", "quarantined"),
        and([
          eb("ledger.stage", "=", "held"),
          eb("article.embargo_until", "=", NEVER),
          isUndecided,
        ]),
      ]),
    )
    // A file that is tried again by itself is told of once, and not each day.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("file_retry")
            .select("file_retry.path")
            .whereRef("file_retry.path", "=", "ledger.path")
            .where("file_retry.attempt", ">", 1),
        ),
      ),
    )
    .orderBy("ledger.number")
    .execute();
  // A kill that names nothing known needs a hand, and nobody can let it go.
  return rows.map(({ killed, ...row }) => {
    return killed === 1 ? { ...toEntry(row), articleId: null } : toEntry(row);
  });
}

/** Notices that could not be posted are not told of by notices. */
async function deadLettersSince(
  writing: Writing,
  after: Instant,
  now: Instant,
): Promise<readonly DeadLetter[]> {
  const rows = await writing
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

/** A refusal is told at once, it may be within a millisecond of another notice. */
async function freeSlot(writing: Writing, { id }: AdminPlace, now: Instant): Promise<Instant> {
  const { last } = await writing
    .selectFrom("delivery")
    .select(({ fn }) => fn.max("slot").as("last"))
    .where("subscription", "=", id)
    .executeTakeFirstOrThrow();
  return last === null ? now : Math.max(now, Number(last) + 1);
}

async function storeNotice(
  writing: Writing,
  { id, platform, address }: AdminPlace,
  { now, slot }: { readonly now: Instant; readonly slot: Instant },
  { key, message }: Part,
): Promise<void> {
  await writing
    .insertInto("delivery")
    .values({
      ...{ key, subscription: id, slot, part: 0, platform, address },
      ...{ kind: "notice", target: null, silent: 0, message: toJson(message) },
      ...{ state: "waiting", due: now, attempt: 0, again: 0 },
      ...{ error: null, message_id: null, url: null, settled_at: null },
    })
    .execute();
}
