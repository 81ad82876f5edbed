import { join } from "node:path";
import { Kysely } from "kysely";
import type { Archive } from "#desk/port/archive.ts";
import type { Backlog } from "#desk/port/backlog.ts";
import type { Corrections } from "#desk/port/corrections.ts";
import type { Decisions } from "#desk/port/decisions.ts";
import type { Editions } from "#desk/port/editions.ts";
import type { HeldCopy } from "#desk/port/held-copy.ts";
import type { Installations } from "#desk/port/installations.ts";
import type { Ledger } from "#desk/port/ledger.ts";
import type { Notices } from "#desk/port/notices.ts";
import type { Outbox } from "#desk/port/outbox.ts";
import type { PlaceTroubles } from "#desk/port/place-troubles.ts";
import type { Replays } from "#desk/port/replays.ts";
import type { Retries } from "#desk/port/retries.ts";
import type { StandingOrders } from "#desk/port/standing-orders.ts";
import type { Stories } from "#desk/port/stories.ts";
import { SqlArchive } from "./archive.ts";
import { SqlCorrections } from "./corrections.ts";
import { SqlDecisions } from "./decisions.ts";
import { SqlEditions } from "./editions.ts";
import { makeFile, makeFolder } from "./folder.ts";
import { SqlHeldCopy } from "./held-copy.ts";
import { SqlInstallations } from "./installations.ts";
import { SqlLedger } from "./ledger.ts";
import { migrate } from "./migrate.ts";
import { SqlNotices } from "./notices.ts";
import { SqlOrders } from "./orders.ts";
import { freeClaims, SqlOutbox } from "./outbox.ts";
import { SqlPlaceTroubles } from "./place-troubles.ts";
import { probe } from "./probe.ts";
import { SqlReplays } from "./replays.ts";
import { SqlRetries } from "./retries.ts";
import type { Schema } from "./schema.ts";
import { openDialect } from "./sqlite.ts";
import { SqlStories } from "./stories.ts";

/** Everything that outlives the process. */
export interface Store {
  readonly archive: Archive;
  readonly heldCopy: HeldCopy;
  readonly ledger: Ledger;
  readonly editions: Editions;
  readonly outbox: Outbox;
  readonly notices: Notices;
  readonly placeTroubles: PlaceTroubles;
  readonly corrections: Corrections;
  readonly orders: StandingOrders;
  readonly decisions: Decisions & Backlog;
  readonly installations: Installations;
  readonly stories: Stories;
  readonly replays: Replays;
  readonly retries: Retries;
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
  return {
    archive: new SqlArchive(db),
    heldCopy: new SqlHeldCopy(db),
    ledger: new SqlLedger(db),
    editions: new SqlEditions(db),
    outbox: new SqlOutbox(db),
    notices: new SqlNotices(db),
    placeTroubles: new SqlPlaceTroubles(db),
    corrections: new SqlCorrections(db),
    orders: new SqlOrders(db),
    decisions: new SqlDecisions(db),
    installations: new SqlInstallations(db),
    stories: new SqlStories(db),
    replays: new SqlReplays(db),
    retries: new SqlRetries(db),
    probe: () => probe(db, folder),
    close: () => db.destroy(),
  };
}
