import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Writing } from "../schema.ts";
import { batchesOf, writeRows } from "./rows.ts";
import { ownReference, type Reference, type Table } from "./table.ts";

/**
 * Copies a table. Where rows point at others of the same one (an edit at its post), those that point at
 * none come first, then those that point at these, and so on.
 *
 * @param came is told of each batch
 * @returns how many rows there were
 */
export async function copyTable(
  from: Writing,
  to: Writing,
  table: Table,
  came: (rows: number) => void,
): Promise<number> {
  const own = ownReference(table);
  let all = 0;
  for (let depth = 0; ; depth += 1) {
    const before = all;
    const only = own === null ? undefined : atDepth(own, table.name, depth);
    for await (const rows of batchesOf(from, table, only)) {
      await writeRows(to, table, rows);
      all += rows.length;
      came(rows.length);
    }
    if (own === null || all === before) return all;
  }
}

/** Rows from which it takes so many steps to one that points at none. */
function atDepth(own: Reference, row: string, depth: number): RawBuilder<SqlBool> {
  const column = sql.ref(`${row}.${own.column}`);
  if (depth === 0) return sql`${column} is null`;
  const next = `step_${depth}`;
  return sql`exists (
    select 1 from ${sql.table(own.table)} as ${sql.ref(next)}
    where ${sql.ref(`${next}.${own.to}`)} = ${column} and ${atDepth(own, next, depth - 1)}
  )`;
}
