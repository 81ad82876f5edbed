import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import {
  type Dialect,
  type Driver,
  type FunctionNode,
  type QueryCompiler,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteQueryCompiler,
  type SqliteStatement,
} from "kysely";
import { StoreError } from "../error.ts";
import { saidBy } from "../tongue.ts";
import { EmbeddedDriver, type Opened } from "./driver.ts";
import { storeErrorOf } from "./error.ts";
import { LogFile } from "./log-file.ts";
import { SQLITE } from "./tongue.ts";

/** Milliseconds that a writer waits for another one, such as a command run beside the bot. */
const BUSY_TIMEOUT = 5_000;

/** Statements kept compiled; the store's own verbs make fewer than this. */
const STATEMENTS_KEPT = 200;

/**
 * Settings of the connection that writes.
 *
 * `synchronous=FULL` would sync the log at every commit, and hold up everybody meanwhile. With NORMAL a power cut could
 * take back the last commits, and among them the claim of a message that is already posted: it would be posted twice. So
 * the driver waits for the disk itself behind each commit, while others go on (`filing.ts` says what need not wait).
 * macOS syncs to the platters only with `fullfsync`; elsewhere it does nothing.
 * Source: https://www.sqlite.org/pragma.html, "synchronous" and "fullfsync".
 */
const SETTINGS = [
  "pragma journal_mode = wal",
  "pragma synchronous = normal",
  "pragma fullfsync = on",
  "pragma checkpoint_fullfsync = on",
  // Without files of its own in the system's folder for temporary files, which may be full.
  "pragma temp_store = memory",
  // As long as the log gets before whoever commits takes it in (below): to cut it holds up everybody, for a tenth of a second.
  "pragma journal_size_limit = 268435456",
  "pragma cache_size = -8000",
  // Pages of the log until whoever commits carries it into the database, and everybody waits. The bot has that done on
  // another thread again and again (`tend-log.ts`); while much is written the log goes on growing all the same, since it
  // begins anew only when all of it is in: by 16,000 pages for a thousand editions.
  "pragma wal_autocheckpoint = 64000",
];

/** Settings of the connection that reads: the log is the writer's. */
const READER_SETTINGS = ["pragma temp_store = memory", "pragma cache_size = -8000"];

/**
 * A Kysely dialect over `node:sqlite`, for which Kysely ships none.
 * @throws {StoreError} `unreadable`, `unwritable` or `busy`
 */
export function openDialect(file: string): Dialect {
  const opened: DatabaseSync[] = [];
  const open = (readOnly: boolean, settings: readonly string[]) => {
    const database = new DatabaseSync(file, {
      ...{ timeout: BUSY_TIMEOUT, readOnly },
      enableForeignKeyConstraints: true,
    });
    opened.push(database);
    for (const setting of settings) database.exec(setting);
    return database;
  };
  try {
    const writer = open(false, SETTINGS);
    const reader = open(true, READER_SETTINGS);
    return new EmbeddedDialect({
      writer: new EmbeddedDatabase(writer, file),
      reader: new EmbeddedDatabase(reader, file),
      isInTransaction: () => writer.isTransaction,
      log: new LogFile(file),
    });
  } catch (error) {
    for (const database of opened) database.close();
    throw storeErrorOf(error, file);
  }
}

/**
 * The same for whoever only reads: a transaction sees the file as it was at its first statement, and holds nobody up.
 * @throws {StoreError}
 */
export function openReadingDialect(file: string): Dialect {
  try {
    const reader = new DatabaseSync(file, { timeout: BUSY_TIMEOUT, readOnly: true });
    return new ReadingDialect({ database: new EmbeddedDatabase(reader, file) });
  } catch (error) {
    throw storeErrorOf(error, file);
  }
}

class ReadingDialect extends SqliteDialect {
  override createQueryCompiler(): QueryCompiler {
    return new EmbeddedCompiler();
  }
}

class EmbeddedDialect extends SqliteDialect {
  readonly #opened: Opened;

  constructor(opened: Opened) {
    super({ database: opened.writer });
    this.#opened = opened;
  }

  override createDriver(): Driver {
    return new EmbeddedDriver(this.#opened);
  }

  override createAdapter(): SqliteAdapter {
    return new EmbeddedAdapter();
  }

  override createQueryCompiler(): QueryCompiler {
    return new EmbeddedCompiler();
  }
}

class EmbeddedCompiler extends SqliteQueryCompiler {
  protected override visitFunction(node: FunctionNode): void {
    const said = saidBy(SQLITE, node);
    if (said === null) super.visitFunction(node);
    else this.visitNode(said);
  }
}

/** SQLite does roll back a `create table`, so a migration that a crash cuts off leaves nothing behind. */
class EmbeddedAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }

  /** Readers wait for nobody, and the driver has writers come one after the other. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/** What Kysely's SQLite driver asks of a database, on `node:sqlite`. */
class EmbeddedDatabase implements SqliteDatabase {
  readonly #database: DatabaseSync;
  readonly #file: string;
  readonly #statements = new Map<string, EmbeddedStatement>();

  constructor(database: DatabaseSync, file: string) {
    this.#database = database;
    this.#file = file;
  }

  prepare(sql: string): SqliteStatement {
    const kept = this.#statements.get(sql);
    if (kept !== undefined) return kept;
    const statement = this.#compile(sql);
    if (this.#statements.size >= STATEMENTS_KEPT) this.#statements.clear();
    this.#statements.set(sql, statement);
    return statement;
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #compile(sql: string): EmbeddedStatement {
    try {
      return new EmbeddedStatement(this.#database.prepare(sql), this.#file);
    } catch (error) {
      throw storeErrorOf(error, this.#file);
    }
  }
}

class EmbeddedStatement implements SqliteStatement {
  readonly #statement: StatementSync;
  readonly #file: string;
  readonly reader: boolean;

  constructor(statement: StatementSync, file: string) {
    this.#statement = statement;
    this.#file = file;
    this.reader = statement.columns().length > 0;
  }

  all(parameters: readonly unknown[]): unknown[] {
    return this.#guard(() => this.#statement.all(...parameters.map(toInput)));
  }

  run(parameters: readonly unknown[]): ReturnType<SqliteStatement["run"]> {
    return this.#guard(() => this.#statement.run(...parameters.map(toInput)));
  }

  iterate(parameters: readonly unknown[]): IterableIterator<unknown> {
    return this.#guard(() => this.#statement.iterate(...parameters.map(toInput)));
  }

  #guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw storeErrorOf(error, this.#file);
    }
  }
}

function toInput(value: unknown): SQLInputValue {
  if (
    value === null ||
    typeof value === "string" ||
    typeof value === "number" ||
    typeof value === "bigint" ||
    value instanceof Uint8Array
  ) {
    return value;
  }
  throw new StoreError("failed", `SQLite takes no parameter of the type ${typeof value}.`);
}
