import { type Selectable, sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { KeptEdition } from "#core/digest/kept.ts";
import type { DeliveryKey } from "#core/outbox/courier.ts";
import type { Approvals, Awaiting, Decided } from "#desk/port/approvals.ts";
import type { MadeFor } from "#desk/port/editions.ts";
import { isGiven } from "./given.ts";
import { fromJson, toJson } from "./json.ts";
import { dropMade, storeKept, storeMade } from "./made.ts";
import type { ApprovalTable, Database, Writing } from "./schema.ts";
import { JOIN, textsIn } from "./tongue.ts";
import { asOne } from "./unit.ts";

/** Editions that wait for an editor's word. */
export class SqlApprovals implements Approvals {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async open(channel?: string): Promise<readonly Awaiting[]> {
    const rows = await this.#db
      .selectFrom("approval")
      .selectAll()
      .where("decided_at", "is", null)
      .$if(channel !== undefined, (all) => all.where("channel", "=", channel ?? ""))
      .orderBy("number")
      .execute();
    return rows.map(toAwaiting);
  }

  async get(number: number): Promise<Awaiting | null> {
    const row = await this.#db
      .selectFrom("approval")
      .selectAll()
      .where("number", "=", number)
      .executeTakeFirst();
    return row === undefined ? null : toAwaiting(row);
  }

  letGo(number: number, made: MadeFor, decided: Decided): Promise<boolean> {
    return asOne(this.#db, async (writing) => {
      const place = await settle(writing, number, decided);
      if (place === null) return false;
      await dropMade(writing, place);
      await storeMade(writing, [made], decided.at);
      return true;
    });
  }

  drop(number: number, decided: Decided): Promise<boolean> {
    return asOne(this.#db, async (writing) => {
      const place = await settle(writing, number, decided);
      if (place === null) return false;
      await dropMade(writing, place);
      return true;
    });
  }

  replace(number: number, kept: KeptEdition): Promise<boolean> {
    return asOne(this.#db, async (writing) => {
      const place = await writing
        .updateTable("approval")
        .set({ kept: toJson(kept) })
        .where("number", "=", number)
        .where("decided_at", "is", null)
        .returning(["subscription", "slot"])
        .executeTakeFirst();
      if (place === undefined) return false;
      await dropMade(writing, place);
      await storeKept(writing, [kept]);
      return true;
    });
  }

  async carriedBeside(
    number: number,
    articles: readonly ArticleId[],
  ): Promise<ReadonlyMap<ArticleId, number>> {
    if (articles.length === 0) return new Map();
    const { rows } = await sql<{ id: ArticleId; revision: number }>`
      select item.article_id as id, max(item.revision) as revision
      from approval ${JOIN} edition_item as item on item.subscription = approval.subscription
        and item.article_id in ${textsIn(articles)} and item.slot <> approval.slot
      ${JOIN} edition on edition.subscription = item.subscription and edition.slot = item.slot
        and ${isGiven}
      where approval.number = ${number}
      group by item.article_id
    `.execute(this.#db);
    return new Map(rows.map(({ id, revision }) => [id, Number(revision)]));
  }

  async noteTold(number: number, at: Instant): Promise<void> {
    await asOne(this.#db, (writing) =>
      writing.updateTable("approval").set({ told_at: at }).where("number", "=", number).execute(),
    );
  }

  async noteNotice(number: number, key: DeliveryKey): Promise<void> {
    await asOne(this.#db, (writing) =>
      writing
        .insertInto("approval_notice")
        .values({ approval: number, key })
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    );
  }

  async noticesOf(number: number): Promise<readonly DeliveryKey[]> {
    const rows = await this.#db
      .selectFrom("approval_notice")
      .select("key")
      .where("approval", "=", number)
      .orderBy("key")
      .execute();
    return rows.map(({ key }) => key);
  }
}

/** @returns `null` where it was decided before */
async function settle(writing: Writing, number: number, { how, by, at }: Decided) {
  const place = await writing
    .updateTable("approval")
    .set({ decided: how, decided_by: by, decided_at: at })
    .where("number", "=", number)
    .where("decided_at", "is", null)
    .returning(["subscription", "slot"])
    .executeTakeFirst();
  return place ?? null;
}

function toAwaiting(row: Selectable<ApprovalTable>): Awaiting {
  const { number, subscription, channel, kept, tally, left_out, at, goes_at, told_at } = row;
  const { decided, decided_by, decided_at } = row;
  const isDecided = decided !== null && decided_at !== null;
  return {
    ...{ number, subscription, channel, at, goesAt: goes_at, toldAt: told_at },
    ...{ kept: fromJson(kept), tally: tally === null ? null : fromJson(tally) },
    left: fromJson(left_out),
    decided: isDecided ? { how: decided, by: decided_by ?? "", at: decided_at } : null,
  };
}
