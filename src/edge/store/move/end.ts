import type { Database, Writing } from "../schema.ts";
import type { Column } from "./table.ts";

/** The numbers that were given last, by table: as texts, since they may be beyond JavaScript's. */
export type Counters = ReadonlyMap<string, string>;

/**
 * One end of a move: a database, and what only it knows of itself. Rows are read and written in words that
 * SQLite and PostgreSQL both know.
 */
export interface End {
  readonly db: Database;
  /** What people call it: the path of its file, or its address without the password. */
  readonly name: string;
  /** What to do where it has rows already and is to have none. */
  readonly toEmpty: string;
  /** Brings it up to date, and makes its tables where there are none. */
  migrate(): Promise<void>;
  close(): Promise<void>;
  /**
   * Sees to it that nobody else writes these tables until the end of the transaction.
   * @throws {StoreError} `locked` where another Copydesk works with it
   */
  hold(writing: Writing, tables: readonly string[]): Promise<void>;
  columnsOf(writing: Writing): Promise<ReadonlyMap<string, readonly Column[]>>;
  /** What becomes of a text that is written here. */
  kept(text: string): string;
  /** The numbers that it has given in tables whose rows it numbers itself. */
  counters(writing: Writing): Promise<Counters>;
  /** After a copy: numbers go on behind the highest one here, and behind these. */
  goOn(writing: Writing, counters: Counters): Promise<void>;
}

/** An end within the transaction in which all is read, or all is written. */
export interface Held extends Omit<End, "db"> {
  readonly writing: Writing;
}
