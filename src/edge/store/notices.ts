import type { Instant } from "#core/article/instant.ts";
import type { AdminPlace, DeadLetter, LedgerEntry, Notices, Part, Troubles } from "#desk/port.ts";
import { toJson } from "./json.ts";
import { LEDGER_COLUMNS, toEntry } from "./ledger.ts";
import type { Database, Writing } from "./schema.ts";

/** A new place is told of what came up so long ago at most, in milliseconds. */
const LOOK_BACK = 24 * 60 * 60 * 1000;

/** Notices to the admins; `progress` holds how far each place has been told. */
export class SqlNotices implements Notices {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  tell(place: AdminPlace, now: Instant, make: (troubles: Troubles) => Part): Promise<boolean> {
    return this.#db.transaction().execute(async (writing) => {
      const told = await toldBefore(writing, place);
      // Of what came since a place was told, all: the clock may have been wrong when it came.
      const earliest = told === undefined ? now - LOOK_BACK : 0;
      const entries = await entriesSince(writing, told?.number ?? 0, earliest);
      const deadLetters = await deadLettersSince(writing, told?.at ?? now - LOOK_BACK, now);
      await noteTold(writing, place, now);
      if (entries.length === 0 && deadLetters.length === 0) return false;
      await storeNotice(writing, place, now, make({ entries, deadLetters }));
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

/** A held article has an end that its rule names, unless nobody can say until when: its embargo is `NEVER`. */
async function entriesSince(
  writing: Writing,
  number: number,
  earliest: Instant,
): Promise<readonly LedgerEntry[]> {
  const rows = await writing
    .selectFrom("ledger")
    .leftJoin("article", "article.id", "ledger.article_id")
    .select(LEDGER_COLUMNS)
    .where("ledger.number", ">", number)
    .where("ledger.at", ">=", earliest)
    .where(({ eb, or, and }) =>
      or([
        eb("ledger.stage", "=", "quarantined"),
        and([
          eb("ledger.stage", "=", "held"),
          eb("article.embargo_until", "=", Number.MAX_SAFE_INTEGER),
        ]),
      ]),
    )
    .orderBy("ledger.number")
    .execute();
  return rows.map(toEntry);
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

async function storeNotice(
  writing: Writing,
  { id, platform, address }: AdminPlace,
  now: Instant,
  { key, message }: Part,
): Promise<void> {
  await writing
    .insertInto("delivery")
    .values({
      ...{ key, subscription: id, slot: now, part: 0, platform, address },
      ...{ kind: "notice", target: null, silent: 0, message: toJson(message) },
      ...{ state: "waiting", due: now, attempt: 0, again: 0 },
      ...{ error: null, message_id: null, url: null, settled_at: null },
    })
    .execute();
}
