import { setImmediate } from "node:timers/promises";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  type SqliteDatabase,
} from "kysely";
import { StoreError } from "../error.ts";
import { isSeveral } from "../several.ts";
import type { LogFile } from "./log-file.ts";

/** A file that is open twice. */
export interface Opened {
  /** Transactions come one after the other here, and with them everything that is written. */
  readonly writer: SqliteDatabase;
  /** What is read outside of them, as it was committed last: nobody who looks waits for a transaction's end. */
  readonly reader: SqliteDatabase;
  readonly isInTransaction: () => boolean;
  readonly log: LogFile;
}

/** After so many statements others have a turn: each is done at once, and a transaction of hundreds would hold up everybody. */
const STATEMENTS_IN_A_TURN = 8;

/**
 * Reads and writes one file through two connections. Whoever takes the writer has it until they release their
 * connection, and from then on they read through it too, so that a transaction sees what it has written.
 */
export class EmbeddedDriver implements Driver {
  readonly #opened: Opened;
  readonly #line = new Line();
  readonly #turns = new Turns();

  constructor(opened: Opened) {
    this.#opened = opened;
  }

  async init(): Promise<void> {
    // Both are open.
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    return new EmbeddedConnection(this.#opened, this.#line, this.#turns);
  }

  /** Every transaction of the store writes, and one that turns into a writer midway can fail at once. */
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("commit"));
  }

  /** A full disk has SQLite roll back by itself; a second time would fail, and hide why the first was. */
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#opened.isInTransaction())
      await connection.executeQuery(CompiledQuery.raw("rollback"));
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    if (connection instanceof EmbeddedConnection) connection.release();
  }

  async destroy(): Promise<void> {
    this.#opened.reader.close();
    this.#opened.writer.close();
    await this.#opened.log.close();
  }
}

class EmbeddedConnection implements DatabaseConnection {
  readonly #opened: Opened;
  readonly #line: Line;
  readonly #turns: Turns;
  #leave: (() => void) | null = null;
  /** Whether a commit waits for the disk. */
  #isSynced = true;

  constructor(opened: Opened, line: Line, turns: Turns) {
    this.#opened = opened;
    this.#line = line;
    this.#turns = turns;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (!isSeveral(query)) return this.#execute(query);
    const each: unknown[] = [];
    for (const one of query.several) each.push((await this.#execute(one)).rows);
    return { rows: each as R[] };
  }

  async #execute<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const asked = SYNCHRONOUS.exec(query.sql);
    if (asked !== null) return this.#synchronous(asked.groups?.mode) as QueryResult<R>;
    const database = await this.#databaseFor(query.sql);
    await this.#turns.next();
    const result = execute<R>(database, query);
    if (this.#hasCommitted(query.sql)) await this.#opened.log.sync();
    return result;
  }

  /** Kept here, as SQLite would keep it for a connection of its own. */
  #synchronous(mode: string | undefined): QueryResult<unknown> {
    if (mode === undefined) return { rows: [{ synchronous: this.#isSynced ? FULL : NORMAL }] };
    this.#isSynced = mode.toLowerCase() === "full";
    return { rows: [] };
  }

  /** Of a transaction its end, and else each statement that writes. */
  #hasCommitted(sql: string): boolean {
    const mayWrite = this.#leave !== null && !READS.test(sql) && sql !== "rollback";
    return mayWrite && this.#isSynced && !this.#opened.isInTransaction();
  }

  /** Kysely asks for it, and nobody for a cursor. */
  streamQuery(): never {
    throw new StoreError("failed", "The embedded store streams no rows.");
  }

  release(): void {
    this.#leave?.();
    this.#leave = null;
  }

  async #databaseFor(sql: string): Promise<SqliteDatabase> {
    if (this.#leave === null && READS.test(sql)) return this.#opened.reader;
    this.#leave ??= await this.#line.enter();
    return this.#opened.writer;
  }
}

function execute<R>(database: SqliteDatabase, { sql, parameters }: CompiledQuery): QueryResult<R> {
  const statement = database.prepare(sql);
  // Kysely trusts whoever asked that the rows are such.
  if (statement.reader) return { rows: statement.all(parameters) as R[] };
  const { changes, lastInsertRowid } = statement.run(parameters);
  return { insertId: BigInt(lastInsertRowid), numAffectedRows: BigInt(changes), rows: [] };
}

/** Source: https://www.sqlite.org/pragma.html, "synchronous". */
const SYNCHRONOUS = /^\s*pragma synchronous(?: = (?<mode>full|normal))?\s*$/iu;
const FULL = 2;
const NORMAL = 1;

/** What writes after such a word is refused by the reader, and belongs into a transaction. */
const READS = /^\s*(?:select|with)\b/i;

/** Lets one in at a time, in the order in which they came. */
class Line {
  #last: Promise<void> = Promise.resolve();

  /** @returns lets the next one in */
  async enter(): Promise<() => void> {
    const before = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    await before;
    return resolve;
  }
}

/** Gives others a turn now and then. */
class Turns {
  #statements = 0;

  async next(): Promise<void> {
    this.#statements += 1;
    if (this.#statements % STATEMENTS_IN_A_TURN === 0) await setImmediate();
  }
}
