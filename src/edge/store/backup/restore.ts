import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import type { Instant } from "#core/article/instant.ts";
import { StoreError } from "../error.ts";
import { makeFile, makeFolder } from "../folder.ts";
import { lockFolder } from "../lock.ts";
import { type MoveWatch, moveStore, needEmptyServer } from "../move/move.ts";
import type { Table } from "../move/table.ts";
import { openFolder, tablesOf } from "../sqlite/end.ts";
import { storeErrorOf } from "../sqlite/error.ts";
import { damageIn } from "../sqlite/integrity.ts";
import { fileIn } from "../store.ts";
import { inspectBackup } from "./inspect.ts";
import { type BackupNote, dropNote } from "./note.ts";
import { putInPlace, replaceDatabase } from "./place.ts";

/** What is restored, and where to. */
export interface RestoreOrder {
  readonly file: string;
  /** The data folder; its store is what is restored, where no address of another is given. */
  readonly folder: string;
  /** `postgres://user:password@host/name` of an empty database. */
  readonly url: string | undefined;
  /** A store that is there stays beside the new one, under another name. */
  readonly replace: boolean;
  readonly now: () => Instant;
}

export interface Restored {
  readonly note: BackupNote | null;
  /** Where the store is now, as people know it. */
  readonly store: string;
  /** Where the one is that was there; `null` for none. */
  readonly aside: string | null;
}

/** Here a backup is made a store, in the data folder: no file of it is anybody's before it is whole. */
const WORKSHOP = "restoring";

/**
 * Makes a backup the store again. All is done to a copy of it, which takes its place as the last step: where anything fails, or the
 * process is killed, what was there before is there still, and the backup itself is only read.
 *
 * @param settle settles what the backup cannot know, in the store of the folder that it is given
 * @throws {StoreError} `locked` where a Copydesk is at work there, `taken`, `absent`, `unreadable`, `newer`; and as `moveStore`
 */
export async function restore(
  order: RestoreOrder,
  settle: (folder: string, note: BackupNote | null) => Promise<void>,
  watch: MoveWatch,
): Promise<Restored> {
  const { file, folder, url, now } = order;
  const note = inspectBackup(file);
  await using open = new AsyncDisposableStack();
  const lock = lockFolder(folder);
  open.defer(() => lock.release());
  needPlace(order);
  const workshop = join(folder, WORKSHOP);
  // What one that was killed has left.
  rmSync(workshop, { recursive: true, force: true });
  open.defer(() => rmSync(workshop, { recursive: true, force: true }));
  makeFolder(workshop);
  const tables = await copyInto(file, workshop);
  // Before hours may be spent on it.
  if (url !== undefined) await needEmptyServer(url, tables);
  await settle(workshop, note);
  if (url !== undefined) {
    const { to } = await moveStore({ folder: workshop, url, way: "there" }, watch);
    return { note, store: to, aside: null };
  }
  seal(fileIn(workshop));
  const store = fileIn(folder);
  const aside = existsSync(store) ? asideOf(folder, now()) : null;
  if (aside === null) putInPlace(fileIn(workshop), store, false);
  else replaceDatabase(fileIn(workshop), store, aside);
  return { note, store, aside };
}

function needPlace({ folder, url, replace }: RestoreOrder): void {
  if (url !== undefined) {
    if (!replace) return;
    throw new StoreError(
      "taken",
      "A database of PostgreSQL is not replaced: make a new one (createdb), name it in DATABASE_URL, and restore into that.",
    );
  }
  const store = fileIn(folder);
  if (existsSync(store) && !replace) {
    throw new StoreError(
      "taken",
      `There is a store at ${store} already. Name another folder in COPYDESK_DATA; or add --replace, and it stays beside the new one under another name.`,
    );
  }
  if (!existsSync(store) && existsSync(`${store}-wal`)) {
    throw new StoreError(
      "taken",
      `There is ${store}-wal, of a store whose file is not there. Move it away: it may have what you look for.`,
    );
  }
}

/** With what stands in a log beside it, where it was copied by other means. */
async function copyInto(file: string, workshop: string): Promise<readonly Table[]> {
  const copy = fileIn(workshop);
  makeFile(copy);
  try {
    const source = new DatabaseSync(file, { readOnly: true });
    try {
      await backup(source, copy);
    } finally {
      source.close();
    }
    const database = new DatabaseSync(copy);
    dropNote(database);
    database.close();
  } catch (error) {
    throw storeErrorOf(error, copy);
  }
  const end = openFolder(workshop);
  try {
    await end.migrate();
    return await tablesOf(end.db);
  } finally {
    await end.close();
  }
}

/** Makes one file of it, with no log beside it, and looks it through. */
function seal(file: string): void {
  try {
    const database = new DatabaseSync(file);
    try {
      database.exec("pragma journal_mode = delete");
      const [fault] = damageIn(database);
      if (fault === undefined) return;
      throw new StoreError(
        "different",
        `The store that was restored is not whole (${fault}), and was taken back. Look at the disk, and restore again.`,
      );
    } finally {
      database.close();
    }
  } catch (error) {
    throw storeErrorOf(error, file);
  }
}

/** By its moment, and by none that is there: `copydesk.2026-11-30T22-45-10Z.db`. */
function asideOf(folder: string, now: Instant): string {
  const moment = new Date(now).toISOString().replace(/\.\d+/u, "").replaceAll(":", "-");
  const free = (count: number): string => {
    const name = join(folder, `copydesk.${moment}${count === 0 ? "" : `-${count}`}.db`);
    return existsSync(name) ? free(count + 1) : name;
  };
  return free(0);
}
