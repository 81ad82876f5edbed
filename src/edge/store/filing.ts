import { sql, Transaction } from "kysely";
import type { Database, Writing } from "./schema.ts";
import { say } from "./tongue.ts";

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
    await sql`${say((tongue) => tongue.commitAtOnce)}`.execute(connection);
    try {
      return await connection.transaction().execute(work);
    } finally {
      await sql`${say((tongue) => tongue.commitSafely)}`.execute(connection);
    }
  });
}
