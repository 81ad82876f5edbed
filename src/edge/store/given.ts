import { type SqlBool, sql } from "kysely";

/**
 * An `edition` was given to its place: one that waits for an editor's word is shown nowhere. In the words of the index
 * `approval_open`, by which the few that wait are found.
 */
export const isGiven = sql<SqlBool>`not exists (
  select 1 from approval as open where open.subscription = edition.subscription
    and open.slot = edition.slot and open.decided_at is null
)`;
