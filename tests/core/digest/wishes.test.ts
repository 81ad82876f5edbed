import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Urgency } from "#core/article/article.ts";
import type { Candidate } from "#core/digest/group.ts";
import { type Selection, selectAtOnce, selectFirst, selectItems } from "#core/digest/select.ts";
import { PLAIN_TERMS } from "#core/digest/subscription.ts";
import { type LeftOutUntil, NO_WISHES, type Wishes } from "#core/digest/wishes.ts";
import { itemsAsRead } from "#core/message/in-sections.ts";
import { sampleFiled } from "#tests/samples.ts";

const DAY = Date.UTC(2026, 4, 8);
const WANTED = { ...PLAIN_TERMS, most: 3, sections: ["news"] };

/** The earlier its letter, the more it matters. */
function candidate(id: string, fields: { urgency?: Urgency; section?: string } = {}): Candidate {
  const at = DAY - id.charCodeAt(0) * 60_000;
  return {
    filed: sampleFiled({ id, section: "news", published: at, takenIn: at, ...fields }),
    carried: null,
  };
}

const idsOf = ({ items }: Selection) => items.map(({ filed }) => filed.article.id);
const ordered = (...ids: string[]): Wishes => ({ ...NO_WISHES, order: { by: "Ines", ids } });
const without = (until: LeftOutUntil, ...ids: string[]): Wishes => ({
  ...NO_WISHES,
  leftOut: new Map(ids.map((id) => [id, { by: "Ines", until }])),
});

describe("the order that an editor has set", () => {
  const all = ["a", "b", "c", "d"].map((id) => candidate(id));

  test.each([
    [
      ["c", "a", "b", "d"],
      ["c", "a", "b"],
    ],
    // What has no room otherwise comes in by being placed, and the last one waits.
    [
      ["d", "a", "b", "c"],
      ["d", "a", "b"],
    ],
    // What came since stands where it would have stood: here b is new, and the second.
    [
      ["d", "c", "a"],
      ["d", "b", "c"],
    ],
    [
      ["gone", "b", "a"],
      ["b", "a", "c"],
    ],
    [[], ["a", "b", "c"]],
  ])("%j gives %j", (wish, expected) => {
    expect(idsOf(selectItems(all, WANTED, DAY, ordered(...wish)))).toEqual(expected);
  });

  test("says who has placed what, and places nothing else", () => {
    const { choices, arranged, items } = selectItems(all, WANTED, DAY, ordered("c", "a"));
    expect(arranged).toBe(true);
    expect(choices.map(({ rule }) => rule.includes("as Ines has placed it"))).toEqual([
      ...[true, false, true, false],
    ]);
    expect(items[0]?.reason).toMatch(/^placed by Ines; /);
    expect(selectItems(all, WANTED, DAY, ordered("gone"))).not.toHaveProperty("arranged");
  });

  test("holds for a channel's first edition as well", () => {
    const first = { ...WANTED, baseline: 2 };
    expect(idsOf(selectFirst(all, first, DAY, ordered("b", "a")))).toEqual(["b", "a"]);
  });

  test("is the order in which it is read, whatever the sections are", () => {
    const mixed = [
      candidate("a", { section: "news" }),
      candidate("b", { section: "sport" }),
      candidate("c", { section: "news" }),
    ];
    const every = { ...WANTED, sections: [] };
    const read = (wishes: Wishes) => {
      const { items, arranged = false } = selectItems(mixed, every, DAY, wishes);
      return itemsAsRead({ items, arranged }).map(({ filed }) => filed.article.id);
    };
    expect(read(NO_WISHES)).toEqual(["a", "c", "b"]);
    expect(read(ordered("a", "b", "c"))).toEqual(["a", "b", "c"]);
  });
});

describe("what an editor leaves out", () => {
  const all = ["a", "b"].map((id) => candidate(id, { urgency: 2 }));
  const kinds = ({ choices }: Selection) =>
    choices.map(({ filed, kind }) => `${filed.article.id} ${kind}`);

  test.each([
    ["next", ["b"], ["b chosen", "a put-off"], 1],
    ["good", ["b"], ["b chosen", "a left-out"], 0],
    ["past", ["a", "b"], ["a chosen", "b chosen"], 0],
  ] as const)("%s: an edition has %j", (until, ids, became, waiting) => {
    const selection = selectItems(all, WANTED, DAY, without(until, "a"));
    expect(idsOf(selection)).toEqual(ids);
    expect(kinds(selection)).toEqual(became);
    expect(selection.waiting).toBe(waiting);
  });

  test.each(["next", "past", "good"] as const)("%s: it does not go at once", (until) => {
    const urgent = { ...WANTED, atOnce: 3 };
    expect(idsOf(selectAtOnce(all, urgent, DAY, without(until, "a")))).toEqual(["b"]);
  });

  test("is refused by its section before anybody leaves it out", () => {
    const sport = [candidate("a", { section: "sport" })];
    expect(kinds(selectItems(sport, WANTED, DAY, without("good", "a")))).toEqual(["a filtered"]);
  });
});

test("whatever is wished, an edition has nothing twice and nothing that is left out, and each candidate one fate", () => {
  const ids = [..."abcdefgh"];
  const wishes = fc.record({
    order: fc.option(
      fc.record({ by: fc.constant("Ines"), ids: fc.uniqueArray(fc.constantFrom(...ids, "z")) }),
    ),
    leftOut: fc
      .array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom("next", "past", "good")))
      .map((pairs) => new Map(pairs.map(([id, until]) => [id, { by: "Ines", until }]))),
  });
  const candidates = fc
    .uniqueArray(fc.constantFrom(...ids))
    .chain((some) =>
      fc
        .array(fc.constantFrom("news", "sport"), { minLength: some.length, maxLength: some.length })
        .map((sections) =>
          some.map((id, index) => candidate(id, { section: sections[index] ?? "news" })),
        ),
    );
  const select = fc.constantFrom(selectItems, selectFirst);
  fc.assert(
    fc.property(
      candidates,
      wishes,
      select,
      fc.integer({ min: 1, max: 9 }),
      (all, wished, choose, most) => {
        const selection = choose(all, { ...WANTED, most }, DAY, wished as Wishes);
        const chosen = idsOf(selection);
        expect(new Set(chosen).size).toBe(chosen.length);
        for (const id of chosen) {
          expect(["next", "good"]).not.toContain(wished.leftOut.get(id)?.until);
        }
        const fates = selection.choices.map(({ filed }) => filed.article.id);
        expect(fates.toSorted()).toEqual(all.map(({ filed }) => filed.article.id).toSorted());
        const placed = (wished.order?.ids ?? []).filter((id) => chosen.includes(id));
        expect(chosen.filter((id) => placed.includes(id))).toEqual(placed);
      },
    ),
    { numRuns: 200 },
  );
});
