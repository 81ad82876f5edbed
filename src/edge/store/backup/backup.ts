import { existsSync, statSync } from "node:fs";
import { backup, DatabaseSync } from "node:sqlite";
import type { Instant } from "#core/article/instant.ts";
import { StoreError } from "../error.ts";
import { type MoveWatch, moveRows } from "../move/move.ts";
import { inOrder } from "../move/table.ts";
import { openSnapshot } from "../postgres/end.ts";
import { openFile, tablesOf } from "../sqlite/end.ts";
import { storeErrorOf } from "../sqlite/error.ts";
import { damageIn } from "../sqlite/integrity.ts";
import { fileIn } from "../store.ts";
import { type BackupNote, hasTable, writeNote } from "./note.ts";
import {
  isOfSystem,
  makePart,
  partOf,
  putInPlace,
  removeDatabase,
  removeLeftOvers,
  taken,
} from "./place.ts";

/** What is backed up, and where to. */
export interface BackupOrder {
  /** The data folder; its store, where no address of another is given. */
  readonly folder: string;
  /** `postgres://user:password@host/name` */
  readonly url: string | undefined;
  readonly file: string;
  /** What has the name is replaced, once the backup is whole. */
  readonly replace: boolean;
  readonly program: string;
  readonly now: () => Instant;
}

export interface BackedUp {
  readonly file: string;
  readonly note: BackupNote;
  /** Bytes. */
  readonly size: number;
  readonly articles: number;
  readonly editions: number;
}

/** Pages that are copied before the process has a turn. */
const PAGES_AT_ONCE = 100;
/** Milliseconds that are waited for whoever has the file to itself for a moment. */
const BUSY_TIMEOUT = 5_000;

/**
 * Makes a backup of a store at which others may work: all of it as it was committed at one moment, in one file, whatever
 * database the store is in. It is written beside its name, looked through, and named once the disk has it; where that fails, or
 * the process is killed, what had the name before has it still.
 *
 * @throws {StoreError} `absent`, `taken`, `unreadable` where the store is damaged, `newer`, `older`, `different`; and as `openStore`
 */
export async function backUp(order: BackupOrder, watch: MoveWatch): Promise<BackedUp> {
  const { file, replace, url, folder } = order;
  if (existsSync(file) && !replace) throw taken(file);
  removeLeftOvers(file);
  const part = partOf(file);
  removeDatabase(part);
  try {
    makePart(part);
    const note = { madeAt: order.now(), program: order.program };
    const of =
      url === undefined
        ? await copyFile(fileIn(folder), part, watch)
        : await copyServer(url, part, watch);
    const counts = seal(part, { ...note, of });
    const size = statSync(part).size;
    putInPlace(part, file, replace);
    return { file, note: { ...note, of }, size, ...counts };
  } catch (error) {
    throw isOfSystem(error) ? unwritable(file, error) : storeErrorOf(error, part);
  } finally {
    removeDatabase(part);
  }
}

/**
 * By SQLite's own online backup, within one transaction that reads: what is committed meanwhile is not seen, and does not have it
 * begin anew, as it would again and again beside a bot at work (https://www.sqlite.org/backup.html).
 * @returns what people call the store
 */
async function copyFile(store: string, part: string, watch: MoveWatch): Promise<string> {
  if (!existsSync(store)) {
    throw new StoreError(
      "absent",
      `There is no store to be backed up: ${store} is not there. Name its folder in COPYDESK_DATA.`,
    );
  }
  const source = openToRead(store);
  try {
    await copyPages(source, part, watch);
  } finally {
    source.close();
  }
  return store;
}

function openToRead(store: string): DatabaseSync {
  try {
    const source = new DatabaseSync(store, { timeout: BUSY_TIMEOUT });
    source.exec("begin");
    // The transaction sees what is committed by its first statement.
    if (hasTable(source, "kysely_migration")) return source;
    source.close();
  } catch (error) {
    throw storeErrorOf(error, store);
  }
  throw new StoreError("unreadable", `The file ${store} is no store of Copydesk.`);
}

async function copyPages(source: DatabaseSync, part: string, watch: MoveWatch): Promise<void> {
  const pages = Number(source.prepare("pragma page_count").get()?.page_count ?? 0);
  let left = pages;
  watch.begins("copy", pages);
  try {
    await backup(source, part, {
      rate: PAGES_AT_ONCE,
      progress({ remainingPages }) {
        watch.came(left - remainingPages);
        left = remainingPages;
      },
    });
  } finally {
    watch.ends();
  }
}

/** As a move into a file, but of a server that goes on working. */
async function copyServer(url: string, part: string, watch: MoveWatch): Promise<string> {
  await using open = new AsyncDisposableStack();
  const from = openSnapshot(url);
  open.defer(() => from.close());
  await from.migrate();
  const to = openFile(part);
  open.defer(() => to.close());
  await to.migrate();
  await moveRows({ from, to, tables: inOrder(await tablesOf(to.db)) }, watch);
  return from.name;
}

/** Makes one file of it that needs no other beside it, says in it what it is, and looks it through. */
function seal(part: string, note: BackupNote): Pick<BackedUp, "articles" | "editions"> {
  const database = new DatabaseSync(part);
  try {
    database.exec("pragma journal_mode = delete");
    const [fault] = damageIn(database);
    if (fault !== undefined) throw damaged(note.of, fault);
    writeNote(database, note);
    const count = (table: string) =>
      Number(database.prepare(`select count(*) as count from ${table}`).get()?.count ?? 0);
    return { articles: count("article"), editions: count("edition") };
  } finally {
    database.close();
  }
}

function damaged(store: string, fault: string): StoreError {
  return new StoreError(
    "unreadable",
    `The store ${store} is damaged, so that no backup was made of it (${fault}). Keep the backups that you have, and restore the last one.`,
  );
}

function unwritable(file: string, cause: Error): StoreError {
  return new StoreError(
    "unwritable",
    `The backup ${file} cannot be written. Check that its folder is there, that the disk has room, and that this user may write there. (${cause.message})`,
    { cause },
  );
}
