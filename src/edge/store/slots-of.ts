import { type RawBuilder, sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import type { Database } from "./schema.ts";
import { say } from "./tongue.ts";

/** Places that are asked about in one query: each costs a look into an index, and others wait for its end; between two the asker waits for them. */
const AT_ONCE = 2_000;

interface Row {
  readonly subscription: string;
  readonly slot: Instant | null;
}

/** Of many subscriptions the slot that was dealt with last, as `lastSlotOf` has it, but for those that had none. */
export function lastSlotsOf(
  db: Database,
  subscriptions: readonly string[],
): Promise<ReadonlyMap<string, Instant>> {
  return ofAll(
    db,
    subscriptions,
    sql`select slot.slot from slot
      where slot.subscription = asked.value and slot.at_once = 0
      order by slot.number desc, slot.slot desc limit 1`,
  );
}

/** Of many subscriptions the slot of the newest edition, but for those that had none. */
export function newestEditionsOf(
  db: Database,
  subscriptions: readonly string[],
): Promise<ReadonlyMap<string, Instant>> {
  return ofAll(
    db,
    subscriptions,
    sql`select max(edition.slot) from edition where edition.subscription = asked.value`,
  );
}

/** One look into an index for each, without reading what else the subscription has had. */
async function ofAll(
  db: Database,
  subscriptions: readonly string[],
  slot: RawBuilder<unknown>,
): Promise<ReadonlyMap<string, Instant>> {
  const found = new Map<string, Instant>();
  for (let first = 0; first < subscriptions.length; first += AT_ONCE) {
    const some = subscriptions.slice(first, first + AT_ONCE).map((value) => ({ value }));
    const asked = say((tongue) => tongue.recordsIn(some, "asked", { value: "text" }));
    const { rows } = await sql<Row>`
      select asked.value as subscription, (${slot}) as slot from ${asked}
    `.execute(db);
    for (const row of rows) if (row.slot !== null) found.set(row.subscription, row.slot);
  }
  return found;
}
