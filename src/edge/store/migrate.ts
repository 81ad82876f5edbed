import { type Kysely, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { StoreError } from "./error.ts";

/** By name, in the order of their names; a published one is never changed. */
export type Migrations = Readonly<Record<string, Migration>>;

/** The database that is brought up to date. */
export interface Migrating {
  readonly migrations: Migrations;
  /** What people call it: the path of its file, or its address without the password. */
  readonly name: string;
  /** Says whether there is a table of this name. */
  readonly hasTable: (table: string) => Promise<boolean>;
  /** Where to go instead, for whoever cannot update. */
  readonly other: string;
  readonly errorOf: (error: unknown) => StoreError;
}

const DONE = "kysely_migration";

/**
 * Brings a database to the version of this program, all or nothing; where it is there already,
 * nothing is written, so that commands can read beside a running bot. Of several processes that start at
 * once, one does it: Kysely's migrator holds the whole of PostgreSQL's by an advisory lock.
 * @throws {StoreError} `newer` where a newer Copydesk has written it
 */
export async function migrate<T>(db: Kysely<T>, migrating: Migrating): Promise<void> {
  if (await isUpToDate(db, migrating)) return;
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrating.migrations }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw migrating.errorOf(error);
}

/**
 * For whoever only reads: refuses a database of another version, and writes nothing.
 * @throws {StoreError} `newer`; `older` where it was not brought up to date yet, or is none of ours
 */
export async function needUpToDate<T>(db: Kysely<T>, migrating: Migrating): Promise<void> {
  if (await isUpToDate(db, migrating)) return;
  throw new StoreError(
    "older",
    `The database ${migrating.name} was not brought up to date by this Copydesk yet. Start this one on it once, or use the one that wrote it.`,
  );
}

async function isUpToDate<T>(
  db: Kysely<T>,
  { migrations, name, other, hasTable }: Migrating,
): Promise<boolean> {
  const done = (await hasTable(DONE)) ? await doneBefore(db) : [];
  const unknown = done.find((one) => !(one in migrations));
  if (unknown !== undefined) {
    throw new StoreError(
      "newer",
      `The database ${name} was written by a newer Copydesk (it knows "${unknown}"). Update Copydesk, or choose ${other}.`,
    );
  }
  return Object.keys(migrations).every((one) => done.includes(one));
}

async function doneBefore<T>(db: Kysely<T>): Promise<readonly string[]> {
  const done = await sql<{ name: string }>`select name from ${sql.table(DONE)}`.execute(db);
  return done.rows.map(({ name }) => name);
}
