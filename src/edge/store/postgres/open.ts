import { Kysely, sql } from "kysely";
import { MOST_CLAIMED } from "#desk/port/outbox.ts";
import { DUTIES, type Duty } from "#desk/share.ts";
import { shownAddress } from "../address.ts";
import { StoreError } from "../error.ts";
import type { Schema } from "../schema.ts";
import { keepShift } from "../shift.ts";
import { type Shift, type Store, verbsOn } from "../verbs.ts";
import { openBell } from "./bell.ts";
import { APPLICATION, openDialect, openPool } from "./dialect.ts";
import { migrateServer } from "./migrations.ts";
import { atWork, endShift, LEASE, renewShift, takeShift } from "./shift.ts";

/**
 * The shift is kept by a connection of its own: it must not wait for a page that asks much, nor long for those who write,
 * and one that hangs is given up while there is time for another within the lease.
 */
const KEEPING = { connections: 1, connect: 2_000, query: 2_000, lock: 1_000 };

/**
 * Opens the database at an address, and brings it up to date.
 * @param lease milliseconds after which a process that is not heard of has lost its work
 */
export async function openShared(url: string, lease = LEASE): Promise<Store> {
  const name = shownAddress(url);
  const pool = openPool(url);
  const db = new Kysely<Schema>({ dialect: openDialect(pool, name) });
  const keepingPool = openPool(url, KEEPING);
  const keeping = new Kysely<Schema>({ dialect: openDialect(keepingPool, name) });
  const shifts: Shift[] = [];
  const close = async () => {
    // The end of the process must not fail for a server that is gone: the lease runs out by itself.
    await Promise.allSettled(shifts.map((shift) => shift.end()));
    await Promise.all([db.destroy(), keeping.destroy()]);
    await Promise.all([pool.end(), keepingPool.end()]);
  };
  await migrateServer(db, name).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const take = async (owner: string, duties: readonly Duty[], alone: boolean) => {
    const takenAt = performance.now();
    const roster = await takeShift(db, { owner, duties, lease, alone });
    if (roster === null) return null;
    const { own: token } = roster;
    const own = new Kysely<Schema>({ dialect: openDialect(pool, name, token) });
    const shift: Shift = keepShift(
      {
        store: {
          ...verbsOn(own, { receiptsAtOnce: MOST_CLAIMED, claimant: token }),
          close,
          takeShift: async () => shift,
          takeWhole: async () => null,
          atWork: () => atWork(own),
        },
        ...{ lease, roster },
        bell: openBell({ url, application: APPLICATION }, String(token), (channel, payload) =>
          sql`select pg_notify(${channel}, ${payload})`.execute(db),
        ),
        renew: () => renewShift(keeping, token, lease),
        end: () => endShift(keeping, token),
      },
      takenAt,
    );
    shifts.push(shift);
    return shift;
  };
  return {
    ...verbsOn(db, { receiptsAtOnce: MOST_CLAIMED }),
    close,
    async takeShift(owner, duties = DUTIES) {
      const shift = await take(owner, duties, false);
      if (shift !== null) return shift;
      throw new StoreError("failed", "A shift beside others is never refused.");
    },
    takeWhole: (owner) => take(owner, DUTIES, true),
    atWork: () => atWork(db),
  };
}
