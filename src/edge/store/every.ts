import { type Expression, type RawBuilder, type SqlBool, sql } from "kysely";

/**
 * All of these conditions, in pairs of pairs: SQLite takes no expression that is more than a thousand deep, and a row of
 * them is as deep as it is long. Source: https://www.sqlite.org/limits.html, "Maximum Depth Of An Expression Tree"
 */
export function every(conditions: readonly Expression<SqlBool>[]): RawBuilder<SqlBool> {
  const [first] = conditions;
  if (first === undefined) return sql<SqlBool>`true`;
  if (conditions.length === 1) return sql<SqlBool>`${first}`;
  const half = Math.ceil(conditions.length / 2);
  const [one, other] = [conditions.slice(0, half), conditions.slice(half)];
  return sql<SqlBool>`(${every(one)} and ${every(other)})`;
}
