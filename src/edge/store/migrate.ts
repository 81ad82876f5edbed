import { type Kysely, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { StoreError } from "./error.ts";
import { newsroom } from "./migration/0001-newsroom.ts";
import { intake } from "./migration/0002-intake.ts";
import { outbox } from "./migration/0003-outbox.ts";
import { readers } from "./migration/0004-readers.ts";
import { editors } from "./migration/0005-editors.ts";
import { posts } from "./migration/0006-posts.ts";
import { installations } from "./migration/0007-installations.ts";
import { stories } from "./migration/0008-stories.ts";
import { slugs } from "./migration/0009-slugs.ts";
import { withdrawals } from "./migration/0010-withdrawals.ts";
import { retries } from "./migration/0011-retries.ts";
import { clock } from "./migration/0012-clock.ts";
import { storyLinks } from "./migration/0013-story-links.ts";
import { rounds } from "./migration/0014-rounds.ts";
import { waiting } from "./migration/0015-waiting.ts";
import { storeErrorOf } from "./sqlite-error.ts";

/** By name, in the order of their names; a published one is never changed. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-newsroom": newsroom,
  "0002-intake": intake,
  "0003-outbox": outbox,
  "0004-readers": readers,
  "0005-editors": editors,
  "0006-posts": posts,
  "0007-installations": installations,
  "0008-stories": stories,
  "0009-slugs": slugs,
  "0010-withdrawals": withdrawals,
  "0011-retries": retries,
  "0012-clock": clock,
  "0013-story-links": storyLinks,
  "0014-rounds": rounds,
  "0015-waiting": waiting,
};

/**
 * Brings a database to the version of this program, all or nothing; where it is there already,
 * nothing is written, so that commands can read beside a running bot.
 * @throws {StoreError} `newer` where a newer Copydesk has written it
 */
export async function migrate<T>(
  db: Kysely<T>,
  file: string,
  migrations: Readonly<Record<string, Migration>> = MIGRATIONS,
): Promise<void> {
  const done = await doneBefore(db);
  const unknown = done.find((name) => !(name in migrations));
  if (unknown !== undefined) {
    throw new StoreError(
      "newer",
      `The database ${file} was written by a newer Copydesk (it knows "${unknown}"). Update Copydesk, or choose another data folder.`,
    );
  }
  if (Object.keys(migrations).every((name) => done.includes(name))) return;
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw storeErrorOf(error, file);
}

async function doneBefore<T>(db: Kysely<T>): Promise<readonly string[]> {
  const tables = sql`select 1 from sqlite_master where name = 'kysely_migration'`;
  if ((await tables.execute(db)).rows.length === 0) return [];
  const done = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return done.rows.map(({ name }) => name);
}
