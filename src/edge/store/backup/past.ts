import { type SqlBool, sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import { PAGE } from "#core/digest/subscription.ts";
import type { Restoration } from "#desk/port/restorations.ts";
import type { LeftPast } from "#desk/restored.ts";
import { noteRestored } from "../restorations.ts";
import type { Writing } from "../schema.ts";
import { openFolder } from "../sqlite/end.ts";
import { openStore, type Store } from "../store.ts";

/*
 * What a backup cannot know: what its store has posted, and what its people have decided, since it was made. None of it may come
 * twice, so that everything that may have gone out by now counts as past.
 */

const LEFT = "Left by a restore: it may have been posted already";

/** What is known once a store was restored, but for what the store itself knows. */
export type LeftBehind = Omit<Restoration, "last">;

/**
 * Settles that in the store of a folder in which nobody is at work.
 * @param settle does what the desk does about it; `had`: every place that has ever had a slot, also one that the config does not have any
 *   more, and may have again
 */
export async function settleFolder(
  {
    folder,
    madeAt,
    now,
  }: { readonly folder: string; readonly madeAt: Instant | null; readonly now: Instant },
  settle: (store: Store, had: readonly string[]) => Promise<LeftPast>,
): Promise<LeftBehind> {
  const unsent = await inside(folder, (writing) => begin(writing, now));
  const had = await inside(folder, placesWithSlots);
  const store = await openStore({ folder });
  const { at, waiting } = await settle(store, had).finally(() => store.close());
  const left = { at, madeAt, unsent, waiting };
  await inside(folder, (writing) => end(writing, left));
  return left;
}

/**
 * Leaves what stood in the outbox, but for the page's, which is the store's own. Edits are not left: they can be made twice, and
 * one may be what takes killed copy out of its post. All sign-ins end.
 * @returns how many posts stood there
 */
async function begin(writing: Writing, now: Instant): Promise<number> {
  await writing.deleteFrom("sign_in_link").execute();
  await writing.deleteFrom("page_session").execute();
  return await leave(writing, now);
}

async function leave(writing: Writing, now: Instant): Promise<number> {
  const { numUpdatedRows } = await writing
    .updateTable("delivery")
    .set({ state: "given-up", error: LEFT, settled_at: now })
    .where("settled_at", "is", null)
    .where("kind", "!=", "edit")
    .where("platform", "!=", PAGE)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/**
 * What stands in channels has been amended: leaves what would be said of that once more, in threads and to the admins. Of several
 * edits of one post the last stays: those before it may bring back what has been taken out.
 */
async function end(writing: Writing, left: LeftBehind): Promise<void> {
  const { at } = left;
  await leave(writing, at);
  await sql`
    update delivery set state = 'given-up', error = ${LEFT}, settled_at = ${at}
    where ${isEditOnItsWay("delivery")} and exists (
      select 1 from delivery as later where ${isEditOnItsWay("later")}
        and later.target = delivery.target and (later.slot, later.part) > (delivery.slot, delivery.part)
    )
  `.execute(writing);
  // The admins are told of the restore as a whole.
  await sql`
    update progress set number = (select coalesce(max(number), 0) from ledger), at = ${at}
    where ordered = 'notices'
  `.execute(writing);
  await noteRestored(writing, left);
}

function isEditOnItsWay(table: string) {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  return sql<SqlBool>`(${column("settled_at")} is null and ${column("kind")} = 'edit')`;
}

async function placesWithSlots(writing: Writing): Promise<readonly string[]> {
  const rows = await writing.selectFrom("slot").select("subscription").distinct().execute();
  return rows.map(({ subscription }) => subscription);
}

async function inside<T>(folder: string, work: (writing: Writing) => Promise<T>): Promise<T> {
  const { db, close } = openFolder(folder);
  try {
    return await db.transaction().execute(work);
  } finally {
    await close();
  }
}
