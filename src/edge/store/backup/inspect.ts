import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { StoreError } from "../error.ts";
import { damageIn } from "../sqlite/integrity.ts";
import { MIGRATIONS } from "../sqlite/migrations.ts";
import { type BackupNote, hasTable, readNote } from "./note.ts";

/**
 * Looks a backup through before anything is done with it.
 * @returns what it says of itself; `null` for a store that was copied by other means
 * @throws {StoreError} `absent`; `unreadable` where it is no backup, or damaged; `newer`
 */
export function inspectBackup(file: string): BackupNote | null {
  if (!existsSync(file)) throw new StoreError("absent", `There is no backup at ${file}.`);
  const database = open(file);
  try {
    if (!isOurs(database)) throw noBackup(file);
    const [fault] = damageIn(database);
    if (fault !== undefined) throw damaged(file, fault);
    needKnown(database, file);
    return readNote(database);
  } catch (error) {
    throw error instanceof StoreError ? error : damaged(file, error);
  } finally {
    database.close();
  }
}

function open(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { readOnly: true });
  } catch (error) {
    throw damaged(file, error);
  }
}

const NOT_A_DATABASE = 26;

function isOurs(database: DatabaseSync): boolean {
  try {
    return ["kysely_migration", "ledger", "delivery"].every((table) => hasTable(database, table));
  } catch (error) {
    if (error instanceof Error && "errcode" in error && error.errcode === NOT_A_DATABASE)
      return false;
    throw error;
  }
}

function needKnown(database: DatabaseSync, file: string): void {
  const done = database.prepare("select name from kysely_migration").all();
  const unknown = done.map(({ name }) => String(name)).find((name) => !(name in MIGRATIONS));
  if (unknown === undefined) return;
  throw new StoreError(
    "newer",
    `The backup ${file} was made by a newer Copydesk (it knows "${unknown}"). Update Copydesk, and restore it then.`,
  );
}

function noBackup(file: string): StoreError {
  return new StoreError(
    "unreadable",
    `The file ${file} is no backup of Copydesk. Name one that \`backup\` has made.`,
  );
}

function damaged(file: string, found: unknown): StoreError {
  const said = found instanceof Error ? found.message : String(found);
  return new StoreError(
    "unreadable",
    `The backup ${file} is damaged (${said}). Nothing was changed: restore an earlier one.`,
    { cause: found },
  );
}
