import { join } from "node:path";
import { Kysely } from "kysely";
import { makeFile, makeFolder } from "./folder.ts";
import { beginAlone } from "./outbox.ts";
import { tryDisk, tryTable } from "./probe.ts";
import type { Schema } from "./schema.ts";
import { onlyShift } from "./shift.ts";
import { openDialect } from "./sqlite/dialect.ts";
import { migrateFile } from "./sqlite/migrations.ts";
import { asOne } from "./unit.ts";
import { type Store, verbsOn } from "./verbs.ts";

export type { Store } from "./verbs.ts";

/** The event loop stands still for so many, and for the disk. */
const RECEIPTS_AT_ONCE = 10;

export interface StoreOptions {
  /** Where `copydesk.db` is; made where it is missing. */
  readonly folder: string;
  /** The address of a PostgreSQL database to be used instead: `postgres://user:password@host/name`. */
  readonly url?: string | undefined;
}

/**
 * Opens the database of a data folder, or the one at an address, makes its tables where there are none, and
 * brings it up to date.
 *
 * Any number of processes may have it open, but only one may deliver: `lockFolder` sees to that, and `takeShift`.
 * One process opens it once: a second writer in the same thread would block the first one's next step.
 * @throws {StoreError} `newer`, `unreadable`, `unwritable`, `full`, `busy`, `unreachable` or `refused`; from any verb,
 *   `failed` as well
 */
export async function openStore({ folder, url }: StoreOptions): Promise<Store> {
  makeFolder(folder);
  return url === undefined ? embedded(folder) : shared(url);
}

/** The file of the embedded store. */
export function fileIn(folder: string): string {
  return join(folder, "copydesk.db");
}

async function embedded(folder: string): Promise<Store> {
  const file = fileIn(folder);
  makeFile(file);
  const db = new Kysely<Schema>({ dialect: openDialect(file) });
  await migrateFile(db, file).catch(async (error: unknown) => {
    await db.destroy();
    throw error;
  });
  const tryRoom = async () => {
    await tryDisk(folder);
    await tryTable(db);
  };
  const store: Store = {
    ...verbsOn(db, { receiptsAtOnce: RECEIPTS_AT_ONCE, tryRoom }),
    async takeShift() {
      await asOne(db, beginAlone);
      return onlyShift(store);
    },
    takeWhole: (owner) => store.takeShift(owner),
    atWork: async () => [],
    close: () => db.destroy(),
  };
  return store;
}

/** What reaches PostgreSQL is loaded only where it is used: a start without it is quicker. */
async function shared(url: string): Promise<Store> {
  const { openShared } = await import("./postgres/open.ts");
  return openShared(url);
}
