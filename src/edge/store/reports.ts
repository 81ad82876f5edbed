import type { Selectable } from "kysely";
import { sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import type { DeliveryKey } from "#core/outbox/courier.ts";
import type { Outcome } from "#core/reply/report.ts";
import type { NewReport, Report, Reports } from "#desk/port/reports.ts";
import { isIn } from "./filed.ts";
import type { Database, ReportTable } from "./schema.ts";
import { JOIN } from "./tongue.ts";
import { asOne } from "./unit.ts";

/** What readers say is wrong. */
export class SqlReports implements Reports {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  add({ article, revision, by, byName, what, at, direct }: NewReport): Promise<number> {
    return asOne(this.#db, async (writing) => {
      const { number } = await writing
        .insertInto("report")
        .values({
          ...{ article_id: article, revision, seen: revision, by, by_name: byName, what, at },
          ...{ platform: direct?.platform ?? null, address: direct?.address ?? null },
          ...{ state: "open", settled_at: null, settled_by: null },
        })
        .returning("number")
        .executeTakeFirstOrThrow();
      return number;
    });
  }

  async get(number: number): Promise<Report | null> {
    const row = await this.#db
      .selectFrom("report")
      .selectAll()
      .where("number", "=", number)
      .executeTakeFirst();
    return row === undefined ? null : toReport(row);
  }

  async countBy(by: string, after: Instant): Promise<number> {
    const { count } = await this.#db
      .selectFrom("report")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("by", "=", by)
      .where("at", ">", after)
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  async open(skip: number, limit: number): Promise<readonly Report[]> {
    const rows = await this.#db
      .selectFrom("report")
      .selectAll()
      .where("settled_at", "is", null)
      .orderBy("number", "desc")
      .offset(skip)
      .limit(limit)
      .execute();
    return rows.map(toReport);
  }

  async countOpen(): Promise<number> {
    const { count } = await this.#db
      .selectFrom("report")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("settled_at", "is", null)
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  /** It is asked each minute, and begins from the few that are open. */
  async stirred(now: Instant, limit: number): Promise<readonly Report[]> {
    const { rows } = await sql<Selectable<ReportTable>>`
      select report.* from report ${JOIN} article on article.id = report.article_id
      where report.settled_at is null and (article.revision > report.seen or ${isIn(now)})
      order by report.number limit ${limit}
    `.execute(this.#db);
    return rows.map(toReport);
  }

  async look(number: number, revision: number): Promise<void> {
    await asOne(this.#db, (writing) =>
      writing.updateTable("report").set({ seen: revision }).where("number", "=", number).execute(),
    );
  }

  async expect(number: number): Promise<void> {
    await asOne(this.#db, (writing) =>
      writing
        .updateTable("report")
        .set({ state: "awaited" })
        .where("number", "=", number)
        .where("settled_at", "is", null)
        .execute(),
    );
  }

  settle(number: number, outcome: Outcome, by: string | null, at: Instant): Promise<boolean> {
    return asOne(this.#db, async (writing) => {
      const { numUpdatedRows } = await writing
        .updateTable("report")
        .set({ state: outcome, settled_at: at, settled_by: by })
        .where("number", "=", number)
        .where("settled_at", "is", null)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    });
  }

  async noteNotice(number: number, key: DeliveryKey): Promise<void> {
    await asOne(this.#db, (writing) =>
      writing.insertInto("report_notice").values({ report: number, key }).execute(),
    );
  }

  async noticesOf(number: number): Promise<readonly DeliveryKey[]> {
    const rows = await this.#db
      .selectFrom("report_notice")
      .select("key")
      .where("report", "=", number)
      .orderBy("key")
      .execute();
    return rows.map(({ key }) => key);
  }
}

function toReport(row: Selectable<ReportTable>): Report {
  const { number, article_id, revision, seen, by, by_name, what, at, state } = row;
  const { platform, address, settled_by } = row;
  const direct = platform === null || address === null ? null : { platform, address };
  return {
    ...{ number, article: article_id, revision, seen, by, byName: by_name, what, at },
    ...{ direct, state, settledBy: settled_by },
  };
}
