import { sql } from "kysely";
import type { Database } from "../schema.ts";
import { SHIFT } from "./dialect.ts";

/**
 * Milliseconds for which a shift is one process's own after it was last heard of. By the clock of the server, since
 * those of the processes may differ.
 */
export const LEASE = 8_000;

const until = sql`clock_timestamp() + ${sql.lit(LEASE)} * interval '1 millisecond'`;

/**
 * Takes the work, where nobody has it or whoever had it is not heard of any more.
 * @returns the number of the shift, which counts up; `null` where another has it
 */
export async function takeShift(db: Database, owner: string): Promise<number | null> {
  const taken = await db.transaction().execute((writing) =>
    sql<{ token: number }>`
      insert into shift (name, owner, token, until) values (${SHIFT}, ${owner}, 1, ${until})
      on conflict (name) do update
        set owner = excluded.owner, token = shift.token + 1, until = excluded.until
        where shift.until < clock_timestamp()
      returning token
    `.execute(writing),
  );
  return taken.rows[0]?.token ?? null;
}

/** @returns false where another has taken over since; nobody has while the server was away */
export async function renewShift(db: Database, token: number): Promise<boolean> {
  const { rows } = await sql`
    update shift set until = ${until} where name = ${SHIFT} and token = ${token} returning token
  `.execute(db);
  return rows.length > 0;
}

/** Gives the work to whoever takes it next. */
export async function endShift(db: Database, token: number): Promise<void> {
  await sql`
    update shift set until = clock_timestamp() where name = ${SHIFT} and token = ${token}
  `.execute(db);
}
