import { Kysely } from "kysely";
import { shownAddress } from "../address.ts";
import type { Schema } from "../schema.ts";
import { keepShift } from "../shift.ts";
import { type Shift, type Store, verbsOn } from "../verbs.ts";
import { openDialect, openPool } from "./dialect.ts";
import { migrateServer } from "./migrations.ts";
import { endShift, LEASE, renewShift, takeShift } from "./shift.ts";

/**
 * The shift is kept by a connection of its own: it must not wait for a page that asks much, and one that hangs is
 * given up while there is time for another within the lease.
 */
const KEEPING = { connections: 1, connect: 2_000, query: 2_000 };

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
  return {
    ...verbsOn(db),
    close,
    async takeShift(owner) {
      const takenAt = performance.now();
      const token = await takeShift(db, owner, lease);
      if (token === null) return null;
      const own = new Kysely<Schema>({ dialect: openDialect(pool, name, token) });
      const shift: Shift = keepShift(
        {
          store: { ...verbsOn(own), close, takeShift: async () => shift },
          lease,
          renew: () => renewShift(keeping, token, lease),
          end: () => endShift(keeping, token),
        },
        takenAt,
      );
      shifts.push(shift);
      return shift;
    },
  };
}
