import type { Writing } from "../schema.ts";
import { batchesOf, type Row, type Value } from "./rows.ts";
import type { Table } from "./table.ts";

/** Where two tables that should be the same are not. What stands there is nobody's to read in a terminal. */
export interface Difference {
  /** The columns by which the row is known, with their values. */
  readonly row: string;
  readonly what: string;
}

/** Rows of one side that wait for those of the other: more of them, and the tables are not the same. */
const MOST_APART = 4_096;

const LONGEST_SHOWN = 200;

interface Compared {
  readonly table: Table;
  readonly from: Writing;
  readonly to: Writing;
  /** What becomes of a text on the other side. */
  readonly kept: (text: string) => string;
  readonly came: (rows: number) => void;
}

/**
 * Reads two tables in the order of their keys, and compares them row by row and column by column.
 *
 * Rows are matched by their key and not by their place: the order is the same on both sides, that of bytes,
 * but for keys in which a letter was replaced.
 */
export async function differenceIn(compared: Compared): Promise<Difference | null> {
  const { table, from, to, kept, came } = compared;
  const [here, there] = [batchesOf(from, table), batchesOf(to, table)];
  const [left, found] = [new Map<string, Row>(), new Map<string, Row>()];
  for (;;) {
    const [sent, arrived] = [await here.next(), await there.next()];
    if (sent.done === true && arrived.done === true) break;
    for (const row of sent.value ?? []) addBy(left, table, asKept(row, kept));
    for (const row of arrived.value ?? []) addBy(found, table, row);
    const different = differenceAmong(table, left, found);
    if (different !== null) return different;
    came(sent.value?.length ?? 0);
    if (left.size > MOST_APART || found.size > MOST_APART) break;
  }
  for (const row of left.values()) return { row: nameOf(table, row), what: "did not arrive" };
  for (const row of found.values()) return { row: nameOf(table, row), what: "came from nowhere" };
  return null;
}

/** Compares the rows that are there on both sides, and takes them out. */
function differenceAmong(
  table: Table,
  left: Map<string, Row>,
  found: Map<string, Row>,
): Difference | null {
  for (const [key, row] of left) {
    const other = found.get(key);
    if (other === undefined) continue;
    const column = table.columns.find(({ name }) => row[name] !== other[name]);
    if (column !== undefined) {
      return { row: nameOf(table, row), what: `has another ${column.name}` };
    }
    left.delete(key);
    found.delete(key);
  }
  return null;
}

function addBy(rows: Map<string, Row>, { key }: Table, row: Row): void {
  rows.set(JSON.stringify(key.map((column) => row[column])), row);
}

function asKept(row: Row, kept: (text: string) => string): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]): [string, Value] => [
      name,
      typeof value === "string" ? kept(value) : value,
    ]),
  );
}

/** A key may be a path of somebody's archive: nothing in it is to move the cursor of a terminal, or fill it. */
function nameOf({ key }: Table, row: Row): string {
  return key
    .map((column) => `${column} ${JSON.stringify(row[column]).slice(0, LONGEST_SHOWN)}`)
    .join(", ")
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, "\ufffd");
}
