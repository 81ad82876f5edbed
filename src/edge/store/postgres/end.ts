import { Kysely, sql } from "kysely";
import { shownAddress } from "../address.ts";
import { StoreError } from "../error.ts";
import type { Counters, End, Origin } from "../move/end.ts";
import type { Column, ColumnKind } from "../move/table.ts";
import type { Schema, Writing } from "../schema.ts";
import { APPLICATION, openDialect, openPool, openSnapshotDialect, withoutNul } from "./dialect.ts";
import { migrateServer, needServerUpToDate } from "./migrations.ts";

const KINDS: ReadonlyMap<string, ColumnKind> = new Map([
  ["text", "text"],
  ["bigint", "whole"],
  ["double precision", "real"],
]);

/** A database of PostgreSQL as an end of a move. */
export function openServer(url: string): End {
  const name = shownAddress(url);
  const pool = openPool(url, { application: `${APPLICATION} move` });
  const db = new Kysely<Schema>({ dialect: openDialect(pool, name) });
  return {
    ...{ db, name, columnsOf, counters, goOn },
    toEmpty:
      "Name a new database (createdb makes one), or drop this one's tables if nobody needs them.",
    migrate: () => migrateServer(db, name),
    async close() {
      await db.destroy();
      await pool.end();
    },
    hold: (writing, tables) => hold(writing, tables, name),
    // What SQLite holds of NUL becomes U+FFFD here, and that is what the way back finds.
    kept: withoutNul,
  };
}

/**
 * A database of PostgreSQL that is read alone, as it was at one moment, while others work with it: it is not brought up to
 * date either.
 */
export function openSnapshot(url: string): Origin {
  const name = shownAddress(url);
  const pool = openPool(url, { application: `${APPLICATION} reading`, connections: 1 });
  const db = new Kysely<Schema>({ dialect: openSnapshotDialect(pool, name) });
  return {
    ...{ db, name, columnsOf, counters },
    migrate: () => needServerUpToDate(db, name),
    async close() {
      await db.destroy();
      await pool.end();
    },
    async hold(reading) {
      // It rests while the file is written and looked at.
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(reading);
    },
  };
}

async function hold(writing: Writing, tables: readonly string[], name: string): Promise<void> {
  // One end rests while the other is written, for longer than a transaction of the bot may.
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(writing);
  const all = ["shift", ...tables].map((table) => sql.table(table));
  await sql`lock table ${sql.join(all)} in exclusive mode`.execute(writing);
  const owner = await whoWorks(writing);
  if (owner === null) return;
  throw new StoreError(
    "locked",
    `Copydesk works with the database ${name} (${owner}). End it first: what it did meanwhile would be lost, or done twice. One that was killed is forgotten within ten seconds.`,
  );
}

/**
 * Who is at work, or was relieved a moment ago. A connection is seen for some seconds after its last question, and whoever is
 * at work asks every other second.
 */
async function whoWorks(writing: Writing): Promise<string | null> {
  const { rows } = await sql<{ owner: string }>`
    select owner from shift where until > clock_timestamp()
    union all
    select 'connected from ' || coalesce(host(client_addr), 'there') from pg_stat_activity
    where datname = current_database() and application_name = ${APPLICATION}
  `.execute(writing);
  return rows[0]?.owner ?? null;
}

interface ColumnRow {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

/** Of every table whose columns can be moved: others may have tables here that are none of ours. */
async function columnsOf(writing: Writing): Promise<ReadonlyMap<string, readonly Column[]>> {
  const { rows } = await sql<ColumnRow>`
    select table_name::text as table, column_name::text as name, data_type::text as type
    from information_schema.columns where table_schema = current_schema()
  `.execute(writing);
  const tables = new Map<string, Column[]>();
  for (const { table, name, type } of rows) {
    const kind = KINDS.get(type);
    if (kind === undefined) continue;
    const columns = tables.get(table) ?? [];
    tables.set(table, [...columns, { name, kind }]);
  }
  return tables;
}

interface Numbered {
  readonly table: string;
  readonly column: string;
  readonly sequence: string;
}

async function numbered(writing: Writing): Promise<readonly Numbered[]> {
  const { rows } = await sql<Numbered>`
    select table_name::text as table, column_name::text as column,
      pg_get_serial_sequence(quote_ident(table_name), column_name) as sequence
    from information_schema.columns
    where table_schema = current_schema() and is_identity = 'YES' and table_name <> 'shift'
  `.execute(writing);
  return rows;
}

async function counters(writing: Writing): Promise<Counters> {
  const counted = new Map<string, string>();
  for (const { table, sequence } of await numbered(writing)) {
    const { rows } = await sql<{ last: string }>`
      select coalesce(pg_sequence_last_value(${sequence}::regclass), 0)::text as last
    `.execute(writing);
    for (const { last } of rows) counted.set(table, last);
  }
  return counted;
}

async function goOn(writing: Writing, given: Counters): Promise<void> {
  for (const { table, column, sequence } of await numbered(writing)) {
    await sql`
      select setval(${sequence}::regclass, greatest(last, 1), last > 0) from (
        select greatest(${given.get(table) ?? "0"}::bigint, coalesce(max(${sql.ref(column)}), 0)) as last
        from ${sql.table(table)}
      ) as counted
    `.execute(writing);
  }
  // Or the first queries would be planned for empty tables.
  await sql`analyze`.execute(writing);
}
