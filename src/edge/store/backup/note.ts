import type { DatabaseSync } from "node:sqlite";
import type { Instant } from "#core/article/instant.ts";

/** What a backup says of itself. */
export interface BackupNote {
  /** What it holds is what was committed by then. */
  readonly madeAt: Instant;
  /** The version of the Copydesk that made it. */
  readonly program: string;
  /** Of what it is a backup: the path of a file, or an address without its password. */
  readonly of: string;
}

/** The table of a backup that no store has. */
const TABLE = "backup_note";

/** Notes in a file that it is a backup, and of what. */
export function writeNote(database: DatabaseSync, { madeAt, program, of }: BackupNote): void {
  database.exec(
    `create table ${TABLE} (made_at integer not null, program text not null, store text not null)`,
  );
  database.prepare(`insert into ${TABLE} values (?, ?, ?)`).run(madeAt, program, of);
}

/** @returns `null` for what was copied by other means */
export function readNote(database: DatabaseSync): BackupNote | null {
  if (!hasTable(database, TABLE)) return null;
  const row = database.prepare(`select made_at, program, store from ${TABLE}`).get();
  return row === undefined
    ? null
    : { madeAt: Number(row.made_at), program: String(row.program), of: String(row.store) };
}

/** Takes from a backup what makes it one: the rest is a store. */
export function dropNote(database: DatabaseSync): void {
  database.exec(`drop table if exists ${TABLE}`);
}

export function hasTable(database: DatabaseSync, name: string): boolean {
  const named = "select 1 from sqlite_master where type = 'table' and name = ?";
  return database.prepare(named).get(name) !== undefined;
}
