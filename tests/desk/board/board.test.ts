import { describe, expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import { createWriteBrief } from "#core/brief/write.ts";
import type { ArchiveFilters } from "#desk/board/archive.ts";
import { asked, askedOnPage } from "#tests/asked.ts";
import { sampleArticle, sampleChannel } from "#tests/samples.ts";
import { boardRoom } from "./room.ts";

const HOUR = 3_600_000;
const ANY: ArchiveFilters = {
  ...{ words: "", source: "", speaker: "", place: "", since: "", until: "", topic: "" },
  ...{ status: "shown", order: "newest" },
};

/** Somebody at the page. */
const as = askedOnPage;
const embargo = (instant: number): Partial<Article> => ({
  embargo: { kind: "until", instant, text: "until then" },
});

describe("what is held", () => {
  const SECRET = "Secret plans for the tram";

  async function withSecret() {
    const room = await boardRoom();
    const body = "The tram will be sold in spring, “a quiet end”, said Ada Moll.";
    await room.file({
      id: "s1",
      path: "s1.txt",
      title: SECRET,
      body,
      ...embargo(room.clock.now() + HOUR),
    });
    await room.file({ id: "p1", path: "p1.txt", title: "Trams run late", body: "They did." });
    return room;
  }

  test("is nowhere in what a reader gets from any tab, and is not even counted", async () => {
    const { board } = await withSecret();
    const reader = as("reader");
    const got = JSON.stringify([
      await board.stories(reader, null),
      await board.story(reader, "s1"),
      await board.archive(reader, ANY, 1),
      await board.archive(reader, { ...ANY, words: "secret" }, 1),
      await board.archive(reader, { ...ANY, status: "held" }, 1),
      await board.article(reader, "s1"),
      await board.article(reader, "p1"),
      await board.channels(reader, 1),
      await board.inbox(reader, null, null),
      await board.held(reader, 1),
    ]);
    const none = { inbox: 0, held: 0 };
    expect(await board.marks(reader, { ...none, quarantine: 0 })).toMatchObject(none);
    expect(got).toContain("Trams run late");
    for (const word of ["Secret", "sold in spring", "Moll", '"s1"', "s1.txt"]) {
      expect(got).not.toContain(word);
    }
  });

  test("its address says to a reader what that of no article says", async () => {
    const { board } = await withSecret();
    const reader = as("reader");
    expect(await board.article(reader, "s1")).toEqual(await board.article(reader, "nothing"));
  });

  test("stands with rule and moment in what an editor gets", async () => {
    const { board, clock } = await withSecret();
    const { rows } = await board.held(as("editor"), 1);
    expect(rows).toMatchObject([
      { id: "s1", headline: SECRET, status: "held", until: clock.now() + HOUR },
    ]);
    expect(rows[0]?.rule).toContain("Under embargo until");
    const found = await board.archive(as("editor"), { ...ANY, status: "held" }, 1);
    expect(found).toMatchObject({ ok: true, rows: [{ id: "s1" }], more: false });
    const sheet = await board.article(as("editor"), "s1");
    expect(sheet).toMatchObject({ state: "held", article: { headline: SECRET, path: "s1.txt" } });
  });

  test("is out as soon as its time has come", async () => {
    const { board, clock } = await withSecret();
    clock.pass(2 * HOUR);
    expect((await board.held(as("editor"), 1)).rows).toEqual([]);
    expect(await board.article(as("reader"), "s1")).toMatchObject({ state: "shown" });
  });
});

describe("the inbox", () => {
  test("has everything that came in, and can be narrowed to how far it has got", async () => {
    const { board, file, line, clock } = await boardRoom();
    for (const id of ["a1", "b2", "c3"]) {
      clock.pass(60_000);
      await file({ id, path: `${id}.txt`, title: `News ${id}`, body: "It happened." });
    }
    await line("hold b2");
    await line("kill c3 sure:yes");
    const idsOf = async (...by: Parameters<typeof board.inbox>) =>
      (await board.inbox(...by)).rows.map(({ id, status }) => [id, status]);
    expect(await idsOf(as("editor"), null, null)).toEqual([
      ["c3", "killed"],
      ["b2", "held"],
      ["a1", "open"],
    ]);
    expect(await idsOf(as("editor"), "held", null)).toEqual([["b2", "held"]]);
    expect(await idsOf(as("editor"), "killed", null)).toEqual([["c3", "killed"]]);
    expect(await idsOf(as("editor"), "posted", null)).toEqual([]);
  });

  test("is read a page at a time, and each article stands on one of them", async () => {
    const { board, file, clock } = await boardRoom();
    for (let number = 0; number < 45; number += 1) {
      if (number % 3 === 0) clock.pass(1_000);
      await file({
        id: `n${number}`,
        path: `n${number}.txt`,
        title: `News ${number}`,
        body: "It did.",
      });
    }
    const pages: string[][] = [];
    let from: Parameters<typeof board.inbox>[2] = null;
    do {
      const { rows, next } = await board.inbox(as("editor"), null, from);
      pages.push(rows.map(({ id }) => id));
      from = next;
    } while (from !== null);
    expect(pages.map(({ length }) => length)).toEqual([20, 20, 5]);
    expect(new Set(pages.flat()).size).toBe(45);
  });
});

describe("the archive", () => {
  test("is found by every filter, and says which moment cannot be read", async () => {
    const { board, file } = await boardRoom();
    await file({
      ...{ id: "a1", path: "a1.txt", title: "Ferry fares fall", body: "Fares fell." },
      ...{ section: "Business", source: "Tideline" },
    });
    await file({ id: "b2", path: "b2.txt", title: "Ferry breaks down", body: "It stopped." });
    const idsOf = async (filters: Partial<ArchiveFilters>) => {
      const found = await board.archive(as("reader"), { ...ANY, ...filters }, 1);
      return found.ok ? found.rows.map(({ id }) => id).toSorted() : found.says;
    };
    expect(await idsOf({ words: "ferry" })).toEqual(["a1", "b2"]);
    expect(await idsOf({ words: "ferry -fares" })).toEqual(["b2"]);
    expect(await idsOf({ source: "tideline" })).toEqual(["a1"]);
    expect(await idsOf({ topic: " business " })).toEqual(["a1"]);
    expect(await idsOf({ since: "1h" })).toEqual(["a1", "b2"]);
    expect(await idsOf({ until: "2 May" })).toEqual([]);
    expect(await idsOf({ since: "soonish" })).toContain("“soonish” is no moment");
  });
});

describe("quarantine", () => {
  test("shows the beginning of what is in it, and of nothing else", async () => {
    const { board, ledger, clock, file } = await boardRoom();
    await file({ id: "a1", path: "fine.txt", title: "Fine", body: "It is." });
    const entry = { contentHash: "x", stage: "quarantined", articleId: null } as const;
    for (const path of ["torn.docx", "mail.eml#2"]) {
      await ledger.record({ ...entry, path, rule: `${path} is torn`, at: clock.now() });
    }
    expect((await board.quarantine(1)).rows).toMatchObject([
      { path: "mail.eml#2", reason: "mail.eml#2 is torn", again: null },
      { path: "torn.docx" },
    ]);
    expect(await board.beginningOf("torn.docx")).toMatchObject({
      lines: ["beginning of torn.docx"],
    });
    expect(await board.beginningOf("fine.txt")).toBeNull();
    expect(await board.beginningOf("../data/copydesk.db")).toBeNull();
  });
});

test("a claim has whose it is behind it, wherever a fact of a brief is shown", async () => {
  const room = await boardRoom();
  const body =
    "A storm cut power to 3,000 homes, the grid operator said.\n\nTwo people reportedly fled.";
  const brief = createWriteBrief()(sampleArticle({ id: "s1", title: "Storm cuts power", body }));
  await room.file({ id: "s1", path: "s1.txt", title: "Storm cuts power", body }, brief);
  const { board } = room;
  const editor = as("editor");
  const sheet = await board.article(editor, "s1");
  if (sheet.state !== "shown") throw new RangeError(sheet.state);
  const archive = await board.archive(editor, ANY, 1);
  const lists = [(await board.inbox(editor, null, null)).rows, archive.ok ? archive.rows : []];
  const facts = [sheet.article, ...lists.flat()].flatMap((one) => one.facts);
  expect(facts.filter(({ text }) => text.startsWith("A storm"))).toHaveLength(3);
  for (const { text, owner } of facts) {
    expect(owner).toBe(text.startsWith("A storm") ? "the grid operator" : null);
  }
});

test("copy that is for the desk alone says so in its row and at its address, and no other does", async () => {
  const { board, file } = await boardRoom();
  await file({ id: "i1", path: "i1.txt", title: "Rota for May", internal: true });
  await file({ id: "p1", path: "p1.txt", title: "Trams run late" });
  const editor = as("editor");
  const { rows } = await board.inbox(editor, null, null);
  expect(rows.map(({ id, sign }) => [id, sign]).toSorted()).toEqual([
    ["i1", "Internal: not for publication"],
    ["p1", null],
  ]);
  const sheet = JSON.stringify(await board.article(editor, "i1"));
  expect(sheet).toContain('"sign":"Internal: not for publication"');
});

test("what is new in a tab is what came in since somebody looked", async () => {
  const { board, file, clock } = await boardRoom();
  await file({ id: "a1", path: "a1.txt", title: "Old news", body: "It was." });
  const { at } = await board.marks(as("editor"), { inbox: 0, held: 0, quarantine: 0 });
  const seen = { inbox: at, held: at, quarantine: at };
  expect(await board.marks(as("editor"), seen)).toMatchObject({ inbox: 0, held: 0, quarantine: 0 });
  clock.pass(1_000);
  await file({ id: "b2", path: "b2.txt", title: "News", body: "It is.", ...embargo(at + HOUR) });
  expect(await board.marks(as("editor"), seen)).toMatchObject({ inbox: 1, held: 1, quarantine: 0 });
});

describe("copy that is for some alone", () => {
  const ADA = "The tram was sold, “a quiet end”, said Ada Moll.";

  async function withKept() {
    const desk = { ...sampleChannel("desk-only"), audience: "internal" as const };
    const room = await boardRoom({ channels: [desk], internalSections: ["Legal"] });
    const { file } = room;
    await file({ id: "t1", path: "t1.txt", title: "Tram terms", body: ADA, usageTerms: "No web" });
    await file({ id: "m1", path: "m1.txt", title: "Secret marked", body: ADA, internal: true });
    await file({ id: "l1", path: "l1.txt", title: "Secret lawsuit", body: ADA, section: "legal" });
    return room;
  }

  test("is nowhere in what a reader at the page gets, and no more is its channel", async () => {
    const { board } = await withKept();
    const reader = as("reader");
    const got = JSON.stringify([
      await board.stories(reader, null),
      await board.archive(reader, ANY, 1),
      await board.archive(reader, { ...ANY, topic: "legal" }, 1),
      await board.article(reader, "m1"),
      await board.article(reader, "l1"),
      await board.channels(reader, 1),
    ]);
    expect(got).toContain("Tram terms");
    for (const word of ["Secret", '"m1"', '"l1"', "desk-only"]) expect(got).not.toContain(word);
    expect(await board.article(reader, "m1")).toEqual(await board.article(reader, "none"));
  });

  test("is shown to an editor at the page", async () => {
    const { board } = await withKept();
    const editor = as("editor");
    const found = await board.archive(editor, ANY, 1);
    expect(found.ok && found.rows.map(({ id }) => id).toSorted()).toEqual(["l1", "m1", "t1"]);
    expect(await board.article(editor, "m1")).toMatchObject({ state: "shown" });
    const { rows } = await board.channels(editor, 1);
    expect(rows.map(({ name }) => name).toSorted()).toEqual(["desk-only", "front-page"]);
  });

  test("is shown to nobody where the outside world reads", async () => {
    const { board } = await withKept();
    const abroad = asked({ role: "editor", whereabouts: { kind: "foreign" } });
    const found = await board.archive(abroad, ANY, 1);
    expect(found).toMatchObject({ ok: true, rows: [], more: false });
    for (const id of ["t1", "m1", "l1"]) {
      expect(await board.article(abroad, id)).toMatchObject({ state: "not-shown" });
    }
  });
});

test("a channel that is one person's own is told to them alone", async () => {
  const { board } = await boardRoom();
  const { rows, more } = await board.channels(as("reader"), 1);
  expect(rows).toMatchObject([
    {
      name: "front-page",
      schedule: "every hour",
      places: [{ place: "Slack C0001", trouble: null }],
      ...{ audience: null, layout: "full", approval: null, ordered: null },
    },
  ]);
  expect(rows[0]?.next).toHaveLength(5);
  expect(more).toBe(false);
});

test("who ordered a channel is told which one is theirs", async () => {
  const { board, orders, live, clock } = await boardRoom();
  const [reader, editor] = [as("reader"), as("editor")];
  const other = { ...reader, asker: { ...reader.asker, id: "slack:U0002" } };
  const order = { name: "storm", entry: { name: "storm", slack: "C0042" }, owner: null };
  const by = { by: reader.asker.id, byName: reader.asker.name, at: clock.now() };
  await orders.save({ ...order, ...by }, { ...{ at: by.at, by: by.by }, name: "", did: "" });
  await live.refresh();
  const mine = async (from: typeof reader) =>
    (await board.channels(from, 1)).rows.filter((row) => row.mine).map(({ name }) => name);
  expect(await mine(reader)).toEqual(["storm"]);
  expect(await mine(other)).toEqual([]);
  // Who edits the newsroom edits all of them.
  expect(await mine(editor)).toEqual([]);
});
