import { expect, test } from "vitest";
import type { NewReport } from "#desk/port/reports.ts";
import type { Store } from "#edge/store/store.ts";
import { article, file, MINUTE, message, NOON, type Place } from "./samples.ts";
import { withStore } from "./with-store.ts";

const REPORT: NewReport = {
  ...{ article: "ferry", revision: 1, by: "slack:U1", byName: "Ana", what: "It sailed", at: NOON },
  direct: { platform: "slack", address: "D1" },
};

const stirred = async (store: Store, now = NOON) =>
  (await store.reports.stirred(now, 9)).map(({ number }) => number);

export function reportsContract(newPlace: () => Promise<Place>): void {
  test("a report is kept as it was made, also over a restart, until it is settled, once", async () => {
    const place = await newPlace();
    const store = await place.open();
    const number = await store.reports.add(REPORT);
    const other = await store.reports.add({ ...REPORT, by: "slack:U2", direct: null });
    expect(other).toBeGreaterThan(number);
    await store.close();
    const again = await place.open();
    try {
      expect(await again.reports.get(number)).toEqual({
        ...{ ...REPORT, number, state: "open", seen: 1, settledBy: null },
      });
      expect((await again.reports.open(0, 9)).map((one) => one.number)).toEqual([other, number]);
      expect(await again.reports.open(1, 9)).toHaveLength(1);
      expect(await again.reports.settle(number, "dismissed", "Bo", NOON + 1)).toBe(true);
      expect(await again.reports.settle(number, "held", null, NOON + 2)).toBe(false);
      await again.reports.expect(number);
      expect(await again.reports.get(number)).toMatchObject({
        state: "dismissed",
        settledBy: "Bo",
      });
      expect(await again.reports.countOpen()).toBe(1);
      expect(await again.reports.get(999)).toBeNull();
    } finally {
      await again.close();
      await place.remove();
    }
  });

  test("reports of one person are counted behind a moment", () =>
    withStore(newPlace, async ({ reports }) => {
      await reports.add(REPORT);
      await reports.add({ ...REPORT, at: NOON + MINUTE });
      await reports.add({ ...REPORT, by: "slack:U2" });
      expect(await reports.countBy("slack:U1", NOON - 1)).toBe(2);
      expect(await reports.countBy("slack:U1", NOON)).toBe(1);
      expect(await reports.countBy("slack:U3", 0)).toBe(0);
    }));

  test("it is stirred by another revision that nobody has looked at, and by a hold, while it is open", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("ferry"));
      const number = await store.reports.add(REPORT);
      expect(await stirred(store)).toEqual([]);
      await file(store, article("ferry", { revision: 2, body: "It sailed after all, late." }));
      expect(await stirred(store)).toEqual([number]);
      await store.reports.look(number, 2);
      expect(await stirred(store)).toEqual([]);
      const until = { kind: "until", instant: NOON + MINUTE, text: "noon" } as const;
      await file(store, article("ferry", { revision: 3, embargo: until }));
      await store.reports.look(number, 3);
      expect(await stirred(store)).toEqual([number]);
      expect(await stirred(store, NOON + MINUTE)).toEqual([]);
      await store.reports.settle(number, "held", null, NOON);
      expect(await stirred(store)).toEqual([]);
    }));

  test("a notice of it is found, and what it shows of the article is outdated by a hold", () =>
    withStore(newPlace, async (store) => {
      const of = article("ferry");
      await file(store, of);
      const number = await store.reports.add(REPORT);
      const place = { id: "admin@slack:C9", platform: "slack", address: "C9" } as const;
      const notice = { key: "n1", message: message("report") };
      await store.notices.put(place, NOON, notice, NOON, of);
      await store.reports.noteNotice(number, "n1");
      expect(await store.reports.noticesOf(number)).toEqual(["n1"]);
      expect(await store.reports.noticesOf(number + 1)).toEqual([]);
      expect(await store.corrections.outdated(NOON)).toEqual([]);
      await file(store, article("ferry", { revision: 2, body: "Another text." }));
      expect(await store.corrections.outdated(NOON)).toEqual([{ key: "n1", article: "ferry" }]);
    }));
}
