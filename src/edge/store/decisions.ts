import type { Article, ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Brief } from "#core/brief/brief.ts";
import { articlesIn } from "#core/message/articles-in.ts";
import type { PostedMessage } from "#core/reply/front-desk.ts";
import type { Backlog, Waiting } from "#desk/port/backlog.ts";
import type { Decisions, PostedPlace } from "#desk/port/decisions.ts";
import type { LedgerEntry } from "#desk/port/ledger.ts";
import type { AuditEntry } from "#desk/port/standing-orders.ts";
import { storeRevision } from "./archive.ts";
import { fromJson } from "./json.ts";
import { addAudit } from "./orders.ts";
import type { Database } from "./schema.ts";
import { asOne } from "./unit.ts";
import { isUnseen } from "./unread.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What editors decide about articles, and what they are told of the outbox. */
export class SqlDecisions implements Decisions, Backlog {
  readonly #db: Database;
  readonly #vocabulary: Vocabulary;

  constructor(db: Database, vocabulary: Vocabulary) {
    this.#db = db;
    this.#vocabulary = vocabulary;
  }

  decide(
    article: Article,
    brief: Brief,
    entries: readonly LedgerEntry[],
    audit: AuditEntry,
  ): Promise<void> {
    return asOne(this.#db, async (writing) => {
      await storeRevision(writing, { article, brief }, entries, this.#vocabulary);
      await addAudit(writing, audit);
    });
  }

  async postsOf(id: ArticleId): Promise<readonly PostedPlace[]> {
    const rows = await this.#db
      .selectFrom("delivery_item as item")
      .innerJoin("delivery", "delivery.key", "item.key")
      .select(["delivery.subscription", "delivery.platform", "delivery.state", "delivery.again"])
      .where("item.article_id", "=", id)
      .where("item.withdrawn", "=", 0)
      .where("delivery.state", "<>", "given-up")
      .orderBy("delivery.slot")
      .orderBy("delivery.part")
      .orderBy("delivery.subscription")
      .orderBy("delivery.platform")
      .execute();
    return rows.map(({ subscription, platform, ...row }) => {
      const isUnderWay = row.state === "claimed" ? "on-its-way" : "stands";
      return { subscription, platform, state: isUnseen(row) ? "waits" : isUnderWay };
    });
  }

  /** In the order in which they stand there. */
  async articlesIn({ platform, address, messageId }: PostedMessage): Promise<readonly ArticleId[]> {
    const post = await this.#db
      .selectFrom("delivery")
      .select(["key", "message"])
      .where("message_id", "=", messageId)
      .where("platform", "=", platform)
      .where("address", "=", address)
      .where("kind", "in", ["post", "reply"])
      .where("state", "=", "delivered")
      .executeTakeFirst();
    if (post === undefined) return [];
    const items = await this.#db
      .selectFrom("delivery_item")
      .select("article_id")
      .where("key", "=", post.key)
      .where("withdrawn", "=", 0)
      .execute();
    const standing = new Set(items.map(({ article_id }) => article_id));
    return articlesIn(fromJson(post.message)).filter((id) => standing.has(id));
  }

  async waiting(): Promise<readonly Waiting[]> {
    const rows = await this.#db
      .selectFrom("delivery")
      .select(({ fn }) => [
        "subscription",
        fn.countAll<number>().as("parts"),
        fn.min("slot").as("since"),
        fn.max("error").as("error"),
      ])
      .where("settled_at", "is", null)
      .groupBy("subscription")
      .orderBy("subscription")
      .execute();
    return rows.map(({ subscription, parts, since, error }) => ({
      ...{ subscription, parts: Number(parts), since, error },
    }));
  }

  async givenUp(since: Instant): Promise<number> {
    const row = await this.#db
      .selectFrom("delivery")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("state", "=", "given-up")
      .where("settled_at", ">=", since)
      .executeTakeFirstOrThrow();
    return Number(row.count);
  }
}
