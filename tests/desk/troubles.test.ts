import { expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import type { StuckFile } from "#desk/port/notices.ts";
import type { ToldTrouble } from "#desk/port/place-troubles.ts";
import { filesInNeed, placesToTell } from "#desk/troubles.ts";
import { sampleArticle } from "#tests/samples.ts";

const NOW = Date.parse("2026-05-08T06:20Z");
const decision = { by: "Ana", at: NOW };

function stuck(
  stage: "held" | "quarantined",
  changes: Partial<Article> | null,
  attempt = 0,
): StuckFile {
  const entry = { path: "a.txt", contentHash: "h", stage, rule: "because", at: NOW };
  const article = changes === null ? null : sampleArticle(changes);
  return { entry: { ...entry, articleId: article?.id ?? null }, article, attempt };
}

test.each<readonly [string, StuckFile, "let go" | "told" | "no"]>([
  ["a file that nobody can read", stuck("quarantined", null), "told"],
  ["one that was read in vain for the first time", stuck("quarantined", null, 1), "told"],
  ["one that was read in vain once more", stuck("quarantined", null, 2), "no"],
  ["an article that holds itself", stuck("held", { status: "withheld" }), "let go"],
  [
    "one that an editor let go, and other words hold",
    stuck("held", { decision: { ...decision, kind: "release", released: ["embargo"] } }),
    "let go",
  ],
  ["one that an editor holds", stuck("held", { decision: { ...decision, kind: "hold" } }), "no"],
  ["one that an editor killed", stuck("held", { decision: { ...decision, kind: "kill" } }), "no"],
  ["a kill that names nothing known", stuck("held", { status: "killed" }), "told"],
  [
    "a torn file of what an editor holds",
    stuck("quarantined", { decision: { ...decision, kind: "hold" } }),
    "let go",
  ],
])("of %s the admins are told: %#", (_, file, expected) => {
  const [entry] = filesInNeed([file]);
  const told = entry === undefined ? "no" : entry.articleId === null ? "told" : "let go";
  expect(told).toBe(expected);
});

function trouble(changes: Partial<ToldTrouble>): ToldTrouble {
  return {
    ...{ subscription: "front", platform: "slack", address: "C1", error: "no", since: NOW - 9 },
    ...{ ripe: NOW, ended: null, told: null },
    ...changes,
  };
}

test.each<readonly [string, Partial<ToldTrouble>, "failing" | "mended" | null]>([
  ["ripe", {}, "failing"],
  ["not ripe yet", { ripe: NOW + 1 }, null],
  ["told already", { told: NOW - 9 }, null],
  ["another one since it was told", { told: NOW - 99 }, "failing"],
  ["ended, and it was told", { told: NOW - 9, ended: NOW }, "mended"],
  ["ended before it was told", { ended: NOW }, null],
  ["about the place itself", { subscription: "admin" }, null],
])("a place of the admins is told of a trouble that is %s", (_, changes, expected) => {
  const { failing, mended } = placesToTell("admin", [trouble(changes)], NOW);
  expect([failing.length, mended.length]).toEqual([
    expected === "failing" ? 1 : 0,
    expected === "mended" ? 1 : 0,
  ]);
});
