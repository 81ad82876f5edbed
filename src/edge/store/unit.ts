import { Transaction } from "kysely";
import type { Database, Writing } from "./schema.ts";

/**
 * A verb that is all or nothing: a transaction of its own, or a part of the one that it is asked in. One statement that
 * writes is such a verb too: only a transaction asks whether the work is still ours.
 */
export function asOne<T>(db: Database, work: (writing: Writing) => Promise<T>): Promise<T> {
  return db instanceof Transaction ? work(db) : db.transaction().execute(work);
}
