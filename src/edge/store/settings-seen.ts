import type { Said, SettingsSeen, Subject } from "#desk/port/settings-seen.ts";
import { fromJson, toJson } from "./json.ts";
import type { Database } from "./schema.ts";
import { asOne } from "./unit.ts";

/** What the config said at the last start. */
export class SqlSettingsSeen implements SettingsSeen {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async seen(): Promise<ReadonlyMap<Subject, Said>> {
    const rows = await this.#db.selectFrom("setting_seen").selectAll().execute();
    return new Map(rows.map(({ subject, seen }) => [subject, fromJson(seen)]));
  }

  async see(said: ReadonlyMap<Subject, Said>): Promise<void> {
    await asOne(this.#db, async (writing) => {
      await writing.deleteFrom("setting_seen").execute();
      for (const [subject, seen] of said) {
        await writing
          .insertInto("setting_seen")
          .values({ subject, seen: toJson(seen) })
          .execute();
      }
    });
  }
}
