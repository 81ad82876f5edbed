import { sql } from "kysely";
import { freeClaims } from "../outbox.ts";
import type { Database } from "../schema.ts";
import { SHIFT } from "./dialect.ts";

/**
 * Milliseconds for which a shift is one process's own after it was last heard of. By the clock of the server, since
 * those of the processes may differ.
 */
export const LEASE = 8_000;

const endOf = (lease: number) =>
  sql`clock_timestamp() + ${lease}::double precision * interval '1 millisecond'`;

/**
 * Takes the work, where nobody has it or whoever had it is not heard of any more, and frees what was claimed before:
 * in one, or a shift whose claims could not be freed would be in its own way.
 * @returns the number of the shift, which counts up; `null` where another has it
 */
export function takeShift(db: Database, owner: string, lease: number): Promise<number | null> {
  return db.transaction().execute(async (writing) => {
    const { rows } = await sql<{ token: number }>`
      insert into shift (name, owner, token, until) values (${SHIFT}, ${owner}, 1, ${endOf(lease)})
      on conflict (name) do update
        set owner = excluded.owner, token = shift.token + 1, until = excluded.until
        where shift.until < clock_timestamp()
      returning token
    `.execute(writing);
    const [taken] = rows;
    if (taken === undefined) return null;
    await freeClaims(writing);
    return taken.token;
  });
}

/** @returns false where another has taken over since; nobody has while the server was away */
export async function renewShift(db: Database, token: number, lease: number): Promise<boolean> {
  const { rows } = await sql`
    update shift set until = ${endOf(lease)} where name = ${SHIFT} and token = ${token} returning token
  `.execute(db);
  return rows.length > 0;
}

/** Gives the work to whoever takes it next. */
export async function endShift(db: Database, token: number): Promise<void> {
  await sql`
    update shift set until = clock_timestamp() where name = ${SHIFT} and token = ${token}
  `.execute(db);
}
