import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type {
  CarriedReport,
  Carrier,
  Due,
  Editions,
  Issued,
  Look,
  MadeFor,
  Mentionable,
  Offer,
  Passed,
  Passing,
  PostLink,
  Span,
  UrgentFound,
} from "#desk/port/editions.ts";
import { offersFor } from "./candidates.ts";
import { isGiven } from "./given.ts";
import { fromJson } from "./json.ts";
import { carriedBy } from "./known.ts";
import { linksTo } from "./links.ts";
import { storeMade } from "./made.ts";
import { mentionedOf } from "./mentions.ts";
import { isPart, repliesTo } from "./posted.ts";
import { progressOf, storeProgress } from "./progress.ts";
import type { Database } from "./schema.ts";
import { goBack, lastSlotOf, takeMoments, takeSlots } from "./slots.ts";
import { lastSlotsOf, newestEditionsOf } from "./slots-of.ts";
import { asOne } from "./unit.ts";
import { carriersOf, momentsSince, urgentSince } from "./urgent.ts";

/** Slots and editions. */
export class SqlEditions implements Editions {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async lastSlot(subscription: string): Promise<Instant | null> {
    return await lastSlotOf(this.#db, subscription);
  }

  lastSlots(subscriptions: readonly string[]): Promise<ReadonlyMap<string, Instant>> {
    return lastSlotsOf(this.#db, subscriptions);
  }

  newest(subscriptions: readonly string[]): Promise<ReadonlyMap<string, Instant>> {
    return newestEditionsOf(this.#db, subscriptions);
  }

  goBack(subscription: string, now: Instant): Promise<Instant> {
    return asOne(this.#db, (writing) => goBack(writing, subscription, now));
  }

  progress(subscriptions: readonly string[]): Promise<ReadonlyMap<string, Passed>> {
    return progressOf(this.#db, subscriptions);
  }

  offers(looks: readonly Look[]): Promise<readonly (readonly Offer[])[]> {
    return offersFor(this.#db, looks);
  }

  carried(
    carriers: readonly Carrier[],
    span: Pick<Span, "now" | "asOf">,
  ): Promise<ReadonlyMap<string, readonly CarriedReport[]>> {
    return carriedBy(this.#db, carriers, span);
  }

  takeSlots(dues: readonly Due[]): Promise<ReadonlyMap<string, Instant>> {
    return asOne(this.#db, (writing) => takeSlots(writing, dues));
  }

  takeMoments(subscriptions: readonly string[], now: Instant): Promise<ReadonlySet<string>> {
    return asOne(this.#db, (writing) => takeMoments(writing, subscriptions, now));
  }

  mentioned(of: Mentionable): Promise<ReadonlySet<ArticleId>> {
    return mentionedOf(this.#db, of);
  }

  store(all: readonly MadeFor[], now: Instant): Promise<void> {
    return asOne(this.#db, (writing) => storeMade(writing, all, now));
  }

  pass(all: readonly Passing[], now: Instant): Promise<void> {
    return asOne(this.#db, (writing) => storeProgress(writing, all, now));
  }

  urgent(
    since: Passed,
    now: Instant,
    wanted: { readonly most: number; readonly limit: number },
  ): Promise<UrgentFound> {
    return urgentSince(this.#db, since, now, wanted);
  }

  momentsSince(subscriptions: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return momentsSince(this.#db, subscriptions);
  }

  carriers(article: ArticleId): Promise<ReadonlySet<string>> {
    return carriersOf(this.#db, article);
  }

  async passed(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#db.selectFrom("progress").select(["subscription", "number"]).execute();
    return new Map(rows.map(({ subscription, number }) => [subscription, number]));
  }

  linksTo(articles: readonly ArticleId[], now: Instant): Promise<readonly PostLink[]> {
    return linksTo(this.#db, articles, now);
  }

  async issued(subscription: string, limit: number): Promise<readonly Issued[]> {
    const editions = await this.#db
      .selectFrom("edition")
      .select("slot")
      .where("subscription", "=", subscription)
      .where(isGiven)
      .orderBy("slot", "desc")
      .limit(limit)
      .execute();
    return await Promise.all(editions.map(({ slot }) => issuedAt(this.#db, subscription, slot)));
  }
}

/** A part that was given up is not on its way any more, and was not posted either. */
async function issuedAt(db: Database, subscription: string, slot: Instant): Promise<Issued> {
  const parts = await db
    .selectFrom("delivery")
    .select(["key", "message", "state", "settled_at"])
    .where("subscription", "=", subscription)
    .where("slot", "=", slot)
    .where(isPart)
    .orderBy("part")
    .execute();
  const open = parts.some(({ settled_at }) => settled_at === null);
  const posted = parts
    .filter(({ state }) => state === "delivered")
    .map(({ settled_at }) => settled_at ?? 0);
  return {
    ...{ subscription, slot, messages: parts.map(({ message }) => fromJson(message)) },
    replies: await Promise.all(parts.map(({ key }) => repliesTo(db, key))),
    postedAt: open || posted.length === 0 ? null : Math.max(...posted),
  };
}
