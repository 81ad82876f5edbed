import type { Installations, SealedInstallation } from "#desk/port/installations.ts";
import type { AuditEntry } from "#desk/port/standing-orders.ts";
import { addAudit } from "./orders.ts";
import type { Database } from "./schema.ts";
import { asOne } from "./unit.ts";

/** The workspaces in which the Slack app was installed. */
export class SqlInstallations implements Installations {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async save({ team, sealed, at }: SealedInstallation, audit: AuditEntry): Promise<void> {
    await asOne(this.#db, async (writing) => {
      await writing
        .insertInto("slack_installation")
        .values({ team, sealed, at })
        .onConflict((conflict) => conflict.column("team").doUpdateSet({ sealed, at }))
        .execute();
      await addAudit(writing, audit);
    });
  }

  async find(team: string): Promise<SealedInstallation | null> {
    const row = await this.#db
      .selectFrom("slack_installation")
      .selectAll()
      .where("team", "=", team)
      .executeTakeFirst();
    return row ?? null;
  }

  async remove(team: string, audit: AuditEntry): Promise<void> {
    await asOne(this.#db, async (writing) => {
      const { numDeletedRows } = await writing
        .deleteFrom("slack_installation")
        .where("team", "=", team)
        .executeTakeFirstOrThrow();
      if (numDeletedRows > 0n) await addAudit(writing, audit);
    });
  }
}
