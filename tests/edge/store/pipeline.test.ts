import { Kysely, sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { StoreError } from "#edge/store/error.ts";
import { later } from "#edge/store/later.ts";
import { openDialect, openPool } from "#edge/store/postgres/dialect.ts";
import type { Database, Schema } from "#edge/store/schema.ts";
import { askAll } from "#edge/store/several.ts";
import { ask, describePostgres } from "#tests/postgres/server.ts";

const TABLE = "create table note (number bigint primary key, said text check (said <> 'torn'))";

describePostgres("statements that nobody waits for", (server) => {
  /** On one connection, so that what is left on it meets whoever comes next. */
  async function setUp(shift: number | null = null) {
    const url = await server().emptyDatabase();
    await ask(url, TABLE);
    const pool = openPool(url, { connections: 1 });
    const db = new Kysely<Schema>({ dialect: openDialect(pool, "the test", shift) });
    onTestFinished(async () => {
      await db.destroy();
      await pool.end();
      await ask(url, "drop table note");
      await server().giveBack(url);
    });
    const notes = async () => (await ask(url, "select number from note order by number")).length;
    return { db, url, notes };
  }
  const say = (db: Database, number: number, said = "fine") =>
    later(db, sql`insert into note (number, said) values (${number}, ${said})`);
  const count = async (db: Database) => {
    const { rows } = await sql<{ many: number }>`select count(*) as many from note`.execute(db);
    return rows[0]?.many;
  };

  test("what follows finds them done, in their order, however many there are", async () => {
    const { db, notes } = await setUp();
    const seen = await db.transaction().execute(async (writing) => {
      for (let number = 0; number < 200; number += 1) await say(writing, number);
      await later(writing, sql`delete from note where number % 2 = 0`);
      return count(writing);
    });
    expect([seen, await notes()]).toEqual([100, 100]);
  });

  test.each([
    ["the next that is waited for", count],
    ["the end", async () => undefined],
  ])("the fault of one is told by %s, and nothing is stored", async (_, follow) => {
    const { db, notes } = await setUp();
    let went = 0;
    const failing = db.transaction().execute(async (writing) => {
      await say(writing, 1);
      await say(writing, 2, "torn");
      await say(writing, 3);
      went += 1;
      await follow(writing);
      went += 1;
    });
    await expect(failing).rejects.toThrow("note_said_check");
    expect(went).toBe(follow === count ? 1 : 2);
    expect(await notes()).toBe(0);
    // Nobody after it hears of that.
    expect(await count(db)).toBe(0);
    await db.transaction().execute((writing) => say(writing, 4));
    expect(await notes()).toBe(1);
  });

  test("what fails for a fault of its own says so, and what went before it is taken back", async () => {
    const { db, notes } = await setUp();
    const failing = db.transaction().execute(async (writing) => {
      await say(writing, 1);
      await sql`select 1 / 0`.execute(writing);
    });
    await expect(failing).rejects.toThrow("division by zero");
    expect(await notes()).toBe(0);
  });

  test("nothing is committed of one whose work another has, though it waited for nothing", async () => {
    const { db, url, notes } = await setUp(1);
    await ask(url, "create table if not exists shift (token bigint)");
    onTestFinished(() => ask(url, "drop table shift").then(() => undefined));
    const write = () => db.transaction().execute((writing) => say(writing, 1));
    await expect(write()).rejects.toMatchObject({ code: "relieved" });
    expect(await notes()).toBe(0);
    await ask(url, "insert into shift values (1)");
    await write();
    expect(await notes()).toBe(1);
  });

  test("where the connection is cut meanwhile, nothing is stored, and that is told", async () => {
    const { db, notes } = await setUp();
    const failing = db.transaction().execute(async (writing) => {
      await say(writing, 1);
      await sql`select pg_terminate_backend(pg_backend_pid())`
        .execute(writing)
        .catch(() => undefined);
      await say(writing, 2);
    });
    const fault = await failing.catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(StoreError);
    expect(await notes()).toBe(0);
    expect(await count(db)).toBe(0);
  });

  test("questions that are asked at one time are answered in their order, behind what is on its way", async () => {
    const { db } = await setUp();
    const numbersFrom = (least: number) =>
      sql<{ number: number }>`select number from note where number >= ${least} order by number`;
    const answers = await db.transaction().execute(async (writing) => {
      await say(writing, 1);
      await say(writing, 2);
      return askAll(writing, [numbersFrom(2), numbersFrom(3), numbersFrom(1)]);
    });
    expect(answers.map((rows) => rows.map(({ number }) => number))).toEqual([[2], [], [1, 2]]);
    expect(await askAll(db, [numbersFrom(9), numbersFrom(2)])).toEqual([[], [{ number: 2 }]]);
    expect(await askAll(db, [])).toEqual([]);
  });

  test.each([
    ["one of them", "fine", "division by zero"],
    ["what went before them", "torn", "note_said_check"],
  ])("a fault of %s is told by all of them, and by none after them", async (_, said, fault) => {
    const { db, notes } = await setUp();
    const failing = db.transaction().execute(async (writing) => {
      await say(writing, 1, said);
      await askAll(writing, [sql`select 1`, sql`select 1 / 0`, sql`select 2`]);
    });
    await expect(failing).rejects.toThrow(fault);
    expect(await notes()).toBe(0);
    await db.transaction().execute((writing) => say(writing, 2));
    expect(await notes()).toBe(1);
  });

  test("outside of a transaction they are waited for", async () => {
    const { db } = await setUp();
    await expect(say(db, 1, "torn")).rejects.toThrow("note_said_check");
  });
});
