import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { CopyPlaceError } from "#desk/port/copy-place.ts";
import { createDropDesk, type DropParts } from "#desk/setup/drop.ts";
import { putIntoFolder } from "#edge/folder/put.ts";
import { findInFolder, replaceInFolder } from "#edge/folder/replace.ts";
import { createPreview } from "#edge/preview/service.ts";
import { testClock, testStore } from "../../desk/fixture.ts";
import { createNewsroom } from "./newsroom.ts";
import { send } from "./send.ts";

const RAW = { "content-type": "application/octet-stream" };

/** A page whose folder can be looked into. */
async function setUp(place: Partial<DropParts["place"]> = {}) {
  const folder = await mkdtemp(join(tmpdir(), "copydesk-drop-"));
  const store = await testStore();
  const clock = testClock("2026-11-30T12:00Z");
  const drop = createDropDesk({
    place: {
      put: (...given) => putIntoFolder(folder, ...given),
      find: (path) => findInFolder(folder, path),
      replace: (found, bytes) => replaceInFolder(folder, found, bytes),
      ...place,
    },
    ...{ ledger: store.ledger, orders: store.orders, clock },
  });
  const preview = createPreview({ port: 0, ...createNewsroom(), drop });
  const { url } = await preview.start();
  onTestFinished(async () => {
    await preview.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const bring = (query: string, body: string, headers: Record<string, string> = RAW) =>
    send(`${url}/api/drop${query}`, { method: "POST", headers, body });
  return { folder, store, url, clock, bring };
}

test("a file goes into the folder under a safe name, and the audit says who brought it", async () => {
  const { folder, store, bring } = await setUp();
  const first = await bring(`?name=${encodeURIComponent("../../Flood: day 2.txt")}`, "It rose.");
  const second = await bring("?name=Flood-%20day%202.txt&another", "It fell.");
  expect([first.status, first.json]).toEqual([200, { path: "Flood- day 2.txt", did: "put" }]);
  expect(second.json).toEqual({ path: "Flood- day 2-2.txt", did: "put" });
  expect(await readFile(join(folder, "Flood- day 2.txt"), "utf8")).toBe("It rose.");
  expect(await store.orders.audit(0, 0, 10)).toMatchObject([
    { name: "somebody at this machine", did: "brought Flood- day 2-2.txt into the folder" },
    { name: "somebody at this machine", did: "brought Flood- day 2.txt into the folder" },
  ]);
});

test("a text that was pasted is called by its first line", async () => {
  const { folder, store, bring } = await setUp();
  const { json } = await bring("", "Brücke öffnet wieder\n\nAm Montag.");
  expect(json).toEqual({ path: "Brücke öffnet wieder.txt", did: "put" });
  expect(await readFile(join(folder, "Brücke öffnet wieder.txt"), "utf8")).toContain("Am Montag.");
  expect(await store.orders.audit(0, 0, 10)).toMatchObject([
    { did: "brought Brücke öffnet wieder.txt into the folder" },
  ]);
});

test("what the ledger knows of a path is what became of it; a path that it knows is not used again", async () => {
  const { store, clock, url, bring } = await setUp();
  const became = async (path: string) => (await send(`${url}/api/drop?path=${path}`)).json;
  expect(await became("flood.txt")).toEqual({ became: null });
  const entry = { path: "flood.txt", contentHash: "h", at: clock.now(), articleId: null };
  await store.ledger.record({ ...entry, stage: "quarantined", rule: "It is empty" });
  expect(await became("flood.txt")).toEqual({
    became: { stage: "quarantined", rule: "It is empty" },
  });
  expect((await bring("?name=flood.txt", "x")).json).toEqual({ path: "flood-2.txt", did: "put" });
});

describe("a file whose name is there already", () => {
  const readIn = (folder: string, name: string) => readFile(join(folder, name), "utf8");

  test("with other content is asked about, and nothing is written; then it is its new version, or another story", async () => {
    const { folder, store, bring } = await setUp();
    await bring("?name=court.txt", "It sat.");
    const asks = await bring("?name=Court.txt", "It rose.");
    expect(asks.json).toEqual({ there: { path: "court.txt", mark: expect.any(String) } });
    expect(await readdir(folder)).toEqual(["court.txt"]);
    expect(await readIn(folder, "court.txt")).toBe("It sat.");
    const { mark } = (asks.json as { there: { mark: string } }).there;
    const replaced = await bring(`?name=court.txt&replace=${mark}`, "It rose.");
    expect(replaced.json).toEqual({ path: "court.txt", did: "replaced" });
    expect(await readIn(folder, "court.txt")).toBe("It rose.");
    const other = await bring("?name=court.txt&another", "Another court.");
    expect(other.json).toEqual({ path: "court-2.txt", did: "put" });
    expect((await readdir(folder)).toSorted()).toEqual(["court-2.txt", "court.txt"]);
    expect((await store.orders.audit(0, 0, 10)).map(({ did }) => did)).toEqual([
      "brought court-2.txt into the folder",
      "brought a new version of the file court.txt",
      "brought court.txt into the folder",
    ]);
  });

  test("is asked about as well once it has been read, which is how most are found", async () => {
    const { folder, store, clock, bring } = await setUp();
    await bring("?name=court.txt", "It sat.");
    const entry = { path: "court.txt", contentHash: "h", at: clock.now(), articleId: null };
    await store.ledger.record({ ...entry, stage: "quarantined", rule: "It is torn" });
    expect((await bring("?name=court.txt", "It rose.")).json).toMatchObject({
      there: { path: "court.txt" },
    });
    expect(await readdir(folder)).toEqual(["court.txt"]);
  });

  test("with the same bytes is said to be there, and is not written again", async () => {
    const { store, bring } = await setUp();
    await bring("", "Ferry sails\n\nAt noon.");
    const again = await bring("", "Ferry sails\n\nAt noon.");
    expect(again.json).toEqual({ path: "Ferry sails.txt", did: "same" });
    expect(await store.orders.audit(0, 0, 10)).toHaveLength(1);
  });

  test("is not replaced where a colleague has changed it since it was asked about", async () => {
    const { folder, bring } = await setUp();
    await bring("?name=court.txt", "It sat.");
    const { json } = await bring("?name=court.txt", "It rose.");
    const { mark } = (json as { there: { mark: string } }).there;
    await writeFile(join(folder, "court.txt"), "A colleague's.");
    const late = await bring(`?name=court.txt&replace=${mark}`, "It rose.");
    expect(late.json).toEqual({
      there: { path: "court.txt", mark: expect.not.stringMatching(mark) },
    });
    expect(await readIn(folder, "court.txt")).toBe("A colleague's.");
  });

  test("is asked about also where a colleague puts one there at that very moment", async () => {
    let folder = "";
    let isFirst = true;
    const own = await setUp({
      put: async (...given) => {
        if (isFirst) await writeFile(join(folder, "court.txt"), "A colleague's.");
        isFirst = false;
        return putIntoFolder(folder, ...given);
      },
    });
    folder = own.folder;
    const { json } = await own.bring("?name=court.txt", "It rose.");
    expect(json).toMatchObject({ there: { path: "court.txt" } });
    expect(await readdir(folder)).toEqual(["court.txt"]);
  });

  test("and is in quarantine, is mended in its place: as the same kind of file, and nothing else is reached so", async () => {
    const { folder, store, clock, bring } = await setUp();
    await mkdir(join(folder, "wire"));
    for (const path of ["wire/plan.json", "fine.json"]) await writeFile(join(folder, path), "{");
    const entry = { path: "wire/plan.json", contentHash: "h", at: clock.now(), articleId: null };
    await store.ledger.record({ ...entry, stage: "quarantined", rule: "It is cut off" });
    const mend = (path: string, name: string, body: string) =>
      bring(`?mends=${encodeURIComponent(path)}&name=${name}`, body);
    expect((await mend("wire/plan.json", "plan-v2.json", "{}")).json).toEqual({
      ...{ path: "wire/plan.json", did: "replaced" },
    });
    expect(await readIn(folder, "wire/plan.json")).toBe("{}");
    expect((await mend("wire/plan.json", "plan.json", "{}")).json).toMatchObject({ did: "same" });
    for (const [path, name, says] of [
      ["wire/plan.json", "plan.txt", "same kind of file"],
      ["fine.json", "fine.json", "not in quarantine"],
      ["../outside.json", "x.json", "not in quarantine"],
    ] as const) {
      expect((await mend(path, name, "[]")).json).toEqual({ error: expect.stringContaining(says) });
    }
    expect(await readIn(folder, "fine.json")).toBe("{");
    expect((await readdir(join(folder, "wire"))).toSorted()).toEqual(["plan.json"]);
  });
});

test.each([
  ["a dot file", "?name=.env", "x", RAW, 400, "passes over"],
  ["a file that is not whole yet", "?name=flood.txt.part", "x", RAW, 400, "passes over"],
  ["nothing", "?name=flood.txt", " \r\n", RAW, 400, "nothing in it"],
  ["another type", "?name=flood.txt", "x", { "content-type": "text/plain" }, 415, "octet-stream"],
  [
    "more than is read of a file",
    "?name=flood.txt",
    "x",
    { ...RAW, "content-length": String(64 * 1024 * 1024 + 1) },
    413,
    "longer than",
  ],
  [
    "another site's form",
    "?name=flood.txt",
    "x",
    { ...RAW, origin: "https://evil.example" },
    403,
    "another site",
  ],
])("%s is refused with a sentence, and nothing is put there", async (_, query, body, headers, status, says) => {
  const { folder, store, bring } = await setUp();
  const got = await bring(query, body, headers);
  expect([got.status, got.json]).toEqual([status, { error: expect.stringContaining(says) }]);
  expect(await readdir(folder)).toEqual([]);
  expect(await store.orders.audit(0, 0, 10)).toEqual([]);
});

test("a folder that may only be read is told of", async () => {
  const says = "Copydesk may only read /articles: put the file there yourself.";
  const { bring } = await setUp({
    put: async () => {
      throw new CopyPlaceError("not-permitted", says);
    },
  });
  expect(await bring("?name=flood.txt", "x")).toMatchObject({ status: 409, json: { error: says } });
});
