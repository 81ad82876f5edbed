import { expect, test } from "vitest";
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
