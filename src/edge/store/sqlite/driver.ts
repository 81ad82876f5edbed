import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  type SqliteDatabase,
} from "kysely";
import { StoreError } from "../error.ts";
import { isSeveral } from "../several.ts";

/** A file that is open twice. */
export interface Opened {
  /** Transactions come one after the other here, and with them everything that is written. */
  readonly writer: SqliteDatabase;
  /** What is read outside of them, as it was committed last: nobody who looks waits for a transaction's end. */
  readonly reader: SqliteDatabase;
  readonly isInTransaction: () => boolean;
}

/**
 * Reads and writes one file through two connections. Whoever takes the writer has it until they release their
 * connection, and from then on they read through it too, so that a transaction sees what it has written.
 */
export class EmbeddedDriver implements Driver {
  readonly #opened: Opened;
  readonly #line = new Line();

  constructor(opened: Opened) {
    this.#opened = opened;
  }

  async init(): Promise<void> {
    // Both are open.
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    return new EmbeddedConnection(this.#opened, this.#line);
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
  }
}

class EmbeddedConnection implements DatabaseConnection {
  readonly #opened: Opened;
  readonly #line: Line;
  #leave: (() => void) | null = null;

  constructor(opened: Opened, line: Line) {
    this.#opened = opened;
    this.#line = line;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (!isSeveral(query)) return this.#execute(query);
    const each: unknown[] = [];
    for (const one of query.several) each.push((await this.#execute(one)).rows);
    return { rows: each as R[] };
  }

  async #execute<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const statement = (await this.#databaseFor(sql)).prepare(sql);
    // Kysely trusts whoever asked that the rows are such.
    if (statement.reader) return { rows: statement.all(parameters) as R[] };
    const { changes, lastInsertRowid } = statement.run(parameters);
    return {
      insertId: BigInt(lastInsertRowid),
      numAffectedRows: BigInt(changes),
      rows: [],
    };
  }

  // biome-ignore lint/correctness/useYield: it gives no rows, but says so.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
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
