import { sql, Transaction } from "kysely";
import { later } from "./later.ts";
import type { Database, Writing } from "./schema.ts";
import { say, type Tongue } from "./tongue.ts";

/**
 * A transaction about what lies in the watched folder, which is committed without waiting for the
 * disk: that takes as long as all the rest of it. A crash of the process loses nothing. A power cut
 * may take back the last of them, from the end and never one in the midst; their files are still in
 * the folder, without a stamp, and are read again. What is in the outbox waits for the disk, and with
 * it everything that was committed before; so does what is filed within a transaction of somebody else.
 *
 * Sources: https://www.sqlite.org/pragma.html, "synchronous"; https://www.postgresql.org/docs/current/wal-async-commit.html
 */
export function filing<T>(db: Database, work: (writing: Writing) => Promise<T>): Promise<T> {
  if (db instanceof Transaction) return work(db);
  return db.connection().execute(async (connection) => {
    await tell(connection, "before");
    try {
      return await connection.transaction().execute(async (writing) => {
        await tell(writing, "within");
        return work(writing);
      });
    } finally {
      await tell(connection, "after");
    }
  });
}

/** Tells the database what it is to be told at this point; it may be nothing. */
async function tell(db: Database, at: keyof Tongue["commitAtOnce"]): Promise<void> {
  const query = sql`${say((tongue) => tongue.commitAtOnce[at])}`.compile(db);
  if (query.sql !== "") await later(db, { compile: () => query });
}
