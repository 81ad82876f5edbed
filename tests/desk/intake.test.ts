import { expect, test } from "vitest";
import { createIntake } from "#desk/intake.ts";
import { sampleArticle, sampleBrief } from "#tests/samples.ts";
import { readTestCopy, settledFile, testClock, testStore } from "./fixture.ts";

async function setUp() {
  const store = await testStore();
  const clock = testClock("2026-05-08T06:00Z");
  const intake = createIntake({
    ...{ archive: store.archive, ledger: store.ledger, clock, readCopy: readTestCopy },
    writeBrief: (draft) =>
      sampleBrief(sampleArticle({ id: draft.id, title: draft.title, body: draft.body })),
  });
  const stages = async (path: string) =>
    (await store.ledger.history(path)).map(({ stage }) => stage);
  return { ...store, clock, intake, stages };
}

const BRIDGE = "title: Bridge reopens\n\nThe bridge reopened.";

test("a file is filed, briefed and accounted for", async () => {
  const { intake, archive, clock, stages } = await setUp();
  const outcome = await intake.take(settledFile("a.txt", BRIDGE));
  expect(outcome).toMatchObject({ kind: "filed", brief: { headline: "Bridge reopens" } });
  expect((await archive.latest(clock.now(), 9)).map(({ article }) => article.path)).toEqual([
    "a.txt",
  ]);
  expect(await stages("a.txt")).toEqual(["taken-in", "briefed"]);
});

test("the same content is not taken twice: not from its path, not from another", async () => {
  const { intake, archive, clock, stages } = await setUp();
  await intake.take(settledFile("a.txt", BRIDGE));
  expect(await intake.take(settledFile("a.txt", BRIDGE))).toMatchObject({ kind: "unchanged" });
  expect(await intake.take(settledFile("b.txt", BRIDGE))).toMatchObject({
    kind: "merged",
    same: "a.txt",
  });
  expect(await intake.take(settledFile("b.txt", BRIDGE))).toMatchObject({ kind: "unchanged" });
  expect(await archive.latest(clock.now(), 9)).toHaveLength(1);
  expect(await stages("b.txt")).toEqual(["merged"]);
});

test("two files of one content that settle together are one article", async () => {
  const { intake } = await setUp();
  const outcomes = await Promise.all(
    ["a.txt", "b.txt", "c.txt"].map((path) => intake.take(settledFile(path, BRIDGE))),
  );
  expect(outcomes.map(({ kind }) => kind)).toEqual(["filed", "merged", "merged"]);
});

test("a changed file is a new revision, also when it changes back", async () => {
  const { intake, archive, clock } = await setUp();
  await intake.take(settledFile("a.txt", BRIDGE));
  const changed = await intake.take(settledFile("a.txt", `${BRIDGE} Two lanes.`));
  expect(changed).toMatchObject({ article: { revision: 2 } });
  expect(await intake.take(settledFile("a.txt", BRIDGE))).toMatchObject({
    article: { revision: 3 },
  });
  expect(await archive.latest(clock.now(), 9)).toHaveLength(1);
});

test("an article under embargo is stored and shown nowhere before its time", async () => {
  const { intake, archive, clock, stages } = await setUp();
  const held = `embargo: 2026-05-09T00:01Z\n${BRIDGE}`;
  expect(await intake.take(settledFile("a.txt", held))).toEqual({
    ...{ kind: "held", path: "a.txt", stated: "2026-05-09T00:01Z" },
    until: Date.parse("2026-05-09T00:01Z"),
  });
  expect(await archive.latest(clock.now(), 9)).toEqual([]);
  expect(await stages("a.txt")).toEqual(["taken-in", "briefed", "held"]);
  clock.set(Date.parse("2026-05-09T00:01Z"));
  expect(await archive.latest(clock.now(), 9)).toHaveLength(1);
});

test("an embargo that cannot be read holds the article for good", async () => {
  const { intake, archive, clock } = await setUp();
  const held = `embargo: when the minister has spoken\n${BRIDGE}`;
  expect(await intake.take(settledFile("a.txt", held))).toMatchObject({
    kind: "held",
    until: null,
  });
  clock.set(Date.parse("2100-01-01T00:00Z"));
  expect(await archive.latest(clock.now(), 9)).toEqual([]);
});

test("what cannot be read is quarantined with its reason, once, until it changes", async () => {
  const { intake, ledger } = await setUp();
  const bad = settledFile("a.txt", "unreadable");
  expect(await intake.take(bad)).toMatchObject({
    kind: "quarantined",
    reason: "It is unreadable.",
  });
  expect(await intake.take(bad)).toMatchObject({ kind: "unchanged" });
  expect(await intake.take(settledFile("a.txt", BRIDGE))).toMatchObject({ kind: "filed" });
  expect((await ledger.history("a.txt")).map(({ rule }) => rule)[0]).toBe("It is unreadable.");
});

test("a file that cannot be opened is accounted for once, and taken when it can", async () => {
  const { intake, stages } = await setUp();
  expect(await intake.refuse("a.txt", "no permission")).toMatchObject({ kind: "quarantined" });
  expect(await intake.refuse("a.txt", "no permission")).toMatchObject({ kind: "unchanged" });
  expect(await intake.take(settledFile("a.txt", BRIDGE))).toMatchObject({ kind: "filed" });
  expect(await stages("a.txt")).toEqual(["quarantined", "taken-in", "briefed"]);
});
