import { expect, test } from "vitest";
import { inUnit } from "#desk/filing-unit.ts";
import { createIntake } from "#desk/intake.ts";
import type { FilingParts } from "#desk/outcome.ts";
import type { Store } from "#edge/store/store.ts";
import {
  intakeParts,
  readTestFeed,
  settledFile,
  testClock,
  testStore,
  unableToFile,
} from "./fixture.ts";

const KILN = "title: Kiln cools\n\nThe last kiln of Harrow cools.";
const at = Date.parse("2026-05-08T06:00Z");

async function setUp(there: readonly string[]) {
  const store = await testStore();
  const asked: string[] = [];
  const usual = intakeParts(store, testClock("2026-05-08T06:00Z"));
  const isThere = async (path: string) => {
    asked.push(path);
    // It would wait for ever, were a transaction to wait for it.
    await store.ledger.stamps();
    return there.includes(path);
  };
  return { store, asked, parts: { ...usual, isThere } };
}

const note = ({ ledger }: FilingParts, path: string, rule: string) =>
  ledger.record({ path, contentHash: "", stage: "retried", rule, at, articleId: null });

const rulesAt = async ({ ledger }: Store, path: string) =>
  (await ledger.history(path)).map(({ rule }) => rule);

test("where files lie is asked outside of the transaction, each once, and decides", async () => {
  const { store, asked, parts } = await setUp(["b.txt"]);
  await inUnit(parts, async (own) => {
    const [a, b, again] = [
      await own.isThere("a.txt"),
      await own.isThere("b.txt"),
      await own.isThere("a.txt"),
    ];
    await note(own, "seen.txt", `${a} ${b} ${again}`);
  });
  expect(asked).toEqual(["a.txt", "b.txt"]);
  expect(await rulesAt(store, "seen.txt")).toEqual(["false true false"]);
});

test("what is asked only where another is missing is asked then", async () => {
  const { store, asked, parts } = await setUp(["c.txt"]);
  await inUnit(parts, async (own) => {
    const isMoved = !(await own.isThere("a.txt")) && (await own.isThere("c.txt"));
    await note(own, "seen.txt", String(isMoved));
  });
  expect(asked).toEqual(["a.txt", "c.txt"]);
  expect(await rulesAt(store, "seen.txt")).toEqual(["true"]);
});

test("what asks nothing is done once; what fails is not done again", async () => {
  const { store, parts } = await setUp([]);
  let times = 0;
  const work = async (own: FilingParts) => {
    times += 1;
    await note(own, "seen.txt", "done");
  };
  await inUnit(parts, work);
  const torn = new RangeError("torn");
  const failing = inUnit(parts, async (own) => {
    await work(own);
    await own.isThere("a.txt");
    throw torn;
  });
  await expect(failing).rejects.toBe(torn);
  expect(times).toBe(2);
  expect(await rulesAt(store, "seen.txt")).toEqual(["done"]);
});

test("a file that was moved is found so, though the folder is asked outside", async () => {
  const { store, asked, parts } = await setUp(["sport/kiln.txt"]);
  const intake = createIntake(parts);
  await intake.take(settledFile("kiln.txt", KILN));
  const [outcome] = await intake.take(settledFile("sport/kiln.txt", KILN));
  expect(outcome).toMatchObject({ rule: "It was moved here from kiln.txt; its section is sport" });
  expect(asked).toEqual(["kiln.txt"]);
  expect(await rulesAt(store, "sport/kiln.txt")).toHaveLength(1);
});

const FEED = ["", "tide", "moor", "weir"]
  .map((part) => `${part && `part: ${part}\n`}title: On ${part}\n\nNews of the ${part || "day"}.`)
  .join("\n====\n");

test("of many stories one that cannot be stored holds back none before it, and its file is read again", async () => {
  const store = await testStore();
  const clock = testClock("2026-05-08T06:00Z");
  const readCopy: typeof readTestFeed = async (file) => {
    const reading = await readTestFeed(file);
    if (!reading.ok) return reading;
    // As a mail is: its own text, and what is attached to it.
    const ownFirst = reading.stories.map((one) =>
      one.part === "entry" ? { ...one, part: "" } : one,
    );
    return { ok: true, stories: ownFirst };
  };
  const parts = intakeParts(store, clock, { readCopy });
  const file = settledFile("day.eml", FEED);
  const torn = createIntake({
    ...parts,
    store: unableToFile(store, (path) => path === "day.eml#moor"),
  });
  await expect(torn.take(file)).rejects.toThrow("no day.eml#moor");
  const paths = async () =>
    (await store.archive.latest(clock.now(), 9)).map(({ article }) => article.path).toSorted();
  expect(await paths()).toEqual(["day.eml#tide"]);
  expect(await store.ledger.stamps()).toEqual(new Map());
  const outcomes = await createIntake(parts).take(file);
  expect(outcomes.map(({ kind, ...one }) => `${kind} ${"path" in one ? one.path : ""}`)).toEqual([
    ...["filed ", "unchanged day.eml#tide", "filed ", "filed "],
  ]);
  expect(await paths()).toEqual(["day.eml", "day.eml#moor", "day.eml#tide", "day.eml#weir"]);
  expect((await store.ledger.history("day.eml#tide")).map(({ stage }) => stage)).toEqual([
    ...["taken-in", "briefed"],
  ]);
});

test("a file of one story that cannot be stored leaves nothing of it", async () => {
  const store = await testStore();
  const parts = intakeParts(store, testClock("2026-05-08T06:00Z"));
  const torn = createIntake({ ...parts, store: unableToFile(store, () => true) });
  await expect(torn.take(settledFile("kiln.txt", KILN))).rejects.toThrow("no kiln.txt");
  expect(await rulesAt(store, "kiln.txt")).toEqual([]);
  expect(await store.ledger.stamps()).toEqual(new Map());
});
