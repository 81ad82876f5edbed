import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { type SqlBool, sql } from "kysely";
import { StoreError } from "./error.ts";
import type { Database } from "./schema.ts";
import { say } from "./tongue.ts";

/** Bytes that are tried: what a few articles take with their index. */
const ROOM = 1024 * 1024;

/** As `Store.probe`: asks the disk of a folder for room by a file, which does not stay. */
export async function tryDisk(folder: string): Promise<void> {
  const file = join(folder, "copydesk.room");
  try {
    await writeThrough(file);
  } catch (cause) {
    throw new StoreError("full", "The disk of the data folder has no room. Make some there.", {
      cause,
    });
  } finally {
    await rm(file, { force: true });
  }
}

/** The same of the database, by a table. */
export async function tryTable(db: Database): Promise<void> {
  const tried = await db.startTransaction().execute();
  try {
    await sql`${say((tongue) => tongue.roomToTake)}`.execute(tried);
    await sql`${say((tongue) => tongue.takeRoom(ROOM))}`.execute(tried);
  } finally {
    await tried.rollback().execute();
  }
}

/** Has the database take a write that changes nothing: one that is read-only, full or away refuses it, at next to no cost. */
export async function tryWrite(db: Database): Promise<void> {
  await db
    .transaction()
    .execute((writing) =>
      writing.updateTable("greeting").set({ at: 0 }).where(sql<SqlBool>`false`).execute(),
    );
}

async function writeThrough(file: string): Promise<void> {
  const handle = await open(file, "w", 0o600);
  try {
    await handle.writeFile(new Uint8Array(ROOM));
    await handle.sync();
  } finally {
    await handle.close();
  }
}
