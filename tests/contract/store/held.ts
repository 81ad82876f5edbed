import fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import { type Embargo, isHeld } from "#core/article/embargo.ts";
import { ANYTHING } from "#core/reply/sought.ts";
import { article, candidateIds, file, ids, NOON, type Place, subscription } from "./samples.ts";
import { withStore } from "./with-store.ts";

const EMBARGO: fc.Arbitrary<Embargo | null> = fc.oneof(
  fc.constant(null),
  fc.constant({ kind: "unreadable" as const, text: "until the bell" }),
  fc.record({
    kind: fc.constant("until" as const),
    instant: fc.integer({ min: NOON - 3, max: NOON + 3 }),
    text: fc.constant("until about noon"),
  }),
);

/** The embargoes of each article's revisions, in their order. */
const ARTICLES = fc.array(fc.array(EMBARGO, { minLength: 1, maxLength: 3 }), { maxLength: 6 });

function revisions(index: number, embargoes: readonly (Embargo | null)[]): readonly Article[] {
  return embargoes.map((embargo, at) =>
    article(`a${index}`, {
      revision: at + 1,
      title: "Shared words",
      embargo,
      takenIn: NOON - 9,
      tags: [`a${index}`],
    }),
  );
}

export function heldContract(newPlace: () => Promise<Place>): void {
  test("no reading verb shows an article whose latest revision is held, and each shows all others", () =>
    fc.assert(
      fc.asyncProperty(ARTICLES, fc.integer({ min: NOON - 4, max: NOON + 4 }), (lists, now) =>
        withStore(newPlace, async (store) => {
          const all = lists.map((embargoes, index) => revisions(index, embargoes));
          for (const revision of all.flat()) await file(store, revision);
          const shown = all
            .flatMap((list) => list.at(-1) ?? [])
            .filter(({ embargo }) => !isHeld(embargo, now))
            .map(({ id }) => id);

          const { archive, editions } = store;
          const sorted = (list: readonly string[]) => list.toSorted();
          expect(sorted(ids(await archive.latest(now, 99)))).toEqual(shown);
          expect(sorted(ids(await archive.search("shared", now, 99)))).toEqual(shown);
          for (const typed of ["", "sha"]) {
            const listed = await archive.headlines(typed, now, 99);
            expect(sorted(listed.map(({ id }) => id))).toEqual(shown);
          }
          for (const words of [[], ["shared"]]) {
            for (const order of ["best", "newest", "oldest"] as const) {
              const sought = { ...ANYTHING, words };
              const found = await archive.find(sought, order, now, { skip: 0, limit: 99 });
              expect(sorted(ids(found))).toEqual(shown);
            }
          }
          expect(sorted(ids(await archive.arrived(0, now, 99)))).toEqual(shown);
          expect(sorted(await archive.names("topic", "", now, 99))).toEqual(shown);
          expect(sorted(await archive.names("topic", "a", now, 99))).toEqual(shown);
          const candidates = await editions.candidates(subscription("any"), now, now);
          expect(sorted(candidateIds(candidates))).toEqual(shown);
          for (const [index] of lists.entries()) {
            const found = await archive.get(`a${index}`, now);
            expect(found !== null).toBe(shown.includes(`a${index}`));
            const past = await archive.revisions(`a${index}`, now, 99);
            expect(past.length > 0).toBe(shown.includes(`a${index}`));
            expect(past.filter(({ embargo }) => isHeld(embargo, now))).toEqual([]);
          }
        }),
      ),
      { numRuns: 30 },
    ));

  test.each([
    ["in a revision that is held", { kind: "unreadable", text: "until then" } as const, false],
    ["in a revision that is not", null, true],
  ])("an article that was public stands %s: shown is %s", (_, embargo, shown) =>
    withStore(newPlace, async (store) => {
      await file(store, article("a", { title: "Old words" }));
      await file(store, article("a", { revision: 2, title: "New words", embargo }));
      expect((await store.archive.get("a", NOON)) !== null).toBe(shown);
      expect(ids(await store.archive.search("old", NOON, 9))).toEqual([]);
      expect(await store.archive.revision("a")).toBe(2);
      expect(await store.archive.ofContent("hash-a-2")).toEqual({ id: "a", path: "wire/a.txt" });
    }));

  test.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    8.64e15,
  ])("an embargo until %s holds now", (instant) =>
    withStore(newPlace, async (store) => {
      await file(store, article("a", { embargo: { kind: "until", instant, text: "?" } }));
      expect(await store.archive.latest(NOON, 9)).toEqual([]);
    }));

  test("an embargo in fractions of a millisecond holds to its end", () =>
    withStore(newPlace, async (store) => {
      const embargo = { kind: "until" as const, instant: NOON + 0.5, text: "half" };
      await file(store, article("a", { embargo }));
      expect(await store.archive.get("a", NOON)).toBeNull();
      expect(await store.archive.get("a", NOON + 1)).not.toBeNull();
    }));
}
