import type { Database, Writing } from "../schema.ts";
import type { Column } from "./table.ts";

/** The numbers that were given last, by table: as texts, since they may be beyond JavaScript's. */
export type Counters = ReadonlyMap<string, string>;

/** A database whose rows are read to be moved, and what only it knows of itself. */
export interface Origin {
  readonly db: Database;
  /** What people call it: the path of its file, or its address without the password. */
  readonly name: string;
  /** Brings it up to date, or refuses where it is not. */
  migrate(): Promise<void>;
  close(): Promise<void>;
  /**
   * Sees to it that these tables are the same until the end of the transaction, for whoever is in it.
   * @throws {StoreError} `locked` where another Copydesk works with it, and must not
   */
  hold(writing: Writing, tables: readonly string[]): Promise<void>;
  columnsOf(writing: Writing): Promise<ReadonlyMap<string, readonly Column[]>>;
  /** The numbers that it has given in tables whose rows it numbers itself. */
  counters(writing: Writing): Promise<Counters>;
}

/**
 * One end of a move: a database that is written as well. Rows are read and written in words that
 * SQLite and PostgreSQL both know.
 */
export interface End extends Origin {
  /** What to do where it has rows already and is to have none. */
  readonly toEmpty: string;
  /** What becomes of a text that is written here. */
  kept(text: string): string;
  /** After a copy: numbers go on behind the highest one here, and behind these. */
  goOn(writing: Writing, counters: Counters): Promise<void>;
}

/** An end within the transaction in which all is read, or all is written. */
export type Held<Of extends Origin> = Omit<Of, "db"> & { readonly writing: Writing };
