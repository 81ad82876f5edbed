import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { describe, expect, test } from "vitest";
import { batchesOf, nextBatch } from "#edge/store/move/rows.ts";
import { inOrder, needSame, type Table } from "#edge/store/move/table.ts";
import type { Schema } from "#edge/store/schema.ts";
import { openDialect } from "#edge/store/sqlite/dialect.ts";
import { tablesOf } from "#edge/store/sqlite/end.ts";
import { openStore } from "#edge/store/store.ts";
import { temporaryFolder } from "../temporary.ts";

describe("a batch", () => {
  test.each([
    ["short rows", 64, 6_400, 512],
    ["rows of 8,000 characters", 512, 512 * 8_000, 256],
    ["rows of a million", 64, 64_000_000, 4],
    ["rows of half as much again", 4, 6_000_000, 2],
    ["rows that are longer than a batch may be", 1, 9_000_000, 1],
    ["rows of nothing", 64, 0, 512],
  ])("after %s is as long as fits", (_, rows, length, expected) => {
    expect(nextBatch(rows, length)).toBe(expected);
  });

  /** How many rows come at once, of a table that is filled so. */
  async function batchesFrom(count: number, stamp: string) {
    const folder = temporaryFolder();
    await (await openStore({ folder })).close();
    const file = join(folder, "copydesk.db");
    const database = new DatabaseSync(file);
    database.exec("begin");
    const insert = database.prepare("insert into sighting values (?, ?)");
    for (let index = 0; index < count; index += 1) insert.run(`${index}`, stamp);
    database.exec("commit");
    database.close();
    const statements: string[] = [];
    const db = new Kysely<Schema>({
      dialect: openDialect(file),
      log: ({ query }) => void statements.push(query.sql),
    });
    const sizes: number[] = [];
    const paths: unknown[] = [];
    await db.transaction().execute(async (reading) => {
      const sighting = (await tablesOf(reading)).find(({ name }) => name === "sighting");
      if (sighting === undefined) return expect.unreachable();
      statements.length = 0;
      for await (const rows of batchesOf(reading, sighting)) {
        sizes.push(rows.length);
        paths.push(...rows.map(({ path }) => path));
      }
    });
    await db.destroy();
    const reads = statements.filter((statement) => statement.includes("sighting")).length;
    return { sizes, paths, reads };
  }

  test("has hundreds of short rows, each row once and in order, and a statement each", async () => {
    const { sizes, paths, reads } = await batchesFrom(2_000, "5:1:2");
    expect(sizes).toEqual([64, 512, 512, 512, 400]);
    expect(reads).toBe(5);
    expect(paths).toEqual(Array.from({ length: 2_000 }, (_, index) => `${index}`).toSorted());
  });

  test("has a few long rows", async () => {
    const { sizes, paths } = await batchesFrom(100, "x".repeat(1_000_000));
    expect(Math.max(...sizes.slice(1))).toBe(2);
    expect(new Set(paths).size).toBe(100);
  });
});

const table = (name: string, ...references: readonly string[]): Table => ({
  ...{ name, key: ["id"], columns: [{ name: "id", kind: "text" }] },
  references: references.map((other) => ({ column: "id", table: other, to: "id" })),
});
const names = (tables: readonly Table[]) => tables.map(({ name }) => name);

describe("tables", () => {
  test.each([
    ["that point at nobody stay", [table("b"), table("a")], ["b", "a"]],
    [
      "come behind those that they point at",
      [table("a", "b"), table("b", "c"), table("c")],
      ["c", "b", "a"],
    ],
    ["may point at themselves", [table("a", "a", "b"), table("b")], ["b", "a"]],
    ["may point at what is not moved", [table("a", "elsewhere")], ["a"]],
  ])("%s", (_, tables, expected) => expect(names(inOrder(tables))).toEqual(expected));

  test("that point at each other are a fault of ours", () => {
    expect(() => inOrder([table("a", "b"), table("b", "a"), table("c")])).toThrow(
      /each other: a, b/u,
    );
  });

  test.each([
    [
      "has one more column",
      [
        { name: "id", kind: "text" },
        { name: "more", kind: "text" },
      ],
    ],
    ["has another kind", [{ name: "id", kind: "whole" }]],
    ["is not there", null],
  ] as const)("that the other database %s are not moved", (_, columns) => {
    const other = new Map(columns === null ? [] : [["a", columns]]);
    expect(() => needSame([table("a")], other)).toThrow(/not alike/u);
  });

  test("are moved if they are alike, whatever else is there", () => {
    const { columns } = table("a");
    needSame(
      [table("a")],
      new Map([
        ["a", columns],
        ["others", columns],
      ]),
    );
  });
});
