import { setImmediate } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { LogFile } from "#edge/store/sqlite/log-file.ts";
import { openStore } from "#edge/store/store.ts";
import { temporaryFolder } from "./temporary.ts";

const note = (did: string) => ({ at: 5, by: "slack:U1", name: "Ines", did });

async function setUp() {
  const store = await openStore({ folder: temporaryFolder() });
  const said = async () => (await store.orders.audit(0, 0, 9)).map(({ did }) => did);
  return { store, said };
}

test("who looks waits for no transaction, and sees what was committed before it", async () => {
  const { store, said } = await setUp();
  await store.orders.note(note("opened"));
  await store.transaction(async ({ orders }) => {
    await orders.note(note("changed"));
    expect(await said()).toEqual(["opened"]);
    expect(await orders.audit(0, 0, 9)).toHaveLength(2);
  });
  expect(await said()).toEqual(["changed", "opened"]);
  await store.close();
});

test("who writes waits for the transaction that is open, in the order in which they came", async () => {
  const { store, said } = await setUp();
  const done: Promise<unknown>[] = [];
  await store.transaction(async ({ orders }) => {
    for (const did of ["second", "third"]) done.push(store.orders.note(note(did)));
    await said();
    await orders.note(note("first"));
  });
  await Promise.all(done);
  expect(await said()).toEqual(["third", "second", "first"]);
  await store.close();
});

test("a transaction that fails leaves nothing, and the next one is let in", async () => {
  const { store, said } = await setUp();
  const failing = store.transaction(async ({ orders }) => {
    await orders.note(note("gone"));
    throw new RangeError("out of bounds");
  });
  await expect(failing).rejects.toThrow("out of bounds");
  await store.orders.note(note("kept"));
  expect(await said()).toEqual(["kept"]);
  await store.close();
});

/** Syncs end when they are told to. */
function slowDisk() {
  const syncs: (() => void)[] = [];
  const sync = vi.spyOn(LogFile.prototype, "sync").mockImplementation(() => {
    const { promise, resolve } = Promise.withResolvers<void>();
    syncs.push(resolve);
    return promise;
  });
  onTestFinished(() => sync.mockRestore());
  return syncs;
}

test("a commit is not done until the disk has it; meanwhile others read, and who writes waits", async () => {
  const { store, said } = await setUp();
  const syncs = slowDisk();
  const done: string[] = [];
  const first = store.orders.note(note("first")).then(() => done.push("first"));
  const second = store.orders.note(note("second")).then(() => done.push("second"));
  await vi.waitFor(() => expect(syncs).toHaveLength(1));
  expect(await said()).toEqual(["first"]);
  await setImmediate();
  expect(done).toEqual([]);
  syncs[0]?.();
  await first;
  await vi.waitFor(() => expect(syncs).toHaveLength(2));
  expect(done).toEqual(["first"]);
  syncs[1]?.();
  await second;
  await store.close();
});

test("a transaction waits for the disk once, and one that is taken back not at all", async () => {
  const { store } = await setUp();
  const sync = vi.spyOn(LogFile.prototype, "sync");
  onTestFinished(() => sync.mockRestore());
  await store.transaction(async ({ orders }) => {
    for (const did of ["a", "b", "c"]) await orders.note(note(did));
  });
  expect(sync).toHaveBeenCalledTimes(1);
  const torn = store.transaction(async ({ orders }) => {
    await orders.note(note("gone"));
    throw new RangeError("torn");
  });
  await expect(torn).rejects.toThrow("torn");
  expect(sync).toHaveBeenCalledTimes(1);
  await store.close();
});

test("a long transaction gives others a turn again and again", async () => {
  const { store } = await setUp();
  let turns = 0;
  let isOver = false;
  const others = (async () => {
    while (!isOver) {
      await setImmediate();
      turns += 1;
    }
  })();
  await store.transaction(async ({ orders }) => {
    turns = 0;
    for (let number = 0; number < 80; number += 1) await orders.note(note(`${number}`));
    expect(turns).toBeGreaterThanOrEqual(9);
  });
  isOver = true;
  await others;
  await store.close();
});
