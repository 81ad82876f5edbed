import { expect, test } from "vitest";
import { NOON, type Place } from "./samples.ts";

export function greetingsContract(newPlace: () => Promise<Place>): void {
  test("a place is greeted once, however many try at a time, also after a restart", async () => {
    const place = await newPlace();
    const store = await place.open();
    const taken = ["slack:C1", "slack:C1", "discord:C1", "slack:C1"].map((one) =>
      store.greetings.take(one, NOON),
    );
    expect((await Promise.all(taken)).filter((isNew) => isNew)).toHaveLength(2);
    await store.close();
    const again = await place.open();
    try {
      expect(await again.greetings.take("slack:C1", NOON + 1e12)).toBe(false);
      expect(await again.greetings.take("slack:C2", NOON)).toBe(true);
    } finally {
      await again.close();
      await place.remove();
    }
  });
}
