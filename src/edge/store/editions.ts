import type { Instant } from "#core/article/instant.ts";
import type { Edition } from "#core/digest/edition.ts";
import type { Candidate } from "#core/digest/group.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import type { Dealt, Editions, Issued, Made, Part } from "#desk/port/editions.ts";
import { candidatesOf, numbersOf, offersFor } from "./candidates.ts";
import { fromJson, toJson } from "./json.ts";
import { isPart, recordTold, repliesTo } from "./posted.ts";
import { progressOf, storeProgress } from "./progress.ts";
import type { Database, Writing } from "./schema.ts";
import { goBack, lastSlotOf, takeMoment, takeSlot } from "./slots.ts";
import { asOne } from "./unit.ts";

/** Later than any moment that a clock has shown. */
const END = Number.MAX_SAFE_INTEGER;

/** Slots and editions. */
export class SqlEditions implements Editions {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async lastSlot(subscription: string): Promise<Instant | null> {
    return await lastSlotOf(this.#db, subscription);
  }

  goBack(subscription: string, now: Instant): Promise<Instant> {
    return asOne(this.#db, (writing) => goBack(writing, subscription, now));
  }

  async candidates(
    subscription: Subscription,
    now: Instant,
    asOf: Instant,
  ): Promise<readonly Candidate[]> {
    const progress = await progressOf(this.#db, subscription);
    // What is stored has been before now, whatever a clock said then that was ahead.
    if (asOf >= now)
      return candidatesOf(
        await offersFor(this.#db, subscription, { now, asOf: END, since: progress }),
      );
    // A look at a moment before the last slot finds what that slot has carried since.
    const since = progress !== null && asOf >= progress.at ? progress : null;
    return candidatesOf(await offersFor(this.#db, subscription, { now, asOf, since }));
  }

  /**
   * The candidates are those of `now`, not of the slot: a slot that is dealt with late carries what has
   * been taken in since, such as the files that landed while the bot was down.
   */
  issue(
    subscription: Subscription,
    slot: Instant,
    now: Instant,
    deal: (candidates: readonly Candidate[], slot: Instant) => Dealt,
    late = false,
  ): Promise<Made | null> {
    return asOne(this.#db, async (writing) => {
      const taken = await takeSlot(writing, { subscription: subscription.id, slot, now, late });
      if (taken === null) return null;
      const since = await progressOf(writing, subscription);
      const offers = await offersFor(writing, subscription, { now, asOf: END, since });
      const { made, waiting } = deal(candidatesOf(offers), taken);
      if (made !== null) await storeMade(writing, { subscription, slot: taken, now, made });
      await storeProgress(writing, subscription, now, numbersOf(offers, waiting));
      return made;
    });
  }

  issueAtOnce(
    subscription: Subscription,
    now: Instant,
    deal: (candidates: readonly Candidate[]) => Made | null,
  ): Promise<Made | null> {
    return asOne(this.#db, async (writing) => {
      const since = await progressOf(writing, subscription);
      const offers = await offersFor(writing, subscription, { now, asOf: END, since });
      const made = deal(candidatesOf(offers));
      if (made === null || !(await takeMoment(writing, { subscription: subscription.id, now })))
        return null;
      await storeMade(writing, { subscription, slot: now, now, made });
      return made;
    });
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

interface Issue {
  readonly subscription: Subscription;
  readonly slot: Instant;
  readonly now: Instant;
  readonly made: Made;
}

async function storeMade(writing: Writing, issue: Issue): Promise<void> {
  await storeEdition(writing, issue.made.edition);
  await recordTold(writing, issue.made.edition, issue.subscription.platform, issue.now);
  for (const [index, part] of issue.made.parts.entries()) {
    await storePart(writing, issue, index, part);
  }
}

async function storeEdition(writing: Writing, edition: Edition): Promise<void> {
  const { subscription, slot, channel, timeZone, waiting, items } = edition;
  await writing
    .insertInto("edition")
    .values({ subscription, slot, channel, time_zone: timeZone, waiting })
    .execute();
  for (const [position, { filed, update, reason }] of items.entries()) {
    const { id, revision } = filed.article;
    await writing
      .insertInto("edition_item")
      .values({
        subscription,
        slot,
        position,
        article_id: id,
        revision,
        is_update: update ? 1 : 0,
        reason: reason ?? null,
      })
      .execute();
  }
}

async function storePart(
  writing: Writing,
  { subscription, slot, now, made }: Issue,
  index: number,
  part: Part,
): Promise<void> {
  await writing
    .insertInto("delivery")
    .values({
      key: part.key,
      subscription: subscription.id,
      slot,
      part: index,
      kind: part.under === undefined ? "post" : "reply",
      target: part.under ?? null,
      silent: made.edition.silent === true ? 1 : 0,
      platform: subscription.platform,
      address: subscription.address,
      message: toJson(part.message),
      state: "waiting",
      due: now,
      attempt: 0,
      again: 0,
      error: null,
      message_id: null,
      url: null,
      settled_at: null,
    })
    .execute();
  await storeItems(writing, part, made.edition);
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
  await writing
    .insertInto("delivery_item")
    .values(items)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
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
