import { join } from "node:path";
import { Kysely, sql } from "kysely";
import { StoreError } from "../error.ts";
import { makeFile, makeFolder } from "../folder.ts";
import type { Counters, End } from "../move/end.ts";
import type { Column, ColumnKind, Reference, Table } from "../move/table.ts";
import type { Database, Schema, Writing } from "../schema.ts";
import { openDialect } from "./dialect.ts";
import { migrateFile } from "./migrations.ts";

const KINDS: ReadonlyMap<string, ColumnKind> = new Map([
  ["TEXT", "text"],
  ["INTEGER", "whole"],
  ["REAL", "real"],
]);

/** The embedded store of a data folder as an end of a move. */
export function openFolder(folder: string): End {
  makeFolder(folder);
  return openFile(join(folder, "copydesk.db"));
}

/** The same of a file by its own path. */
export function openFile(file: string): End {
  makeFile(file);
  const db = new Kysely<Schema>({ dialect: openDialect(file) });
  return {
    ...{ db, name: file, columnsOf, counters, goOn },
    toEmpty: `Move the file away, with ${file}-wal and ${file}-shm where they are, or name another folder in COPYDESK_DATA.`,
    migrate: () => migrateFile(db, file),
    close: () => db.destroy(),
    // Every transaction here is the only one that writes (dialect.ts), and the folder's lock keeps the bot out.
    hold: async () => undefined,
    kept: (text) => text,
  };
}

/**
 * Every table that is moved. The file is ours alone, so that this is all it has but the full-text tables and the vocabulary's,
 * which are filled anew, and what the migrations keep of themselves: a table that a migration brings is moved without a word here.
 */
export async function tablesOf(db: Database): Promise<readonly Table[]> {
  const { rows } = await sql<{ name: string }>`
    select name from pragma_table_list
    where schema = 'main' and type = 'table' and name not like 'sqlite\\_%' escape '\\'
      and name not like 'kysely\\_%' escape '\\' and name <> 'vocabulary_word'
    order by name
  `.execute(db);
  const tables: Table[] = [];
  for (const { name } of rows) tables.push(await tableOf(db, name));
  return tables;
}

interface ColumnRow {
  readonly name: string;
  readonly type: string;
  /** From 1, by its place in the primary key; 0 for none. */
  readonly pk: number;
}

async function tableOf(db: Database, name: string): Promise<Table> {
  const columns = await sql<ColumnRow>`
    select name, type, pk from pragma_table_info(${name}) order by cid
  `.execute(db);
  const references = await sql<Reference>`
    select "from" as "column", "table", "to" from pragma_foreign_key_list(${name}) order by id, seq
  `.execute(db);
  const key = columns.rows.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
  return {
    ...{ name, columns: columns.rows.map(columnOf), references: references.rows },
    key: (key.length === 0 ? columns.rows : key).map((column) => column.name),
  };
}

function columnOf({ name, type }: ColumnRow): Column {
  const kind = KINDS.get(type.toUpperCase());
  if (kind !== undefined) return { name, kind };
  throw new StoreError("failed", `A column of the type ${type} cannot be moved: ${name}.`);
}

async function columnsOf(writing: Writing): Promise<ReadonlyMap<string, readonly Column[]>> {
  return new Map((await tablesOf(writing)).map(({ name, columns }) => [name, columns]));
}

async function counters(writing: Writing): Promise<Counters> {
  const { rows } = await sql<{ name: string; last: string }>`
    select name, cast(seq as text) as last from sqlite_sequence
  `.execute(writing);
  return new Map(rows.map(({ name, last }) => [name, last]));
}

/** SQLite itself goes on behind the highest row but for tables in which no number comes twice: https://www.sqlite.org/autoinc.html */
async function goOn(writing: Writing, given: Counters): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and sql like '%autoincrement%'
  `.execute(writing);
  for (const { name } of rows) {
    await sql`delete from sqlite_sequence where name = ${name}`.execute(writing);
    await sql`
      insert into sqlite_sequence (name, seq)
      select ${name}, last from (
        select max(cast(${given.get(name) ?? "0"} as bigint), coalesce(max(rowid), 0)) as last
        from ${sql.table(name)}
      ) where last > 0
    `.execute(writing);
  }
}
