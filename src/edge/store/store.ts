import { join } from "node:path";
import { Kysely } from "kysely";
import type { UnitOfWork } from "#desk/port/unit-of-work.ts";
import { makeFile, makeFolder } from "./folder.ts";
import { migrate } from "./migrate.ts";
import { freeClaims } from "./outbox.ts";
import { type Ports, portsOn } from "./ports.ts";
import { probe } from "./probe.ts";
import type { Schema } from "./schema.ts";
import { openDialect } from "./sqlite.ts";
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
  /**
   * Makes claims that a crash left in the outbox claimable again. Only for the process that holds
   * the folder's lock: another's claims may be posts in flight.
   */
  readonly recover?: boolean;
}

/**
 * Opens the database of a data folder, makes it where there is none, and brings it up to date.
 *
 * Any number of processes may have it open, but only one may deliver: `lockFolder` sees to that.
 * One process opens it once: a second writer in the same thread would block the first one's next step.
 * @throws {StoreError} `newer`, `unreadable`, `unwritable`, `full` or `busy`; from any verb, `failed` as well
 */
export async function openStore({ folder, recover = false }: StoreOptions): Promise<Store> {
  makeFolder(folder);
  const file = join(folder, "copydesk.db");
  makeFile(file);
  const db = new Kysely<Schema>({ dialect: openDialect(file) });
  try {
    await migrate(db, file);
    if (recover) await freeClaims(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const words = new StoryWords();
  return {
    ...portsOn(db, words),
    transaction: (work) => db.transaction().execute((writing) => work(portsOn(writing, words))),
    probe: () => probe(db, folder),
    close: () => db.destroy(),
  };
}
