import { type SqlBool, sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import type { Edition } from "#core/digest/edition.ts";
import type { Platform } from "#core/digest/subscription.ts";
import type { Message } from "#core/message/message.ts";
import { timeOfDay } from "#core/message/say.ts";
import type { DeliveryKey } from "#core/outbox/courier.ts";
import { fromJson } from "./json.ts";
import { addEntries } from "./ledger.ts";
import type { Database, DeliveryTable, ItemTable, Writing } from "./schema.ts";

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
 */
export async function recordPosted(
  writing: Writing,
  edition: EditionKey,
  at: Instant,
): Promise<void> {
  const undelivered = await writing
    .selectFrom("delivery")
    .select("key")
    .where("subscription", "=", edition.subscription)
    .where("slot", "=", edition.slot)
    .where(isPart)
    .where("state", "!=", "delivered")
    .executeTakeFirst();
  if (undelivered !== undefined) return;
  const items = await itemsOf(writing, edition);
  await addEntries(
    writing,
    items.map((item) => ({
      path: item.path,
      contentHash: item.content_hash,
      stage: "posted",
      rule: `in the ${nameOf(edition, item.time_zone, item.channel)}${placeOf(item)}`,
      at,
      articleId: item.article_id,
    })),
  );
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
  await writing
    .insertInto("edition_told")
    .values(
      told.map(({ article: { id, revision } }) => ({
        ...{ subscription, article_id: id, revision, slot },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const edition = nameOf({ subscription, slot, platform }, timeZone, channel);
  await addEntries(
    writing,
    told.map(({ article: { path, contentHash, id }, by }) => ({
      ...{ path, contentHash, stage: "told", at, articleId: id },
      rule: `by ${by}, for the ${edition}`,
    })),
  );
}

async function itemsOf(writing: Writing, { subscription, slot }: EditionKey) {
  return await writing
    .selectFrom("edition")
    .innerJoin("edition_item as item", (join) =>
      join
        .onRef("item.subscription", "=", "edition.subscription")
        .onRef("item.slot", "=", "edition.slot"),
    )
    .innerJoin("article_revision as filed", (join) =>
      join
        .onRef("filed.article_id", "=", "item.article_id")
        .onRef("filed.revision", "=", "item.revision"),
    )
    .select(["edition.channel", "edition.time_zone", "item.article_id"])
    .select(["item.position", "item.reason"])
    .select(["filed.path", "filed.content_hash"])
    .where("edition.subscription", "=", subscription)
    .where("edition.slot", "=", slot)
    .orderBy("item.position")
    .execute();
}
