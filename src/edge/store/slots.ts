import { sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import type { Due } from "#desk/port/editions.ts";
import type { Database, SlotTable, Writing } from "./schema.ts";
import { lastsOf } from "./slots-of.ts";

/** Slots of a cadence are as far apart at least; what is nearer is known as one of them once more. */
const MINUTE = 60_000;

/** The slot of a subscription that was dealt with last, which is not the latest where the clock was put back. */
export async function lastSlotOf(db: Database, subscription: string): Promise<Instant | null> {
  return (await lastOf(db, subscription))?.slot ?? null;
}

async function lastOf(db: Database, subscription: string) {
  return (await lastsOf(db, [subscription])).get(subscription) ?? null;
}

/**
 * Takes slots. One that a clock that was ahead has taken before its time is taken once more, and is
 * known by the next millisecond that is free.
 * @returns the moment that each is known by; those that have been dealt with are left out
 */
export async function takeSlots(
  writing: Writing,
  dues: readonly Due[],
): Promise<ReadonlyMap<string, Instant>> {
  const lasts = await lastsOf(
    writing,
    dues.map(({ subscription }) => subscription),
  );
  const open = dues.flatMap((due): readonly Next[] => {
    const last = lasts.get(due.subscription) ?? null;
    return isOpen(due, last?.slot ?? null) ? [{ ...due, last }] : [];
  });
  const free = await takeRows(writing, open.map(rowOf));
  const known = new Map<string, Instant>();
  for (const next of open) {
    const { subscription, slot, late } = next;
    if (free.has(subscription)) known.set(subscription, slot);
    else if (late !== true) known.set(subscription, await insertNext(writing, next));
    else await countAsLast(writing, subscription, slot, numberOf(next));
  }
  return known;
}

/** Whether a slot is to be dealt with, by the last one that was. */
function isOpen({ slot, last }: Due, before: Instant | null): boolean {
  if (last !== undefined && last !== before) return false;
  return before === null || before < slot || before >= slot + MINUTE;
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
  readonly late?: boolean;
}

function numberOf({ last }: Pick<Next, "last">): number {
  return (last?.number ?? 0) + 1;
}

/** By the next millisecond that is free. */
async function insertNext(writing: Writing, next: Next): Promise<Instant> {
  const slot = await firstFree(writing, next.subscription, next.slot);
  await takeRows(writing, [rowOf({ ...next, slot })]);
  return slot;
}

function rowOf(next: Next): SlotTable {
  const { subscription, slot, now } = next;
  return { subscription, slot, at: now, at_once: 0, number: numberOf(next) };
}

/** @returns for which of them a moment between slots was free */
export function takeMoments(
  writing: Writing,
  subscriptions: readonly string[],
  now: Instant,
): Promise<ReadonlySet<string>> {
  return takeRows(
    writing,
    subscriptions.map((subscription) => {
      return { subscription, slot: now, at: now, at_once: 1, number: 0 };
    }),
  );
}

/** @returns whose were free */
async function takeRows(
  writing: Writing,
  rows: readonly SlotTable[],
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const taken = await writing
    .insertInto("slot")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning("subscription")
    .execute();
  return new Set(taken.map(({ subscription }) => subscription));
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
