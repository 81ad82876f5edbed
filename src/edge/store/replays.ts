import type { Instant } from "#core/article/instant.ts";
import type { HadDigest, Span, StoredRevision } from "#core/digest/replay.ts";
import { SURELY_ONE } from "#core/story/strand.ts";
import type { Received, Replays } from "#desk/port/replays.ts";
import { toFiled, visible } from "./filed.ts";
import type { Database } from "./schema.ts";
import { strandsIn } from "./strands.ts";

/** What is stored, for whoever plays it again. */
export class SqlReplays implements Replays {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** An article was taken in last when its latest revision was: what was revised later is found as well. */
  async copy({ from, to }: Span, now: Instant): Promise<readonly StoredRevision[]> {
    const rows = await visible(this.#db, now)
      .innerJoin("article_revision as stored", "stored.article_id", "article.id")
      .leftJoin("story_member as member", "member.article_id", "article.id")
      .select(["stored.article", "stored.brief", "member.story", "member.copy_of"])
      .where("article.taken_in", ">=", from)
      .orderBy("article.number")
      .orderBy("stored.revision")
      .execute();
    const stories = rows.flatMap(({ story }) => story ?? []);
    const strands = await strandsIn(this.#db, stories, SURELY_ONE, now);
    return rows.flatMap(({ copy_of, ...row }) => {
      const filed = toFiled(row);
      if (filed.article.takenIn > to) return [];
      const story = strands.get(filed.article.id);
      const placed = story === undefined ? {} : { story };
      return [{ filed, ...placed, ...(copy_of !== null && { copyOf: copy_of }) }];
    });
  }

  async digests(subscription: string, { from, to }: Span): Promise<readonly HadDigest[]> {
    const own = this.#db.selectFrom("slot").where("slot.subscription", "=", subscription);
    const first = await own.select(({ fn }) => fn.min("slot.slot").as("at")).executeTakeFirst();
    const rows = await own
      .innerJoin("edition", (join) =>
        join
          .onRef("edition.subscription", "=", "slot.subscription")
          .onRef("edition.slot", "=", "slot.slot"),
      )
      .select(["slot.slot as at", "slot.at as made"])
      .where("slot.at_once", "=", 0)
      .where("slot.slot", ">=", from)
      .where("slot.slot", "<=", to)
      .orderBy("slot.slot")
      .execute();
    return rows.map(({ at, made }) => ({ at, made, first: at === first?.at }));
  }

  async received(
    subscription: string,
    { from, to }: Span,
    now: Instant,
  ): Promise<readonly Received[]> {
    const rows = await visible(this.#db, now)
      .innerJoin("edition_item as item", "item.article_id", "article.id")
      .select(["article.id", "article.headline"])
      .where("item.subscription", "=", subscription)
      .where("item.slot", ">=", from)
      .where("item.slot", "<=", to)
      .groupBy(["article.id", "article.headline"])
      .orderBy(({ fn }) => fn.min("item.slot"))
      .orderBy(({ fn }) => fn.min("item.position"))
      .execute();
    return rows;
  }
}
