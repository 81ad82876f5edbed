import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import type { Looking } from "../check/look.ts";
import { StoreError } from "../error.ts";
import type { Schema } from "../schema.ts";
import { openReadingDialect } from "./dialect.ts";
import { storeErrorOf } from "./error.ts";
import { damageIn } from "./integrity.ts";
import { needFileUpToDate } from "./migrations.ts";

/**
 * Opens the file of an embedded store to be read alone, beside whoever works with it.
 * @throws {StoreError} `absent`, `newer`, `older`, `unreadable`
 */
export async function lookAtFile(file: string): Promise<Looking> {
  if (!existsSync(file)) {
    throw new StoreError(
      "absent",
      `There is no store at ${file}. Name its folder in COPYDESK_DATA, or start the bot, which makes one.`,
    );
  }
  const db = new Kysely<Schema>({ dialect: openReadingDialect(file) });
  try {
    await needFileUpToDate(db, file);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return { db, name: file, damage: async () => damageAt(file), close: () => db.destroy() };
}

function damageAt(file: string): readonly string[] {
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      return damageIn(database);
    } finally {
      database.close();
    }
  } catch (error) {
    const fault = storeErrorOf(error, file);
    if (fault.code !== "unreadable") throw fault;
    return [error instanceof Error ? error.message : String(error)];
  }
}
