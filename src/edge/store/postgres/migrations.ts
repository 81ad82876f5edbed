import { type Kysely, sql } from "kysely";
import { type Migrating, type Migrations, migrate, needUpToDate } from "../migrate.ts";
import { storeErrorOf } from "./error.ts";
import { newsroom } from "./migration/0001-newsroom.ts";
import { sharing } from "./migration/0002-sharing.ts";
import { onePoster } from "./migration/0003-one-poster.ts";
import { stamps } from "./migration/0004-stamps.ts";
import { vocabulary } from "./migration/0005-vocabulary.ts";
import { reports } from "./migration/0006-reports.ts";
import { greetings } from "./migration/0007-greetings.ts";
import { mentions } from "./migration/0008-mentions.ts";
import { auditKeys } from "./migration/0009-audit-keys.ts";
import { audiences } from "./migration/0010-audiences.ts";
import { sessions } from "./migration/0011-sessions.ts";
import { wishes } from "./migration/0012-wishes.ts";
import { approval } from "./migration/0013-approval.ts";
import { restoration } from "./migration/0014-restoration.ts";
import { names } from "./migration/0015-names.ts";
import { modelAnswers } from "./migration/0016-model-answers.ts";

/** By name, in the order of their names; a published one is never changed. */
export const MIGRATIONS: Migrations = {
  "0001-newsroom": newsroom,
  "0002-sharing": sharing,
  "0003-one-poster": onePoster,
  "0004-stamps": stamps,
  "0005-vocabulary": vocabulary,
  "0006-reports": reports,
  "0007-greetings": greetings,
  "0008-mentions": mentions,
  "0009-audit-keys": auditKeys,
  "0010-audiences": audiences,
  "0011-sessions": sessions,
  "0012-wishes": wishes,
  "0013-approval": approval,
  "0014-restoration": restoration,
  "0015-names": names,
  "0016-model-answers": modelAnswers,
};

/** Brings a database up to date; `migrate.ts` says how. `name` is its address without the password. */
export function migrateServer<T>(
  db: Kysely<T>,
  name: string,
  migrations: Migrations = MIGRATIONS,
): Promise<void> {
  return migrate(db, migratingOf(db, name, migrations));
}

/** As `needUpToDate` of `migrate.ts`. */
export function needServerUpToDate<T>(db: Kysely<T>, name: string): Promise<void> {
  return needUpToDate(db, migratingOf(db, name, MIGRATIONS));
}

function migratingOf<T>(db: Kysely<T>, name: string, migrations: Migrations): Migrating {
  return {
    ...{ migrations, name },
    other: "another database",
    errorOf: (error) => storeErrorOf(error, name),
    async hasTable(table) {
      const named = sql<{ there: boolean }>`select to_regclass(${table}) is not null as there`;
      return (await named.execute(db)).rows.some(({ there }) => there);
    },
  };
}
