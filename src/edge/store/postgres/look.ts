import { sql } from "kysely";
import type { Looking } from "../check/look.ts";
import type { Writing } from "../schema.ts";
import { openSnapshot } from "./end.ts";

/**
 * Opens a database of PostgreSQL to be read alone, beside whoever works with it.
 * @throws {StoreError} `newer`, `older`, `unreachable`, `refused`
 */
export async function lookAtServer(url: string): Promise<Looking> {
  const { db, name, migrate, hold, close } = openSnapshot(url);
  try {
    await migrate();
  } catch (error) {
    await close();
    throw error;
  }
  const damage = async (reading: Writing) => {
    await hold(reading, []);
    return orphansIn(reading);
  };
  return { db, name, damage, close };
}

interface ForeignKey {
  readonly child: string;
  readonly parent: string;
  readonly columns: readonly string[];
  readonly to: readonly string[];
}

/** The server keeps its pages itself, and foreign keys unless somebody has switched them off: so those are asked anew. */
async function orphansIn(reading: Writing): Promise<readonly string[]> {
  const found: string[] = [];
  for (const key of await foreignKeys(reading)) {
    const { child, parent, columns, to } = key;
    const same = columns.map(
      (column, index) => sql`${sql.ref(`parent.${to[index]}`)} = ${sql.ref(`child.${column}`)}`,
    );
    const set = columns.map((column) => sql`${sql.ref(`child.${column}`)} is not null`);
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(child)} as child
      where ${sql.join(set, sql` and `)} and not exists (
        select 1 from ${sql.table(parent)} as parent where ${sql.join(same, sql` and `)}
      )
    `.execute(reading);
    const count = rows[0]?.count ?? 0;
    if (count > 0) found.push(`${child}: ${count} of its rows point at what is not in ${parent}`);
  }
  return found;
}

async function foreignKeys(reading: Writing): Promise<readonly ForeignKey[]> {
  const names = (table: string, numbers: string) => sql`(
    select array_agg(attname::text order by place)
    from unnest(${sql.ref(numbers)}) with ordinality as own (number, place)
    join pg_attribute on attrelid = ${sql.ref(table)} and attnum = own.number
  )`;
  const { rows } = await sql<ForeignKey>`
    select child.relname::text as child, parent.relname::text as parent,
      ${names("foreign_key.conrelid", "foreign_key.conkey")} as columns,
      ${names("foreign_key.confrelid", "foreign_key.confkey")} as to
    from pg_constraint as foreign_key
    join pg_class as child on child.oid = foreign_key.conrelid
    join pg_class as parent on parent.oid = foreign_key.confrelid
    where foreign_key.contype = 'f'
      and child.relnamespace = (select oid from pg_namespace where nspname = current_schema())
    order by child.relname, foreign_key.conname
  `.execute(reading);
  return rows;
}
