import type { Instant } from "#core/article/instant.ts";
import type { Platform } from "#core/digest/subscription.ts";
import { timeOfDay } from "#core/message/say.ts";
import { addEntries } from "./ledger.ts";
import type { DeliveryTable, Writing } from "./schema.ts";

const PLACES: Readonly<Record<Platform, string>> = {
  slack: "on Slack",
  discord: "on Discord",
  preview: "on the page",
};

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
    .where("kind", "in", ["post", "reply"])
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
      rule: `in the ${timeOfDay(edition.slot, item.time_zone)} edition of ${item.channel} ${PLACES[edition.platform]}`,
      at,
      articleId: item.article_id,
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
    .select(["filed.path", "filed.content_hash"])
    .where("edition.subscription", "=", subscription)
    .where("edition.slot", "=", slot)
    .orderBy("item.position")
    .execute();
}
