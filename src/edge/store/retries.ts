import type { Instant } from "#core/article/instant.ts";
import type { Retries, Retry } from "#desk/port/retries.ts";
import { filing } from "./filing.ts";
import type { Database, RetryTable } from "./schema.ts";

/** Files that are read again by themselves, across restarts. */
export class SqlRetries implements Retries {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async of(path: string): Promise<Retry | null> {
    const row = await this.#db
      .selectFrom("file_retry")
      .selectAll()
      .where("path", "=", path)
      .executeTakeFirst();
    return row === undefined ? null : toRetry(row);
  }

  async plan({ path, contentHash, attempt, due }: Retry): Promise<void> {
    const planned = { content_hash: contentHash, attempt, due };
    await filing(this.#db, (writing) =>
      writing
        .insertInto("file_retry")
        .values({ path, ...planned })
        .onConflict((conflict) => conflict.column("path").doUpdateSet(planned))
        .execute(),
    );
  }

  /** Nearly every file has none: a look is cheaper than a transaction. */
  async drop(path: string): Promise<void> {
    if ((await this.of(path)) === null) return;
    await filing(this.#db, (writing) =>
      writing.deleteFrom("file_retry").where("path", "=", path).execute(),
    );
  }

  async due(now: Instant): Promise<readonly Retry[]> {
    const rows = await this.#db
      .selectFrom("file_retry")
      .selectAll()
      .where("due", "<=", now)
      .orderBy("due")
      .orderBy("path")
      .execute();
    return rows.map(toRetry);
  }
}

function toRetry({ path, content_hash, attempt, due }: RetryTable): Retry {
  return { path, contentHash: content_hash, attempt, due };
}
