import { type SqlBool, sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { Readers } from "#core/article/audience.ts";
import type { Instant } from "#core/article/instant.ts";
import type { DeliveryKey } from "#core/outbox/courier.ts";
import type { PostedItem, UnseenLeft, UnseenPart } from "#desk/port/corrections.ts";
import { isOut } from "./filed.ts";
import { fromJson, toJson } from "./json.ts";
import { dropMade } from "./made.ts";
import { isPart, recordPosted } from "./posted.ts";
import type { Database, DeliveryTable, Writing } from "./schema.ts";
import { textsIn } from "./tongue.ts";

type EditionOf = Pick<DeliveryTable, "subscription" | "slot" | "platform" | "address">;

/** No attempt can have reached the channel: one that was refused, or put off, is none. */
export function isUnseen({ state, again }: Pick<DeliveryTable, "state" | "again">): boolean {
  return state === "waiting" && again === 0;
}

/** The same, as a condition. */
export const IS_UNSEEN = sql<SqlBool>`(delivery.state = 'waiting' and delivery.again = 0)`;

/** What some messages show and must not, or nobody has asked about: `Corrections.unfit`. */
export async function unfitItems(
  db: Database,
  keys: readonly DeliveryKey[],
  now: Instant,
  readers: Readers,
): Promise<readonly PostedItem[]> {
  return await db
    .selectFrom("delivery_item as item")
    .innerJoin("article", "article.id", "item.article_id")
    .select(["item.key", "item.article_id as article"])
    .where("item.key", "in", textsIn(keys))
    .where("item.withdrawn", "=", 0)
    .where(({ or, not, eb }) =>
      or([eb("item.revision", "<", eb.ref("article.revision")), not(isOut(now, readers))]),
    )
    .orderBy("article.number")
    .execute();
}

export async function keptFrom(
  db: Database,
  ids: readonly ArticleId[],
  now: Instant,
  readers: Readers,
): Promise<ReadonlySet<ArticleId>> {
  const rows = await db
    .selectFrom("article")
    .select("id")
    .where("id", "in", textsIn(ids))
    .where(({ not }) => not(isOut(now, readers)))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Whether another part of its edition tells of an article by itself, and can have reached the channel. */
export async function isReadIn(
  db: Database,
  { key, subscription, slot }: Pick<DeliveryTable, "key" | "subscription" | "slot">,
  article: ArticleId,
): Promise<boolean> {
  const others = await db
    .selectFrom("delivery")
    .innerJoin("delivery_item as item", "item.key", "delivery.key")
    .select("delivery.message")
    .where("delivery.subscription", "=", subscription)
    .where("delivery.slot", "=", slot)
    .where("delivery.key", "<>", key)
    .where("delivery.state", "<>", "given-up")
    .where(({ not }) => not(IS_UNSEEN))
    .where("item.article_id", "=", article)
    .execute();
  return others.some(({ message }) =>
    fromJson(message).sections.some(({ about }) => about === article),
  );
}

export async function unseenPartsOf(
  db: Database,
  key: DeliveryKey,
): Promise<readonly UnseenPart[]> {
  const { subscription, slot } = await editionAt(db, key);
  const rows = await db
    .selectFrom("delivery")
    .select(["delivery.key", "delivery.message", "delivery.address"])
    .where("delivery.subscription", "=", subscription)
    .where("delivery.slot", "=", slot)
    .where(isPart)
    .where(IS_UNSEEN)
    .orderBy("delivery.part")
    .execute();
  return rows.map(({ message, ...row }) => ({ ...row, message: fromJson(message) }));
}

/** `Corrections.takeOut`. */
export async function takeOut(
  writing: Writing,
  { key, article }: PostedItem,
  left: readonly UnseenLeft[],
  { until, now }: { readonly until: Instant | null; readonly now: Instant },
): Promise<readonly ArticleId[]> {
  const edition = await editionAt(writing, key);
  for (const { key: part, message } of left) await restate(writing, part, article, message);
  const untold = await uncarry(writing, edition, article);
  if (until !== null) await lookAgain(writing, edition, until);
  if (!(await hasItems(writing, edition))) await dropUnseen(writing, edition);
  await settleWhole(writing, edition, now);
  return untold;
}

/** Of an edition's part in whose thread others stand, those go as well. */
export async function retract(writing: Writing, key: DeliveryKey): Promise<void> {
  const under = await writing
    .selectFrom("delivery")
    .select("key")
    .where("target", "=", key)
    .where("state", "=", "waiting")
    .execute();
  const keys = [...under.map((one) => one.key), key];
  await writing.deleteFrom("delivery_item").where("key", "in", textsIn(keys)).execute();
  await writing
    .deleteFrom("delivery")
    .where("key", "in", textsIn(keys))
    .where("state", "=", "waiting")
    .execute();
}

async function editionAt(db: Database, key: DeliveryKey): Promise<EditionOf> {
  return await db
    .selectFrom("delivery")
    .select(["subscription", "slot", "platform", "address"])
    .where("key", "=", key)
    .executeTakeFirstOrThrow();
}

async function restate(
  writing: Writing,
  key: DeliveryKey,
  article: ArticleId,
  message: UnseenLeft["message"],
): Promise<void> {
  if (message === null) return retract(writing, key);
  await writing
    .deleteFrom("delivery_item")
    .where("key", "=", key)
    .where("article_id", "=", article)
    .execute();
  await writing
    .updateTable("delivery")
    .set({ message: toJson(message) })
    .where("key", "=", key)
    .execute();
}

/** The place has not carried it, nor been told what stood behind it, nor has anybody been mentioned for it. */
async function uncarry(
  writing: Writing,
  { subscription, slot, platform, address }: EditionOf,
  article: ArticleId,
): Promise<readonly ArticleId[]> {
  for (const table of ["edition_item", "edition_told"] as const) {
    await writing
      .deleteFrom(table)
      .where("subscription", "=", subscription)
      .where("slot", "=", slot)
      .where("article_id", "=", article)
      .execute();
  }
  await writing
    .deleteFrom("mention")
    .where("platform", "=", platform)
    .where("address", "=", address)
    .where("article_id", "=", article)
    .execute();
  // What it stood for, unless another item of its story stands there.
  const behind = await writing
    .deleteFrom("edition_told")
    .where("subscription", "=", subscription)
    .where("slot", "=", slot)
    .where(
      sql<SqlBool>`article_id in (
        select own.article_id from story_member as own
          join story_member as lead on lead.story = own.story
        where lead.article_id = ${article} and not exists (
          select 1 from edition_item as item
            join story_member as other on other.article_id = item.article_id
          where item.subscription = ${subscription} and item.slot = ${slot} and other.story = lead.story
        )
      )`,
    )
    .returning("article_id")
    .execute();
  return behind.map(({ article_id }) => article_id);
}

/** What is held without being another revision was passed by as it could be seen, and is looked at again. */
async function lookAgain(
  writing: Writing,
  { subscription }: EditionOf,
  until: Instant,
): Promise<void> {
  await writing
    .updateTable("progress")
    .set({ at: until - 1 })
    .where("subscription", "=", subscription)
    .where("at", ">=", until)
    .execute();
}

async function hasItems(db: Database, { subscription, slot }: EditionOf): Promise<boolean> {
  const item = await db
    .selectFrom("edition_item")
    .select("article_id")
    .where("subscription", "=", subscription)
    .where("slot", "=", slot)
    .executeTakeFirst();
  return item !== undefined;
}

/** Its name alone is no message. */
async function dropUnseen(writing: Writing, edition: EditionOf): Promise<void> {
  const { subscription, slot } = edition;
  const unseen = await writing
    .selectFrom("delivery")
    .select("delivery.key")
    .where("subscription", "=", subscription)
    .where("slot", "=", slot)
    .where(isPart)
    .where(IS_UNSEEN)
    .execute();
  for (const { key } of unseen) await retract(writing, key);
  const seen = await writing
    .selectFrom("delivery")
    .select("key")
    .where("subscription", "=", subscription)
    .where("slot", "=", slot)
    .executeTakeFirst();
  if (seen === undefined) await dropMade(writing, edition);
}

/** The last part that was waited for may have gone by this. */
async function settleWhole(
  writing: Writing,
  { subscription, slot, platform }: EditionOf,
  now: Instant,
): Promise<void> {
  const post = await writing
    .selectFrom("delivery")
    .innerJoin("edition", (join) =>
      join
        .onRef("edition.subscription", "=", "delivery.subscription")
        .onRef("edition.slot", "=", "delivery.slot"),
    )
    .select(["delivery.key", "delivery.kind", "edition.channel", "edition.time_zone as timeZone"])
    .where("delivery.subscription", "=", subscription)
    .where("delivery.slot", "=", slot)
    .where("delivery.state", "=", "delivered")
    .where(isPart)
    .executeTakeFirst();
  if (post === undefined) return;
  await recordPosted(writing, [{ ...post, subscription, slot, platform }], () => now);
}
