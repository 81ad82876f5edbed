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
