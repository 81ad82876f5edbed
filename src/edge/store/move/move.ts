import { existsSync } from "node:fs";
import { join } from "node:path";
import { StoreError } from "../error.ts";
import { lockFolder } from "../lock.ts";
import { openServer } from "../postgres/end.ts";
import { openFolder, tablesOf } from "../sqlite/end.ts";
import { type Difference, differenceIn } from "./compare.ts";
import { copyTable } from "./copy.ts";
import type { End, Held, Origin } from "./end.ts";
import { fillFromArticles } from "./fill.ts";
import { countOf, hasRows } from "./rows.ts";
import { inOrder, needSame, type Table } from "./table.ts";

/** What is moved: the store of a data folder into a database of PostgreSQL, or back. */
export interface Move {
  readonly folder: string;
  /** `postgres://user:password@host/name` */
  readonly url: string;
  readonly way: "there" | "back";
}

export type Phase = "copy" | "index" | "compare";

/** Whoever waits is told how far it is. */
export interface MoveWatch {
  begins(phase: Phase, rows: number): void;
  came(rows: number): void;
  ends(): void;
}

export interface Moved {
  /** Path of the file, or address without the password. */
  readonly from: string;
  readonly to: string;
  /** Rows, by table. */
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * Moves a store whole: all rows of all tables, each compared with what it was, in one transaction at either
 * end. A process that is killed, or a connection that is cut, leaves nothing at the target, so that the next move begins
 * as this one did. What was moved stays where it was, as a backup.
 *
 * @throws {StoreError} `locked` where a Copydesk is at work at either end; `absent`, `taken` or `different`; and as `openStore`
 */
export async function moveStore({ folder, url, way }: Move, watch: MoveWatch): Promise<Moved> {
  if (way === "there") needFile(join(folder, "copydesk.db"));
  await using open = new AsyncDisposableStack();
  const lock = lockFolder(folder);
  open.defer(() => lock.release());
  const file = openFolder(folder);
  open.defer(() => file.close());
  const server = openServer(url);
  open.defer(() => server.close());
  for (const { migrate } of [file, server]) await migrate();
  const tables = inOrder(await tablesOf(file.db));
  const [from, to] = way === "there" ? [file, server] : [server, file];
  const counts = await moveRows({ from, to, tables }, watch);
  return { from: from.name, to: to.name, counts };
}

/**
 * Moves all rows of some tables from one end to the other, each compared with what it was, in one transaction at either.
 * @param tables each behind those that its rows point at
 * @returns how many rows there were, by table
 * @throws {StoreError} as `moveStore`
 */
export function moveRows(
  {
    from,
    to,
    tables,
  }: { readonly from: Origin; readonly to: End; readonly tables: readonly Table[] },
  watch: MoveWatch,
): Promise<Counts> {
  return within(to, tables, (target) =>
    within(from, tables, (source) => moveAll({ source, target, tables, watch })),
  );
}

/**
 * For whoever is going to move there, and has much to do before.
 * @throws {StoreError} `locked` where a Copydesk is at work there, `taken` where there are rows
 */
export async function needEmptyServer(url: string, tables: readonly Table[]): Promise<void> {
  await using open = new AsyncDisposableStack();
  const server = openServer(url);
  open.defer(() => server.close());
  await server.migrate();
  await within(server, tables, async (held) => {
    const taken = await takenIn(held, tables);
    if (taken.length > 0) throw hasRowsAlready(held, taken);
  });
}

/** A folder that has none is another one than was meant: the bot would make a new store there. */
function needFile(file: string): void {
  if (existsSync(file)) return;
  throw new StoreError(
    "absent",
    `There is no store to be moved: ${file} is not there. Name its folder in COPYDESK_DATA.`,
  );
}

/** The target's transaction is the outer one: it ends when the source has been read to its end. */
function within<Of extends Origin, T>(
  end: Of,
  tables: readonly Table[],
  work: (held: Held<Of>) => Promise<T>,
): Promise<T> {
  return end.db.transaction().execute(async (writing) => {
    const names = tables.map(({ name }) => name);
    await end.hold(writing, names);
    return work({ ...end, writing });
  });
}

interface Work {
  readonly source: Held<Origin>;
  readonly target: Held<End>;
  readonly tables: readonly Table[];
  readonly watch: MoveWatch;
}

async function moveAll(work: Work): Promise<Counts> {
  const { source, target, tables } = work;
  for (const { columnsOf, writing } of [source, target]) {
    needSame(tables, await columnsOf(writing));
  }
  await needEmpty(work);
  const counts = new Map<string, number>();
  for (const { name } of tables) counts.set(name, await countOf(source.writing, name));
  await copyAll(work, counts);
  await indexAll(work, counts);
  await compareAll(work, counts);
  await target.goOn(target.writing, await source.counters(source.writing));
  return counts;
}

/** A move whose last answer was lost may be whole: then it is said so, and nobody empties what was just filled. */
async function needEmpty(work: Work): Promise<void> {
  const { source, target, tables } = work;
  const taken = await takenIn(target, tables);
  if (taken.length === 0) return;
  if ((await firstDifference(work, () => undefined)) === null) {
    throw new StoreError(
      "taken",
      `The database ${target.name} has every row of ${source.name} already, as a move leaves it: there is nothing to be moved.`,
    );
  }
  throw hasRowsAlready(target, taken);
}

async function takenIn(
  { writing }: Held<End>,
  tables: readonly Table[],
): Promise<readonly string[]> {
  const taken: string[] = [];
  for (const { name } of tables) if (await hasRows(writing, name)) taken.push(name);
  return taken;
}

function hasRowsAlready(
  { name, toEmpty }: Held<End>,
  [first, ...more]: readonly string[],
): StoreError {
  const others = more.length === 0 ? "" : ` and ${more.length} more`;
  return new StoreError(
    "taken",
    `The database ${name} has rows already (in the table ${first}${others}), and a move overwrites nothing. ${toEmpty}`,
  );
}

type Counts = ReadonlyMap<string, number>;

async function copyAll({ source, target, tables, watch }: Work, counts: Counts): Promise<void> {
  await watched(watch, "copy", sum(counts), async () => {
    for (const table of tables) {
      const copied = await copyTable(source.writing, target.writing, table, watch.came);
      const expected = counts.get(table.name) ?? 0;
      if (copied !== expected) {
        throw different(target, table.name, `has ${expected} rows, of which ${copied} were read`);
      }
    }
  });
}

async function indexAll({ target, watch }: Work, counts: Counts): Promise<void> {
  const articles = counts.get("article") ?? 0;
  await watched(watch, "index", articles, () => fillFromArticles(target.writing, watch.came));
  for (const table of ["article_words", "headline_words"]) {
    const filled = await countOf(target.writing, table);
    if (filled !== articles) {
      throw different(target, table, `has ${filled} rows for ${articles} articles`);
    }
  }
}

async function compareAll(work: Work, counts: Counts): Promise<void> {
  const { target, watch } = work;
  await watched(watch, "compare", sum(counts), async () => {
    const found = await firstDifference(work, watch.came);
    if (found !== null) throw different(target, found.table, `${found.row}: ${found.what}`);
  });
}

async function firstDifference(
  { source, target, tables }: Work,
  came: (rows: number) => void,
): Promise<(Difference & { readonly table: string }) | null> {
  for (const table of tables) {
    const found = await differenceIn({
      ...{ table, from: source.writing, to: target.writing },
      ...{ kept: target.kept, came },
    });
    if (found !== null) return { ...found, table: table.name };
  }
  return null;
}

/** A phase ends for whoever watches also where it fails: a bar that is left moving keeps its process alive. */
async function watched(
  watch: MoveWatch,
  phase: Phase,
  rows: number,
  work: () => Promise<void>,
): Promise<void> {
  watch.begins(phase, rows);
  try {
    await work();
  } finally {
    watch.ends();
  }
}

function different({ name }: Held<Origin>, table: string, what: string): StoreError {
  return new StoreError(
    "different",
    `The move to ${name} has been taken back, because what arrived is not what was sent. Table ${table}, ${what}. Look for a trigger or a program that changes rows there, and move again.`,
  );
}

function sum(counts: Counts): number {
  return [...counts.values()].reduce((all, count) => all + count, 0);
}
