import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Edition } from "#core/digest/edition.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import type {
  CarriedReport,
  Due,
  Editions,
  Issued,
  Made,
  Offer,
  Part,
  Passed,
  Span,
  UrgentFound,
} from "#desk/port/editions.ts";
import { offersFor } from "./candidates.ts";
import { unsent } from "./delivery-row.ts";
import { fromJson, toJson } from "./json.ts";
import { carriedBy } from "./known.ts";
import { later } from "./later.ts";
import { isPart, recordTold, repliesTo } from "./posted.ts";
import { progressOf, storeProgress } from "./progress.ts";
import type { Database, DeliveryTable, Writing } from "./schema.ts";
import { goBack, lastSlotOf, takeMoment, takeSlot } from "./slots.ts";
import { lastSlotsOf, newestEditionsOf } from "./slots-of.ts";
import { asOne } from "./unit.ts";
import { carriersOf, standingOf, urgentSince } from "./urgent.ts";

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

  progress(subscription: string): Promise<Passed | null> {
    return progressOf(this.#db, subscription);
  }

  offers(subscription: Subscription, span: Span): Promise<readonly Offer[]> {
    return offersFor(this.#db, subscription, span);
  }

  carried(
    subscription: string,
    reports: Parameters<typeof carriedBy>[2],
    span: Pick<Span, "now" | "asOf">,
  ): Promise<readonly CarriedReport[]> {
    return carriedBy(this.#db, subscription, reports, span);
  }

  takeSlot(due: Due): Promise<Instant | null> {
    return asOne(this.#db, (writing) => takeSlot(writing, due));
  }

  takeMoment(subscription: string, now: Instant): Promise<boolean> {
    return asOne(this.#db, (writing) => takeMoment(writing, subscription, now));
  }

  store({ id, platform, address }: Subscription, made: Made, now: Instant): Promise<void> {
    const place = { subscription: id, platform, address };
    return asOne(this.#db, (writing) => storeMade(writing, place, made, now));
  }

  pass(subscription: string, now: Instant, waiting: number | null): Promise<void> {
    return asOne(this.#db, (writing) => storeProgress(writing, subscription, now, waiting));
  }

  standing(): Promise<ReadonlyMap<string, Passed>> {
    return standingOf(this.#db);
  }

  urgent(since: Passed, now: Instant): Promise<UrgentFound> {
    return urgentSince(this.#db, since, now);
  }

  carriers(article: ArticleId): Promise<ReadonlySet<string>> {
    return carriersOf(this.#db, article);
  }

  async passed(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#db.selectFrom("progress").select(["subscription", "number"]).execute();
    return new Map(rows.map(({ subscription, number }) => [subscription, number]));
  }

  async issued(subscription: string, limit: number): Promise<readonly Issued[]> {
    const editions = await this.#db
      .selectFrom("edition")
      .select("slot")
      .where("subscription", "=", subscription)
      .orderBy("slot", "desc")
      .limit(limit)
      .execute();
    return await Promise.all(editions.map(({ slot }) => issuedAt(this.#db, subscription, slot)));
  }
}

type PostPlace = Pick<DeliveryTable, "subscription" | "platform" | "address">;

async function storeMade(
  writing: Writing,
  place: PostPlace,
  made: Made,
  now: Instant,
): Promise<void> {
  await storeEdition(writing, made.edition);
  await recordTold(writing, made.edition, place.platform, now);
  for (const [index, part] of made.parts.entries()) {
    await storePart(writing, place, made.edition, { ...part, index, due: now });
  }
}

async function storeEdition(writing: Writing, edition: Edition): Promise<void> {
  const { subscription, slot, channel, timeZone, waiting, items } = edition;
  const own = { subscription, slot, channel, time_zone: timeZone, waiting };
  await later(writing, writing.insertInto("edition").values(own));
  const rows = items.map(({ filed: { article }, update, reason }, position) => ({
    ...{ subscription, slot, position, article_id: article.id, revision: article.revision },
    ...{ is_update: update ? (1 as const) : (0 as const), reason: reason ?? null },
  }));
  if (rows.length > 0) await later(writing, writing.insertInto("edition_item").values(rows));
}

async function storePart(
  writing: Writing,
  place: PostPlace,
  edition: Edition,
  { index, due, ...part }: Part & { readonly index: number; readonly due: Instant },
): Promise<void> {
  const row = writing.insertInto("delivery").values({
    key: part.key,
    ...place,
    slot: edition.slot,
    part: index,
    kind: part.under === undefined ? "post" : "reply",
    target: part.under ?? null,
    silent: edition.silent === true ? 1 : 0,
    message: toJson(part.message),
    ...unsent(due),
  });
  await later(writing, row);
  await storeItems(writing, part, edition);
}

const SHOWN = { withdrawn: 0, kept: null } as const;

/** Where each article stands, so that a correction finds it. */
async function storeItems(
  writing: Writing,
  { key, message }: Part,
  { items: carried }: Edition,
): Promise<void> {
  const shown = new Set(
    message.sections.flatMap(({ about, beside = [] }) => [...(about ? [about] : []), ...beside]),
  );
  const reports = carried.flatMap(({ filed, story }) => [filed.article, ...(story?.beside ?? [])]);
  const items = reports
    .filter(({ id }) => shown.has(id))
    .map(({ id, revision }) => ({ article_id: id, revision, ...SHOWN, key }));
  if (items.length === 0) return;
  const rows = writing.insertInto("delivery_item").values(items);
  await later(
    writing,
    rows.onConflict((conflict) => conflict.doNothing()),
  );
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
