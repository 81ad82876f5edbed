import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { Kysely } from "kysely";
import { expect, test } from "vitest";
import { inGroups } from "#edge/store/in-groups.ts";
import type { Schema } from "#edge/store/schema.ts";
import { openDialect } from "#edge/store/sqlite/dialect.ts";
import { openStore } from "#edge/store/store.ts";
import { temporaryFolder } from "./temporary.ts";

test("of many that come at once a few are done in one go, and others have a turn before the next", async () => {
  const folder = temporaryFolder();
  await (await openStore({ folder })).close();
  const db = new Kysely<Schema>({ dialect: openDialect(join(folder, "copydesk.db")) });
  const done: number[] = [];
  const doneBefore: number[] = [];
  const add = inGroups<number>(db, 7, async (_, some) => void done.push(...some));
  const all = Array.from({ length: 35 }, (_, index) => index);
  let left = true;
  const work = Promise.all(all.map(add)).then(() => {
    left = false;
  });
  while (left) {
    await setImmediate();
    doneBefore.push(done.length);
  }
  await work;
  await db.destroy();
  expect(done).toEqual(all);
  const steps = doneBefore.map((count, turn) => count - (doneBefore[turn - 1] ?? 0));
  // The first one comes alone, before anybody waits; then seven at a time.
  expect(Math.max(...steps)).toBe(7);
});
