import { describe, expect, test } from "vitest";
import { createIntake } from "#desk/intake.ts";
import type { ReadCopy } from "#desk/port/copy.ts";
import { intakeParts, readTestFeed, settledFile, testClock, testStore } from "./fixture.ts";

const GUID = "guid: urn:newsml:tarn.example:ferry";
const FERRY =
  "title: Ferry route closes\n\nThe ferry to Tarn closes in autumn, the harbour council decided.";
const KILL = "status: canceled";

async function setUp(readCopy?: ReadCopy) {
  const store = await testStore();
  const clock = testClock("2026-05-08T06:00Z");
  const intake = createIntake(intakeParts(store, clock, readCopy ? { readCopy } : {}));
  const take = async (path: string, text: string) => {
    const [outcome] = await intake.take(settledFile(path, text));
    return outcome;
  };
  const shown = async () =>
    (await store.archive.latest(clock.now(), 9)).map(({ article }) => article.path).toSorted();
  const lastly = async (path: string) => (await store.ledger.history(path)).at(-1);
  return { ...store, clock, intake, take, shown, lastly };
}

describe("an order without a text", () => {
  test("kills the article that it names by its headline in quotation marks, and no other", async () => {
    const { take, shown } = await setUp();
    const titled = (title: string) => FERRY.replace("Ferry route closes", title);
    await take("a.txt", titled("Ferry route to Tarn closes in autumn"));
    await take("b.txt", titled("Ferry route to Velsk closes in autumn"));
    const kill = `${KILL}\nnote: please kill the story "Ferry route to Tarn closes in autumn".`;
    expect(await take("kill.txt", kill)).toMatchObject({ kind: "killed", path: "a.txt" });
    expect(await shown()).toEqual(["b.txt"]);
  });

  test.each([
    ["its guid", `${GUID}\n${FERRY}`, "kill.txt", `${KILL}\n${GUID}`],
    ["its guid and another's slug", `${GUID}\n${FERRY}`, "k.txt", `${KILL}\n${GUID}\nslug: X`],
    ["its slug", `slug: TARN-FERRY\n${FERRY}`, "kill.txt", `${KILL}\nslug: TARN-FERRY`],
    ["a slug of one word", `slug: FERRY\n${FERRY}`, "kill.txt", `${KILL}\nslug: Ferry`],
    ["its path", FERRY, "a.txt", KILL],
    ["its path, with a guid of its own", `${GUID}\n${FERRY}`, "a.txt", `${KILL}\nguid: k-1`],
  ])("kills the article that it names by %s", async (_, story, path, kill) => {
    const { take, shown, archive, lastly, clock } = await setUp();
    await take("a.txt", story);
    clock.pass(90 * 24 * 60 * 60 * 1000);
    expect(await take(path, kill)).toMatchObject({ kind: "killed", path: "a.txt" });
    expect(await shown()).toEqual([]);
    // Its text stays, for the posts that say what was withdrawn.
    expect(await archive.current("atxt")).toMatchObject({
      article: {
        revision: 2,
        title: "Ferry route closes",
        path: "a.txt",
        change: { kind: "kill" },
      },
      brief: { headline: "Ferry route closes" },
    });
    expect(await lastly("a.txt")).toMatchObject({ stage: "killed", articleId: "atxt" });
    expect(await lastly(path)).toMatchObject({ stage: "killed", articleId: "atxt" });
  });

  test.each([
    ["another provider's guid", `${KILL}\nguid: 4711\nsource: Oster Wire`],
    ["another guid", `${KILL}\nguid: 4712`],
    ["another provider's slug", `${KILL}\nslug: TARN-FERRY\nsource: Oster Wire`],
  ])("that names %s kills nothing, and is kept and told", async (_, kill) => {
    const { take, shown, lastly } = await setUp();
    await take("a.txt", `guid: 4711\nslug: TARN-FERRY\nsource: Tarn News\n${FERRY}`);
    expect(await take("kill.txt", kill)).toMatchObject({ kind: "held", until: null, holds: true });
    expect(await shown()).toEqual(["a.txt"]);
    expect((await lastly("kill.txt"))?.rule).toMatch(/^An order that names nothing known/u);
  });

  test("with a slug of one word that two articles have kills neither", async () => {
    const { take, shown } = await setUp();
    await take("a.txt", `slug: FERRY\n${FERRY}`);
    await take("b.txt", "slug: FERRY\ntitle: Mill burns\n\nFlames took the mill at Oster.");
    expect(await take("kill.txt", `${KILL}\nslug: FERRY`)).toMatchObject({ kind: "held" });
    expect(await shown()).toEqual(["a.txt", "b.txt"]);
  });

  test("that names nobody is quarantined, with the mend", async () => {
    const { take } = await setUp();
    expect(await take("kill.txt", `${KILL}\ntitle: KILL`)).toMatchObject({
      kind: "quarantined",
      reason: expect.stringMatching(/^It orders a kill and names no article; write the guid/u),
    });
  });

  test("and without an order is no story; what was known at its path is held", async () => {
    const { take, shown } = await setUp();
    await take("a.txt", FERRY);
    expect(await take("a.txt", "title: Ferry")).toMatchObject({ kind: "quarantined", holds: true });
    expect(await shown()).toEqual([]);
  });

  test("kills each of two articles that share its guid", async () => {
    const { take, shown, intake } = await setUp();
    await take("a.txt", `${GUID}\n${FERRY}`);
    const mill = "title: Mill burns\n\nFlames took the old mill at Oster on Monday night.";
    await take("b.txt", `${GUID}\n${mill}`);
    expect(await shown()).toEqual(["a.txt", "b.txt"]);
    await intake.take(settledFile("kill.txt", `${KILL}\n${GUID}`));
    expect(await shown()).toEqual([]);
  });

  test("that was obeyed changes nothing when it comes again", async () => {
    const { take, archive } = await setUp();
    await take("a.txt", `${GUID}\n${FERRY}`);
    await take("kill.txt", `${KILL}\n${GUID}`);
    expect(await take("again.txt", `${KILL}\n${GUID}`)).toMatchObject({ kind: "killed" });
    expect(await archive.revision("atxt")).toBe(2);
  });
});

describe("what is withheld in its own place", () => {
  const TALKS = "title: Talks resume\n\nThe talks at Tarn resume on Friday, the mediators said.";

  test.each([
    [
      "is a text of it, if a day in it has changed",
      "The talks at Tarn resume on Sunday, the mediators said.",
      "Sunday",
    ],
    [
      "is a note about it, if it shares little with it",
      "ADVISORY: please withhold the story on talks.",
      "Friday",
    ],
  ])("%s", async (_, body, kept) => {
    const { take, archive } = await setUp();
    await take("a.txt", TALKS);
    await take("a.txt", `status: withheld\ntitle: Talks resume\n\n${body}`);
    const current = await archive.current("atxt");
    expect(current?.article).toMatchObject({ status: "withheld" });
    expect(current?.article.body).toContain(kept);
  });
});

describe("what comes after an order about it", () => {
  test.each([
    ["a kill by guid", `${KILL}\n${GUID}`, `${GUID}\n${FERRY}`, "killed"],
    ["a kill by slug", `${KILL}\nslug: TARN-FERRY`, `slug: TARN-FERRY\n${FERRY}`, "killed"],
    ["a hold", `status: withheld\n${GUID}`, `${GUID}\n${FERRY}`, "held"],
  ])("is stored under it, and shown nowhere: %s", async (_, order, story, kind) => {
    const { take, shown, archive } = await setUp();
    await take("kill.txt", order);
    expect(await take("a.txt", story)).toMatchObject({ kind });
    expect(await shown()).toEqual([]);
    expect((await archive.current("killtxt"))?.article.title).toBe("Ferry route closes");
  });

  test("does not come back by its own file, but by a later version of it", async () => {
    const { take, shown } = await setUp();
    await take("a.txt", `${GUID}\nversion: 2\n${FERRY}`);
    await take("kill.txt", `${KILL}\nversion: 3\n${GUID}`);
    await take("a.txt", `${GUID}\nversion: 2\n${FERRY} Buses replace it.`);
    expect(await shown()).toEqual([]);
    await take("a.txt", `${GUID}\nversion: 4\n${FERRY} Buses replace it.`);
    expect(await shown()).toEqual(["a.txt"]);
  });

  test("does not come back by its own file, where nothing says that it is newer", async () => {
    const { take, shown } = await setUp();
    await take("a.txt", `${GUID}\n${FERRY}`);
    await take("kill.txt", `${KILL}\n${GUID}`);
    await take("a.txt", `${GUID}\n${FERRY} Buses replace it.`);
    expect(await shown()).toEqual([]);
    await take("kill.txt", `${GUID}\n${FERRY} Buses replace it.`);
    expect(await shown()).toEqual(["kill.txt"]);
  });

  test("comes back by a text that is dated after the kill", async () => {
    const { take, shown, clock } = await setUp();
    await take("a.txt", `${GUID}\n${FERRY}`);
    await take("kill.txt", `${KILL}\n${GUID}`);
    // A date to come would hold it.
    clock.pass(4 * 60 * 60 * 1000);
    await take("b.txt", `${GUID}\ndate: 2026-05-08T09:00Z\n${FERRY} Buses replace it.`);
    expect(await shown()).toEqual(["b.txt"]);
  });

  test("does not come back by a higher version that is dated before the kill", async () => {
    const { take, shown } = await setUp();
    await take("a.txt", `${GUID}\nversion: 2\ndate: 2026-05-07T09:00Z\n${FERRY}`);
    await take("kill.txt", `${KILL}\n${GUID}`);
    await take("b.txt", `${GUID}\nversion: 3\ndate: 2026-05-07T10:00Z\n${FERRY} Buses replace it.`);
    expect(await shown()).toEqual([]);
  });
});

describe("one guid of several stories", () => {
  const note = (title: string, text: string) => `part: g\nguid: g\ntitle: ${title}\n\n${text}`;
  const SLOW = note("Sign-in is slow in the north", "We are investigating slow responses.");
  const FAIL = note("Payments fail in the south", "We are investigating failed transfers.");
  const DOWN = note("Search is down for everyone", "Nobody finds anything at the moment.");

  test("in one file: each is an article, and stays it over many polls, in any order", async () => {
    const { intake, shown, archive, clock } = await setUp(readTestFeed);
    const poll = (...notes: readonly string[]) =>
      intake.take(settledFile("x.xml", notes.join("\n====\n")));
    await poll(SLOW, FAIL);
    const ids = async () =>
      (await archive.latest(clock.now(), 9)).map(({ article: { id, title, revision } }) => [
        title,
        id,
        revision,
      ]);
    const first = new Map((await ids()).map(([title, id]) => [title, id]));
    expect(first.size).toBe(2);
    await poll(FAIL, SLOW);
    await poll(DOWN, FAIL, SLOW);
    await poll(DOWN);
    await poll(SLOW, DOWN);
    expect(await shown()).toHaveLength(3);
    for (const [title, id, revision] of await ids()) {
      expect(revision).toBe(1);
      if (first.has(title)) expect(first.get(title)).toBe(id);
    }
  });

  test("in one file that cannot be read any more: each is held", async () => {
    const { intake, shown } = await setUp(readTestFeed);
    await intake.take(settledFile("x.xml", `${SLOW}\n====\n${FAIL}`));
    await intake.take(settledFile("x.xml", "unreadable"));
    expect(await shown()).toEqual([]);
  });

  test("over time, in one place: the story before keeps its id", async () => {
    const { intake, archive, clock } = await setUp(readTestFeed);
    for (const text of [SLOW, FAIL, DOWN]) await intake.take(settledFile("x.xml", text));
    const filed = await archive.latest(clock.now(), 9);
    expect(filed.map(({ article }) => article.revision)).toEqual([1, 1, 1]);
    expect(new Set(filed.map(({ article }) => article.id)).size).toBe(3);
  });

  test("a note that goes on is one article", async () => {
    const { intake, archive } = await setUp(readTestFeed);
    await intake.take(settledFile("x.xml", SLOW));
    const [outcome] = await intake.take(
      settledFile("x.xml", `${SLOW} Responses in the north are quick again.`),
    );
    expect(outcome).toMatchObject({ kind: "filed", article: { revision: 2 } });
    expect(await archive.revision(outcome?.kind === "filed" ? outcome.article.id : "")).toBe(2);
  });
});

test("of two articles with one guid each finds itself again, though the other has taken in its words since", async () => {
  const { take, archive } = await setUp();
  const mill = "Flames took the old mill at Oster on Monday night, the brigade said.";
  const ferry = `${GUID}\n${FERRY}`;
  const fire = `${GUID}\ntitle: Mill burns\n\n${mill}`;
  await take("fire.txt", fire);
  await take("ferry.txt", ferry);
  await take("ferry.txt", `${ferry} ${mill}`);
  expect(await take("again.txt", fire)).toMatchObject({ kind: "merged" });
  expect((await archive.current("ferrytxt"))?.article).toMatchObject({
    ...{ title: "Ferry route closes", revision: 2 },
  });
});

test("a version that comes late changes nothing, by slug alone and at any path", async () => {
  const { take, archive, clock } = await setUp();
  const version = (count: number, dead: number) =>
    `slug: KARN-LANDSLIDE\nversion: ${count}\ntitle: Landslide kills ${dead}\n\nA landslide above Karn killed ${dead} people, rescuers said.`;
  await take("b.txt", version(4, 23));
  expect(await take("a.txt", version(2, 17))).toMatchObject({ kind: "merged" });
  expect(await take("b.txt", version(3, 20))).toMatchObject({ kind: "merged" });
  expect(await take("c.txt", version(5, 24))).toMatchObject({ kind: "filed" });
  const filed = await archive.latest(clock.now(), 9);
  expect(filed.map(({ article }) => article.title)).toEqual(["Landslide kills 24"]);
});
