import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { StoreError } from "./error.ts";
import type { Database } from "./schema.ts";

/** Bytes that are tried: what a few articles take with their index. */
const ROOM = 1024 * 1024;

/** As `Store.probe`: the disk is asked for room by a file, and the database by a table; neither stays. */
export async function probe(db: Database, folder: string): Promise<void> {
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
  const tried = await db.startTransaction().execute();
  try {
    await sql`create table room (taken blob)`.execute(tried);
    await sql`insert into room values (zeroblob(${ROOM}))`.execute(tried);
  } finally {
    await tried.rollback().execute();
  }
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
