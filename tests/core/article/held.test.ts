import { expect, test } from "vitest";
import { heldReason, holdsAt, isShown, shownFrom } from "#core/article/held.ts";
import { articleOf, TAKEN_IN } from "./sample.ts";

const UNTIL = Date.UTC(2025, 4, 9, 0, 1);

test.each([
  [{}, TAKEN_IN, null],
  [
    { embargo: "0001 GMT, May 9" },
    UNTIL - 1,
    {
      until: UNTIL,
      rule: "Under embargo until 2025-05-09 00:01 UTC, by “0001 GMT, May 9” in the embargo field",
    },
  ],
  [{ embargo: "0001 GMT, May 9" }, UNTIL, null],
  [
    { embargo: "tbc" },
    UNTIL,
    {
      until: null,
      rule: "Held by “tbc” in the embargo field; an editor may release it, or write the moment as 2026-05-09T00:01Z",
    },
  ],
  [
    { title: "ADVISORY: withhold" },
    UNTIL,
    {
      until: null,
      rule: "Withheld until a version comes that may be used: “ADVISORY: withhold”",
    },
  ],
  [
    { title: "KILL: Pier collapses", embargo: "0001 GMT, May 9" },
    UNTIL - 1,
    { until: null, rule: "Its publisher has withdrawn it: “KILL: Pier collapses”" },
  ],
])("copy that states %j is held at %d: %j", (stated, now, expected) => {
  const article = articleOf(stated);
  expect(heldReason(article, now)).toEqual(expected);
  expect(isShown(article, now)).toBe(expected === null);
});

const HELD = articleOf({ embargo: "0001 GMT, May 9", title: "ADVISORY: withhold" });
const DOUBT = articleOf({ title: "ADVISORY: withhold" });
const release = (...released: readonly string[]) => ({
  decision: { kind: "release" as const, by: "Ana", at: TAKEN_IN, released },
});
const keys = holdsAt(HELD, TAKEN_IN).map(({ key }) => key);
const [withheld = "", embargo = ""] = keys;

test.each([
  ["both of its holds", HELD, keys, true],
  ["one of them", HELD, [withheld], false],
  ["the other", HELD, [embargo], false],
  ["more than there are", DOUBT, [...keys, "x"], true],
  ["none", DOUBT, [], false],
  ["the words of another notice", articleOf({ title: "ADVISORY: hold" }), [withheld], false],
  ["the same words about another moment", moved(), keys, false],
  ["a publisher's kill", articleOf({ title: "KILL: Pier collapses" }), keys, false],
] as const)("of an article a release lets go %s", (_, article, released, shown) => {
  expect(isShown({ ...article, ...release(...released) }, TAKEN_IN)).toBe(shown);
});

/** "0001 GMT, May 9" in the copy of another year. */
function moved() {
  const { embargo: read } = HELD;
  if (read?.kind !== "until") throw new TypeError("It has an end");
  return { ...HELD, embargo: { ...read, instant: read.instant + 1 } };
}

test.each(["hold", "kill"] as const)("an editor's %s over a release holds", (kind) => {
  const decision = { kind, by: "Ana", at: TAKEN_IN, released: keys };
  expect(heldReason({ ...DOUBT, decision }, TAKEN_IN)?.until).toBeNull();
});

const TORN = { reason: "wire/pier.txt: it is torn", file: "wire/pier.txt", at: TAKEN_IN };

test.each([
  ["over words of its own", HELD, {}, TORN.reason],
  ["over a release of them", DOUBT, release(withheld), TORN.reason],
  [
    "under an editor's hold",
    DOUBT,
    { decision: { kind: "hold", by: "Ana", at: TAKEN_IN } },
    "Held by Ana until an editor releases it",
  ],
  [
    "under a kill",
    articleOf({ title: "KILL: Pier collapses" }),
    {},
    "Its publisher has withdrawn it: “KILL: Pier collapses”",
  ],
] as const)("a file that cannot be read holds %s", (_, article, decided, rule) => {
  const torn = { ...article, ...decided, unread: TORN };
  expect(heldReason(torn, TAKEN_IN)?.rule).toBe(rule);
  expect(shownFrom(torn)).toBe(Number.POSITIVE_INFINITY);
});

test("a file that cannot be read is named anew each time it comes", () => {
  const keyOf = (at: number) => holdsAt({ ...DOUBT, unread: { ...TORN, at } }, TAKEN_IN)[0]?.key;
  expect(keyOf(TAKEN_IN)).not.toBe(keyOf(TAKEN_IN + 1));
});

test.each([
  [{}, null],
  [{ embargo: "0001 GMT, May 9" }, UNTIL],
  [{ embargo: "tbc" }, Number.POSITIVE_INFINITY],
  [{ title: "KILL: Pier collapses", embargo: "0001 GMT, May 9" }, Number.POSITIVE_INFINITY],
])("copy that states %j is shown from %j", (stated, from) => {
  expect(shownFrom(articleOf(stated))).toBe(from);
});

test("letting one notice go lets no other go that holds the same copy", () => {
  const article = articleOf({
    editorNote: "NOT FOR PUBLICATION",
    embargo: "0001 GMT, May 9",
  });
  const [first] = holdsAt(article, TAKEN_IN);
  const decision = {
    kind: "release",
    by: "Ann",
    at: TAKEN_IN,
    released: [first?.key ?? ""],
  } as const;
  expect(heldReason({ ...article, decision }, TAKEN_IN)?.until).toBe(UNTIL);
  expect(heldReason({ ...article, decision }, UNTIL)).toBeNull();
});
