import { StoreError } from "../error.ts";

/** What a column holds; both databases have these three. */
export type ColumnKind = "text" | "whole" | "real";

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
}

/** A column whose values stand in a column of another table, or of its own. */
export interface Reference {
  readonly column: string;
  readonly table: string;
  readonly to: string;
}

/** A table that is moved. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  /** The columns that tell its rows apart; all of them where it has no primary key. */
  readonly key: readonly string[];
  readonly references: readonly Reference[];
}

/** Every table behind those that its rows point at. */
export function inOrder(tables: readonly Table[]): readonly Table[] {
  const ordered: Table[] = [];
  for (let left = tables; left.length > 0; ) {
    const waiting = new Set(left.map(({ name }) => name));
    const free = left.filter(({ name, references }) =>
      references.every(({ table }) => table === name || !waiting.has(table)),
    );
    if (free.length === 0) throw unlike(`tables point at each other: ${[...waiting].join(", ")}`);
    ordered.push(...free);
    left = left.filter((table) => !free.includes(table));
  }
  return ordered;
}

/** The column by which rows of a table point at rows of the same one; `null` where there is none. */
export function ownReference({ name, references }: Table): Reference | null {
  return references.find(({ table }) => table === name) ?? null;
}

/** @throws {StoreError} `failed` where a table is not there in another database, or has other columns */
export function needSame(
  tables: readonly Table[],
  other: ReadonlyMap<string, readonly Column[]>,
): void {
  for (const { name, columns } of tables) {
    const [here, there] = [shape(columns), shape(other.get(name) ?? [])];
    if (here !== there) throw unlike(`${name} has ${here} here, and ${there || "nothing"} there`);
  }
}

function shape(columns: readonly Column[]): string {
  return columns
    .map(({ name, kind }) => `${name} (${kind})`)
    .sort()
    .join(", ");
}

/** Both are of this version by then: a migration of one has none in the other. */
function unlike(what: string): StoreError {
  return new StoreError(
    "failed",
    `The two databases are not alike, so nothing is moved (${what}). This is a fault in Copydesk: please report it.`,
  );
}
