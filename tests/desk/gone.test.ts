import { describe, expect, test } from "vitest";
import { createIntake } from "#desk/intake.ts";
import { intakeParts, settledFile, testClock, testStore } from "./fixture.ts";

const BRIDGE = "title: Bridge reopens\n\nThe bridge reopened on Friday.";

async function setUp(deleteKills: boolean) {
  const store = await testStore();
  const clock = testClock("2026-05-08T06:00Z");
  const intake = createIntake(intakeParts(store, clock, { deleteKills }));
  const shown = async () => (await store.archive.latest(clock.now(), 9)).length;
  const stages = async (path: string) =>
    (await store.ledger.history(path)).map(({ stage }) => stage);
  return { ...store, clock, intake, shown, stages };
}

test("the article of a deleted file stays, and the ledger says that its file is gone, once", async () => {
  const { intake, shown, stages, ledger } = await setUp(false);
  await intake.take(settledFile("a.txt", BRIDGE));
  expect(await intake.gone("a.txt")).toEqual([]);
  expect(await intake.gone("a.txt")).toEqual([]);
  expect(await shown()).toBe(1);
  expect(await stages("a.txt")).toEqual(["taken-in", "briefed", "gone"]);
  expect([...(await ledger.stamps()).keys()]).toEqual([]);
});

test("a file that nobody knew is no loss", async () => {
  const { intake, stages } = await setUp(true);
  expect(await intake.gone("a.txt")).toEqual([]);
  expect(await stages("a.txt")).toEqual([]);
});

describe("where a deletion kills", () => {
  test("the article of a deleted file is shown nowhere, and comes back with its file", async () => {
    const { intake, shown, stages } = await setUp(true);
    await intake.take(settledFile("a.txt", BRIDGE));
    expect(await intake.gone("a.txt")).toMatchObject([{ kind: "killed", path: "a.txt" }]);
    expect(await shown()).toBe(0);
    expect(await intake.gone("a.txt")).toEqual([]);
    expect(await intake.take(settledFile("a.txt", BRIDGE))).toMatchObject([{ kind: "filed" }]);
    expect(await shown()).toBe(1);
    expect(await stages("a.txt")).toEqual([
      ...["taken-in", "briefed", "killed", "taken-in", "briefed"],
    ]);
  });

  test("a file that was moved kills nothing", async () => {
    const { intake, shown } = await setUp(true);
    await intake.take(settledFile("a.txt", BRIDGE));
    await intake.take(settledFile("moved/a.txt", BRIDGE));
    expect(await intake.gone("a.txt")).toEqual([]);
    expect(await shown()).toBe(1);
  });

  test("the last copy of it does", async () => {
    const { intake, shown } = await setUp(true);
    await intake.take(settledFile("a.txt", BRIDGE));
    await intake.take(settledFile("moved/a.txt", BRIDGE));
    await intake.gone("moved/a.txt");
    expect(await shown()).toBe(1);
    expect(await intake.gone("a.txt")).toMatchObject([{ kind: "killed" }]);
    expect(await shown()).toBe(0);
  });
});

describe("what came free of its embargo a moment ago", () => {
  const HELD = BRIDGE.replace("\n\n", "\nembargo: 2026-05-08T06:05Z\n\n");

  async function freed(there: readonly string[], released = false) {
    const store = await testStore();
    const clock = testClock("2026-05-08T06:00Z");
    const intake = createIntake(intakeParts(store, clock, { there: new Set(there) }));
    for (const path of ["a.txt", "b#1.txt"]) {
      await intake.take(settledFile(path, `${HELD} Of ${path}, the council said.`));
    }
    if (released) await store.ledger.noteStamp("a.txt", null);
    clock.pass(5 * 60 * 1000);
    const { files, outcomes } = await intake.freed();
    const shown = (await store.archive.latest(clock.now(), 9)).map(({ article }) => article.path);
    return { files, kinds: outcomes.map(({ kind }) => kind), shown: shown.toSorted() };
  }

  test("and whose file is missing already is held before anybody is shown it", async () => {
    expect(await freed(["b#1.txt"])).toEqual({
      ...{ files: ["a.txt"], kinds: ["held"], shown: ["b#1.txt"] },
    });
    expect(await freed(["a.txt"])).toMatchObject({ files: ["b#1.txt"], shown: ["a.txt"] });
  });

  test("and whose file is there, or is known to be gone, goes out", async () => {
    const shown = ["a.txt", "b#1.txt"];
    expect(await freed(shown)).toEqual({ files: [], kinds: [], shown });
    expect(await freed(["b#1.txt"], true)).toEqual({ files: [], kinds: [], shown });
  });
});
