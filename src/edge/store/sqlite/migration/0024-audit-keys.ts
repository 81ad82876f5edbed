import { sql } from "kysely";
import type { Migration } from "kysely/migration";

const STATEMENTS = [
  "alter table audit add column key text",
  "create unique index audit_key on audit (key)",
  "create table setting_seen (subject text primary key, seen text not null) strict",
];

/** What the audit tells once, whoever finds it, and what the config said at the last start. */
export const auditKeys: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
