import { expect, test } from "vitest";
import { issueSlots } from "#desk/issue.ts";
import {
  article,
  candidateIds,
  editionOf,
  file,
  issue,
  MINUTE,
  NOON,
  type Place,
  subscription,
} from "./samples.ts";
import { withStore } from "./with-store.ts";

/** More than are asked about in one query. */
const PLACES = 2_203;

export function manyPlacesContract(newPlace: () => Promise<Place>): void {
  test("of thousands of places it is asked at once which slots they have had, as of each", () =>
    withStore(newPlace, async (store) => {
      const names = Array.from({ length: PLACES }, (_, index) => `place-${index}`);
      await file(store, article("a"));
      // The first, the last, and one whose clock was put back since.
      await issue(store, subscription("place-0"), NOON);
      await issue(store, subscription(`place-${PLACES - 1}`), NOON + MINUTE);
      await issue(store, subscription("place-7"), NOON + 9 * MINUTE);
      await store.editions.goBack("place-7", NOON - MINUTE);
      await issue(store, subscription("elsewhere"), NOON);

      const found = await store.editions.lastSlots(names);
      expect([...found].toSorted()).toEqual(
        [
          ["place-0", NOON],
          [`place-${PLACES - 1}`, NOON + MINUTE],
          ["place-7", NOON - MINUTE],
        ].toSorted(),
      );
      for (const [name, slot] of found) expect(await store.editions.lastSlot(name)).toBe(slot);
      expect(await store.editions.lastSlots([])).toEqual(new Map());
    }));

  test("slots of several places are taken at once, each as its place has got", () =>
    withStore(newPlace, async (store) => {
      const at = (id: string, changes: object = {}) => ({
        ...{ subscription: id, slot: NOON, now: NOON, late: false },
        ...changes,
      });
      const { editions } = store;
      await editions.takeSlots(["had", "late", "again", "behind"].map((id) => at(id)));
      for (const id of ["late", "again", "behind"]) await editions.goBack(id, NOON - MINUTE);
      const taken = await editions.takeSlots([
        at("had"),
        at("new"),
        at("late", { late: true }),
        at("again"),
        at("first", { last: null }),
        at("behind", { last: NOON }),
        at("not-first", { last: NOON - MINUTE }),
      ]);
      expect(taken).toEqual(
        new Map([
          ["new", NOON],
          ["again", NOON + 1],
          ["first", NOON],
        ]),
      );
      const found = await editions.lastSlots(["had", "late", "again", "behind", "not-first"]);
      expect([...found].toSorted()).toEqual([
        ["again", NOON + 1],
        ["behind", NOON - MINUTE],
        ["had", NOON],
        ["late", NOON],
      ]);
      expect(await editions.takeSlots([])).toEqual(new Map());
    }));

  test("of several places each is sent its own edition, and those that have dealt with the slot none", () =>
    withStore(newPlace, async (store) => {
      const places = ["front", "sport", "city"].map((id) => subscription(id));
      await file(store, article("a"));
      await issue(store, subscription("sport"), NOON);
      await file(store, article("b"));
      const slots = places.map((one) => ({ subscription: one, slot: NOON, late: false }));
      const offered = new Map<string, readonly string[]>();
      const issued = await issueSlots(
        store,
        slots,
        NOON,
        ({ subscription: own }, all, { known }) => {
          offered.set(own.id, candidateIds(all));
          const made = own.id === "city" ? null : editionOf(own, known, 2, all);
          return { made, waiting: own.id === "city" ? ["b"] : [] };
        },
      );
      expect([...issued.keys()]).toEqual(["front"]);
      expect([...offered]).toEqual([
        ["front", ["b", "a"]],
        ["city", ["b", "a"]],
      ]);
      expect(await store.editions.passed()).toEqual(
        new Map([
          ["sport", 1],
          ["front", 2],
          ["city", 1],
        ]),
      );
      const [edition, ...more] = await store.editions.issued("front", 9);
      expect(more).toEqual([]);
      expect(edition?.messages).toHaveLength(2);
      expect(await store.editions.issued("city", 9)).toEqual([]);
    }));

  test("each place is told what it has carried itself", () =>
    withStore(newPlace, async (store) => {
      const [front, sport] = [subscription("front"), subscription("sport")];
      await file(store, article("a"));
      await issue(store, front, NOON);
      await file(store, article("a", { revision: 2, title: "The ferry sails again" }));
      await issue(store, sport, NOON);
      const carriers = ["front", "sport", "nobody"].map((id) => {
        return { subscription: id, stories: new Set<string>(), ids: ["a", "b"] };
      });
      const carried = await store.editions.carried(carriers, { now: NOON, asOf: NOON });
      const revisions = [...carried].map(([place, reports]) => [
        place,
        reports.map((one) => one.read().article.revision),
      ]);
      expect(revisions.toSorted()).toEqual([
        ["front", [1]],
        ["sport", [2]],
      ]);
    }));

  test("an edition is the newest by its slot; a slot without one is none", () =>
    withStore(newPlace, async (store) => {
      const front = subscription("front");
      await file(store, article("a"));
      await issue(store, front, NOON);
      await store.editions.takeSlots([
        { subscription: "front", slot: NOON + MINUTE, now: NOON + MINUTE, late: false },
        { subscription: "sport", slot: NOON, now: NOON, late: false },
      ]);
      expect(await store.editions.newest(["front", "sport", "nowhere"])).toEqual(
        new Map([["front", NOON]]),
      );
    }));
}
