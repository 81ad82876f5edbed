import { Kysely } from "kysely";
import { shownAddress } from "../address.ts";
import type { Schema } from "../schema.ts";
import { keepShift } from "../shift.ts";
import { type Shift, type Store, verbsOn } from "../verbs.ts";
import { openDialect, openPool } from "./dialect.ts";
import { migrateServer } from "./migrations.ts";
import { endShift, LEASE, renewShift, takeShift } from "./shift.ts";

/**
 * Opens the database at an address, and brings it up to date.
 * @param lease milliseconds after which a process that is not heard of has lost its work
 */
export async function openShared(url: string, lease = LEASE): Promise<Store> {
  const name = shownAddress(url);
  const pool = openPool(url);
  const db = new Kysely<Schema>({ dialect: openDialect(pool, name) });
  const shifts: Shift[] = [];
  const close = async () => {
    // The end of the process must not fail for a server that is gone: the lease runs out by itself.
    await Promise.allSettled(shifts.map((shift) => shift.end()));
    await db.destroy();
    await pool.end();
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
          renew: () => renewShift(db, token, lease),
          end: () => endShift(db, token),
        },
        takenAt,
      );
      shifts.push(shift);
      return shift;
    },
  };
}
