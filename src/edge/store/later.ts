import { type CompiledQuery, type QueryExecutorProvider, Transaction } from "kysely";
import type { Database } from "./schema.ts";

/** A statement whose end nobody waits for. */
interface Later extends CompiledQuery {
  readonly isLater: true;
}

/**
 * Writes within a transaction without waiting for the answer, where the database is a way off: for what gives nothing back.
 * Whatever follows in the transaction finds it done; where it fails, what follows fails with it, and at the latest the
 * transaction does.
 */
export async function later(
  writing: Database,
  query: { compile(provider: QueryExecutorProvider): CompiledQuery },
): Promise<void> {
  const statement = query.compile(writing);
  const unawaited: Later = { ...statement, isLater: true };
  // Outside of a transaction nobody would hear of its fault.
  await writing.executeQuery(writing instanceof Transaction ? unawaited : statement);
}

/** Asked by a dialect that can do more than one thing at a time. */
export function isLater(query: CompiledQuery): query is Later {
  return "isLater" in query;
}
