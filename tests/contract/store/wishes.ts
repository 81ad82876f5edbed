import { expect, test } from "vitest";
import type { Wishes } from "#core/digest/wishes.ts";
import type { Store } from "#edge/store/store.ts";
import { MINUTE, NOON, type Place } from "./samples.ts";
import { withStore } from "./with-store.ts";

const [FRONT, SPORT] = ["front@slack:C1", "sport@slack:C2"] as const;
const INES = { by: "Ines", at: NOON };
const BO = { by: "Bo", at: NOON + MINUTE };

const shown = ({ order, leftOut }: Wishes) => ({
  order: order === null ? null : `${order.by}: ${order.ids.join(" ")}`,
  leftOut: [...leftOut].map(([id, { by, until }]) => `${id} ${until} ${by}`).toSorted(),
});
const of = async ({ wishes }: Store, id: string = FRONT) => {
  const own = (await wishes.of([FRONT, SPORT])).get(id);
  return own === undefined ? null : shown(own);
};

export function wishesContract(newPlace: () => Promise<Place>): void {
  test("an order is kept for each place until an edition is made by it", () =>
    withStore(newPlace, async (store) => {
      const { wishes } = store;
      expect((await wishes.of([])).size).toBe(0);
      expect(await wishes.arrange([FRONT, SPORT], ["b", "a"], INES)).toBe(true);
      expect(await wishes.arrange([FRONT, SPORT], ["b", "a"], BO)).toBe(false);
      expect(await of(store)).toEqual({ order: "Ines: b a", leftOut: [] });
      expect(await wishes.arrange([FRONT], ["a"], BO)).toBe(true);
      await wishes.use([FRONT]);
      expect(await of(store)).toBeNull();
      expect(await of(store, SPORT)).toEqual({ order: "Ines: b a", leftOut: [] });
      expect(await wishes.arrange([FRONT, SPORT], null, BO)).toBe(true);
      expect(await wishes.arrange([FRONT, SPORT], null, BO)).toBe(false);
      expect(await of(store, SPORT)).toBeNull();
    }));

  test("what is left out of one edition is past with it, and forgotten with the one after that; for good it stays", () =>
    withStore(newPlace, async (store) => {
      const { wishes } = store;
      expect(await wishes.leaveOut(FRONT, ["a", "b"], "next", INES)).toEqual(["a", "b"]);
      expect(await wishes.leaveOut(FRONT, ["b", "c"], "good", BO)).toEqual(["b", "c"]);
      expect(await wishes.leaveOut(FRONT, ["a", "b"], "next", BO)).toEqual([]);
      expect(await of(store)).toEqual({
        order: null,
        leftOut: ["a next Ines", "b good Bo", "c good Bo"],
      });
      await wishes.use([FRONT]);
      expect((await of(store))?.leftOut).toEqual(["a past Ines", "b good Bo", "c good Bo"]);
      expect(await wishes.leaveOut(FRONT, ["a"], "next", BO)).toEqual(["a"]);
      await wishes.use([FRONT]);
      await wishes.use([FRONT]);
      expect((await of(store))?.leftOut).toEqual(["b good Bo", "c good Bo"]);
      expect(await wishes.leftForGood()).toEqual([
        { subscription: FRONT, article: "b", by: "Bo" },
        { subscription: FRONT, article: "c", by: "Bo" },
      ]);
    }));

  test("it is taken back where it is left out, and only there", () =>
    withStore(newPlace, async (store) => {
      const { wishes } = store;
      await wishes.leaveOut(FRONT, ["a", "b"], "good", INES);
      await wishes.leaveOut(SPORT, ["a"], "next", INES);
      expect(await wishes.takeBack(FRONT, ["a", "z"])).toEqual(["a"]);
      expect(await wishes.takeBack(FRONT, ["a"])).toEqual([]);
      expect((await of(store))?.leftOut).toEqual(["b good Ines"]);
      expect((await of(store, SPORT))?.leftOut).toEqual(["a next Ines"]);
    }));

  test("what fails in a unit of work leaves every wish as it was", () =>
    withStore(newPlace, async (store) => {
      await store.wishes.arrange([FRONT], ["a"], INES);
      const failing = store.transaction(async (tx) => {
        await tx.wishes.use([FRONT]);
        throw new RangeError("a crash");
      });
      await expect(failing).rejects.toThrow("a crash");
      expect(await of(store)).toEqual({ order: "Ines: a", leftOut: [] });
    }));
}
