import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { CopyPlaceError } from "#desk/port/copy-place.ts";
import { createDropDesk, type DropParts } from "#desk/setup/drop.ts";
import { putIntoFolder } from "#edge/folder/put.ts";
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
    place: { put: (...given) => putIntoFolder(folder, ...given), ...place },
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

test("a file goes into the folder under a safe name, and the audit says who dropped it", async () => {
  const { folder, store, bring } = await setUp();
  const first = await bring(`?name=${encodeURIComponent("../../Flood: day 2.txt")}`, "It rose.");
  const second = await bring("?name=Flood-%20day%202.txt", "It fell.");
  expect([first.status, first.json]).toEqual([200, { path: "Flood- day 2.txt" }]);
  expect(second.json).toEqual({ path: "Flood- day 2-2.txt" });
  expect(await readFile(join(folder, "Flood- day 2.txt"), "utf8")).toBe("It rose.");
  expect(await store.orders.audit(0, 0, 10)).toMatchObject([
    { name: "the page", did: "dropped Flood- day 2-2.txt" },
    { name: "the page", did: "dropped Flood- day 2.txt" },
  ]);
});

test("a text that was pasted is called by its first line", async () => {
  const { folder, store, bring } = await setUp();
  const { json } = await bring("", "Brücke öffnet wieder\n\nAm Montag.");
  expect(json).toEqual({ path: "Brücke öffnet wieder.txt" });
  expect(await readFile(join(folder, "Brücke öffnet wieder.txt"), "utf8")).toContain("Am Montag.");
  expect(await store.orders.audit(0, 0, 10)).toMatchObject([
    { did: "pasted Brücke öffnet wieder.txt" },
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
  expect((await bring("?name=flood.txt", "x")).json).toEqual({ path: "flood-2.txt" });
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
