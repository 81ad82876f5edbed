import { mkdirSync } from "node:fs";
import { StoreError } from "./error.ts";

/**
 * Makes a data folder where there is none.
 * @throws {StoreError} `unwritable`
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new StoreError(
      "unwritable",
      `The data folder ${folder} cannot be made. Check its path, and that this user may write there.`,
      { cause },
    );
  }
}
