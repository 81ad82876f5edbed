import { expect, test } from "vitest";
import { article, file, issue, MINUTE, NOON, type Place, subscription } from "./samples.ts";
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

  test("an edition is the newest by its slot; a slot without one is none", () =>
    withStore(newPlace, async (store) => {
      const front = subscription("front");
      await file(store, article("a"));
      await issue(store, front, NOON);
      await store.editions.takeSlot({
        ...{ subscription: "front", slot: NOON + MINUTE, now: NOON + MINUTE, late: false },
      });
      await store.editions.takeSlot({ subscription: "sport", slot: NOON, now: NOON, late: false });
      expect(await store.editions.newest(["front", "sport", "nowhere"])).toEqual(
        new Map([["front", NOON]]),
      );
    }));
}
