import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import type { ChannelName } from "#core/digest/subscription.ts";
import type { Message } from "#core/message/message.ts";
import type { DeliveryKey } from "#core/outbox/courier.ts";
import type { Askers, NamingNotice, Traces } from "#desk/port/askers.ts";
import { fromJson, toJson } from "./json.ts";
import { addAudit } from "./orders.ts";
import type { Database, Writing } from "./schema.ts";
import { endAllOf } from "./sessions.ts";
import { asOne } from "./unit.ts";

/** Who is forgotten is called so wherever somebody must have been there. */
const NOBODY = { by: "forgotten", name: "somebody" };
const OWN = "a digest of their own";
const EMPTY: Message = { summary: "", sections: [] };

/** What is stored of those who ask. */
export class SqlAskers implements Askers {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  tracesOf(asker: string, names: readonly ChannelName[]): Promise<Traces> {
    return tracesOf(this.#db, asker, names);
  }

  async noticesNaming(asker: string): Promise<readonly NamingNotice[]> {
    const rows = await this.#db
      .selectFrom("report")
      .innerJoin("report_notice as notice", "notice.report", "report.number")
      .innerJoin("delivery", "delivery.key", "notice.key")
      .select(["delivery.key", "delivery.message", "report.article_id as article"])
      .select(["report.by", "report.by_name as byName"])
      .where("report.by", "=", asker)
      .where("delivery.state", "<>", "given-up")
      .orderBy("report.number")
      .execute();
    return rows.map(({ message, ...row }) => ({ ...row, message: fromJson(message) }));
  }

  async restate(key: DeliveryKey, message: Message): Promise<void> {
    await asOne(this.#db, (writing) =>
      writing
        .updateTable("delivery")
        .set({ message: toJson(message) })
        .where("key", "=", key)
        .execute(),
    );
  }

  forget(asker: string, names: readonly ChannelName[], now: Instant): Promise<Traces> {
    return asOne(this.#db, async (writing) => {
      const traces = await tracesOf(writing, asker, names);
      const own = [...new Set([...names, ...(await ordered(writing, asker))])];
      const places = await readerPlaces(writing, asker);
      await scrubLedger(writing, own);
      await dropSent(writing, ofThese("subscription", own, places), now);
      await dropEditions(writing, ofThese("subscription", own, places));
      await writing
        .deleteFrom("pause")
        .where("channel", "in", [...own, ""])
        .execute();
      await writing.deleteFrom("channel_order").where("owner", "=", asker).execute();
      await writing.deleteFrom("draft").where("by", "=", asker).execute();
      await forgetReports(writing, asker, now);
      await endAllOf(writing, asker);
      await scrubNames(writing, asker, own);
      await addAudit(writing, { ...NOBODY, at: now, did: "asked to be forgotten" });
      return traces;
    });
  }
}

async function ordered(db: Database, asker: string): Promise<readonly ChannelName[]> {
  const rows = await db
    .selectFrom("channel_order")
    .select("name")
    .where("owner", "=", asker)
    .execute();
  return rows.map(({ name }) => name);
}

/** Where they heard what became of their reports. */
async function readerPlaces(db: Database, asker: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("report")
    .select(["platform", "address"])
    .distinct()
    .where("by", "=", asker)
    .where("address", "is not", null)
    .execute();
  return rows.map(({ platform, address }) => `reader@${platform}:${address}`);
}

/** In the order of their bytes nothing but an address stands between `name@` and `nameA`. */
function ofThese(
  column: string,
  names: readonly ChannelName[],
  places: readonly string[],
): RawBuilder<SqlBool> {
  const at = sql.ref(column);
  const all = [
    ...names.map((name) => sql`(${at} >= ${`${name}@`} and ${at} < ${`${name}A`})`),
    ...places.map((place) => sql`${at} = ${place}`),
    sql`1 = 0`,
  ];
  return sql<SqlBool>`(${sql.join(all, sql` or `)})`;
}

async function tracesOf(
  db: Database,
  asker: string,
  names: readonly ChannelName[],
): Promise<Traces> {
  const orders = await ordered(db, asker);
  const places = await readerPlaces(db, asker);
  const theirs = ofThese("subscription", [...new Set([...names, ...orders])], places);
  const { rows } = await sql<Omit<Traces, "digests">>`
    select
      (select count(*) from report where by = ${asker}) as reports,
      (select count(*) from delivery where ${theirs} and platform <> 'preview') as sent,
      (select count(*) from audit where by = ${asker}) as audit
  `.execute(db);
  const { reports = 0, sent = 0, audit = 0 } = rows[0] ?? {};
  return {
    digests: orders.length,
    ...{ reports: Number(reports), sent: Number(sent), audit: Number(audit) },
  };
}

/** In which digest of theirs an article stood. */
async function scrubLedger(writing: Writing, names: readonly ChannelName[]): Promise<void> {
  const theirs = ofThese("subscription", names, []);
  for (const name of names) {
    await sql`
      update ledger set rule = replace(rule, ${` of ${name} `}, ${` of ${OWN} `})
      where stage in ('posted', 'told') and article_id in (
        select article_id from edition_item where ${theirs}
        union select article_id from edition_told where ${theirs}
      )
    `.execute(writing);
  }
}

/**
 * What is on its way this moment is waited for by whoever carries it: its row stays, and says nothing of anybody. A
 * receipt or a failure that comes for it then changes nothing that anybody sees.
 */
async function dropSent(
  writing: Writing,
  theirs: RawBuilder<SqlBool>,
  now: Instant,
): Promise<void> {
  await sql`delete from delivery_item where key in (
    select key from delivery where ${theirs})`.execute(writing);
  await sql`
    update delivery set kind = 'notice', target = null, subscription = 'forgotten ' || key, address = '',
      message = ${toJson(EMPTY)}, state = 'given-up', settled_at = ${now}, error = ''
    where ${theirs} and state = 'claimed'
  `.execute(writing);
  await sql`delete from delivery where ${theirs}`.execute(writing);
}

async function dropEditions(writing: Writing, theirs: RawBuilder<SqlBool>): Promise<void> {
  for (const table of [
    ...["edition_item", "edition_told", "edition", "slot", "progress"],
    ...["trouble", "trouble_told", "wished_order", "left_out", "approval"],
  ]) {
    await sql`delete from ${sql.table(table)} where ${theirs}`.execute(writing);
  }
}

/** The number of a report stays taken. */
async function forgetReports(writing: Writing, asker: string, now: Instant): Promise<void> {
  await writing
    .updateTable("report")
    .set({ state: "dismissed", settled_at: now })
    .where("by", "=", asker)
    .where("settled_at", "is", null)
    .execute();
  const mine = writing.selectFrom("report").select("number").where("by", "=", asker);
  await writing.deleteFrom("report_notice").where("report", "in", mine).execute();
  await writing
    .updateTable("report")
    .set({ by: NOBODY.by, by_name: NOBODY.name, what: "", platform: null, address: null })
    .where("by", "=", asker)
    .execute();
}

/** Lines stay, or the numbers by which processes see that something has changed would come again. */
async function scrubNames(
  writing: Writing,
  asker: string,
  names: readonly ChannelName[],
): Promise<void> {
  for (const name of names.toSorted((one, other) => other.length - one.length)) {
    await sql`update audit set did = replace(did, ${name}, ${OWN}) where by = ${asker}`.execute(
      writing,
    );
  }
  await writing.updateTable("audit").set(NOBODY).where("by", "=", asker).execute();
  await writing
    .updateTable("channel_order")
    .set({ by: NOBODY.by, by_name: NOBODY.name })
    .where("by", "=", asker)
    .execute();
}
