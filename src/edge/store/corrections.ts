import { type RawBuilder, sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { Readers } from "#core/article/audience.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Message } from "#core/message/message.ts";
import type { DeliveryKey } from "#core/outbox/courier.ts";
import { deliveryKey } from "#core/outbox/key.ts";
import type {
  Amendment,
  Corrections,
  PostedItem,
  StandingItem,
  UnseenLeft,
  UnseenPart,
} from "#desk/port/corrections.ts";
import { unsent } from "./delivery-row.ts";
import { isIn, isOut, toFiled } from "./filed.ts";
import { fromJson, toJson } from "./json.ts";
import { later } from "./later.ts";
import type { Database, DeliveryTable, Writing } from "./schema.ts";
import { JOIN } from "./tongue.ts";
import { asOne } from "./unit.ts";
import {
  IS_UNSEEN,
  isReadIn,
  isUnseen,
  keptFrom,
  retract,
  takeOut,
  unfitItems,
  unseenPartsOf,
} from "./unread.ts";

/** Corrections on their way to what is posted. */
export class SqlCorrections implements Corrections {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async outdated(now: Instant): Promise<readonly PostedItem[]> {
    const { rows } = await outdatedPosts(now).execute(this.#db);
    return rows.map(({ key, article_id: article }) => ({ key, article }));
  }

  standing(item: PostedItem): Promise<StandingItem | null> {
    return readItem(this.#db, item);
  }

  async unfit(
    keys: readonly DeliveryKey[],
    now: Instant,
    readers: Readers,
  ): Promise<readonly PostedItem[]> {
    return keys.length === 0 ? [] : unfitItems(this.#db, keys, now, readers);
  }

  async keptFrom(
    ids: readonly ArticleId[],
    now: Instant,
    readers: Readers,
  ): Promise<ReadonlySet<ArticleId>> {
    return ids.length === 0 ? new Set() : keptFrom(this.#db, ids, now, readers);
  }

  unseenParts({ key }: Pick<PostedItem, "key">): Promise<readonly UnseenPart[]> {
    return unseenPartsOf(this.#db, key);
  }

  takeOut(
    post: PostedItem,
    left: readonly UnseenLeft[],
    end: Parameters<Corrections["takeOut"]>[2],
  ): Promise<readonly ArticleId[]> {
    return asOne(this.#db, (writing) => takeOut(writing, post, left, end));
  }

  retract(key: DeliveryKey): Promise<void> {
    return asOne(this.#db, (writing) => retract(writing, key));
  }

  amend(item: StandingItem, amendment: Amendment): Promise<void> {
    return asOne(this.#db, (writing) => amendItem(writing, item, amendment));
  }

  follow(
    { key }: Pick<PostedItem, "key">,
    kind: "edit" | "reply",
    message: Message,
    now: Instant,
  ): Promise<void> {
    return asOne(this.#db, (writing) => storeFollowing(writing, key, { kind, message, now }));
  }
}

interface OutdatedRow {
  readonly key: DeliveryKey;
  readonly article_id: ArticleId;
}

/**
 * Posts that are given up stand nowhere; those that are claimed are on their way this moment. It is asked each minute, and
 * millions of posts may stand: each of its parts begins from what is rare (articles that have another revision,
 * what is withdrawn, what waits), by an index of its own.
 */
export function outdatedPosts(now: Instant): RawBuilder<OutdatedRow> {
  // The last are held since by what is no revision: what stands is left alone, what waits must not go out.
  return sql<OutdatedRow>`
    with outdated as (
      select item.key, item.article_id from article
      ${JOIN} delivery_item as item
        on item.article_id = article.id and item.revision < article.revision
      where article.revision > 1
      union
      select item.key, item.article_id from delivery_item as item
      ${JOIN} article on article.id = item.article_id
      where item.withdrawn = 1 and ${isOut(now)}
      union
      select item.key, item.article_id from delivery
      ${JOIN} delivery_item as item on item.key = delivery.key and item.withdrawn = 0
      ${JOIN} article on article.id = item.article_id and ${isIn(now)}
      where delivery.settled_at is null and delivery.state = 'waiting'
    )
    select outdated.key, outdated.article_id from outdated
    join article on article.id = outdated.article_id
    join delivery on delivery.key = outdated.key
    where delivery.state in ('waiting', 'delivered')
    order by article.number, delivery.slot, delivery.part, delivery.key
  `;
}

async function readItem(
  db: Database,
  { key, article: articleId }: PostedItem,
): Promise<StandingItem | null> {
  const row = await db.selectFrom("delivery").selectAll().where("key", "=", key).executeTakeFirst();
  if (row === undefined || (row.state !== "waiting" && row.state !== "delivered")) return null;
  const latest = await db
    .selectFrom("article")
    .innerJoin("article_revision as latest", (join) =>
      join
        .onRef("latest.article_id", "=", "article.id")
        .onRef("latest.revision", "=", "article.revision"),
    )
    .select(["latest.article", "latest.brief"])
    .where("article.id", "=", articleId)
    .executeTakeFirstOrThrow();
  const item = await db
    .selectFrom("delivery_item")
    .select(["revision", "withdrawn", "kept"])
    .where("article_id", "=", articleId)
    .where("key", "=", key)
    .executeTakeFirst();
  // Whatever else was taken out of the post may have taken it along.
  if (item === undefined) return null;
  const kept = item.kept === null ? null : fromJson(item.kept);
  const posted = await db
    .selectFrom("article_revision")
    .select(["article", "brief"])
    .where("article_id", "=", articleId)
    .where("revision", "=", kept?.revision ?? item.revision)
    .executeTakeFirst();
  const known = row.state === "delivered" ? await knownOf(db, row, articleId) : null;
  const edition = await db
    .selectFrom("edition")
    .select("time_zone")
    .where("subscription", "=", row.subscription)
    .where("slot", "=", row.slot)
    .executeTakeFirst();
  const { kind, subscription, platform } = row;
  return {
    ...{ key, article: articleId, kind, subscription, platform },
    state: isUnseen(row) ? "unseen" : row.state,
    isUnread: isUnseen(row) && !(await isReadIn(db, row, articleId)),
    timeZone: edition?.time_zone ?? "UTC",
    message: fromJson(row.message),
    filed: toFiled(latest),
    posted: toFiled(posted ?? latest),
    ...(known !== null && { known }),
    ...{ revision: item.revision, wasWithdrawn: item.withdrawn === 1, kept },
  };
}

/** What was posted first, where an edit of it waits that cannot have reached the channel; else `null`. */
async function knownOf(
  db: Database,
  { key, subscription, slot }: DeliveryTable,
  article: ArticleId,
): Promise<Filed | null> {
  const first = await db
    .selectFrom("edition_item as item")
    .innerJoin("article_revision as first", (join) =>
      join
        .onRef("first.article_id", "=", "item.article_id")
        .onRef("first.revision", "=", "item.revision"),
    )
    .select(["first.article", "first.brief"])
    .where("item.subscription", "=", subscription)
    .where("item.slot", "=", slot)
    .where("item.article_id", "=", article)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("delivery")
          .select("delivery.key")
          .where("delivery.target", "=", key)
          .where("delivery.kind", "=", "edit")
          .where(IS_UNSEEN),
      ),
    )
    .executeTakeFirst();
  return first === undefined ? null : toFiled(first);
}

async function postAt(db: Database, key: DeliveryKey): Promise<DeliveryTable> {
  return await db
    .selectFrom("delivery")
    .selectAll()
    .where("key", "=", key)
    .executeTakeFirstOrThrow();
}

async function amendItem(
  writing: Writing,
  { key, filed }: StandingItem,
  { message, withdrawn, kept }: Amendment,
): Promise<void> {
  const { id, revision } = filed.article;
  const shown = writing
    .updateTable("delivery")
    .set({ message: toJson(message) })
    .where("key", "=", key);
  await later(writing, shown);
  const item = writing
    .updateTable("delivery_item")
    .set({
      ...{ revision, withdrawn: withdrawn ? 1 : 0 },
      kept: kept === undefined ? null : toJson(kept),
    })
    .where("article_id", "=", id)
    .where("key", "=", key);
  await later(writing, item);
}

interface Following {
  readonly kind: "edit" | "reply";
  readonly message: Message;
  readonly now: Instant;
}

async function storeFollowing(
  writing: Writing,
  target: DeliveryKey,
  { kind, message, now }: Following,
): Promise<void> {
  const { subscription, platform, address, slot: posted } = await postAt(writing, target);
  // Where the clock was put back, what the channel was sent before may have a later slot than now; and
  // within one millisecond, too, it is no part of the edition that it is about.
  const { last } = await writing
    .selectFrom("delivery")
    .select(({ fn }) => fn.max("slot").as("last"))
    .where("subscription", "=", subscription)
    .executeTakeFirstOrThrow();
  const slot = Math.max(now, last ?? now, posted + 1);
  const { parts } = await writing
    .selectFrom("delivery")
    .select(({ fn }) => fn.max("part").as("parts"))
    .where("subscription", "=", subscription)
    .where("slot", "=", slot)
    .executeTakeFirstOrThrow();
  const part = parts === null ? 0 : Number(parts) + 1;
  const row = writing.insertInto("delivery").values({
    ...{ key: deliveryKey(subscription, slot, part + 1), subscription, slot, part },
    ...{ kind, target, silent: 0, platform, address, message: toJson(message) },
    ...unsent(now),
  });
  await later(writing, row);
}
