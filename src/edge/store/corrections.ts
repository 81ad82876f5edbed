import { type RawBuilder, sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { DeliveryKey } from "#core/outbox/courier.ts";
import { deliveryKey } from "#core/outbox/key.ts";
import type { Amendment, Corrections, Outdated } from "#desk/port/corrections.ts";
import { toFiled } from "./filed.ts";
import { fromJson, toJson } from "./json.ts";
import type { Database, DeliveryTable, Writing } from "./schema.ts";
import { asOne } from "./unit.ts";

/** Corrections on their way to what is posted. */
export class SqlCorrections implements Corrections {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** One post after the other, each read anew: two articles of one post may both be outdated. */
  chase(now: Instant, amend: (post: Outdated) => Amendment): Promise<number> {
    return asOne(this.#db, async (writing) => {
      const { rows: outdated } = await outdatedPosts(now).execute(writing);
      for (const { key, article_id } of outdated) {
        const post = await readPost(writing, key, article_id);
        await amendPost(writing, { ...post, now, amendment: amend(post.outdated) });
      }
      return outdated.length;
    });
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
      cross join delivery_item as item
        on item.article_id = article.id and item.revision < article.revision
      where article.revision > 1
      union
      select item.key, item.article_id from delivery_item as item
      cross join article on article.id = item.article_id
      where item.withdrawn = 1 and article.embargo_until <= ${now}
      union
      select item.key, item.article_id from delivery
      cross join delivery_item as item on item.key = delivery.key and item.withdrawn = 0
      cross join article on article.id = item.article_id and article.embargo_until > ${now}
      where delivery.settled_at is null and delivery.state = 'waiting'
    )
    select outdated.key, outdated.article_id from outdated
    join article on article.id = outdated.article_id
    join delivery on delivery.key = outdated.key
    where delivery.state in ('waiting', 'delivered')
    order by article.number, delivery.slot, delivery.part
  `;
}

interface Post {
  readonly row: DeliveryTable;
  readonly outdated: Outdated;
}

async function readPost(writing: Writing, key: string, articleId: string): Promise<Post> {
  const row = await writing
    .selectFrom("delivery")
    .selectAll()
    .where("key", "=", key)
    .executeTakeFirstOrThrow();
  const latest = await writing
    .selectFrom("article")
    .innerJoin("article_revision as latest", (join) =>
      join
        .onRef("latest.article_id", "=", "article.id")
        .onRef("latest.revision", "=", "article.revision"),
    )
    .select(["latest.article", "latest.brief"])
    .where("article.id", "=", articleId)
    .executeTakeFirstOrThrow();
  const item = await writing
    .selectFrom("delivery_item")
    .select(["revision", "withdrawn", "kept"])
    .where("article_id", "=", articleId)
    .where("key", "=", key)
    .executeTakeFirstOrThrow();
  const kept = item.kept === null ? null : fromJson(item.kept);
  const posted = await writing
    .selectFrom("article_revision")
    .select(["article", "brief"])
    .where("article_id", "=", articleId)
    .where("revision", "=", kept?.revision ?? item.revision)
    .executeTakeFirst();
  const edition = await writing
    .selectFrom("edition")
    .select("time_zone")
    .where("subscription", "=", row.subscription)
    .where("slot", "=", row.slot)
    .executeTakeFirst();
  const { subscription, platform } = row;
  return {
    row,
    outdated: {
      ...{ key, subscription, platform, timeZone: edition?.time_zone ?? "UTC" },
      ...{
        message: fromJson(row.message),
        filed: toFiled(latest),
        posted: toFiled(posted ?? latest),
      },
      ...{ wasWithdrawn: item.withdrawn === 1, kept },
    },
  };
}

interface Amending extends Post {
  readonly now: Instant;
  readonly amendment: Amendment;
}

async function amendPost(
  writing: Writing,
  { row, outdated, now, amendment }: Amending,
): Promise<void> {
  const { id, revision } = outdated.filed.article;
  await writing
    .updateTable("delivery")
    .set({ message: toJson(amendment.message) })
    .where("key", "=", row.key)
    .execute();
  await writing
    .updateTable("delivery_item")
    .set({
      ...{ revision, withdrawn: amendment.withdrawn ? 1 : 0 },
      kept: amendment.kept === undefined ? null : toJson(amendment.kept),
    })
    .where("article_id", "=", id)
    .where("key", "=", row.key)
    .execute();
  // An attempt that may have reached the channel with the old text is followed by an edit as well.
  const unseen = row.state === "waiting" && row.attempt === 0 && row.again === 0;
  const isSame = toJson(amendment.message) === row.message;
  if (unseen || isSame) return;
  // The page shows what is stored.
  if (row.platform !== "preview")
    await storeFollowing(writing, row, now, "edit", amendment.message);
  if (row.kind === "post" && amendment.reply !== null)
    await storeFollowing(writing, row, now, "reply", amendment.reply);
}

/** Puts an edit or a reply behind everything that the channel was sent before. */
async function storeFollowing(
  writing: Writing,
  { key: target, subscription, platform, address, slot: posted }: DeliveryTable,
  now: Instant,
  kind: "edit" | "reply",
  message: Amendment["message"],
): Promise<void> {
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
  await writing
    .insertInto("delivery")
    .values({
      ...{ key: deliveryKey(subscription, slot, part + 1), subscription, slot, part },
      ...{ kind, target, silent: 0, platform, address, message: toJson(message) },
      ...{ state: "waiting", due: now, attempt: 0, again: 0 },
      ...{ error: null, message_id: null, url: null, settled_at: null },
    })
    .execute();
}
