import type { Instant } from "#core/article/instant.ts";
import type { ChannelName } from "#core/digest/subscription.ts";
import type { AuditEntry, ChatOrder, Draft, StandingOrders } from "#desk/port/standing-orders.ts";
import { fromJson, toJson } from "./json.ts";
import type { ChannelOrderTable, Database, Writing } from "./schema.ts";
import { asOne } from "./unit.ts";

const DAY = 24 * 60 * 60 * 1000;

/** Settings made in chat. */
export class SqlOrders implements StandingOrders {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async orders(after: ChannelName | null = null, most?: number): Promise<readonly ChatOrder[]> {
    const rows = await this.#db
      .selectFrom("channel_order")
      .selectAll()
      .$if(after !== null, (all) => (after === null ? all : all.where("name", ">", after)))
      .orderBy("name")
      .$if(most !== undefined, (all) => (most === undefined ? all : all.limit(most)))
      .execute();
    return rows.map(toOrder);
  }

  /** By the audit trail: no order and no pause changes without a line there, which has no key. */
  async lastChange(): Promise<number> {
    const last = await this.#db
      .selectFrom("audit")
      .select("number")
      .where("key", "is", null)
      .orderBy("number", "desc")
      .limit(1)
      .executeTakeFirst();
    return last?.number ?? 0;
  }

  save({ name, entry, by, byName, at, owner }: ChatOrder, audit: AuditEntry): Promise<void> {
    const row = { entry: toJson(entry), by, by_name: byName, at, owner };
    return asOne(this.#db, async (writing) => {
      await writing
        .insertInto("channel_order")
        .values({ name, ...row })
        .onConflict((conflict) => conflict.column("name").doUpdateSet(row))
        .execute();
      await addAudit(writing, audit);
    });
  }

  remove(name: ChannelName, audit: AuditEntry): Promise<boolean> {
    return asOne(this.#db, async (writing) => {
      const { numDeletedRows } = await writing
        .deleteFrom("channel_order")
        .where("name", "=", name)
        .executeTakeFirstOrThrow();
      if (numDeletedRows === 0n) return false;
      await writing.deleteFrom("pause").where("channel", "=", name).execute();
      await addAudit(writing, audit);
      return true;
    });
  }

  async pauses(): Promise<ReadonlyMap<ChannelName, Instant>> {
    const rows = await this.#db.selectFrom("pause").selectAll().execute();
    return new Map(rows.map(({ channel, until }) => [channel, until ?? Infinity]));
  }

  pause(channel: ChannelName, instant: Instant, audit: AuditEntry): Promise<void> {
    const until = Number.isFinite(instant) ? instant : null;
    return asOne(this.#db, async (writing) => {
      await writing
        .insertInto("pause")
        .values({ channel, until })
        .onConflict((conflict) => conflict.column("channel").doUpdateSet({ until }))
        .execute();
      await addAudit(writing, audit);
    });
  }

  /** The pause ends, and is not forgotten: slots that fell into it are not made up for. */
  resume(channel: ChannelName, audit: AuditEntry): Promise<boolean> {
    return asOne(this.#db, async (writing) => {
      const { numUpdatedRows } = await writing
        .updateTable("pause")
        .set({ until: audit.at })
        .where("channel", "=", channel)
        .where(({ eb, or }) => or([eb("until", "is", null), eb("until", ">", audit.at)]))
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) return false;
      await addAudit(writing, audit);
      return true;
    });
  }

  keepDraft(key: string, { by, order, at }: Draft): Promise<void> {
    return asOne(this.#db, async (writing) => {
      await writing
        .deleteFrom("draft")
        .where("at", "<", at - DAY)
        .execute();
      await writing
        .insertInto("draft")
        .values({ key, by, at, entry: toJson(order) })
        .execute();
    });
  }

  async draft(key: string, now: Instant): Promise<Draft | null> {
    const row = await this.#db
      .selectFrom("draft")
      .selectAll()
      .where("key", "=", key)
      .where("at", ">=", now - DAY)
      .executeTakeFirst();
    return row === undefined ? null : { by: row.by, at: row.at, order: fromJson(row.entry) };
  }

  async audit(since: Instant, skip: number, limit: number): Promise<readonly AuditEntry[]> {
    return await this.#db
      .selectFrom("audit")
      .select(["at", "by", "name", "did"])
      .where("at", ">=", since)
      .orderBy("number", "desc")
      .offset(skip)
      .limit(limit)
      .execute();
  }

  async note(audit: AuditEntry): Promise<void> {
    await asOne(this.#db, (writing) => addAudit(writing, audit));
  }
}

/** Tells who did what, within the transaction in which it is done. */
export async function addAudit(
  writing: Writing,
  { at, by, name, did, key }: AuditEntry,
): Promise<void> {
  await writing
    .insertInto("audit")
    .values({ at, by, name, did, key: key ?? null })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .execute();
}

function toOrder({ name, entry, by, by_name, at, owner }: ChannelOrderTable): ChatOrder {
  return { name, entry: fromJson(entry), by, byName: by_name, at, owner };
}
