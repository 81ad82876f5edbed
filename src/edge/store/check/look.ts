import type { Database, Writing } from "../schema.ts";

/** A store that is looked through as it is at one moment, and what only it knows of itself. */
export interface Looking {
  readonly db: Database;
  /** What people call it. */
  readonly name: string;
  /** What the database itself finds wrong, one line each: pages, indexes, rows that point at none. */
  damage(reading: Writing): Promise<readonly string[]>;
  close(): Promise<void>;
}
