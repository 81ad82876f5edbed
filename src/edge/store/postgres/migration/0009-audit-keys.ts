import { sql } from "kysely";
import type { Migration } from "kysely/migration";

const STATEMENTS = [
  'alter table audit add column key text collate "C"',
  "create unique index audit_key on audit (key)",
  `create table setting_seen (
     subject text collate "C" primary key,
     seen text collate "C" not null
   )`,
];

/** What the audit tells once, and what the config said at the last start, as in SQLite's 0024-audit-keys. */
export const auditKeys: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
