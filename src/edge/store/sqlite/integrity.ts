import type { DatabaseSync } from "node:sqlite";

/** Faults that are named; of a file that is damaged everywhere the first say enough. */
const MOST_NAMED = 5;

/**
 * What SQLite itself finds wrong with a file: pages, indexes, the full-text tables, and rows that point at none. It reads the
 * whole file.
 *
 * Source: https://www.sqlite.org/pragma.html, "integrity_check" and "foreign_key_check"
 * @returns one line each; none where all is well
 */
export function damageIn(database: DatabaseSync): readonly string[] {
  const found = database.prepare(`pragma integrity_check(${MOST_NAMED})`).all();
  const pages = found.map((row) => String(Object.values(row)[0])).filter((line) => line !== "ok");
  // Where pages are damaged, rows that are missed say nothing more.
  return pages.length > 0 ? pages : orphansIn(database);
}

function orphansIn(database: DatabaseSync): readonly string[] {
  const orphans = database.prepare("pragma foreign_key_check").all();
  const tables = Map.groupBy(orphans, ({ table, parent }) => `${table} ${parent}`);
  return [...tables.values()].flatMap((rows) => {
    const [first] = rows;
    const what = `${first?.table}: ${rows.length} of its rows point at what is not in ${first?.parent}`;
    return first === undefined ? [] : [what];
  });
}
