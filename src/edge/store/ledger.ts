import type { Ledger, LedgerEntry } from "#desk/port.ts";
import type { Database, LedgerTable } from "./schema.ts";

const COLUMNS = ["path", "content_hash", "stage", "rule", "at", "article_id"] as const;

/** What became of every file, in the order in which it was stored. */
export class SqlLedger implements Ledger {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** A `posted` entry is no sight of the file: it may come after a newer content was taken in. */
  async lastSeen(path: string): Promise<LedgerEntry | null> {
    const row = await this.#db
      .selectFrom("ledger")
      .select(COLUMNS)
      .where("path", "=", path)
      .where("stage", "!=", "posted")
      .orderBy("number", "desc")
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? null : toEntry(row);
  }

  async record(entry: LedgerEntry): Promise<void> {
    await addEntries(this.#db, [entry]);
  }

  async history(path: string): Promise<readonly LedgerEntry[]> {
    const rows = await this.#db
      .selectFrom("ledger")
      .select(COLUMNS)
      .where("path", "=", path)
      .orderBy("number")
      .execute();
    return rows.map(toEntry);
  }
}

/** Adds entries to the ledger, in their order, within whatever transaction `db` is. */
export async function addEntries(db: Database, entries: readonly LedgerEntry[]): Promise<void> {
  for (const { path, contentHash, stage, rule, at, articleId } of entries) {
    await db
      .insertInto("ledger")
      .values({ path, content_hash: contentHash, stage, rule, at, article_id: articleId })
      .execute();
  }
}

function toEntry(row: Omit<LedgerTable, "number">): LedgerEntry {
  const { path, stage, rule, at } = row;
  return { path, contentHash: row.content_hash, stage, rule, at, articleId: row.article_id };
}
