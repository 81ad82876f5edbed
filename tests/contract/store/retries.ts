import { expect, test } from "vitest";
import type { Retry } from "#desk/port/retries.ts";
import { MINUTE, NOON, type Place } from "./samples.ts";
import { withStore } from "./with-store.ts";

const retry = (path: string, changes: Partial<Retry> = {}): Retry => ({
  ...{ path, contentHash: "h1", attempt: 1, due: NOON },
  ...changes,
});

export function retriesContract(newPlace: () => Promise<Place>): void {
  test("a file is read again when it is due, and not before", () =>
    withStore(newPlace, async ({ retries }) => {
      await retries.plan(retry("late.pdf", { due: NOON + MINUTE }));
      await retries.plan(retry("b.pdf"));
      await retries.plan(retry("a.pdf", { due: NOON - MINUTE }));
      expect((await retries.due(NOON)).map(({ path }) => path)).toEqual(["a.pdf", "b.pdf"]);
    }));

  test("a plan takes the place of the one before it, until it is dropped", () =>
    withStore(newPlace, async ({ retries }) => {
      await retries.plan(retry("a.pdf"));
      const second = retry("a.pdf", { attempt: 2, due: NOON + MINUTE });
      await retries.plan(second);
      expect(await retries.of("a.pdf")).toEqual(second);
      await retries.drop("a.pdf");
      await retries.drop("a.pdf");
      expect(await retries.of("a.pdf")).toBeNull();
    }));

  test("a plan is there after the store was closed", async () => {
    const place = await newPlace();
    const first = await place.open();
    await first.retries.plan(retry("a.pdf"));
    await first.close();
    const { retries, close } = await place.open();
    expect(await retries.due(NOON)).toEqual([retry("a.pdf")]);
    await close();
    await place.remove();
  });
}
