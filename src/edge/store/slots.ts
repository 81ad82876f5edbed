import { sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import type { Due } from "#desk/port/editions.ts";
import type { Database, SlotTable, Writing } from "./schema.ts";

/** Slots of a cadence are as far apart at least; what is nearer is known as one of them once more. */
const MINUTE = 60_000;

/** The slot of a subscription that was dealt with last, which is not the latest where the clock was put back. */
export async function lastSlotOf(db: Database, subscription: string): Promise<Instant | null> {
  return (await lastOf(db, subscription))?.slot ?? null;
}

/**
 * Takes a slot. One that a clock that was ahead has taken before its time is taken once more, and is
 * known by the next millisecond that is free.
 * @returns the moment that it is known by; `null` where it has been dealt with
 */
export async function takeSlot(
  writing: Writing,
  { subscription, slot, now, late }: Due,
): Promise<Instant | null> {
  const last = await lastOf(writing, subscription);
  if (last !== null && last.slot >= slot && last.slot < slot + MINUTE) return null;
  const next = { subscription, slot, now, last };
  if (await insert(writing, next)) return slot;
  if (!late) return insertNext(writing, next);
  await countAsLast(writing, subscription, slot, numberOf(next));
  return null;
}

/** Makes a moment the last slot that was dealt with, though the clock has shown a later one before. */
export async function goBack(
  writing: Writing,
  subscription: string,
  now: Instant,
): Promise<Instant> {
  const last = await lastOf(writing, subscription);
  return insertNext(writing, { subscription, slot: now, now, last });
}

interface Next extends Pick<Due, "subscription" | "slot" | "now"> {
  readonly last: { readonly number: number } | null;
}

function numberOf({ last }: Pick<Next, "last">): number {
  return (last?.number ?? 0) + 1;
}

/** By the next millisecond that is free. */
async function insertNext(writing: Writing, next: Next): Promise<Instant> {
  const slot = await firstFree(writing, next.subscription, next.slot);
  await insert(writing, { ...next, slot });
  return slot;
}

/** @returns whether it was free */
function insert(writing: Writing, next: Next): Promise<boolean> {
  const { subscription, slot, now } = next;
  return takeRow(writing, { subscription, slot, at: now, at_once: 0, number: numberOf(next) });
}

/** @returns whether a moment between slots was free */
export async function takeMoment(
  writing: Writing,
  subscription: string,
  now: Instant,
): Promise<boolean> {
  return takeRow(writing, { subscription, slot: now, at: now, at_once: 1, number: 0 });
}

async function takeRow(writing: Writing, row: SlotTable): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await writing
    .insertInto("slot")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

async function lastOf(db: Database, subscription: string) {
  return await db
    .selectFrom("slot")
    .select(["slot", "number"])
    .where("subscription", "=", subscription)
    .where("at_once", "=", 0)
    .orderBy("number", "desc")
    .orderBy("slot", "desc")
    .limit(1)
    .executeTakeFirst()
    .then((row) => row ?? null);
}

async function firstFree(writing: Writing, subscription: string, from: Instant): Promise<Instant> {
  const { rows } = await sql<{ slot: Instant }>`
    with recursive taken (slot) as (
      select cast(${from} as bigint) where exists (
        select 1 from slot where subscription = ${subscription} and slot = ${from})
      union all
      select taken.slot + 1 from taken where exists (
        select 1 from slot where subscription = ${subscription} and slot.slot = taken.slot + 1)
    )
    select max(slot) as slot from taken
  `.execute(writing);
  const [taken] = rows;
  return taken?.slot == null ? from : taken.slot + 1;
}

async function countAsLast(
  writing: Writing,
  subscription: string,
  slot: Instant,
  number: number,
): Promise<void> {
  await writing
    .updateTable("slot")
    .set({ number })
    .where("subscription", "=", subscription)
    .where("slot", "=", slot)
    .where("at_once", "=", 0)
    .execute();
}
