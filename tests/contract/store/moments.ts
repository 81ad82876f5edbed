import { expect, test } from "vitest";
import type { Passed } from "#desk/port/editions.ts";
import type { Store } from "#edge/store/store.ts";
import { article, file, MINUTE, NOON, type Place } from "./samples.ts";
import { withStore } from "./with-store.ts";

const START: Passed = { number: 0, at: 0 };

/** All that is found a few at a time, by id, and up to which filing. */
async function found(store: Store, since: Passed, now: number, most: number, limit: number) {
  const ids: string[] = [];
  let from = since;
  for (;;) {
    const { last, found } = await store.editions.urgent(from, now, { most, limit });
    ids.push(...found.map(({ filed }) => filed.article.id));
    from = { number: last, at: now };
    if (found.length < limit) return { ids, reached: from };
  }
}

export function momentsContract(newPlace: () => Promise<Place>): void {
  test("what goes at once is found a part at a time, once, and as far as it is urgent", () =>
    withStore(newPlace, async (store) => {
      const urgencies = [1, 5, null, 3, 8, 2, 4] as const;
      for (const [index, urgency] of urgencies.entries()) {
        await file(store, article(`a${index}`, { urgency }));
      }
      for (const limit of [1, 2, 3, 99]) {
        const all = await found(store, START, NOON, 8, limit);
        expect(all.ids).toEqual(["a0", "a1", "a2", "a3", "a4", "a5", "a6"]);
        expect((await found(store, START, NOON, 3, limit)).ids).toEqual(["a0", "a3", "a5"]);
        // What states no urgency is ordinary.
        expect((await found(store, START, NOON, 5, limit)).ids).not.toContain("a4");
        expect((await found(store, all.reached, NOON, 8, limit)).ids).toEqual([]);
      }
    }));

  test("what was held when one looked last is found as soon as it may be shown, and not before", () =>
    withStore(newPlace, async (store) => {
      const until = { kind: "until", instant: NOON + MINUTE, text: "later" } as const;
      await file(store, article("vault", { embargo: until }));
      await file(store, article("open"));
      const first = await found(store, START, NOON, 8, 1);
      expect(first.ids).toEqual(["open"]);
      const second = await found(store, first.reached, NOON + MINUTE, 8, 1);
      expect(second.ids).toEqual(["vault"]);
      expect((await found(store, second.reached, NOON + 2 * MINUTE, 8, 1)).ids).toEqual([]);
    }));

  test("moments between slots are counted since the last slot, of each place for itself", () =>
    withStore(newPlace, async ({ editions }) => {
      const slot = (subscription: string, at: number) =>
        editions.takeSlots([{ subscription, slot: at, now: at, late: false }]);
      await slot("one", NOON);
      await slot("two", NOON);
      await editions.takeMoments(["one", "two"], NOON + 1);
      await editions.takeMoments(["one"], NOON + 2);
      const counts = async () => [...(await editions.momentsSince(["one", "two", "three"]))].sort();
      expect(await counts()).toEqual([
        ["one", 2],
        ["two", 1],
      ]);
      await slot("one", NOON + MINUTE);
      expect(await counts()).toEqual([["two", 1]]);
    }));
}
