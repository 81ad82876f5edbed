import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createFeedDesk } from "#desk/feeds.ts";
import { type FeedAnswer, FeedError, type FeedMark } from "#desk/port/feed.ts";
import { putIntoFolder } from "#edge/folder/put.ts";
import { findInFolder, replaceInFolder } from "#edge/folder/replace.ts";
import { silentLog } from "#tests/fake/log.ts";

const MINUTE = 60_000;
const MARK: FeedMark = { etag: '"7"', lastModified: null };
const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const feedOf = (text: string, isJson = false): FeedAnswer => ({
  ...{ kind: "feed", bytes: Buffer.from(text), isJson, mark: MARK },
});

/** A desk with one feed and a real folder. */
function deskOf() {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-feeds-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const world = {
    now: 0,
    isOurs: true,
    asked: [] as (FeedMark | null)[],
    told: [] as string[],
    answer: (): FeedAnswer | Promise<FeedAnswer> => feedOf("one"),
  };
  const read = new Map<string, string>();
  const lasting = new Set<string>();
  const desk = createFeedDesk({
    feeds: [
      { name: "council", url: "https://feed.example/", every: 15 * MINUTE, isPrivate: false },
    ],
    fetch: async (_feed, known) => {
      world.asked.push(known);
      return world.answer();
    },
    place: {
      put: (name, bytes, isKnown) => putIntoFolder(folder, name, bytes, isKnown),
      find: (path) => findInFolder(folder, path),
      replace: (found, bytes) => replaceInFolder(folder, found, bytes),
    },
    ledger: {
      lastSeen: async (path) => ({
        ...{ path, contentHash: read.get(path) ?? "", stage: "taken-in", rule: "", at: 0 },
        articleId: null,
      }),
    },
    ...{ hash, now: () => world.now, jitter: () => 1, log: silentLog, isOurs: () => world.isOurs },
    warnings: {
      raise: (subject, says) => {
        if (!lasting.has(subject)) world.told.push(says);
        lasting.add(subject);
      },
      clear: (subject, says) => {
        if (lasting.delete(subject)) world.told.push(says);
      },
    },
  });
  const lying = () =>
    Object.fromEntries(
      readdirSync(folder)
        .filter((name) => !name.startsWith("."))
        .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
    );
  return {
    ...{ world, lying, folder, look: () => desk.look() },
    after: async (minutes: number) => {
      world.now += minutes * MINUTE;
      await desk.look();
    },
    intake: () => {
      for (const [name, text] of Object.entries(lying())) read.set(name, hash(Buffer.from(text)));
    },
  };
}

test("a feed is one file, asked for when it is due, and replaced once the last one was read", async () => {
  const { world, look, after, lying, intake } = deskOf();
  await look();
  expect(lying()).toEqual({ "feed-council.xml": "one" });
  world.answer = () => feedOf("two");
  await after(14);
  expect(world.asked).toEqual([null]);
  await after(1);
  // Not read yet: what has fallen off the second would be lost.
  expect([world.asked, lying()]).toEqual([[null], { "feed-council.xml": "one" }]);
  intake();
  await after(1);
  expect([world.asked, lying()]).toEqual([[null, MARK], { "feed-council.xml": "two" }]);
});

test("a feed whose last file is not read for long is told of", async () => {
  const { world, look, after, intake } = deskOf();
  await look();
  await after(15);
  for (let times = 0; times < 18; times += 1) await after(1);
  expect(world.told).toEqual([]);
  await after(1);
  expect(world.told.join()).toContain("has not been read yet");
  intake();
  await after(1);
  expect(world.told.at(-1)).toBe("The feed council comes again.");
});

test("JSON has a name of its own, and keeps it", async () => {
  const { world, look, after, lying, intake } = deskOf();
  world.answer = () => feedOf("{}", true);
  await look();
  intake();
  world.answer = () => feedOf('{ "items": [] }', true);
  await after(15);
  expect(lying()).toEqual({ "feed-council.json": '{ "items": [] }' });
});

test("what somebody wrote there meanwhile stays, and is asked over anew", async () => {
  const { world, look, after, lying, folder, intake } = deskOf();
  await look();
  intake();
  world.answer = () => {
    writeFileSync(join(folder, "feed-council.xml"), "a colleague's");
    return { ...feedOf("two"), mark: { ...MARK, etag: '"8"' } };
  };
  await after(15);
  expect(lying()).toEqual({ "feed-council.xml": "a colleague's" });
  intake();
  world.answer = () => feedOf("three");
  await after(1);
  expect(world.asked).toEqual([null, MARK, MARK]);
  expect(lying()).toEqual({ "feed-council.xml": "three" });
});

test("a file that was taken away comes back whole", async () => {
  const { world, look, after, lying, folder, intake } = deskOf();
  await look();
  intake();
  rmSync(join(folder, "feed-council.xml"));
  await after(15);
  expect([world.asked, lying()]).toEqual([[null, null], { "feed-council.xml": "one" }]);
});

test("a feed that fails is asked for later and later, told of once, and once more when it comes", async () => {
  const { world, look, after } = deskOf();
  const fail = () => {
    throw new FeedError("unreachable", "feed.example cannot be read");
  };
  world.answer = fail;
  await look();
  await after(29);
  expect(world.asked).toHaveLength(1);
  await after(1);
  expect([world.asked.length, world.told.length]).toEqual([2, 0]);
  await after(60);
  expect(world.told).toEqual(["The feed council does not come: feed.example cannot be read."]);
  await after(119);
  expect(world.asked).toHaveLength(3);
  for (let times = 0; times < 5; times += 1) await after(6 * 60);
  // At most six hours apart.
  expect([world.asked.length, world.told.length]).toEqual([8, 1]);
  world.answer = () => feedOf("one");
  await after(6 * 60);
  expect(world.told.at(-1)).toBe("The feed council comes again.");
});

test("a server that asks for patience gets it", async () => {
  const { world, look, after } = deskOf();
  world.answer = () => {
    throw new FeedError("unreachable", "busy", { retryAfter: 100 * MINUTE });
  };
  await look();
  await after(99);
  expect(world.asked).toHaveLength(1);
  await after(1);
  expect(world.asked).toHaveLength(2);
});

test("what is gone for good is told of at once, and not asked for again", async () => {
  const { world, look, after } = deskOf();
  world.answer = () => {
    throw new FeedError("gone", "feed.example says that it is gone for good");
  };
  await look();
  await after(10_000);
  expect([world.asked.length, world.told.length]).toEqual([1, 1]);
});

test("a fault of ours is no end: it is tried again", async () => {
  const { world, look, after, lying } = deskOf();
  world.answer = () => {
    throw new TypeError("a fault");
  };
  await look();
  world.answer = () => feedOf("one");
  await after(30);
  expect(lying()).toEqual({ "feed-council.xml": "one" });
});

test("whoever is not at work asks for nothing, and writes nothing", async () => {
  const { world, look, after, lying } = deskOf();
  world.isOurs = false;
  await look();
  expect(world.asked).toEqual([]);
  world.isOurs = true;
  world.answer = () => {
    world.isOurs = false;
    return feedOf("one");
  };
  await after(1);
  expect([world.asked.length, lying()]).toEqual([1, {}]);
});
