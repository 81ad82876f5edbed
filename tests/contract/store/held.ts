import { expect, test } from "vitest";
import { article, file, ids, NOON, type Place } from "./samples.ts";
import { withStore } from "./with-store.ts";

export function heldContract(newPlace: () => Promise<Place>): void {
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

  test("a history has every revision, held or not, the last of them, and none that its readers may not read", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a", { title: "Old words" }));
      await file(store, article("a", { revision: 2, status: "withheld" }));
      await file(store, article("a", { revision: 3, internal: true }));
      await file(store, article("b", {}));
      const numbers = async (limit: number, audience: "internal" | "public") => {
        const held = store.heldCopy.forReaders({ audience, internalSections: [] });
        return (await held.history("a", limit)).map(({ revision }) => revision);
      };
      expect(await numbers(9, "internal")).toEqual([1, 2, 3]);
      expect(await numbers(2, "internal")).toEqual([2, 3]);
      expect(await numbers(9, "public")).toEqual([1, 2]);
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
