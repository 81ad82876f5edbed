import { createHash } from "node:crypto";
import {
  CompiledQuery,
  type Dialect,
  type Driver,
  type FunctionNode,
  type PostgresCursor,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  PostgresQueryCompiler,
  type PostgresQueryResult,
  type QueryCompiler,
  type TransactionSettings,
} from "kysely";
import pg from "pg";
import { StoreError } from "../error.ts";
import { saidBy } from "../tongue.ts";
import { storeErrorOf } from "./error.ts";
import { type PipelinedConnection, PipelinedDriver } from "./pipeline.ts";
import { POSTGRES } from "./tongue.ts";

/** Connections of a process; most of its work is one transaction after the other. */
const MOST_CONNECTIONS = 8;
/** Milliseconds to wait for a connection; for longer the server is taken for gone. */
const CONNECT_TIMEOUT = 10_000;
/** Milliseconds: a connection that a proxy has forgotten is noticed by then. */
const KEEP_ALIVE_DELAY = 10_000;
/** Milliseconds that a transaction waits for the writer before it. */
const LOCK_TIMEOUT = 30_000;
/** Milliseconds for one statement. */
const STATEMENT_TIMEOUT = 50_000;
/** Milliseconds after which a statement counts as lost on its way: the server would have ended it before. */
const QUERY_TIMEOUT = 60_000;
/** Milliseconds that a transaction may rest between two statements: a process that stands still must not hold up the others. */
const IDLE_TIMEOUT = 6_000;

/** https://www.postgresql.org/docs/current/catalog-pg-type.html: `int8` and `numeric`, which `pg` reads as texts. */
const INT8 = 20;
const NUMERIC = 1700;

/** Any number of ours; every process takes the same: who writes in a transaction holds it. */
export const WRITERS_LOCK = 4_717_006;

/** By this name the server's list of connections has ours. */
export const APPLICATION = "copydesk";

/** How many connections are open at most, and for how long they are waited for, in milliseconds. */
export interface PoolLimits {
  readonly connections: number;
  readonly connect: number;
  readonly query: number;
  /** How long a transaction waits for the writer before it. */
  readonly lock: number;
  /** What the server is to call them. */
  readonly application: string;
}

const USUAL: PoolLimits = {
  connections: MOST_CONNECTIONS,
  connect: CONNECT_TIMEOUT,
  query: QUERY_TIMEOUT,
  lock: LOCK_TIMEOUT,
  application: APPLICATION,
};

/** The connections of a process. */
export function openPool(url: string, given: Partial<PoolLimits> = {}): pg.Pool {
  const limits = { ...USUAL, ...given };
  const pool = new pg.Pool({
    connectionString: url,
    max: limits.connections,
    connectionTimeoutMillis: limits.connect,
    query_timeout: limits.query,
    statement_timeout: STATEMENT_TIMEOUT,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_DELAY,
    lock_timeout: limits.lock,
    idle_in_transaction_session_timeout: IDLE_TIMEOUT,
    application_name: limits.application,
    types: { getTypeParser },
    pipeline: true,
  });
  // Of a connection that nobody uses at the moment: the pool takes it out, and the next verb opens another.
  pool.on("error", () => undefined);
  // One that is cut off between two statements says so here, maybe in the moment in which it is handed out for the first time;
  // the next statement fails with it.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/**
 * A Kysely dialect over `pg`. Transactions come one after the other, as they do in SQLite, in whichever process they
 * are: so numbers of filings are given in the order of commits, and no verb has to think of another beside it.
 *
 * @param name the address without its password
 * @param shift the token of the shift for which it writes: once another process has relieved it, every transaction fails
 *   with `relieved`, also one of a process that stood still meanwhile. Left out: whoever may write without being at work
 */
export function openDialect(pool: pg.Pool, name: string, shift: number | null = null): Dialect {
  const guarded = new GuardedPool(pool, name);
  return new SharedDialect(guarded, () => new SharedDriver(guarded, shift));
}

/**
 * The same for whoever only reads: each transaction sees the database as it was at its first statement, whatever is
 * committed meanwhile, and holds nobody up.
 */
export function openSnapshotDialect(pool: pg.Pool, name: string): Dialect {
  const guarded = new GuardedPool(pool, name);
  return new SharedDialect(guarded, () => new SnapshotDriver(guarded));
}

function getTypeParser(oid: number, format?: "text" | "binary") {
  return oid === INT8 || oid === NUMERIC ? Number : pg.types.getTypeParser(oid, format);
}

class SharedDialect extends PostgresDialect {
  readonly #newDriver: () => Driver;

  constructor(pool: PostgresPool, newDriver: () => Driver) {
    super({ pool });
    this.#newDriver = newDriver;
  }

  override createDriver(): Driver {
    return this.#newDriver();
  }

  override createQueryCompiler(): QueryCompiler {
    return new SharedCompiler();
  }
}

class SharedCompiler extends PostgresQueryCompiler {
  protected override visitFunction(node: FunctionNode): void {
    const said = saidBy(POSTGRES, node);
    if (said === null) super.visitFunction(node);
    else this.visitNode(said);
  }
}

class SharedDriver extends PipelinedDriver {
  readonly #shift: number | null;

  constructor(pool: PostgresPool, shift: number | null) {
    super(pool);
    this.#shift = shift;
  }

  override async beginTransaction(
    connection: PipelinedConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    if (settings.isolationLevel !== undefined || settings.accessMode !== undefined)
      throw new StoreError(
        "failed",
        "Every transaction of the store writes, and sees what was committed before.",
      );
    connection.begin(`begin; select pg_advisory_xact_lock(${WRITERS_LOCK})`);
    if (this.#shift === null) return;
    // A statement of its own: one that had begun to wait for the lock would see what stood before.
    const own = CompiledQuery.raw("select 1 from shift where token = $1", [this.#shift]);
    connection.demand(own, () => {
      return new StoreError("relieved", "Another process has taken over the work of this one.");
    });
  }
}

class SnapshotDriver extends PipelinedDriver {
  override async beginTransaction(connection: PipelinedConnection): Promise<void> {
    connection.begin("begin isolation level repeatable read, read only");
  }
}

/** The pool, with faults in our own words. */
class GuardedPool implements PostgresPool {
  readonly #pool: pg.Pool;
  readonly #name: string;
  readonly #clients = new WeakMap<pg.PoolClient, GuardedClient>();
  readonly #names = new StatementNames();
  readonly options = {};

  constructor(pool: pg.Pool, name: string) {
    this.#pool = pool;
    this.#name = name;
  }

  async connect(): Promise<PostgresPoolClient> {
    const client = await this.#pool.connect().catch((error: unknown) => {
      throw storeErrorOf(error, this.#name);
    });
    const known = this.#clients.get(client);
    if (known !== undefined) return known;
    const guarded = new GuardedClient(client, this.#name, this.#names);
    this.#clients.set(client, guarded);
    return guarded;
  }

  /** The pool serves others too; whoever opened it ends it. */
  async end(): Promise<void> {}
}

class GuardedClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  readonly #name: string;
  readonly #names: StatementNames;
  /** By which fault the connection was lost: it takes no statement more, nor does anybody wait for one. */
  #lost: StoreError | null = null;

  constructor(client: pg.PoolClient, name: string, names: StatementNames) {
    this.#client = client;
    this.#name = name;
    this.#names = names;
  }

  query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    text: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof text !== "string") throw new StoreError("failed", "The store reads no cursors.");
    return this.#query(text, parameters.map(asStored));
  }

  release(destroy?: boolean): void {
    this.#client.release(destroy === true || this.#lost !== null);
  }

  async #query<R>(text: string, values: unknown[]): Promise<PostgresQueryResult<R>> {
    if (this.#lost !== null) throw this.#lost;
    try {
      const name = values.length > 0 ? this.#names.of(text) : undefined;
      const answer = await this.#client.query({
        text,
        values,
        ...(name !== undefined && { name }),
      });
      const last: pg.QueryResult | undefined = [answer].flat().at(-1);
      return {
        command: last?.command as PostgresQueryResult<R>["command"],
        rowCount: last?.rowCount ?? 0,
        rows: last?.rows ?? [],
      };
    } catch (error) {
      const fault = storeErrorOf(error, this.#name);
      if (fault.code === "unreachable") this.#lost = fault;
      throw fault;
    }
  }
}

function asStored(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asStored);
  return typeof value === "string" ? withoutNul(value) : value;
}

/** Statements that are prepared under a name; the store's own verbs make fewer than this. */
const MOST_NAMED = 300;

/** The names of statements that come again and again: the server plans each once for a connection. */
class StatementNames {
  readonly #names = new Map<string, string>();

  /** @returns `undefined` for what is not to be kept */
  of(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= MOST_NAMED) return known;
    // Told by the text alone: others use the same connections, with names of their own.
    const name = `copydesk_${createHash("sha1").update(text).digest("base64url")}`;
    this.#names.set(text, name);
    return name;
  }
}

/** PostgreSQL's texts hold no NUL; where letters must be kept, they stand in JSON, which writes it otherwise. */
export function withoutNul(text: string): string {
  return text.includes("\0") ? text.replaceAll("\0", "\ufffd") : text;
}
