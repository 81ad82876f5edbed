import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { StoreError } from "#edge/store/error.ts";
import { SqlOutbox } from "#edge/store/outbox.ts";
import type { Schema } from "#edge/store/schema.ts";
import { openDialect } from "#edge/store/sqlite/dialect.ts";
import { openStore } from "#edge/store/store.ts";
import { temporaryFolder } from "./temporary.ts";

/** An outbox with a reply to what stands in C1, and a way to its database that breaks when the test says so. */
async function setUp() {
  const folder = temporaryFolder();
  await (await openStore({ folder })).close();
  const file = join(folder, "copydesk.db");
  const raw = new DatabaseSync(file);
  const add = raw.prepare(
    `insert into delivery (key, subscription, slot, part, kind, target, silent, platform, address, message,
      state, due, attempt, again, message_id, settled_at)
    values (?, 'front-page@slack:C1', 1, ?, ?, ?, 0, 'slack', 'C1', '{"summary":"Boats are back","blocks":[]}',
      ?, 0, 0, 0, ?, ?)`,
  );
  add.run("post", 0, "post", null, "delivered", "m1", 1);
  add.run("reply", 1, "reply", "post", "waiting", null, null);
  raw.close();
  let left = Infinity;
  const db = new Kysely<Schema>({
    dialect: openDialect(file),
    plugins: [
      {
        transformQuery: ({ node }) => node,
        async transformResult({ result }) {
          left -= 1;
          if (left < 0) throw new StoreError("unreachable", "The way to the database broke.");
          return result;
        },
      },
    ],
  });
  onTestFinished(() => db.destroy());
  return {
    outbox: new SqlOutbox(db, 10),
    breakAfter: (statements: number) => {
      left = statements;
    },
  };
}

test("what was claimed by a claim that failed on its way back is claimed by the next one, as if nobody had", async () => {
  const { outbox, breakAfter } = await setUp();
  // The claim has been stored by then; what it stands under is asked behind it.
  breakAfter(1);
  await expect(outbox.claim(10, ["slack"])).rejects.toMatchObject({ code: "unreachable" });
  breakAfter(Infinity);
  const claimed = await outbox.claim(10, ["slack"]);
  expect(claimed).toMatchObject([{ key: "reply", attempt: 1, again: false }]);
});

test("what was given out is not given out again", async () => {
  const { outbox, breakAfter } = await setUp();
  expect(await outbox.claim(10, ["slack"])).toHaveLength(1);
  breakAfter(0);
  await expect(outbox.claim(10, ["slack"])).rejects.toMatchObject({ code: "unreachable" });
  breakAfter(Infinity);
  expect(await outbox.claim(10, ["slack"])).toEqual([]);
});
