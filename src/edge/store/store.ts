import { join } from "node:path";
import { Kysely } from "kysely";
import type { UnitOfWork } from "#desk/port/unit-of-work.ts";
import { makeFile, makeFolder } from "./folder.ts";
import { freeClaims } from "./outbox.ts";
import { type Ports, portsOn } from "./ports.ts";
import { tryDisk, tryTable } from "./probe.ts";
import type { Database, Schema } from "./schema.ts";
import { openDialect } from "./sqlite/dialect.ts";
import { migrateFile } from "./sqlite/migrations.ts";
import { StoryWords } from "./story-words.ts";

/** Everything that outlives the process. */
export interface Store extends Ports, UnitOfWork {
  /**
   * Writes as much as an article and its index take, and takes it back.
   * @throws {StoreError} `full` or `unwritable` while the disk takes no writes
   */
  probe(): Promise<void>;
  /** Ends the work with the database: no verb may be called after it. */
  close(): Promise<void>;
}

export interface StoreOptions {
  /** Where `copydesk.db` is; made where it is missing. */
  readonly folder: string;
  /** The address of a PostgreSQL database to be used instead: `postgres://user:password@host/name`. */
  readonly url?: string | undefined;
  /**
   * Makes claims that a crash left in the outbox claimable again. Only for the process that holds
   * the folder's lock: another's claims may be posts in flight.
   */
  readonly recover?: boolean;
}

/**
 * Opens the database of a data folder, or the one at an address, makes its tables where there are none, and
 * brings it up to date.
 *
 * Any number of processes may have it open, but only one may deliver: `lockFolder` sees to that.
 * One process opens it once: a second writer in the same thread would block the first one's next step.
 * @throws {StoreError} `newer`, `unreadable`, `unwritable`, `full`, `busy`, `unreachable` or `refused`; from any verb,
 *   `failed` as well
 */
export async function openStore({ folder, url, recover = false }: StoreOptions): Promise<Store> {
  makeFolder(folder);
  const { db, migrate, tryRoom } = url === undefined ? embedded(folder) : await shared(url);
  try {
    await migrate();
    if (recover) await freeClaims(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const words = new StoryWords();
  return {
    ...portsOn(db, words),
    transaction: (work) => db.transaction().execute((writing) => work(portsOn(writing, words))),
    probe: tryRoom,
    close: () => db.destroy(),
  };
}

interface Opened {
  readonly db: Database;
  migrate(): Promise<void>;
  tryRoom(): Promise<void>;
}

function embedded(folder: string): Opened {
  const file = join(folder, "copydesk.db");
  makeFile(file);
  const db = new Kysely<Schema>({ dialect: openDialect(file) });
  const tryRoom = async () => {
    await tryDisk(folder);
    await tryTable(db);
  };
  return { db, migrate: () => migrateFile(db, file), tryRoom };
}

/** What reaches PostgreSQL is loaded only where it is used: a start without it is quicker. */
async function shared(url: string): Promise<Opened> {
  const [{ openDialect, shownAddress }, { migrateServer }] = await Promise.all([
    import("./postgres/dialect.ts"),
    import("./postgres/migrations.ts"),
  ]);
  const db = new Kysely<Schema>({ dialect: openDialect(url) });
  return {
    ...{ db, migrate: () => migrateServer(db, shownAddress(url)) },
    tryRoom: () => tryTable(db),
  };
}
