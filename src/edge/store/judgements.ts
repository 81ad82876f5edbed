import { sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import type { Asked, Asking, Came, Judgements, Spent } from "#desk/port/judgements.ts";
import type { Database } from "./schema.ts";
import { asOne } from "./unit.ts";

/** What a language model was asked, and what it answered. */
export class SqlJudgements implements Judgements {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  put(
    { key, model, article, at }: Asking,
    from: Instant,
    isWithin: (spent: Spent) => boolean,
  ): Promise<Asked> {
    return asOne(this.#db, async (writing) => {
      const known = await writing
        .selectFrom("model_answer")
        .select("answer")
        .where("key", "=", key)
        .executeTakeFirst();
      if (known !== undefined)
        return known.answer === null ? { kind: "put" } : { kind: "answered", text: known.answer };
      if (!isWithin(await spentSince(writing, from))) return { kind: "over-budget" };
      const put = await writing
        .insertInto("model_answer")
        .values({ key, model, article_id: article, at, outcome: "put", answer: null, ...NOTHING })
        .onConflict((conflict) => conflict.doNothing())
        .returning("key")
        .execute();
      return put.length === 0 ? { kind: "put" } : { kind: "ours" };
    });
  }

  async note(key: string, came: Came): Promise<void> {
    await asOne(this.#db, (writing) =>
      writing.updateTable("model_answer").set(columnsOf(came)).where("key", "=", key).execute(),
    );
  }

  spent(from: Instant): Promise<Spent> {
    return spentSince(this.#db, from);
  }
}

const NOTHING = { tokens_read: 0, tokens_written: 0 };

function columnsOf(came: Came) {
  if (!came.ok) return { outcome: came.code };
  const { text, tokens } = came;
  return {
    ...{ outcome: "answered", answer: text },
    ...{ tokens_read: tokens.read, tokens_written: tokens.written },
  };
}

async function spentSince(db: Database, from: Instant): Promise<Spent> {
  const row = await db
    .selectFrom("model_answer")
    .select(({ fn }) => [
      fn.countAll<number>().as("questions"),
      sql<number>`coalesce(sum(tokens_read), 0)`.as("read"),
      sql<number>`coalesce(sum(tokens_written), 0)`.as("written"),
    ])
    .where("at", ">=", from)
    .executeTakeFirstOrThrow();
  const { questions, read, written } = row;
  return { questions: Number(questions), tokens: { read: Number(read), written: Number(written) } };
}
