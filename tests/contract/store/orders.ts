import { expect, test } from "vitest";
import type { AuditEntry, ChatOrder } from "#desk/port/standing-orders.ts";
import { MINUTE, NOON, type Place } from "./samples.ts";
import { withStore } from "./with-store.ts";

const DAY = 24 * 60 * MINUTE;

const order = (name: string, changes: Partial<ChatOrder> = {}): ChatOrder => ({
  ...{ name, entry: { name, topics: "flood", slack: "C1" }, by: "slack:U1", byName: "Ines" },
  ...{ at: NOON, owner: null },
  ...changes,
});

const audit = (did: string, at = NOON): AuditEntry => ({ at, by: "slack:U1", name: "Ines", did });

export function ordersContract(newPlace: () => Promise<Place>): void {
  test("an order is kept with who made it, replaced by its name, and told in the audit", () =>
    withStore(newPlace, async ({ orders }) => {
      await orders.save(order("tide"), audit("ordered tide"));
      await orders.save(order("flood"), audit("ordered flood"));
      const changed = order("tide", { entry: { name: "tide" }, at: NOON + 1, owner: "slack:U2" });
      await orders.save(changed, audit("changed tide", NOON + 1));
      expect(await orders.orders()).toEqual([order("flood"), changed]);
      expect((await orders.audit(0, 0, 9)).map(({ did }) => did)).toEqual([
        ...["changed tide", "ordered flood", "ordered tide"],
      ]);
    }));

  test("orders are given a few at a time, behind a name, in one order", () =>
    withStore(newPlace, async ({ orders }) => {
      for (const name of ["tide", "Égout", "flood", "Flood"])
        await orders.save(order(name), audit(`ordered ${name}`));
      const all = (await orders.orders()).map(({ name }) => name);
      const given: string[] = [];
      for (let after: string | null = null; ; ) {
        const [one] = await orders.orders(after, 1);
        if (one === undefined) break;
        after = one.name;
        given.push(one.name);
      }
      expect(given).toEqual(all);
      expect(await orders.orders(null, 3)).toHaveLength(3);
    }));

  test("each change of an order or a pause is seen by its number, and nothing else makes one", () =>
    withStore(newPlace, async ({ orders }) => {
      const seen = new Set<number>();
      const look = async () => seen.add(await orders.lastChange()).size;
      await look();
      await orders.save(order("tide"), audit("ordered tide"));
      expect(await look()).toBe(2);
      await orders.pause("tide", NOON + DAY, audit("paused tide"));
      expect(await look()).toBe(3);
      await orders.resume("tide", audit("resumed tide"));
      expect(await look()).toBe(4);
      await orders.keepDraft("k1", { by: "slack:U1", order: order("tide"), at: NOON });
      expect(await look()).toBe(4);
      await orders.remove("tide", audit("ended tide"));
      expect(await look()).toBe(5);
    }));

  test("an order is there after the store was closed, until it is removed, once", async () => {
    const place = await newPlace();
    const first = await place.open();
    await first.orders.save(order("tide"), audit("ordered tide"));
    await first.close();
    const { orders, close } = await place.open();
    expect(await orders.orders()).toEqual([order("tide")]);
    expect(await orders.remove("tide", audit("ended tide"))).toBe(true);
    expect(await orders.remove("tide", audit("ended tide"))).toBe(false);
    expect(await orders.orders()).toEqual([]);
    expect(await orders.audit(0, 0, 9)).toHaveLength(2);
    await close();
    await place.remove();
  });

  test("a pause ends when it is resumed, and the slots in it are not made up for", () =>
    withStore(newPlace, async ({ orders }) => {
      await orders.pause("tide", Number.POSITIVE_INFINITY, audit("paused tide"));
      await orders.pause("flood", NOON + DAY, audit("paused flood"));
      expect(await orders.pauses()).toEqual(
        new Map([
          ["tide", Number.POSITIVE_INFINITY],
          ["flood", NOON + DAY],
        ]),
      );
      expect(await orders.resume("tide", audit("resumed tide", NOON + MINUTE))).toBe(true);
      expect((await orders.pauses()).get("tide")).toBe(NOON + MINUTE);
      expect(await orders.resume("tide", audit("resumed tide", NOON + DAY))).toBe(false);
      expect(await orders.resume("nothing", audit("resumed it"))).toBe(false);
    }));

  test("a pause goes with the order that it was for", () =>
    withStore(newPlace, async ({ orders }) => {
      await orders.save(order("tide"), audit("ordered tide"));
      await orders.pause("tide", NOON + DAY, audit("paused tide"));
      await orders.remove("tide", audit("ended tide"));
      expect(await orders.pauses()).toEqual(new Map());
    }));

  test("what was shown before saving is known for a day", () =>
    withStore(newPlace, async ({ orders }) => {
      const draft = { by: "slack:U1", order: order("tide"), at: NOON };
      await orders.keepDraft("k1", draft);
      expect(await orders.draft("k1", NOON + DAY)).toEqual(draft);
      expect(await orders.draft("k1", NOON + DAY + 1)).toBeNull();
      expect(await orders.draft("k2", NOON)).toBeNull();
      await orders.keepDraft("k3", { ...draft, at: NOON + 2 * DAY });
      expect(await orders.draft("k1", NOON)).toBeNull();
    }));

  test("what has a key is in the audit once, and is no change of an order", () =>
    withStore(newPlace, async ({ orders }) => {
      await orders.note(audit("ordered tide"));
      const before = await orders.lastChange();
      await orders.note({ ...audit("released a"), key: "freed a 1" });
      await orders.note({ ...audit("released it again"), key: "freed a 1" });
      await orders.note({ ...audit("released b"), key: "freed b 1" });
      expect((await orders.audit(0, 0, 9)).map(({ did }) => did)).toEqual([
        ...["released b", "released a", "ordered tide"],
      ]);
      expect(await orders.lastChange()).toBe(before);
      await orders.note(audit("ordered flood"));
      expect(await orders.lastChange()).toBeGreaterThan(before);
    }));

  test("what the config said is replaced as a whole", () =>
    withStore(newPlace, async ({ settings }) => {
      expect(await settings.seen()).toEqual(new Map());
      await settings.see(new Map([["tide", { schedule: "h1" }]]));
      const next = new Map([
        ["", { timeZone: "h2" }],
        ["flood", {}],
      ]);
      await settings.see(next);
      expect(await settings.seen()).toEqual(next);
    }));

  test("the audit is told latest first, by moment and by page", () =>
    withStore(newPlace, async ({ orders }) => {
      for (const [index, did] of ["one", "two", "three"].entries()) {
        await orders.note(audit(did, NOON + index));
      }
      const told = async (since: number, skip: number, limit: number) =>
        (await orders.audit(since, skip, limit)).map(({ did }) => did);
      expect(await told(0, 0, 2)).toEqual(["three", "two"]);
      expect(await told(0, 2, 2)).toEqual(["one"]);
      expect(await told(NOON + 1, 0, 9)).toEqual(["three", "two"]);
    }));
}
