import { type RawBuilder, sql } from "kysely";
import { later } from "./later.ts";
import type { Writing } from "./schema.ts";
import { type FieldKind, say } from "./tongue.ts";

/** The columns of a table that are written, and what stands in each. */
export type Columns<Row> = Readonly<Record<keyof Row & string, FieldKind>>;

/**
 * Writes rows in one statement, which is the same for any number of them: one with a parameter a field would be planned anew
 * for each number.
 * @param conflict what is done where a row is there already; left out: it is a fault
 */
export async function insertRows<Row extends object>(
  writing: Writing,
  table: string,
  columns: Columns<Row>,
  rows: readonly Row[],
  conflict: RawBuilder<unknown> = sql``,
): Promise<void> {
  if (rows.length === 0) return;
  const names = sql.join(Object.keys(columns).map((name) => sql.ref(name)));
  const own = say((tongue) => tongue.recordsIn(rows, "own", columns));
  // Without a condition SQLite would take the conflict for that of a join.
  const all = sql`
    insert into ${sql.table(table)} (${names}) select ${names} from ${own} where true ${conflict}
  `;
  await later(writing, all);
}
