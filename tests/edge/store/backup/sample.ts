import { readFileSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { BackupOrder } from "#edge/store/backup/backup.ts";
import type { MoveWatch } from "#edge/store/move/move.ts";
import { NOON } from "../../../contract/store/samples.ts";

export const SILENT: MoveWatch = {
  begins: () => undefined,
  came: () => undefined,
  ends: () => undefined,
};

/** An order for a backup of the store of a data folder. */
export function orderOf(folder: string, file: string, replace = false): BackupOrder {
  return { folder, url: undefined, file, replace, program: "1.0.0", now: () => NOON };
}

/** A page in the midst of the file, as a disk that fails gives it back. */
export function spoil(name: string): void {
  const bytes = readFileSync(name);
  bytes.fill(0x5a, 8 * 4_096, 40 * 4_096);
  writeFileSync(name, bytes);
}

export function orphan(name: string): void {
  const database = new DatabaseSync(name, { enableForeignKeyConstraints: false });
  database.exec("delete from article where id = 'flood-0'");
  database.close();
}
