import { expect, test } from "vitest";
import { type EditionStore, inUnits, within } from "#desk/together.ts";
import { testStore } from "./fixture.ts";

const NOON = Date.UTC(2026, 4, 8, 12);
const PLACES = ["north", "east", "south", "west"];

/** Takes a slot for each place; one of them cannot be dealt with. */
async function setUp(bad: string | null) {
  const store = await testStore();
  let transactions = 0;
  const counted = {
    ...store,
    transaction: ((work) => {
      transactions += 1;
      return store.transaction(work);
    }) satisfies typeof store.transaction,
  };
  const told: string[] = [];
  const doAll = () =>
    inUnits<EditionStore, string, readonly string[]>(
      { store: counted, inside: within, most: 4, pause: async () => undefined },
      PLACES,
      (own, some) =>
        own.transaction(async ({ editions }) => {
          const due = { slot: NOON, now: NOON, late: false };
          await editions.takeSlots(some.map((subscription) => ({ ...due, subscription })));
          if (some.some((id) => id === bad)) throw new RangeError(`${bad} is out of bounds`);
          return some;
        }),
      (some) => told.push(...some),
    );
  const taken = async () => [...(await store.editions.lastSlots(PLACES)).keys()];
  return { doAll, taken, told, transactions: () => transactions };
}

test("several places are dealt with in one unit of work, and told of once it is stored", async () => {
  const { doAll, taken, told, transactions } = await setUp(null);
  await doAll();
  expect(transactions()).toBe(1);
  expect(told).toEqual(PLACES);
  expect(await taken()).toEqual(PLACES);
});

test("one that cannot be dealt with holds back no other, and says why", async () => {
  const { doAll, taken, told } = await setUp("south");
  await expect(doAll()).rejects.toThrow("south is out of bounds");
  expect(told).toEqual(["north", "east", "west"]);
  expect(await taken()).toEqual(["north", "east", "west"]);
});
