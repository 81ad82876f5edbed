import { describe, expect, test } from "vitest";
import { createIntake } from "#desk/intake.ts";
import type { ReadCopy } from "#desk/port/copy.ts";
import { withoutUnread } from "#desk/unread.ts";
import {
  intakeParts,
  readTestFeed,
  settledFile,
  testClock,
  testStore,
  unableToFile,
} from "./fixture.ts";

const FERRY = "title: Ferry route closes\n\nThe ferry to Tarn closes in autumn, the council said.";
const LATER = `embargo: 2026-05-08T09:00Z\n${FERRY}`;
const MUCH_LATER = `embargo: 2027-05-08T09:00Z\n${FERRY}`;
const TORN = "unreadable";

async function setUp(readCopy?: ReadCopy, there?: ReadonlySet<string>) {
  const store = await testStore();
  const clock = testClock("2026-05-08T06:00Z");
  const given = { ...(readCopy ? { readCopy } : {}), ...(there ? { there } : {}) };
  const restart = () => createIntake(intakeParts(store, clock, given));
  const intake = restart();
  const take = (path: string, text: string) => intake.take(settledFile(path, text));
  const shown = async () =>
    (await store.archive.latest(clock.now(), 9)).map(({ article }) => article.path);
  const entries = async (path: string) =>
    (await store.ledger.history(path)).map(({ stage, rule }) => `${stage}: ${rule}`);
  return { ...store, store, clock, intake, restart, take, shown, entries };
}

const HOUR = 60 * 60 * 1000;

describe("a change that was announced and cannot be read", () => {
  test("holds what is known under embargo beyond its time, and says so", async () => {
    const { take, shown, clock, entries, intake } = await setUp();
    await take("a.txt", LATER);
    const [outcome] = await take("a.txt", TORN);
    expect(outcome).toMatchObject({ kind: "quarantined", path: "a.txt", holds: true });
    expect((await entries("a.txt")).at(-1)).toBe(
      "quarantined: It is unreadable. What is known of it is held until it can be read again, or an editor releases it.",
    );
    clock.pass(4 * HOUR);
    expect(await shown()).toEqual([]);
    expect(await intake.take(settledFile("a.txt", TORN))).toMatchObject([{ kind: "unchanged" }]);
  });

  test.each([
    ["the text as it was", LATER, "a.txt"],
    ["another text", `${LATER} Buses replace it.`, "a.txt"],
    ["an embargo to come", MUCH_LATER, undefined],
  ])("ends by itself when the file reads as %s, and that decides", async (_, text, path) => {
    const { take, shown, clock } = await setUp();
    await take("a.txt", LATER);
    await take("a.txt", TORN);
    clock.pass(4 * HOUR);
    await take("a.txt", text);
    clock.pass(1);
    expect(await shown()).toEqual(path === undefined ? [] : [path]);
  });

  test("holds what is public too, until the file reads again, as no revision", async () => {
    const { take, shown, clock, archive } = await setUp();
    await take("a.txt", FERRY);
    await take("a.txt", TORN);
    expect(await shown()).toEqual([]);
    await take("a.txt", FERRY);
    clock.pass(1);
    expect(await shown()).toEqual(["a.txt"]);
    expect(await archive.revision("atxt")).toBe(1);
  });

  test("holds what a file without read permission was", async () => {
    const { take, shown, intake, clock, archive } = await setUp();
    await take("a.txt", LATER);
    const reason = "The bot may not read it.";
    expect(await intake.refuse("a.txt", reason)).toMatchObject({
      kind: "quarantined",
      holds: true,
    });
    expect(await intake.refuse("a.txt", reason)).toMatchObject({ kind: "unchanged" });
    clock.pass(4 * HOUR);
    expect(await shown()).toEqual([]);
    expect((await archive.current("atxt"))?.article.unread?.file).toBe("a.txt");
  });

  test("once released by an editor it is not held again for the same content, but for another", async () => {
    const { take, shown, clock, archive, ledger, intake } = await setUp();
    await take("a.txt", FERRY);
    await take("a.txt", TORN);
    const filed = await archive.current("atxt");
    if (filed === null) throw new RangeError("nothing is filed");
    await archive.restate(withoutUnread(filed.article), [], clock.now());
    clock.pass(1);
    // Asked for by `retry`.
    const again = { path: "a.txt", contentHash: "", stage: "retried", rule: "again" } as const;
    await ledger.record({ ...again, at: clock.now(), articleId: null });
    await intake.take(settledFile("a.txt", TORN));
    expect(await shown()).toEqual(["a.txt"]);
    await take("a.txt", `${TORN} in another way`);
    expect(await shown()).toEqual([]);
  });

  test("a file of which nothing is known holds nothing, nor one that was killed", async () => {
    const { take, archive } = await setUp();
    const [outcome] = await take("a.txt", TORN);
    expect(outcome).not.toHaveProperty("holds");
    await take("b.txt", `status: canceled\n${FERRY}`);
    const [killed] = await take("b.txt", TORN);
    expect(killed).not.toHaveProperty("holds");
    expect((await archive.current("btxt"))?.article.unread).toBeUndefined();
  });

  test("another file with the same text does not end the hold of the one that cannot be read", async () => {
    const { take, shown } = await setUp();
    const named = `guid: urn:newsml:tarn.example:ferry\n${FERRY}`;
    await take("a.txt", named);
    await take("a.txt", TORN);
    await take("b.txt", named);
    await take("c.txt", `${named} Buses replace it.`);
    expect(await shown()).toEqual([]);
    await take("a.txt", named);
    expect(await shown()).toEqual(["a.txt"]);
  });

  test("the file's article is found again, whatever its id", async () => {
    const { take, archive } = await setUp();
    await take("a.txt", `guid: urn:newsml:tarn.example:1\n${FERRY}`);
    const other = "title: Mill burns\n\nFlames took the old mill at Oster on Monday night.";
    const [second] = await take("a.txt", `guid: urn:newsml:tarn.example:2\n${other}`);
    await take("a.txt", TORN);
    const [third] = await take("a.txt", `${other} Nobody was hurt.`);
    expect(third).toMatchObject({ kind: "filed", article: { revision: 2 } });
    const ids = [second, third].map((one) => (one?.kind === "filed" ? one.article.id : null));
    expect(ids[0]).toBe(ids[1]);
    expect((await archive.current("atxt"))?.article.unread).toBeUndefined();
  });
});

describe("a file of many stories", () => {
  const MILL = "title: Mill burns\n\nFlames took the old mill at Oster on Monday night.";
  const feed = (...stories: readonly string[]) => stories.join("\n====\n");
  const ferry = (text: string) => `part: ferry\n${text}`;
  const mill = (text: string) => `part: mill\n${text}`;

  test("that cannot be read holds each of them, and one that can ends it", async () => {
    const { take, shown, clock } = await setUp(readTestFeed);
    await take("x.xml", feed(ferry(LATER), mill(MILL)));
    expect(await take("x.xml", TORN)).toMatchObject([{ kind: "quarantined", holds: true }]);
    clock.pass(4 * HOUR);
    expect(await shown()).toEqual([]);
    await take("x.xml", feed(ferry(LATER), mill(MILL)));
    clock.pass(1);
    expect((await shown()).toSorted()).toEqual(["x.xml#ferry", "x.xml#mill"]);
  });

  test("in which one story cannot be read holds that story's article alone", async () => {
    const { take, shown, clock, entries } = await setUp(readTestFeed);
    await take("x.xml", feed(ferry(LATER), mill(MILL)));
    await take("x.xml", feed(ferry(TORN), mill(MILL)));
    expect((await entries("x.xml#ferry")).at(-1)).toMatch(/^quarantined: It is unreadable/u);
    clock.pass(4 * HOUR);
    expect(await shown()).toEqual(["x.xml#mill"]);
  });

  test("that no longer holds a story under embargo holds it for good, and one that was public not", async () => {
    const { take, shown, clock, entries } = await setUp(readTestFeed);
    await take("x.xml", feed(ferry(LATER), mill(MILL)));
    const fresh = "part: new\ntitle: Rain\n\nRain fell on Oster.";
    const outcomes = await take("x.xml", feed(fresh));
    expect(outcomes.map(({ kind }) => kind)).toEqual(["filed", "held"]);
    clock.pass(4 * HOUR);
    expect(await take("x.xml", feed(`${fresh} It stopped.`))).toHaveLength(1);
    expect((await shown()).toSorted()).toEqual(["x.xml#mill", "x.xml#new"]);
    expect((await entries("x.xml#ferry")).at(-1)).toMatch(
      /^held: The file x.xml no longer holds it/,
    );
    await take("x.xml", feed(ferry(LATER)));
    clock.pass(1);
    expect(await shown()).toContain("x.xml#ferry");
  });

  test("a crash between two of its articles leaves neither held, and the next look holds both", async () => {
    const { take, shown, store, clock, entries } = await setUp(readTestFeed);
    await take("x.xml", feed(ferry(FERRY), mill(MILL)));
    const torn = createIntake(
      intakeParts(
        unableToFile(store, (path) => path === "x.xml#mill"),
        clock,
        { readCopy: readTestFeed },
      ),
    );
    await expect(torn.take(settledFile("x.xml", TORN))).rejects.toThrow("no x.xml#mill");
    clock.pass(1);
    expect(await shown()).toHaveLength(2);
    await take("x.xml", TORN);
    clock.pass(1);
    expect(await shown()).toEqual([]);
    const held = (await entries("x.xml#ferry")).filter((said) => said.startsWith("held"));
    expect(held).toHaveLength(1);
  });
});

describe("a file that is deleted", () => {
  test.each([
    ["under embargo", LATER, []],
    ["when it was public", FERRY, ["a.txt"]],
    ["when it was withheld", `status: withheld\n${FERRY}`, []],
  ])("%s: shown at the embargo's time are %#", async (_, text, expected) => {
    const { take, shown, clock, intake } = await setUp();
    await take("a.txt", text);
    await intake.gone("a.txt");
    clock.pass(4 * HOUR);
    expect(await shown()).toEqual(expected);
    expect(await intake.gone("a.txt")).toEqual([]);
  });

  test("counts again when it comes back", async () => {
    const { take, shown, clock, intake } = await setUp();
    await take("a.txt", LATER);
    expect(await intake.gone("a.txt")).toMatchObject([{ kind: "held", until: null, holds: true }]);
    clock.pass(4 * HOUR);
    await take("a.txt", LATER);
    clock.pass(1);
    expect(await shown()).toEqual(["a.txt"]);
  });

  test("is held also where the embargo ended before anybody saw that it is gone", async () => {
    const { take, shown, clock, intake } = await setUp();
    await take("a.txt", LATER);
    clock.pass(4 * HOUR);
    await intake.gone("a.txt");
    expect(await shown()).toEqual([]);
  });

  test.each([
    ["found to be gone before it is found elsewhere", true],
    ["found elsewhere first", false],
  ])("is none where it was moved: %s", async (_, goneFirst) => {
    const there = new Set(["news/a.txt"]);
    const { take, shown, clock, intake, archive } = await setUp(undefined, there);
    await take("news/a.txt", LATER);
    there.clear();
    there.add("sport/a.txt");
    if (goneFirst) await intake.gone("news/a.txt");
    await take("sport/a.txt", LATER);
    if (!goneFirst) await intake.gone("news/a.txt");
    clock.pass(4 * HOUR);
    expect(await shown()).toEqual(["sport/a.txt"]);
    expect((await archive.current("newsatxt"))?.article.section).toBe("sport");
  });
});

describe("a file that is moved", () => {
  test("takes the section of its new folder, is one article, and why tells it", async () => {
    const there = new Set(["news/a.txt"]);
    const { take, entries, archive, clock } = await setUp(undefined, there);
    await take("news/a.txt", FERRY);
    there.clear();
    expect(await take("sport/a.txt", FERRY)).toMatchObject([{ kind: "merged" }]);
    const filed = await archive.latest(clock.now(), 9);
    expect(filed.map(({ article }) => [article.path, article.section, article.revision])).toEqual([
      ["sport/a.txt", "sport", 1],
    ]);
    expect(await entries("sport/a.txt")).toEqual([
      "taken-in: It was moved here from news/a.txt; its section is sport",
    ]);
  });

  test("keeps the section that it states; a copy changes nothing", async () => {
    const there = new Set(["news/a.txt", "news/b.txt"]);
    const { take, archive } = await setUp(undefined, there);
    await take("news/a.txt", `section: Business\n${FERRY}`);
    await take("news/b.txt", FERRY);
    there.delete("news/a.txt");
    await take("sport/a.txt", `section: Business\n${FERRY}`);
    await take("sport/b.txt", FERRY);
    expect((await archive.current("newsatxt"))?.article.section).toBe("Business");
    expect((await archive.current("newsbtxt"))?.article).toMatchObject({
      ...{ section: "news", path: "news/b.txt" },
    });
  });

  test("whose copy stays behind goes where the copy lies", async () => {
    const { take, intake, archive } = await setUp();
    await take("news/a.txt", FERRY);
    await take("sport/a.txt", FERRY);
    await intake.gone("news/a.txt");
    expect((await archive.current("newsatxt"))?.article).toMatchObject({
      ...{ section: "sport", path: "sport/a.txt" },
    });
  });
});
