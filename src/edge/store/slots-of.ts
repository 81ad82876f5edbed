import { type RawBuilder, sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import { isGiven } from "./given.ts";
import type { Database } from "./schema.ts";
import { say } from "./tongue.ts";

/** Places that are asked about in one query: each costs a look into an index, and others wait for its end; between two the asker waits for them. */
const AT_ONCE = 2_000;

/** By number, which is not the order of the moments where the clock was put back. */
const OF_LAST = sql`from slot where slot.subscription = asked.value and slot.at_once = 0
  order by slot.number desc, slot.slot desc limit 1`;

/** Of many subscriptions the slot that was dealt with last, as `lastSlotOf` has it, but for those that had none. */
export function lastSlotsOf(
  db: Database,
  subscriptions: readonly string[],
): Promise<ReadonlyMap<string, Instant>> {
  return slotsOf(db, subscriptions, sql`(select slot.slot ${OF_LAST})`);
}

/** Of many subscriptions the slot of the newest edition, but for those that had none. */
export function newestEditionsOf(
  db: Database,
  subscriptions: readonly string[],
): Promise<ReadonlyMap<string, Instant>> {
  return slotsOf(
    db,
    subscriptions,
    sql`(select edition.slot from edition where edition.subscription = asked.value and ${isGiven}
      order by edition.slot desc limit 1)`,
  );
}

/** A slot, and as the how manieth it was dealt with. */
interface Last {
  readonly slot: Instant;
  readonly number: number;
}

/** As `lastSlotsOf`, with the numbers. */
export async function lastsOf(
  db: Database,
  subscriptions: readonly string[],
): Promise<ReadonlyMap<string, Last>> {
  const rows = await ofAll<Last & Row>(
    db,
    subscriptions,
    sql`(select slot.slot ${OF_LAST}) as slot, (select slot.number ${OF_LAST}) as number`,
  );
  return new Map(
    rows.flatMap(({ subscription, slot, number }) => {
      return slot === null ? [] : [[subscription, { slot, number }]];
    }),
  );
}

interface Row {
  readonly subscription: string;
  readonly slot: Instant | null;
}

async function slotsOf(
  db: Database,
  subscriptions: readonly string[],
  slot: RawBuilder<unknown>,
): Promise<ReadonlyMap<string, Instant>> {
  const rows = await ofAll<Row>(db, subscriptions, sql`${slot} as slot`);
  return new Map(rows.flatMap((row) => (row.slot === null ? [] : [[row.subscription, row.slot]])));
}

/** One look into an index for each, without reading what else the subscription has had. */
async function ofAll<Found extends Row>(
  db: Database,
  subscriptions: readonly string[],
  columns: RawBuilder<unknown>,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (let first = 0; first < subscriptions.length; first += AT_ONCE) {
    const some = subscriptions.slice(first, first + AT_ONCE).map((value) => ({ value }));
    const asked = say((tongue) => tongue.recordsIn(some, "asked", { value: "text" }));
    const { rows } = await sql<Found>`
      select asked.value as subscription, ${columns} from ${asked}
    `.execute(db);
    for (const row of rows) found.push(row);
  }
  return found;
}
