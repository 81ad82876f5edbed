import { describe, expect, test } from "vitest";
import { readNoticeLine } from "#core/article/release/notice.ts";
import { NOTICE_TABLES } from "#core/article/release/tables.ts";

const TAKEN_IN = Date.UTC(2025, 4, 7, 12);

describe.each(NOTICE_TABLES.map((table) => [table.language, table] as const))("%s", (_, table) => {
  test.each(
    table.rows.map((row) => [row.hit, row] as const),
  )("%j speaks of release", (hit, row) => {
    const { notice, isFree } = readNoticeLine(hit, "desk", TAKEN_IN);
    expect(row.weight === "lifted" ? isFree : notice !== null).toBe(true);
    expect(row.weight === "lifted" ? notice : isFree).toBe(row.weight === "lifted" ? null : false);
  });

  test.each(table.rows.map(({ miss }) => miss))("%j is news", (miss) => {
    expect(readNoticeLine(miss, "story", TAKEN_IN).notice).toBeNull();
  });

  const dated = table.rows.filter(
    ({ hit, weight }) => /\d{4}|[٠-٩۰-۹०-९]{4}/u.test(hit) && weight !== "lifted",
  );

  test("every notice that states its year goes out by itself", () => {
    expect(dated.length).toBeGreaterThan(1);
    for (const { hit } of dated) {
      const until = readNoticeLine(hit, "desk", TAKEN_IN).notice?.until ?? Number.NaN;
      expect([hit, new Date(until).toISOString().slice(0, 7)]).toEqual([hit, "2025-05"]);
    }
  });
});

test("fifteen languages are read", () => {
  expect(NOTICE_TABLES.map(({ language }) => language).join(" ")).toBe(
    "en de fr es pt it nl pl ru tr ar ur hi zh ja",
  );
});
