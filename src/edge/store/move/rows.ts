import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Writing } from "../schema.ts";
import type { Column, ColumnKind, Table } from "./table.ts";

/** Whole numbers are texts here: `newness` has 63 bits, and JavaScript's numbers end at 53. */
export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** Rows of a batch, as powers of two, so that few statements are compiled; with 18 columns they stay below the 32,766 parameters of SQLite. */
const MOST_ROWS = 512;
const FIRST_ROWS = 64;
/** Characters that a batch is to have at most, by the rows before it: so long articles come one by one, and a ledger in hundreds. */
const BATCH_LENGTH = 4_000_000;

const TYPES: Readonly<Record<ColumnKind, RawBuilder<unknown>>> = {
  text: sql`text`,
  whole: sql`bigint`,
  real: sql`double precision`,
};

/** How many rows the next batch may have, after one of so many rows and characters. */
export function nextBatch(rows: number, length: number): number {
  const fitting = Math.floor((BATCH_LENGTH * rows) / Math.max(length, 1));
  return 2 ** Math.floor(Math.log2(Math.min(Math.max(fitting, 1), MOST_ROWS)));
}

/** The rows of a table in the order of its key, in batches; what has been read is in nobody's memory. */
export async function* batchesOf(
  db: Writing,
  table: Table,
  only: RawBuilder<SqlBool> = sql`1 = 1`,
): AsyncGenerator<readonly Row[], void> {
  let most = FIRST_ROWS;
  for (let last: Row | null = null; ; ) {
    const rows: readonly Row[] = await read(db, { table, only, last, most });
    if (rows.length > 0) yield rows;
    if (rows.length < most) return;
    last = rows.at(-1) ?? null;
    most = nextBatch(rows.length, lengthOf(rows));
  }
}

interface Wanted {
  readonly table: Table;
  readonly only: RawBuilder<SqlBool>;
  /** The row that precedes them. */
  readonly last: Row | null;
  readonly most: number;
}

async function read(db: Writing, { table, only, last, most }: Wanted): Promise<readonly Row[]> {
  // With the name of the table, since the columns that are read have the same names and are texts.
  const key = sql.join(table.key.map((column) => sql.ref(`${table.name}.${column}`)));
  const from =
    last === null
      ? sql`1 = 1`
      : sql`(${key}) > (${sql.join(keyColumns(table).map((column) => given(column, last)))})`;
  const { rows } = await sql<Row>`
    select ${sql.join(table.columns.map((column) => asRead(table, column)))} from ${sql.table(table.name)}
    where ${only} and ${from} order by ${key} limit ${most}
  `.execute(db);
  return rows;
}

function keyColumns({ key, columns }: Table): readonly Column[] {
  return key.flatMap((name) => columns.filter((column) => column.name === name));
}

function asRead(table: Table, { name, kind }: Column): RawBuilder<unknown> {
  const column = sql.ref(`${table.name}.${name}`);
  return kind === "whole"
    ? sql`cast(${column} as text) as ${sql.ref(name)}`
    : sql`${column} as ${sql.ref(name)}`;
}

function given({ name, kind }: Column, row: Row): RawBuilder<unknown> {
  return sql`cast(${row[name] ?? null} as ${TYPES[kind]})`;
}

export async function writeRows(
  db: Writing,
  { name, columns }: Table,
  rows: readonly Row[],
): Promise<void> {
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => given(column, row)))})`);
  await sql`
    insert into ${sql.table(name)} (${sql.join(columns.map((column) => sql.ref(column.name)))})
    values ${sql.join(values)}
  `.execute(db);
}

export async function countOf(db: Writing, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(table)}
  `.execute(db);
  return rows[0]?.count ?? 0;
}

export async function hasRows(db: Writing, table: string): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
  return rows.length > 0;
}

function lengthOf(rows: readonly Row[]): number {
  let length = 0;
  for (const row of rows)
    for (const value of Object.values(row)) length += typeof value === "string" ? value.length : 8;
  return length;
}
