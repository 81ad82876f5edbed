import { sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import type { Restoration, Restorations } from "#desk/port/restorations.ts";
import { isOut } from "./filed.ts";
import { fillAudiences } from "./fill-audiences.ts";
import { NARROWEST } from "./readers.ts";
import type { Database, RestorationTable, Writing } from "./schema.ts";
import { asOne } from "./unit.ts";

/** What a restore has left behind. */
export class SqlRestorations implements Restorations {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async last(): Promise<Restoration | null> {
    return restorationOf(await latest(this.#db));
  }

  async open(): Promise<Restoration | null> {
    const row = await latest(this.#db);
    return row?.closed_at == null ? restorationOf(row) : null;
  }

  close(at: Instant): Promise<boolean> {
    return asOne(this.#db, async (writing) => {
      const closed = await writing
        .updateTable("restoration")
        .set({ closed_at: at })
        .where("closed_at", "is", null)
        .returning("at")
        .execute();
      if (closed.length > 0) await fillAudiences(writing);
      return closed.length > 0;
    });
  }
}

async function latest(db: Database): Promise<RestorationTable | undefined> {
  return await db.selectFrom("restoration").selectAll().orderBy("at", "desc").executeTakeFirst();
}

function restorationOf(row: RestorationTable | undefined): Restoration | null {
  if (row === undefined) return null;
  const { at, made_at: madeAt, unsent, waiting, last } = row;
  return { at, madeAt, unsent, waiting, last };
}

/**
 * Notes that a store was restored, and keeps from all but the desk what was out by then, until somebody says that what was decided
 * since is decided anew, because all of it may have been killed or held. What is held is left as it is: it comes out for its own readers.
 */
export async function noteRestored(
  writing: Writing,
  restored: Omit<Restoration, "last">,
): Promise<void> {
  const { at, madeAt, unsent, waiting } = restored;
  const { last } = await writing
    .selectFrom("article")
    .select(({ fn }) => fn.max("number").as("last"))
    .executeTakeFirstOrThrow();
  await writing
    .insertInto("restoration")
    .values({ at, made_at: madeAt, unsent, waiting, last: last ?? 0, closed_at: null })
    .execute();
  await sql`update article set audience = ${NARROWEST} where ${isOut(at)}`.execute(writing);
}
