import { type Kysely, sql } from "kysely";
import { type Migrating, type Migrations, migrate, needUpToDate } from "../migrate.ts";
import { storeErrorOf } from "./error.ts";
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
import { sharing } from "./migration/0016-sharing.ts";
import { onePoster } from "./migration/0017-one-poster.ts";
import { stamps } from "./migration/0018-stamps.ts";
import { vocabulary } from "./migration/0019-vocabulary.ts";
import { reports } from "./migration/0020-reports.ts";
import { greetings } from "./migration/0021-greetings.ts";
import { vocabularyWords } from "./migration/0022-vocabulary-words.ts";
import { mentions } from "./migration/0023-mentions.ts";
import { auditKeys } from "./migration/0024-audit-keys.ts";
import { audiences } from "./migration/0025-audiences.ts";
import { sessions } from "./migration/0026-sessions.ts";
import { wishes } from "./migration/0027-wishes.ts";
import { approval } from "./migration/0028-approval.ts";
import { restoration } from "./migration/0029-restoration.ts";
import { names } from "./migration/0030-names.ts";
import { modelAnswers } from "./migration/0031-model-answers.ts";

/** By name, in the order of their names; a published one is never changed. */
export const MIGRATIONS: Migrations = {
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
  "0016-sharing": sharing,
  "0017-one-poster": onePoster,
  "0018-stamps": stamps,
  "0019-vocabulary": vocabulary,
  "0020-reports": reports,
  "0021-greetings": greetings,
  "0022-vocabulary-words": vocabularyWords,
  "0023-mentions": mentions,
  "0024-audit-keys": auditKeys,
  "0025-audiences": audiences,
  "0026-sessions": sessions,
  "0027-wishes": wishes,
  "0028-approval": approval,
  "0029-restoration": restoration,
  "0030-names": names,
  "0031-model-answers": modelAnswers,
};

/** Brings a database file up to date; `migrate.ts` says how. */
export function migrateFile<T>(
  db: Kysely<T>,
  file: string,
  migrations: Migrations = MIGRATIONS,
): Promise<void> {
  return migrate(db, migratingOf(db, file, migrations));
}

/** As `needUpToDate` of `migrate.ts`. */
export function needFileUpToDate<T>(db: Kysely<T>, file: string): Promise<void> {
  return needUpToDate(db, migratingOf(db, file, MIGRATIONS));
}

function migratingOf<T>(db: Kysely<T>, file: string, migrations: Migrations): Migrating {
  return {
    ...{ migrations, name: file },
    other: "another data folder",
    errorOf: (error) => storeErrorOf(error, file),
    async hasTable(table) {
      const named = sql`select 1 from sqlite_master where name = ${table}`;
      return (await named.execute(db)).rows.length > 0;
    },
  };
}
