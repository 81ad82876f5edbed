import { expect, test } from "vitest";
import { MINUTE, NOON, type Place } from "./samples.ts";
import { withStore } from "./with-store.ts";

const DAY = 24 * 60 * MINUTE;

export function interactionsContract(newPlace: () => Promise<Place>): void {
  test("an interaction is taken on once, however many ask for it at a time", () =>
    withStore(newPlace, async ({ interactions }) => {
      const asked = ["1.2.a", "1.2.a", "1.2.b", "1.2.a"].map((id) => interactions.take(id, NOON));
      expect((await Promise.all(asked)).filter((isNew) => isNew)).toHaveLength(2);
      expect(await interactions.take("1.2.b", NOON + 60 * MINUTE)).toBe(false);
      expect(await interactions.take("1.2.c", NOON)).toBe(true);
    }));

  test("it is remembered for a day, and no longer", () =>
    withStore(newPlace, async ({ interactions }) => {
      await interactions.take("1.2.a", NOON);
      expect(await interactions.take("1.2.a", NOON + DAY)).toBe(false);
      expect(await interactions.take("1.2.a", NOON + DAY + 1)).toBe(true);
    }));
}
