import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import type { Platform } from "#core/digest/subscription.ts";
import type { DeliveryKey, Receipt, StandingPost } from "#core/outbox/courier.ts";
import { type Claimed, MOST_CLAIMED, type Outbox } from "#desk/port/outbox.ts";
import { StoreError } from "./error.ts";
import { inGroups } from "./in-groups.ts";
import { fromJson } from "./json.ts";
import { type ArrivedPost, ofEdition, recordPosted } from "./posted.ts";
import type { Database, DeliveryTable, Writing } from "./schema.ts";
import { say, textsIn } from "./tongue.ts";
import { asOne } from "./unit.ts";

/**
 * Messages on their way: waiting → claimed → delivered or given up.
 *
 * A claim that a crash left behind is freed by `freeClaims`, when the next process opens the store.
 */
export class SqlOutbox implements Outbox {
  readonly #db: Database;
  readonly #claimant: number | null;
  readonly #store: (arrived: Arrived) => Promise<void>;
  /**
   * Claimed by a claim that failed: the database may have it so, where the way to it broke after that. Nobody was given
   * them, and a place would wait for them until another process takes over.
   */
  #doubtful: readonly DeliveryKey[] = [];

  /**
   * @param receiptsAtOnce so many are stored in one transaction
   * @param claimant whose its claims are, by the token of a shift
   */
  constructor(db: Database, receiptsAtOnce: number, claimant: number | null = null) {
    this.#db = db;
    this.#claimant = claimant;
    this.#store = inGroups(db, receiptsAtOnce, storeReceipts);
  }

  async claim(now: Instant, platforms: readonly Platform[]): Promise<readonly Claimed[]> {
    if (platforms.length === 0) return [];
    let claimed: readonly DeliveryKey[] = [];
    try {
      const rows = await asOne(this.#db, async (writing) => {
        await giveBack(writing, this.#doubtful);
        const due = await claimDue(writing, now, platforms, this.#claimant);
        claimed = due.map(({ key }) => key);
        return due;
      });
      const parcels = rows.toSorted(inOrder).map((row) => this.#claimed(row));
      const all = await Promise.all(parcels);
      this.#doubtful = [];
      return all;
    } catch (error) {
      this.#doubtful = [...this.#doubtful, ...claimed];
      throw error;
    }
  }

  async #claimed(row: DeliveryTable): Promise<Claimed> {
    if (row.target === null) return toClaimed(row, null, row.message);
    const { target, message } = await targetOf(this.#db, row.target);
    // What an edit said when it was stored may be told no more: the post is what has become of it since.
    return toClaimed(row, target, row.kind === "edit" ? message : row.message);
  }

  /** Hundreds of posts arrive within a second, where their courier is as quick as the page. */
  delivered(key: DeliveryKey, receipt: Receipt, now: Instant): Promise<void> {
    return this.#store({ key, receipt, now });
  }

  /** `again` stays once it is true: what an attempt may have posted, a later refusal does not take back. */
  async retry(key: DeliveryKey, at: Instant, error: string, again: boolean): Promise<void> {
    await asOne(this.#db, async (writing) => {
      const { numUpdatedRows } = await writing
        .updateTable("delivery")
        .set({ state: "waiting", due: at, error, ...(again && { again: 1 }) })
        .where("key", "=", key)
        .where("state", "=", "claimed")
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) await mustBeKnown(writing, [key]);
    });
  }

  async putOff(key: DeliveryKey, at: Instant): Promise<void> {
    await asOne(this.#db, async (writing) => {
      const putOff = await writing
        .updateTable("delivery")
        .set((eb) => ({ state: "waiting", due: at, attempt: eb("attempt", "-", 1) }))
        .where("key", "=", key)
        .where("state", "=", "claimed")
        .returning("key")
        .execute();
      if (putOff.length === 0) await mustBeKnown(writing, [key]);
    });
  }

  async giveUp(key: DeliveryKey, error: string, now: Instant): Promise<void> {
    await asOne(this.#db, async (writing) => {
      const { numUpdatedRows } = await writing
        .updateTable("delivery")
        .set({ state: "given-up", error, settled_at: now })
        .where("key", "=", key)
        .where("settled_at", "is", null)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) await mustBeKnown(writing, [key]);
    });
  }

  async hasten(now: Instant): Promise<void> {
    await asOne(this.#db, (writing) =>
      writing
        .updateTable("delivery")
        .set({ due: now })
        .where("settled_at", "is", null)
        .where("due", ">", now)
        .execute(),
    );
  }

  async nextDue(platforms: readonly Platform[]): Promise<Instant | null> {
    if (platforms.length === 0) return null;
    const row = await firstWaiting(this.#db, platforms)
      .select(({ fn }) => fn.min("head.due").as("due"))
      .executeTakeFirst();
    return row?.due ?? null;
  }
}

function claimDue(
  writing: Writing,
  now: Instant,
  platforms: readonly Platform[],
  claimant: number | null,
): Promise<readonly DeliveryTable[]> {
  const due = firstWaiting(writing, platforms)
    .select("head.key")
    .where("head.due", "<=", now)
    .orderBy("head.slot")
    .orderBy("head.subscription")
    .limit(MOST_CLAIMED);
  return writing
    .updateTable("delivery")
    .set((eb) => ({ state: "claimed", claimant, attempt: eb("attempt", "+", 1) }))
    .where("key", "in", due)
    .returningAll()
    .execute();
}

/** Nobody has tried them since they were claimed. */
async function giveBack(writing: Writing, keys: readonly DeliveryKey[]): Promise<void> {
  if (keys.length === 0) return;
  await writing
    .updateTable("delivery")
    .set((eb) => ({ state: "waiting", attempt: eb("attempt", "-", 1) }))
    .where("state", "=", "claimed")
    .where("key", "in", keys)
    .execute();
}

const EVERYBODY = sql<SqlBool>`true`;

/**
 * Makes claims of processes that are gone claimable again. Nobody refused them: they count as no attempt, or a bot that is
 * killed often would wait ever longer and give up what it could post.
 * @param ofGone says which claimants those are
 */
export async function freeClaims(writing: Writing, ofGone = EVERYBODY): Promise<void> {
  await writing
    .updateTable("delivery")
    .set((eb) => ({ state: "waiting", again: 1, attempt: eb("attempt", "-", 1) }))
    .where("settled_at", "is", null)
    .where("state", "=", "claimed")
    .where(ofGone)
    .execute();
}

/**
 * Begins anew where nobody else is at work: the caller has the folder's lock, or the only shift. What waits for a retry
 * is due too, since that moment may be another clock's.
 */
export async function beginAlone(writing: Writing): Promise<void> {
  await freeClaims(writing);
  await writing
    .updateTable("delivery")
    .set({ due: 0 })
    .where("settled_at", "is", null)
    .where("state", "=", "waiting")
    .execute();
}

/**
 * Of each subscription the oldest part that is not settled, where no attempt at it is under way. In the words of the index
 * `delivery_waiting`: with the state as a parameter SQLite would not use it.
 */
export function firstWaiting(db: Database, platforms: readonly Platform[]) {
  return db
    .selectFrom("delivery as head")
    .where(sql<SqlBool>`head.state = 'waiting'`)
    .where("head.platform", "in", platforms)
    .where(
      sql<SqlBool>`not exists (
        select 1 from delivery as earlier
        where earlier.settled_at is null and earlier.subscription = head.subscription
          and (earlier.slot, earlier.part) < (head.slot, head.part)
      )`,
    );
}

interface Arrived {
  readonly key: DeliveryKey;
  readonly receipt: Receipt;
  readonly now: Instant;
}

const ARRIVED = { key: "text", message_id: "text", url: "text", at: "whole" } as const;

/** In two statements, however many have arrived: the second one is sent with the end of the transaction. */
async function storeReceipts(writing: Writing, arrived: readonly Arrived[]): Promise<void> {
  const byKey = new Map<DeliveryKey, Arrived>();
  // The first word counts, as of those that come one after the other.
  for (const one of arrived) if (!byKey.has(one.key)) byKey.set(one.key, one);
  const { rows: news } = await arrivals([...byKey.values()]).execute(writing);
  if (news.length < byKey.size) await mustBeKnown(writing, [...byKey.keys()]);
  // What a statement gives back stands in no order, and of an edition the last part says when it is whole.
  const inTurn = [...byKey.keys()].flatMap((key) => news.find((one) => one.key === key) ?? []);
  // It may stand in a thread, as a reply.
  const posts = inTurn.filter(({ kind }) => kind === "post" || kind === "reply");
  await recordPosted(writing, posts, (key) => byKey.get(key)?.now ?? 0);
}

/** Ends deliveries, and gives those that had not ended so before. */
export function arrivals(arrived: readonly Arrived[]): RawBuilder<ArrivedPost> {
  const receipts = arrived.map(({ key, receipt, now }) => {
    return { key, message_id: receipt.messageId, url: receipt.url, at: now };
  });
  return sql`
    update delivery set
      state = 'delivered', message_id = own.message_id, url = own.url, settled_at = own.at
    from ${say((tongue) => tongue.recordsIn(receipts, "own", ARRIVED))}
    where delivery.key = own.key and delivery.state <> 'delivered'
    returning delivery.key, delivery.kind, ${ofEdition}
  `;
}

/** Those that are delivered already are known, too. */
async function mustBeKnown(db: Database, keys: readonly DeliveryKey[]): Promise<void> {
  const known = await db
    .selectFrom("delivery")
    .select("key")
    .where("key", "in", textsIn(keys))
    .execute();
  const found = new Set(known.map(({ key }) => key));
  for (const key of keys) if (!found.has(key)) unknown(key);
}

function unknown(key: DeliveryKey): never {
  throw new StoreError(
    "unknown-delivery",
    `The outbox knows no delivery "${key}". This is a fault in Copydesk: please report it.`,
  );
}

function inOrder(a: DeliveryTable, b: DeliveryTable): number {
  return a.slot - b.slot || a.subscription.localeCompare(b.subscription);
}

function toClaimed(
  row: DeliveryTable,
  target: StandingPost | null,
  message: DeliveryTable["message"],
): Claimed {
  const { key, kind, subscription, slot, platform, address, attempt } = row;
  return {
    ...{ key, kind, target, subscription, slot, platform, address, attempt },
    message: fromJson(message),
    silent: row.silent === 1,
    again: row.again === 1,
  };
}

/** An edit or a reply is only ever made for what stands in its channel. */
async function targetOf(
  db: Database,
  key: DeliveryKey,
): Promise<Pick<DeliveryTable, "message"> & { readonly target: StandingPost | null }> {
  const posted = await db
    .selectFrom("delivery")
    .select(["message_id", "url", "message"])
    .where("key", "=", key)
    .executeTakeFirst();
  const { message_id, url, message } = posted ?? unknown(key);
  return { target: message_id === null ? null : { messageId: message_id, url, key }, message };
}
