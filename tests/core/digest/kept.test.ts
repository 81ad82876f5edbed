import fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import { isShown } from "#core/article/held.ts";
import type { Edition, Filed, StoryNote } from "#core/digest/edition.ts";
import { articlesOf, keepEdition, renew, reportsOf, withoutItem } from "#core/digest/kept.ts";
import { PLAIN_TERMS } from "#core/digest/subscription.ts";
import { sampleFiled } from "#tests/samples.ts";

const NOW = Date.UTC(2026, 4, 8, 9);
const WANTED = { ...PLAIN_TERMS, sections: ["news"] };
const filed = (id: string, fields: Partial<Article> = {}) =>
  sampleFiled({ id, section: "news", ...fields });

const note = (...ids: string[]): StoryNote => ({
  ...{ mark: "update", others: [], changes: [], disagreements: [] },
  beside: ids.map((id) => ({ id, revision: 1 })),
});

/** `a` stands for `t`, and something in `b` was drawn from `d`. */
const EDITION: Edition = {
  ...{ subscription: "s", channel: "front-page", slot: NOW, timeZone: "UTC", waiting: 2 },
  items: [
    { filed: filed("a"), update: false, reason: "the newest" },
    { filed: filed("b"), update: true, story: note("d") },
  ],
  told: [{ article: filed("t").article, by: "a" }],
};

const asTheyAre = (...changed: Filed[]) => {
  const all = [...["a", "b", "d", "t"].map((id) => filed(id)), ...changed];
  return new Map(all.map((one) => [one.article.id, one]));
};
const until = { kind: "until", instant: NOW + 1, text: "later" } as const;

/** The place has been given what something was drawn from. */
const GIVEN = new Map([["d", 1]]);

test("what nothing has happened to goes as it was made", () => {
  const kept = keepEdition(EDITION);
  expect(articlesOf(kept)).toEqual(["a", "b", "t", "d"]);
  const stored = JSON.parse(JSON.stringify(kept));
  expect(renew(stored, asTheyAre(), WANTED, NOW, GIVEN)).toEqual({ edition: EDITION, out: [] });
});

test.each<[string, Filed, readonly string[]]>([
  ["held by an embargo", filed("a", { revision: 2, embargo: until }), ["b"]],
  ["killed", filed("a", { revision: 2, status: "killed" }), ["b"]],
  ["of another section", filed("a", { revision: 2, section: "sport" }), ["b"]],
  ["marked for the desk alone", filed("a", { revision: 2, internal: true }), ["b"]],
  ["revised", filed("a", { revision: 2, title: "New" }), ["a", "b"]],
])("an item that is %s meanwhile", (_, changed, left) => {
  const { edition, out } = renew(keepEdition(EDITION), asTheyAre(changed), WANTED, NOW);
  expect(edition?.items.map(({ filed: { article } }) => article.id)).toEqual(left);
  // What it stood for is not put in its place, and is told of.
  expect(out.map(({ id }) => id)).toEqual(left.includes("a") ? [] : ["a", "t"]);
  expect(edition?.told?.length).toBe(left.includes("a") ? 1 : 0);
  expect(edition?.items.find(({ filed: { article } }) => article.id === "a")?.filed).toEqual(
    left.includes("a") ? changed : undefined,
  );
});

test.each<[string, Filed]>([
  ["the report itself", filed("b", { revision: 2 })],
  ["what it was drawn from", filed("d", { revision: 2 })],
  ["and may not be shown", filed("d", { embargo: until })],
  ["is for the desk alone by now", filed("d", { internal: true })],
])("of a story in which %s has changed nothing is said beside the brief", (_, changed) => {
  const { edition } = renew(keepEdition(EDITION), asTheyAre(changed), WANTED, NOW, GIVEN);
  expect(edition?.items[1]).not.toHaveProperty("story");
  expect(edition?.items[1]?.update).toBe(true);
});

test("nothing is said by a report that the place was not given: its edition waits on, or was dropped", () => {
  const { edition } = renew(keepEdition(EDITION), asTheyAre(), WANTED, NOW);
  expect(edition?.items[1]).not.toHaveProperty("story");
  expect(edition?.items[1]?.update).toBe(false);
});

test.each<[string, Filed]>([
  ["revised", filed("t", { revision: 2, title: "New" })],
  ["held", filed("t", { revision: 2, embargo: until })],
  ["killed", filed("t", { revision: 2, status: "killed" })],
])("a report that the edition tells by another one, and that is %s meanwhile, does not count as told", (_, changed) => {
  const { edition } = renew(keepEdition(EDITION), asTheyAre(changed), WANTED, NOW, GIVEN);
  expect(edition?.items).toHaveLength(2);
  expect(edition?.told).toEqual([]);
});

test("what is said by a report of the same edition goes", () => {
  const [first, second] = EDITION.items;
  if (first === undefined || second === undefined) throw new TypeError("it has two items");
  const beside = {
    ...EDITION,
    items: [first, { ...second, update: false, story: note("a", "t") }],
  };
  expect(renew(keepEdition(beside), asTheyAre(), WANTED, NOW).edition).toEqual(beside);
});

test("what another edition has carried since, in that revision or a later one, falls out", () => {
  const now = asTheyAre(filed("a", { revision: 2 }), filed("b", { revision: 2 }));
  const carried = new Map([
    ["a", 1],
    ["b", 2],
  ]);
  const { edition, out } = renew(keepEdition(EDITION), now, WANTED, NOW, carried);
  expect(edition?.items.map(({ filed: { article } }) => article.id)).toEqual(["a"]);
  expect(out).toEqual([{ id: "b", why: "Another edition has carried it since" }]);
});

test("an embargo that had ended and has not any more, by a clock that was put back, is told", () => {
  const { out } = renew(
    keepEdition(EDITION),
    asTheyAre(filed("a", { embargo: until })),
    WANTED,
    NOW,
  );
  expect(out).toMatchObject([{ id: "a", early: true }, { id: "t" }]);
});

test("where nothing may go there is no edition", () => {
  const gone = new Map([["a", filed("a", { status: "killed" })]]);
  const { edition, out } = renew(keepEdition(EDITION), gone, WANTED, NOW);
  expect(edition).toBeNull();
  expect(out.map(({ id }) => id)).toEqual(["a", "b"]);
});

test("a story is left out with what it stands for", () => {
  const kept = keepEdition(EDITION);
  expect(reportsOf(kept, "a")).toEqual(["a", "t"]);
  expect(reportsOf(kept, "t")).toEqual([]);
  expect(withoutItem(kept, "a")).toMatchObject({ items: [{ id: "b" }], told: [] });
});

test("whatever becomes of its articles, nothing goes that may not be shown, and each item goes or falls out", () => {
  const change = fc.constantFrom<Partial<Article> | null>(
    ...[{}, { revision: 2 }, { embargo: until }, { status: "killed" as const }],
    ...[{ section: "sport" }, { decision: { kind: "hold" as const, by: "Ines", at: NOW } }, null],
  );
  fc.assert(
    fc.property(fc.array(change, { minLength: 4, maxLength: 4 }), (changes) => {
      const current = new Map(
        ["a", "b", "d", "t"].flatMap((id, index): readonly [string, Filed][] => {
          const fields = changes[index];
          return fields == null ? [] : [[id, filed(id, fields)]];
        }),
      );
      const { edition, out } = renew(keepEdition(EDITION), current, WANTED, NOW);
      const goes = edition?.items ?? [];
      for (const item of goes) expect(isShown(item.filed.article, NOW)).toBe(true);
      const fates = [
        ...goes.map(({ filed: { article } }) => article.id),
        ...out.map(({ id }) => id),
      ];
      // What has come since of the report behind another is offered by itself.
      const isLost = out.some(({ id }) => id === "a") && current.get("t")?.article.revision === 1;
      expect(fates.toSorted()).toEqual(isLost ? ["a", "b", "t"] : ["a", "b"]);
    }),
  );
});
