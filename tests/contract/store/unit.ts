import { describe, expect, test } from "vitest";
import type { Tx } from "#desk/port/unit-of-work.ts";
import type { Store } from "#edge/store/store.ts";
import { article, briefOf, entry, file, NOON, type Place, subscription } from "./samples.ts";
import { withStore } from "./with-store.ts";

const FRONT = subscription("front");
const AUDIT = { at: NOON, by: "slack:U1", name: "Ines", did: "ordered tide" };
const ORDER = {
  ...{ name: "tide", entry: { name: "tide" }, by: "slack:U1", byName: "Ines" },
  ...{ at: NOON, owner: null },
};
const A = article("a");
const REVISED = article("a", { revision: 2, title: "Revised" });
const RETRY = { path: "b.txt", contentHash: "hash", attempt: 1, due: NOON };

/** Verbs that are transactions of their own outside, and how one sees what they did. */
const VERBS: readonly (readonly [
  name: string,
  write: (tx: Tx) => Promise<unknown>,
  look: (store: Store) => Promise<unknown>,
])[] = [
  [
    "file",
    ({ archive }) => archive.file(REVISED, briefOf(REVISED), [entry(REVISED, "merged")]),
    ({ archive }) => archive.current("a"),
  ],
  [
    "restate",
    ({ archive }) => archive.restate({ ...A, section: "sport" }, [], NOON),
    ({ archive }) => archive.current("a"),
  ],
  [
    "decide",
    ({ decisions }) => decisions.decide(REVISED, briefOf(REVISED), [], AUDIT),
    ({ orders }) => orders.audit(0, 0, 9),
  ],
  [
    "record",
    ({ ledger }) => ledger.record(entry(A, "gone")),
    ({ ledger }) => ledger.history(A.path),
  ],
  ["noteStamp", ({ ledger }) => ledger.noteStamp("b.txt", "7"), ({ ledger }) => ledger.stamps()],
  ["plan", ({ retries }) => retries.plan(RETRY), ({ retries }) => retries.of("b.txt")],
  ["save", ({ orders }) => orders.save(ORDER, AUDIT), ({ orders }) => orders.orders()],
  ["pause", ({ orders }) => orders.pause("tide", NOON, AUDIT), ({ orders }) => orders.pauses()],
  ["note", ({ orders }) => orders.note(AUDIT), ({ orders }) => orders.audit(0, 0, 9)],
  [
    "goBack",
    ({ editions }) => editions.goBack(FRONT.id, NOON),
    ({ editions }) => editions.lastSlot(FRONT.id),
  ],
];

export function unitContract(newPlace: () => Promise<Place>): void {
  for (const kind of ["transaction", "filing"] as const) {
    describe(`as ${kind}`, () => unitsOf(kind, newPlace));
  }

  test("units of both kinds asked for at once come one after the other", () =>
    withStore(newPlace, async (store) => {
      const units = [store.filing, store.transaction, store.filing, store.transaction];
      await Promise.all(units.map((unit) => unit(addOne)));
      expect(await saidTo(store)).toEqual(numbers(units.length));
    }));
}

async function addOne({ orders }: Tx): Promise<void> {
  const said = await orders.audit(0, 0, 99);
  await orders.note({ ...AUDIT, did: `was number ${said.length}` });
}

async function saidTo(store: Store): Promise<readonly string[]> {
  return (await store.orders.audit(0, 0, 99)).map(({ did }) => did).toSorted();
}

function numbers(count: number): readonly string[] {
  return Array.from({ length: count }, (_, number) => `was number ${number}`);
}

function unitsOf(kind: "transaction" | "filing", newPlace: () => Promise<Place>): void {
  test.each(VERBS)("%s is a part of the unit of work that it is asked in", (_, write, look) =>
    withStore(newPlace, async (store) => {
      await file(store, A);
      const before = await look(store);
      const torn = new Error("torn");
      const failing = store[kind](async (tx) => {
        await write(tx);
        throw torn;
      });
      await expect(failing).rejects.toBe(torn);
      expect(await look(store)).toEqual(before);
      await store[kind](write);
      expect(await look(store)).not.toEqual(before);
    }));

  test("a unit of work sees what it wrote, gives what its work gives, and leaves all of it", () =>
    withStore(newPlace, async (store, place) => {
      const seen = await store[kind](async ({ archive, ledger }) => {
        await archive.file(A, briefOf(A), [entry(A, "taken-in")]);
        await ledger.record(entry(A, "merged"));
        return { filed: await archive.current("a"), last: await ledger.lastSeen(A.path) };
      });
      expect([seen.filed?.article.id, seen.last?.stage]).toEqual(["a", "merged"]);
      const other = await place.open();
      expect((await other.ledger.history(A.path)).map(({ stage }) => stage)).toEqual([
        ...["taken-in", "merged"],
      ]);
      await other.close();
    }));

  test("units of work asked for at once come one after the other", () =>
    withStore(newPlace, async (store) => {
      await Promise.all(Array.from({ length: 5 }, () => store[kind](addOne)));
      expect(await saidTo(store)).toEqual(numbers(5));
    }));
}
