import { type SqlBool, sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import type { Edition } from "#core/digest/edition.ts";
import type { Platform } from "#core/digest/subscription.ts";
import type { Message } from "#core/message/message.ts";
import { timeOfDay } from "#core/message/say.ts";
import type { DeliveryKey } from "#core/outbox/courier.ts";
import type { LedgerEntry } from "#desk/port/ledger.ts";
import { fromJson } from "./json.ts";
import { later } from "./later.ts";
import { addEntries } from "./ledger.ts";
import type { Database, DeliveryTable, ItemTable, Writing } from "./schema.ts";
import { JOIN, say } from "./tongue.ts";

const PLACES: Readonly<Record<Platform, string>> = {
  slack: "on Slack",
  discord: "on Discord",
  preview: "on the page",
};

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

/**
 * Notes in the ledger, once the last part of an edition is delivered, that its files are posted. Where
 * a part was given up nothing is noted, because nobody knows which of them stood in it.
 * @param posts parts that have just been delivered
 */
export async function recordPosted(
  writing: Writing,
  posts: readonly DeliveryTable[],
  atOf: (key: DeliveryKey) => Instant,
): Promise<void> {
  // Of an edition the last of its parts: nobody knows of one that it is whole before.
  const parts = new Map(posts.map((post) => [`${post.slot} ${post.subscription}`, post]));
  const editions = [...parts.values()];
  const items = await itemsOfWhole(writing, editions);
  const entries = items.flatMap((item): readonly LedgerEntry[] => {
    const edition = editions[item.edition];
    if (edition === undefined) return [];
    const { path, content_hash: contentHash, article_id: articleId } = item;
    const rule = `in the ${nameOf(edition, item.time_zone, item.channel)}${placeOf(item)}`;
    return [{ path, contentHash, stage: "posted", rule, at: atOf(edition.key), articleId }];
  });
  await addEntries(writing, entries);
}

function nameOf({ slot, platform }: EditionKey, timeZone: string, channel: string): string {
  return `${timeOfDay(slot, timeZone)} edition of ${channel} ${PLACES[platform]}`;
}

function placeOf({ position, reason }: Pick<ItemTable, "position" | "reason">): string {
  return reason === null ? "" : `, number ${position + 1}: ${reason}`;
}

/**
 * Notes of reports that are not shown by themselves which article tells their story. By its id alone:
 * it may be withdrawn some day, and its headline would go on standing here.
 */
export async function recordTold(
  writing: Writing,
  { told = [], slot, timeZone, channel, subscription }: Edition,
  platform: Platform,
  at: Instant,
): Promise<void> {
  if (told.length === 0) return;
  const rows = told.map(({ article: { id, revision } }) => ({
    ...{ subscription, article_id: id, revision, slot },
  }));
  const query = writing.insertInto("edition_told").values(rows);
  await later(
    writing,
    query.onConflict((conflict) => conflict.doNothing()),
  );
  const edition = nameOf({ subscription, slot, platform }, timeZone, channel);
  await addEntries(
    writing,
    told.map(({ article: { path, contentHash, id }, by }) => ({
      ...{ path, contentHash, stage: "told", at, articleId: id },
      rule: `by ${by}, for the ${edition}`,
    })),
  );
}

const EDITION = { subscription: "text", slot: "whole", edition: "whole" } as const;

interface PostedItem extends Pick<ItemTable, "article_id" | "position" | "reason"> {
  /** Of which of the editions, by its place among them. */
  readonly edition: number;
  readonly channel: string;
  readonly time_zone: string;
  readonly path: string;
  readonly content_hash: string;
}

/** What stands in those of these editions whose parts are all delivered. */
async function itemsOfWhole(
  writing: Writing,
  editions: readonly EditionKey[],
): Promise<readonly PostedItem[]> {
  if (editions.length === 0) return [];
  const asked = editions.map(({ subscription, slot }, edition) => ({
    ...{ subscription, slot, edition },
  }));
  const { rows } = await sql<PostedItem>`
    select own.edition, edition.channel, edition.time_zone, item.article_id, item.position, item.reason,
      filed.path, filed.content_hash
    from ${say((tongue) => tongue.recordsIn(asked, "own", EDITION))}
    ${JOIN} edition on edition.subscription = own.subscription and edition.slot = own.slot
    ${JOIN} edition_item as item on item.subscription = own.subscription and item.slot = own.slot
    ${JOIN} article_revision as filed on filed.article_id = item.article_id and filed.revision = item.revision
    where not exists (
      select 1 from delivery where delivery.subscription = own.subscription and delivery.slot = own.slot
        and ${isPart} and delivery.state <> 'delivered'
    )
    order by own.edition, item.position
  `.execute(writing);
  return rows;
}
