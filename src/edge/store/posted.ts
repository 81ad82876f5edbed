import { type SqlBool, sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import { platformLabel } from "#core/digest/subscription.ts";
import type { Message } from "#core/message/message.ts";
import { timeOfDay } from "#core/message/say.ts";
import type { DeliveryKey } from "#core/outbox/courier.ts";
import type { MadeFor } from "#desk/port/editions.ts";
import type { LedgerEntry } from "#desk/port/ledger.ts";
import { type Columns, insertRows } from "./insert.ts";
import { fromJson } from "./json.ts";
import { later } from "./later.ts";
import { addEntries } from "./ledger.ts";
import type { Database, DeliveryTable, ToldTable, Writing } from "./schema.ts";
import { JOIN, say } from "./tongue.ts";

/** A part of an edition; what is said of it since stands under it too, in a later slot. */
export const isPart = sql<SqlBool>`(delivery.kind = 'post' or (delivery.kind = 'reply' and exists (
  select 1 from delivery as head where head.key = delivery.target and head.slot = delivery.slot
)))`;

/** What was said of a part since, in its thread, oldest first. */
export async function repliesTo(db: Database, key: DeliveryKey): Promise<readonly Message[]> {
  const rows = await db
    .selectFrom("delivery")
    .select("message")
    .where("target", "=", key)
    .where("kind", "=", "reply")
    .where("state", "!=", "given-up")
    .where(({ not }) => not(isPart))
    .orderBy("slot")
    .orderBy("part")
    .execute();
  return rows.map(({ message }) => fromJson(message));
}

type EditionKey = Pick<DeliveryTable, "subscription" | "slot" | "platform">;

/** A delivery that has just arrived. */
export interface ArrivedPost extends EditionKey, Pick<DeliveryTable, "key" | "kind"> {
  /** Of the edition that it is a part of; `null` where it is of none. */
  readonly channel: string | null;
  readonly timeZone: string | null;
}

/** In the words of a statement that gives back rows of `delivery`: which edition a row is a part of. */
export const ofEdition = sql`delivery.subscription, delivery.slot, delivery.platform,
  (select channel from edition
    where edition.subscription = delivery.subscription and edition.slot = delivery.slot) as channel,
  (select time_zone from edition
    where edition.subscription = delivery.subscription and edition.slot = delivery.slot) as "timeZone"`;

const POSTED = {
  subscription: "text",
  slot: "whole",
  rule: "text",
  at: "whole",
  edition: "whole",
} as const;

/**
 * Notes in the ledger, once the last part of an edition is delivered, that its files are posted. Where
 * a part was given up nothing is noted, because nobody knows which of them stood in it.
 */
export async function recordPosted(
  writing: Writing,
  posts: readonly ArrivedPost[],
  atOf: (key: DeliveryKey) => Instant,
): Promise<void> {
  // Of an edition the last of its parts: nobody knows of one that it is whole before.
  const parts = new Map(posts.map((post) => [`${post.slot} ${post.subscription}`, post]));
  const editions = [...parts.values()].flatMap((post, edition) => {
    const { key, subscription, slot, channel, timeZone } = post;
    if (channel === null || timeZone === null) return [];
    const rule = `in the ${nameOf(post, timeZone, channel)}`;
    return [{ subscription, slot, rule, at: atOf(key), edition }];
  });
  if (editions.length > 0) await later(writing, entriesOfWhole(editions));
}

function nameOf({ slot, platform }: EditionKey, timeZone: string, channel: string): string {
  return `${timeOfDay(slot, timeZone)} edition of ${channel} on ${platformLabel(platform)}`;
}

/** A line of the ledger for each file in those of these editions whose parts are all delivered. */
function entriesOfWhole(editions: readonly object[]) {
  return sql`
    insert into ledger (path, content_hash, stage, rule, at, article_id)
    select filed.path, filed.content_hash, 'posted',
      own.rule || case when item.reason is null then ''
        else ', number ' || (item.position + 1) || ': ' || item.reason end,
      own.at, item.article_id
    from ${say((tongue) => tongue.recordsIn(editions, "own", POSTED))}
    ${JOIN} edition_item as item on item.subscription = own.subscription and item.slot = own.slot
    ${JOIN} article_revision as filed on filed.article_id = item.article_id and filed.revision = item.revision
    where not exists (
      select 1 from delivery where delivery.subscription = own.subscription and delivery.slot = own.slot
        and ${isPart} and delivery.state <> 'delivered'
    )
    order by own.edition, item.position
  `;
}

/**
 * Notes of reports that are not shown by themselves which article tells their story. By its id alone:
 * it may be withdrawn some day, and its headline would go on standing here.
 */
export async function recordTold(
  writing: Writing,
  all: readonly MadeFor[],
  at: Instant,
): Promise<void> {
  const rows = all.flatMap(({ made: { edition } }) => {
    const { told = [], subscription, slot } = edition;
    return told.map(({ article: { id, revision } }) => {
      return { subscription, article_id: id, revision, slot };
    });
  });
  await storeTold(writing, rows);
  const entries = all.flatMap(({ subscription: { platform }, made: { edition } }) => {
    const { told = [], subscription, slot, timeZone, channel } = edition;
    const name = nameOf({ subscription, slot, platform }, timeZone, channel);
    return told.map(({ article: { path, contentHash, id }, by }): LedgerEntry => {
      const rule = `by ${by}, for the ${name}`;
      return { path, contentHash, stage: "told", rule, at, articleId: id };
    });
  });
  await addEntries(writing, entries);
}

/** What a place has been told behind another report, so that no later edition carries it. */
export async function storeTold(writing: Writing, rows: readonly ToldTable[]): Promise<void> {
  await insertRows(writing, "edition_told", TOLD, rows, sql`on conflict do nothing`);
}

const TOLD: Columns<ToldTable> = {
  ...{ subscription: "text", article_id: "text", revision: "whole", slot: "whole" },
};
