import { expect, test } from "vitest";
import { keepEdition } from "#core/digest/kept.ts";
import type { Decided } from "#desk/port/approvals.ts";
import type { Made } from "#desk/port/editions.ts";
import type { Store } from "#edge/store/store.ts";
import {
  article,
  candidateIds,
  editionOf,
  file,
  issue,
  issueBy,
  MINUTE,
  NOON,
  type Place,
  subscription,
} from "./samples.ts";
import { withStore } from "./with-store.ts";

const FRONT = subscription("front");
const INES: Decided = { how: "let-go", by: "Ines", at: NOON + MINUTE };
const BO: Decided = { how: "dropped", by: "Bo", at: NOON + 2 * MINUTE };

function awaiting({ edition }: Made): Made {
  const left = [{ id: "z", kind: "waiting", rule: "no room" } as const];
  return {
    edition,
    parts: [],
    awaits: { kept: keepEdition(edition), tally: null, left, goesAt: null },
  };
}

/** Makes an edition of `a` and `b` that waits. */
async function waits(store: Store): Promise<Made> {
  for (const id of ["a", "b"]) await file(store, article(id));
  let made: Made | null = null;
  await issueBy(store, FRONT, NOON, NOON, (all, slot) => {
    made = editionOf(FRONT, slot, 1, all);
    return { made: awaiting(made), waiting: [] };
  });
  if (made === null) throw new TypeError("it was made");
  return made;
}

const offered = async (store: Store, slot = NOON + 60 * MINUTE) => {
  let ids: readonly string[] = [];
  const look = issueBy(store, FRONT, slot, slot, (all) => {
    ids = candidateIds(all);
    throw new RangeError("it only looks");
  });
  await look.catch(() => undefined);
  return ids;
};
const claims = async ({ outbox }: Store) =>
  (await outbox.claim(NOON + 9 * MINUTE, ["slack"])).length;

export function approvalsContract(newPlace: () => Promise<Place>): void {
  test("what waits is in no channel, in no answer, and in no later edition, also over a restart", async () => {
    const place = await newPlace();
    const store = await place.open();
    await waits(store);
    expect(await claims(store)).toBe(0);
    await store.close();
    const again = await place.open({ recover: true });
    try {
      expect(await claims(again)).toBe(0);
      expect(await again.editions.issued(FRONT.id, 9)).toEqual([]);
      expect((await again.editions.newest([FRONT.id])).size).toBe(0);
      expect(await offered(again)).toEqual([]);
      const [open, ...others] = await again.approvals.open();
      expect(others).toEqual([]);
      expect(open).toMatchObject({
        ...{ subscription: FRONT.id, channel: FRONT.channel, at: NOON, goesAt: null, toldAt: null },
        ...{ decided: null, left: [{ id: "z", kind: "waiting", rule: "no room" }] },
      });
      expect(open?.kept.items.map(({ id }) => id).toSorted()).toEqual(["a", "b"]);
      expect(await again.approvals.open("other")).toEqual([]);
    } finally {
      await again.close();
      await place.remove();
    }
  });

  test("an edition before it is shown meanwhile as the newest one", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("c"));
      await issue(store, FRONT, NOON - 60 * MINUTE);
      await waits(store);
      expect([...(await store.editions.newest([FRONT.id]))]).toEqual([
        [FRONT.id, NOON - 60 * MINUTE],
      ]);
      expect((await store.editions.issued(FRONT.id, 9)).map(({ slot }) => slot)).toEqual([
        NOON - 60 * MINUTE,
      ]);
    }));

  test("it is let go once, by whoever is first, as it is then", () =>
    withStore(newPlace, async (store) => {
      const made = await waits(store);
      const [open] = await store.approvals.open();
      const number = open?.number ?? 0;
      const going = { subscription: FRONT, made };
      expect(await store.approvals.letGo(number, going, INES)).toBe(true);
      expect(await store.approvals.letGo(number, going, BO)).toBe(false);
      expect(await store.approvals.drop(number, BO)).toBe(false);
      expect(await store.approvals.replace(number, keepEdition(made.edition))).toBe(false);
      expect((await store.approvals.get(number))?.decided).toEqual(INES);
      expect(await store.approvals.open()).toEqual([]);
      expect(await claims(store)).toBe(1);
      expect((await store.editions.issued(FRONT.id, 9)).map(({ slot }) => slot)).toEqual([NOON]);
      expect(await offered(store)).toEqual([]);
    }));

  test("what is dropped is given to nobody, and nothing of it counts as carried", () =>
    withStore(newPlace, async (store) => {
      const made = await waits(store);
      const [open] = await store.approvals.open();
      const number = open?.number ?? 0;
      expect(await store.approvals.drop(number, BO)).toBe(true);
      const going = { subscription: FRONT, made };
      expect(await store.approvals.letGo(number, going, INES)).toBe(false);
      expect((await store.approvals.get(number))?.decided).toEqual(BO);
      expect(await claims(store)).toBe(0);
      expect(await store.editions.issued(FRONT.id, 9)).toEqual([]);
      expect((await store.editions.carriers("a")).size).toBe(0);
      expect(await store.approvals.get(999)).toBeNull();
    }));

  test("what is left of it stands in its place", () =>
    withStore(newPlace, async (store) => {
      const { edition } = await waits(store);
      const [open] = await store.approvals.open();
      const number = open?.number ?? 0;
      const kept = keepEdition(edition);
      const rest = { ...kept, items: kept.items.filter(({ id }) => id === "a") };
      expect(await store.approvals.replace(number, rest)).toBe(true);
      expect((await store.approvals.get(number))?.kept.items).toMatchObject([{ id: "a" }]);
      expect((await store.editions.carriers("b")).size).toBe(0);
      expect((await store.editions.carriers("a")).size).toBe(1);
    }));

  test("what its place has been given of its articles in other editions is known, and nothing that waits there", () =>
    withStore(newPlace, async (store) => {
      const made = await waits(store);
      const [first] = await store.approvals.open();
      await file(store, article("a", { revision: 2, title: "Revised" }));
      await issueBy(store, FRONT, NOON + MINUTE, NOON + MINUTE, (all, slot) => {
        return { made: awaiting(editionOf(FRONT, slot, 1, all)), waiting: [] };
      });
      const [, second] = await store.approvals.open();
      const carried = async (...ids: readonly string[]) => {
        const given = await store.approvals.carriedBeside(second?.number ?? 0, ids);
        return [...given].toSorted();
      };
      expect(await carried("a", "b", "z")).toEqual([]);
      await store.approvals.letGo(first?.number ?? 0, { subscription: FRONT, made }, INES);
      // Also what is no item of its own, and something of it may have been drawn from.
      expect(await carried("a", "b", "z")).toEqual([
        ["a", 1],
        ["b", 1],
      ]);
      expect(await carried("a")).toEqual([["a", 1]]);
      expect(await carried()).toEqual([]);
    }));

  test("when and by which notices admins were told is kept", () =>
    withStore(newPlace, async (store) => {
      await waits(store);
      const [open] = await store.approvals.open();
      const number = open?.number ?? 0;
      await store.approvals.noteTold(number, NOON + 5);
      await store.approvals.noteNotice(number, "n1");
      await store.approvals.noteNotice(number, "n1");
      expect((await store.approvals.get(number))?.toldAt).toBe(NOON + 5);
      expect(await store.approvals.noticesOf(number)).toEqual(["n1"]);
    }));

  test("what fails in a unit of work leaves it waiting", () =>
    withStore(newPlace, async (store) => {
      const made = await waits(store);
      const [open] = await store.approvals.open();
      const number = open?.number ?? 0;
      const failing = store.transaction(async (tx) => {
        await tx.approvals.letGo(number, { subscription: FRONT, made }, INES);
        throw new RangeError("a crash");
      });
      await expect(failing).rejects.toThrow("a crash");
      expect(await store.approvals.open()).toHaveLength(1);
      expect(await claims(store)).toBe(0);
    }));
}
