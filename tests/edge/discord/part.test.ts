import { expect, test } from "vitest";
import { leftToOthers, type Part } from "#edge/discord/part.ts";

const MOST = 50;
const POSTER: Part = { posts: true, connects: true, isAlone: false };

test.each<[string, Part, number]>([
  ["whoever is alone", { ...POSTER, isAlone: true }, 50],
  ["the one that posts and holds the gateway", POSTER, 49],
  ["the one that only posts", { ...POSTER, connects: false }, 47],
  ["the one that only holds the gateway", { ...POSTER, posts: false }, 2],
  ["one that does neither", { posts: false, connects: false, isAlone: false }, 1],
])("%s has its calls of fifty", (_, part, own) => {
  expect(MOST - leftToOthers(part, MOST)).toBe(own);
});

test.each<[string, readonly Part[]]>([
  ["one process", [{ ...POSTER, isAlone: true }]],
  ["one that does all, and one beside it", [POSTER, { ...POSTER, posts: false, connects: false }]],
  [
    "each in a process of its own, and one beside them",
    [
      { ...POSTER, connects: false },
      { ...POSTER, posts: false },
      { ...POSTER, posts: false, connects: false },
    ],
  ],
])("together they have all of it, and no more: %s", (_, parts) => {
  const own = parts.map((part) => MOST - leftToOthers(part, MOST));
  expect(own.reduce((sum, one) => sum + one)).toBe(MOST);
});
