import { DatabaseSync } from "node:sqlite";
import { storeErrorOf } from "./error.ts";

/**
 * Carries the write-ahead log of a database into it, as far as nobody reads it just then. It takes as long as the disk
 * takes for megabytes, and holds up neither who reads nor who writes: call it on another thread than theirs.
 *
 * Source: https://www.sqlite.org/pragma.html, "wal_checkpoint"
 * @throws {StoreError}
 */
export function takeLogIn(file: string): void {
  try {
    const database = new DatabaseSync(file);
    try {
      database.exec("pragma checkpoint_fullfsync = on");
      database.exec("pragma wal_checkpoint(passive)");
    } finally {
      database.close();
    }
  } catch (error) {
    throw storeErrorOf(error, file);
  }
}
