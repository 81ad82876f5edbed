import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
  type QueryResult,
  type TransactionSettings,
} from "kysely";
import { StoreError } from "../error.ts";
import { isLater } from "../later.ts";
import { isSeveral } from "../several.ts";

/** Statements on their way at a time: what they send and are answered must be held somewhere. */
const MOST_ON_THE_WAY = 64;

const WRITES: ReadonlySet<string> = new Set(["INSERT", "UPDATE", "DELETE", "MERGE"]);

/**
 * A driver that sends a statement before the one ahead is answered, where nothing hangs on that: each way to the server
 * and back takes as long as the statement itself, or longer. The server does them in their order, and after one that failed
 * none more of the transaction, so that the fault may be heard of late. Nothing is committed of which one is not sure.
 */
export abstract class PipelinedDriver implements Driver {
  readonly #pool: PostgresPool;
  readonly #connections = new WeakMap<PostgresPoolClient, PipelinedConnection>();

  constructor(pool: PostgresPool) {
    this.#pool = pool;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PipelinedConnection> {
    const client = await this.#pool.connect();
    const known = this.#connections.get(client);
    if (known !== undefined) return known;
    const connection = new PipelinedConnection(client);
    this.#connections.set(client, connection);
    return connection;
  }

  abstract beginTransaction(
    connection: PipelinedConnection,
    settings: TransactionSettings,
  ): Promise<void>;

  commitTransaction(connection: PipelinedConnection): Promise<void> {
    return connection.commit();
  }

  rollbackTransaction(connection: PipelinedConnection): Promise<void> {
    return connection.rollback();
  }

  async releaseConnection(connection: PipelinedConnection): Promise<void> {
    connection.release();
  }

  destroy(): Promise<void> {
    return this.#pool.end();
  }
}

/** The fault of a statement; `null` for none. */
type Fault = { readonly error: unknown } | null;

export class PipelinedConnection implements DatabaseConnection {
  readonly #client: PostgresPoolClient;
  /** Statements on their way whose end nobody has waited for, in their order. */
  #sent: Promise<Fault>[] = [];
  /** Without its consent nothing is committed. */
  #condition: Promise<Fault> | null = null;
  #isBroken = false;

  constructor(client: PostgresPoolClient) {
    this.#client = client;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (isSeveral(query)) {
      const each = await this.#askAll(query.several);
      return { rows: each.map(({ rows }) => rows) as R[] };
    }
    if (!isLater(query)) return resultOf(await this.#ask<R>(query));
    this.#send(this.#query(query));
    if (this.#sent.length >= MOST_ON_THE_WAY) await this.#arrive();
    return { rows: [] };
  }

  /** Kysely asks for it, and nobody for a cursor. */
  streamQuery(): never {
    throw new StoreError("failed", "The store reads no cursors.");
  }

  /** Begins a transaction; that it has begun is known with the first answer. */
  begin(statements: string): void {
    this.#send(this.#query(CompiledQuery.raw(statements)));
  }

  /** Has the transaction fail where a query gives no row: at its next statement, and before anything is committed. */
  demand(query: CompiledQuery, otherwise: () => StoreError): void {
    const asked = this.#query(query).then(({ rows }) => {
      if (rows.length === 0) throw otherwise();
    });
    this.#condition = this.#send(asked);
  }

  async commit(): Promise<void> {
    // The server would commit it, whatever the answer is: what it does not hold to be a fault is waited for.
    if ((await this.#condition) !== null) throwIt(await this.#settled());
    const { command } = await this.#ask(CompiledQuery.raw("commit"));
    if (command !== "COMMIT") throw new StoreError("failed", "The transaction was not committed.");
    this.#forget();
  }

  async rollback(): Promise<void> {
    await this.#settled();
    this.#forget();
    try {
      await this.#query(CompiledQuery.raw("rollback"));
    } catch (error) {
      // Its transaction may be open still, with the lock of all writers: the pool drops it.
      this.#isBroken = true;
      throw error;
    }
  }

  release(): void {
    this.#client.release(this.#isBroken);
  }

  /** The next transaction has faults of its own. */
  #forget(): void {
    this.#sent = [];
    this.#condition = null;
  }

  #query<R>({ sql, parameters }: CompiledQuery): Promise<PostgresQueryResult<R>> {
    return this.#client.query<R>(sql, parameters);
  }

  #send(answer: Promise<unknown>): Promise<Fault> {
    const fault = answer.then(
      () => null,
      (error: unknown) => ({ error }),
    );
    this.#sent.push(fault);
    return fault;
  }

  async #ask<R>(query: CompiledQuery): Promise<PostgresQueryResult<R>> {
    const [answer] = await this.#askAll<R>([query]);
    if (answer === undefined) throw new StoreError("failed", "A statement had no answer.");
    return answer;
  }

  /** What failed ahead of one says why it failed as well. */
  async #askAll<R>(queries: readonly CompiledQuery[]): Promise<readonly PostgresQueryResult<R>[]> {
    const [fault, asked] = await Promise.all([
      this.#settled(),
      Promise.allSettled(queries.map((query) => this.#query<R>(query))),
    ]);
    throwIt(fault);
    return asked.map((answer) => {
      if (answer.status === "rejected") throw answer.reason;
      return answer.value;
    });
  }

  async #arrive(): Promise<void> {
    throwIt(await this.#settled());
  }

  /** The first fault of what is on its way. */
  async #settled(): Promise<Fault> {
    const count = this.#sent.length;
    if (count === 0) return null;
    const faults = await Promise.all(this.#sent);
    const first = faults.find((fault) => fault !== null) ?? null;
    // What comes behind a fault fails for it, too.
    if (first === null) this.#sent = this.#sent.slice(count);
    return first;
  }
}

function throwIt(fault: Fault): void {
  if (fault !== null) throw fault.error;
}

function resultOf<R>({ command, rowCount, rows }: PostgresQueryResult<R>): QueryResult<R> {
  return {
    rows,
    ...(WRITES.has(command) && { numAffectedRows: BigInt(rowCount) }),
  };
}
