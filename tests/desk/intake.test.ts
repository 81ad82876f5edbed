import { expect, test } from "vitest";
import { copyOf } from "#core/article/copy.ts";
import type { WriteBrief } from "#core/brief/brief.ts";
import { createIntake } from "#desk/intake.ts";
import type { ReadCopy, SettledFile } from "#desk/port/copy.ts";
import { createPrepare } from "#desk/prepare.ts";
import { sampleArticle, sampleBrief } from "#tests/samples.ts";
import { intakeParts, settledFile, testClock, testStore } from "./fixture.ts";

async function setUp() {
  const store = await testStore();
  const clock = testClock("2026-05-08T06:00Z");
  const desk = createIntake(intakeParts(store, clock));
  // Most files hold one story.
  const intake = {
    ...desk,
    take: async (file: SettledFile) => {
      const [outcome, another] = await desk.take(file);
      expect(another).toBeUndefined();
      return outcome;
    },
  };
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

test("the ledger says that a brief is but headline and lede, and of which kind its fault was", async () => {
  const store = await testStore();
  const clock = testClock("2026-05-08T06:00Z");
  const faults = [{ kind: "owner lost", text: "The bridge is safe." }] as const;
  const writeBrief: WriteBrief = ({ id, title, body }) =>
    sampleBrief(sampleArticle({ id, title, body }), { faults });
  const intake = createIntake(intakeParts(store, clock, { writeBrief }));
  await intake.take(settledFile("a.txt", BRIDGE));
  const [, briefed] = await store.ledger.history("a.txt");
  expect(briefed?.rule).toMatch(/; headline and lede alone, .* not proven: owner lost$/u);
  expect(briefed?.rule).not.toContain("safe");
});

test("the same content is not taken twice: not from its path, not from another", async () => {
  const { intake, archive, clock, stages } = await setUp();
  await intake.take(settledFile("a.txt", BRIDGE));
  expect(await intake.take(settledFile("a.txt", BRIDGE))).toMatchObject({ kind: "unchanged" });
  expect(await intake.take(settledFile("b.txt", BRIDGE))).toMatchObject({
    kind: "merged",
    rule: "The same content as a.txt",
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
  expect(outcomes.map((outcome) => outcome?.kind)).toEqual(["filed", "merged", "merged"]);
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
  expect(await intake.take(settledFile("a.txt", held))).toMatchObject({
    ...{ kind: "held", path: "a.txt" },
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

test("a version that changes nothing still counts against one that comes late", async () => {
  const { intake, archive } = await setUp();
  const version = (number: number, text: string) =>
    `guid: urn:newsml:tarn.example:bridge\nversion: ${number}\ntitle: Bridge reopens\n\n${text}`;
  const words = "The bridge reopened on Friday, the council said.";
  await intake.take(settledFile("a1.txt", version(1, words)));
  expect(await intake.take(settledFile("a3.txt", version(3, words)))).toMatchObject({
    kind: "merged",
  });
  expect(
    await intake.take(settledFile("a2.txt", version(2, words.replace("Friday", "Monday")))),
  ).toMatchObject({ kind: "merged" });
  expect((await archive.current("a1txt"))?.article).toMatchObject({ revision: 1, version: 3 });
});

test("a newer version at another path is a revision of the article, and an older one is not", async () => {
  const { intake, archive, clock } = await setUp();
  const version = (number: number, toll: number) =>
    `guid: urn:newsml:tarn.example:storm\nversion: ${number}\ntitle: Storm\n\nThe storm killed ${toll} people in Velsk Bay on Friday.`;
  await intake.take(settledFile("b2.txt", version(2, 12)));
  expect(await intake.take(settledFile("b1.txt", version(1, 9)))).toMatchObject({ kind: "merged" });
  expect(await intake.take(settledFile("b3.txt", version(3, 15)))).toMatchObject({
    article: { id: "b2txt", revision: 2, change: { details: ["killed: 12 → 15"] } },
  });
  expect(await archive.latest(clock.now(), 9)).toHaveLength(1);
});

test("a file that is overwritten with another article keeps both apart", async () => {
  const { intake, archive, clock } = await setUp();
  const story = (guid: string, title: string, text: string) =>
    `guid: urn:newsml:tarn.example:${guid}\ntitle: ${title}\n\n${text}`;
  await intake.take(
    settledFile("latest.txt", story("bridge-1a", "Bridge", "The bridge reopened.")),
  );
  await intake.take(
    settledFile("latest.txt", story("budget-2b", "Budget", "Taxes will rise in May.")),
  );
  const ids = (await archive.latest(clock.now(), 9)).map(({ article }) => article.id);
  expect(new Set(ids).size).toBe(2);
});

test("killed copy is stored and shown nowhere, also when it comes first", async () => {
  const { intake, archive, clock, stages } = await setUp();
  const killed = await intake.take(settledFile("a.txt", `status: canceled\n${BRIDGE}`));
  expect(killed).toMatchObject({ kind: "killed", path: "a.txt" });
  expect(await archive.latest(clock.now(), 9)).toEqual([]);
  expect(await stages("a.txt")).toEqual(["taken-in", "briefed", "killed"]);
});

test("each story of a file is filed for itself, and the file is accounted for", async () => {
  const store = await testStore();
  const clock = testClock("2026-05-08T06:00Z");
  const readCopy: ReadCopy = async () => ({
    ok: true,
    stories: ["one", "two"].map((part) => ({
      ...{ part, ok: true as const },
      copy: copyOf("text", [`Story ${part} was told.`], { title: part }),
    })),
  });
  const prepare = createPrepare({
    readCopy: async (file) => {
      const reading = await readCopy(file);
      const torn = { part: "torn", ok: false, reason: "It is torn." } as const;
      return reading.ok ? { ok: true, stories: [...reading.stories, torn] } : reading;
    },
    ...{ writeBrief: ({ id }) => sampleBrief(sampleArticle({ id })), hash: (text) => text },
  });
  const desk = createIntake({ ...intakeParts(store, clock), prepare });
  const outcomes = await desk.take(settledFile("feed.xml", "v1"));
  expect(outcomes.map(({ kind }) => kind)).toEqual(["filed", "filed", "quarantined"]);
  expect((await store.ledger.history("feed.xml")).at(-1)).toMatchObject({
    ...{ path: "feed.xml", stage: "opened", rule: "It holds 3 stories" },
  });
  // The file comes again with a new time and the same stories: nothing is filed or said twice.
  const again = await desk.take(settledFile("feed.xml", "v2"));
  expect(again.map(({ kind }) => kind)).toEqual(["unchanged", "unchanged", "unchanged"]);
});
