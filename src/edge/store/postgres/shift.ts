import { type SqlBool, sql } from "kysely";
import { DUTIES, type Duty, type OnDuty, type Roster } from "#desk/share.ts";
import { mayPass } from "../error.ts";
import { beginAlone, freeClaims } from "../outbox.ts";
import type { Database, Writing } from "../schema.ts";

/**
 * Milliseconds for which a shift is a process's own after it was last heard of. By the clock of the server, since those of
 * the processes may differ.
 */
export const LEASE = 8_000;

/** What is asked for with a shift. */
export interface Asked {
  readonly owner: string;
  readonly duties: readonly Duty[];
  readonly lease: number;
  /** Only where nobody else is at work. */
  readonly alone: boolean;
}

const endOf = (lease: number) =>
  sql`clock_timestamp() + ${lease}::double precision * interval '1 millisecond'`;

const HAS_RUN_OUT = sql<SqlBool>`until < clock_timestamp()`;
const IS_GONE = sql<SqlBool>`not exists (select 1 from shift where shift.token = delivery.claimant)`;

/**
 * Joins those at work, and has whoever is not heard of any more relieved.
 * @returns who is at work from now on; `null` where others are, and it was to be alone
 */
export function takeShift(
  db: Database,
  { owner, duties, lease, alone }: Asked,
): Promise<Roster | null> {
  return db.transaction().execute(async (writing) => {
    await relieve(writing);
    const others = await atWork(writing);
    if (alone && others.length > 0) return null;
    if (others.length === 0) await beginAlone(writing);
    const { rows } = await sql<{ token: number }>`
      insert into shift (owner, duties, since, until)
      values (${owner}, ${duties.join(" ")}, clock_timestamp(), ${endOf(lease)})
      returning token
    `.execute(writing);
    const own = rows.reduce((last, { token }) => Math.max(last, token), 0);
    return { own, all: [...others, { token: own, owner, duties, age: 0 }] };
  });
}

/**
 * Says that a process is at work still, and has others relieved that have not said so for a lease.
 * @returns who is at work; `null` where this one was relieved; nobody is while the server is away
 */
export async function renewShift(
  db: Database,
  token: number,
  lease: number,
): Promise<Roster | null> {
  const { rows } = await sql`
    update shift set until = ${endOf(lease)} where token = ${token} returning token
  `.execute(db);
  if (rows.length === 0) return null;
  await relieveSoon(db);
  return { own: token, all: await atWork(db) };
}

/** Where others write for too long, the next renewal does it: this one must come in time. */
async function relieveSoon(db: Database): Promise<void> {
  const { rows } = await sql`select 1 from shift where ${HAS_RUN_OUT} limit 1`.execute(db);
  if (rows.length === 0) return;
  await db
    .transaction()
    .execute(relieve)
    .catch((error: unknown) => {
      if (!mayPass(error)) throw error;
    });
}

/** What those have claimed that are gone may be in its channel, or not. */
async function relieve(writing: Writing): Promise<void> {
  const { rows } = await sql`delete from shift where ${HAS_RUN_OUT} returning token`.execute(
    writing,
  );
  if (rows.length > 0) await freeClaims(writing, IS_GONE);
}

/** Leaves the work to the others. */
export function endShift(db: Database, token: number): Promise<void> {
  return db.transaction().execute(async (writing) => {
    await sql`delete from shift where token = ${token}`.execute(writing);
    await freeClaims(writing, IS_GONE);
  });
}

export async function atWork(db: Database): Promise<readonly OnDuty[]> {
  const { rows } = await sql<Omit<OnDuty, "duties"> & { readonly duties: string }>`
    select token, owner, duties,
      (extract(epoch from clock_timestamp() - since) * 1000)::double precision as age
    from shift order by token
  `.execute(db);
  return rows.map((row) => ({ ...row, duties: dutiesIn(row.duties) }));
}

/** A later version may know more of them. */
function dutiesIn(text: string): readonly Duty[] {
  const named = new Set(text.split(" "));
  return DUTIES.filter((duty) => named.has(duty));
}
