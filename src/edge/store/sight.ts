import { type SqlBool, sql } from "kysely";

/**
 * A line of the ledger that says what a file was found to be. The other lines come from places, one each, and may
 * come after a newer content was taken in. In the words of the indexes `ledger_sight` and `ledger_sight_at`:
 * in others, or with the stages as parameters, SQLite would not use them.
 */
export function isSight(ledger: string) {
  return sql<SqlBool>`${sql.ref(ledger)}.stage not in ('posted', 'told', 'gone', 'left-out')`;
}
