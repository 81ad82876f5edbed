import { type SqlBool, sql } from "kysely";

/**
 * An `edition` was given to its place: one that waits for an editor's word is shown nowhere. In the words of the index
 * `approval_open`, by which the few that wait are found.
 */
export const isGiven = sql<SqlBool>`not exists (
  select 1 from approval where approval.subscription = edition.subscription
    and approval.slot = edition.slot and approval.decided_at is null
)`;
