import type { CompiledQuery, QueryExecutorProvider } from "kysely";
import type { Database } from "./schema.ts";

/** Statements that are asked at one time. */
interface Several extends CompiledQuery {
  readonly several: readonly CompiledQuery[];
}

/**
 * Asks several questions, none of which waits for the answer to another, where the database is a way off.
 * @returns the rows of each, in their order
 */
export async function askAll<Row>(
  db: Database,
  queries: readonly { compile(provider: QueryExecutorProvider): CompiledQuery<Row> }[],
): Promise<readonly (readonly Row[])[]> {
  const several = queries.map((query) => query.compile(db));
  const [first] = several;
  if (first === undefined) return [];
  const all: Several = { ...first, several };
  // A connection that is asked several answers with the rows of each.
  const { rows } = await db.executeQuery(all as CompiledQuery<readonly Row[]>);
  return rows;
}

/** Asked by each connection. */
export function isSeveral(query: CompiledQuery): query is Several {
  return "several" in query;
}
