import { afterAll, beforeAll, expect, test } from "vitest";
import { startProxy } from "#tests/fake/s3/proxy.ts";
import { makeBucket, type S3Server, startS3rver, useBucket } from "#tests/fake/s3/server.ts";
import { openAt, reporting, watchUntilEnd } from "./helpers.ts";

let server: S3Server;
beforeAll(async () => {
  server = await startS3rver();
});
afterAll(() => server.stop());

/** A bucket with objects below `wire/`, and a proxy on the way to it. */
async function setUp(paths: readonly string[], options: { readonly silenceMs?: number } = {}) {
  const filled = await makeBucket(server);
  for (const path of paths) await filled.put(`wire/${path}`, `of ${path}`);
  const proxy = await startProxy(server.url);
  const { bucket } = filled;
  const service = await openAt(proxy.url, { bucket, pageSize: 2, ...options });
  return { ...filled, proxy, service };
}

const isListing = ({ query }: { readonly query: URLSearchParams }) =>
  query.get("list-type") === "2";

test("a bucket that cannot be reached is told of once and tried again, and all of it comes then", async () => {
  const { proxy, service } = await setUp(["a.txt"]);
  proxy.meddle = () => ({ kind: "break" });
  const { reports, watch } = watchUntilEnd(service);
  expect(await reports.take()).toMatch(/^!! s3:\/\/news-\S+\/wire cannot be reached .*network/u);
  // Whoever waits for the first look is not held up for good.
  expect(await watch.found).toBe(0);
  await watch.caughtUp;
  proxy.meddle = () => null;
  expect(await reports.take()).toMatch(/^ok s3:\/\/news-\S+ can be read again/u);
  expect(await reports.take()).toBe("a.txt: of a.txt");
  expect(reports.all).toHaveLength(3);
});

test("a network that is away for one look is told to nobody, and one that stays away is", async () => {
  const { proxy, service, put } = await setUp(["a.txt"]);
  const { reports, lines } = watchUntilEnd(service);
  expect(await reports.take()).toBe("a.txt: of a.txt");
  proxy.meddle = () => ({ kind: "break" });
  expect(await lines.take()).toMatchObject({ event: "bucket.not-looked-into" });
  proxy.meddle = () => null;
  await put("wire/b.txt", "two");
  expect(await reports.take()).toBe("b.txt: two");
  proxy.meddle = () => ({ kind: "break" });
  expect(await reports.take()).toMatch(/^!! .*cannot be reached/u);
});

test("a bucket that is made later is watched from then on", async () => {
  const bucket = `late-${process.pid}`;
  const service = await openAt(server.url, { bucket });
  const { reports } = watchUntilEnd(service);
  expect(await reports.take()).toMatch(/^!! There is no bucket “late-\d+”.*: make it/u);
  const { put } = await useBucket(server.url, bucket);
  expect(await reports.take()).toMatch(/^ok /u);
  await put("wire/a.txt", "one");
  expect(await reports.take()).toBe("a.txt: one");
});

test("another trouble than before is told of", async () => {
  const { proxy, service } = await setUp([]);
  proxy.meddle = () => ({ kind: "break" });
  const { reports } = watchUntilEnd(service);
  expect(await reports.take()).toContain("cannot be reached");
  proxy.meddle = () => ({ kind: "refuse", status: 403, code: "AccessDenied" });
  expect(await reports.take()).toContain("s3:ListBucket");
});

test("of a listing that ends half-way nothing is missing; once it is whole, what was deleted is gone", async () => {
  const { proxy, service, remove } = await setUp(["a.txt", "b.txt", "c.txt", "d.txt"]);
  const { reports, watch } = watchUntilEnd(service);
  await watch.caughtUp;
  for (let taken = 0; taken < 4; taken += 1) await reports.take();
  proxy.meddle = ({ query }) =>
    query.has("continuation-token") ? { kind: "refuse", status: 403, code: "AccessDenied" } : null;
  expect(await reports.take()).toMatch(/^!! /u);
  await remove("wire/d.txt");
  const rounds = () => proxy.asked.filter(({ query }) => query.has("continuation-token")).length;
  const before = rounds();
  while (rounds() < before + 5) await new Promise((resolve) => setImmediate(resolve));
  expect(reports.all).toHaveLength(5);
  proxy.meddle = () => null;
  expect(await reports.take()).toMatch(/^ok /u);
  expect(await reports.take()).toBe("d.txt?");
});

test("to stop ends a reading that gets no answer", async () => {
  const { proxy, service } = await setUp(["a.txt"]);
  const reading = Promise.withResolvers<void>();
  proxy.meddle = (asked) => {
    if (isListing(asked)) return null;
    reading.resolve();
    return { kind: "silence" };
  };
  const { watch, reports } = watchUntilEnd(service);
  await reading.promise;
  await watch.close();
  expect(reports.all).toEqual([]);
});

test("to stop ends a listing that gets no answer", async () => {
  const { proxy, service } = await setUp(["a.txt"]);
  const listing = Promise.withResolvers<void>();
  proxy.meddle = () => {
    listing.resolve();
    return { kind: "silence" };
  };
  const { watch, reports } = watchUntilEnd(service);
  await listing.promise;
  await watch.close();
  expect(await watch.found).toBe(0);
  expect(reports.all).toEqual([]);
});

test("of an object half of which has come nothing is handed over, and it is read again", async () => {
  const { proxy, service } = await setUp(["a.txt"], { silenceMs: 300 });
  let readings = 0;
  proxy.meddle = (asked) => {
    if (isListing(asked)) return null;
    readings += 1;
    return readings === 1 ? { kind: "half" } : null;
  };
  const { reports } = watchUntilEnd(service);
  expect(await reports.take()).toBe("a.txt: of a.txt");
  expect(readings).toBe(2);
});

test("an object that is put anew between its listing and its reading is handed over as it is now", async () => {
  const { proxy, service, put } = await setUp(["a.txt"]);
  let readings = 0;
  proxy.meddle = async (asked) => {
    if (isListing(asked)) return null;
    readings += 1;
    // As long as the old one: only its ETag tells.
    if (readings === 1) await put("wire/a.txt", "OF A.TXT");
    return null;
  };
  const { reports } = watchUntilEnd(service);
  expect(await reports.take()).toBe("a.txt: OF A.TXT");
  // Taken for the old one, it would be read once more.
  await put("wire/b.txt", "two");
  expect(await reports.take()).toBe("b.txt: two");
});

test.each([
  [403, "AccessDenied", "s3:GetObject"],
  [403, "InvalidObjectState", "restore it"],
  [400, "InvalidRequest", "could not be read \\(InvalidRequest\\); put it there anew"], // encrypted with a key of its owner's
])("an object that is refused with %d %s is reported with the mend, and the others are read", async (status, code, mend) => {
  const { proxy, service } = await setUp(["a.txt", "b.txt"]);
  proxy.meddle = (asked) =>
    !isListing(asked) && asked.path.endsWith("a.txt") ? { kind: "refuse", status, code } : null;
  const { reports } = watchUntilEnd(service);
  const all = [await reports.take(), await reports.take()].toSorted();
  expect(all).toEqual([
    expect.stringMatching(new RegExp(`^a\\.txt! .*${mend}`, "u")),
    "b.txt: of b.txt",
  ]);
});

test("an object that was denied is read once the rights are given, though nothing on it has changed", async () => {
  const { proxy, service } = await setUp(["a.txt"]);
  proxy.meddle = (asked) =>
    isListing(asked) ? null : { kind: "refuse", status: 403, code: "AccessDenied" };
  const { reports } = watchUntilEnd(service, { refusedMs: 50 });
  expect(await reports.take()).toMatch(/^a\.txt! The bot may not read it/u);
  proxy.meddle = () => null;
  for (;;) {
    const report = await reports.take();
    if (report.startsWith("a.txt!")) continue;
    expect(report).toBe("a.txt: of a.txt");
    break;
  }
});

test("one look leaves what it could not have for the next, and says so", async () => {
  const { proxy, service } = await setUp(["a.txt", "b.txt"]);
  proxy.meddle = (asked) =>
    !isListing(asked) && asked.path.endsWith("a.txt") ? { kind: "break" } : null;
  const { reports, settings, lines } = reporting();
  await (await service.scan(settings)).done;
  expect(reports.all).toEqual([
    "b.txt: of b.txt",
    expect.stringMatching(/^!! 1 object of s3:\/\/\S+ could not be had for now/u),
  ]);
  expect(lines.all).toMatchObject([
    { event: "bucket.object-not-had", fields: { path: "a.txt", code: "unreachable" } },
  ]);
});

test("of two spellings of one name the composed one is taken, and the other refused", async () => {
  const { service } = await setUp(["Zo\u00eb.txt", "Zoe\u0308.txt"]);
  const { reports } = watchUntilEnd(service);
  const all = [await reports.take(), await reports.take()].toSorted();
  expect(all).toEqual([
    expect.stringMatching(/^Zoe\u0308\.txt! Another object here has the same name/u),
    "Zo\u00eb.txt: of Zo\u00eb.txt",
  ]);
});

test("known objects cost no reading, and a bucket that does not answer proves nothing of one", async () => {
  const { proxy, service } = await setUp(["a.txt"]);
  const first = reporting();
  const stamps = new Map<string, string>();
  await (
    await service.scan({
      ...first.settings,
      onFile: async ({ path, stamp }) => void stamps.set(path, stamp),
    })
  ).done;
  const readings = () => proxy.asked.filter((asked) => !isListing(asked)).length;
  expect(readings()).toBe(1);
  const known = {
    known: (path: string) => stamps.get(path) ?? null,
    knownPaths: () => stamps.keys(),
  };
  const { reports, watch } = watchUntilEnd(service, known);
  expect(await watch.found).toBe(1);
  await watch.caughtUp;
  expect([readings(), reports.all]).toEqual([1, []]);
  await watch.close();
  proxy.meddle = () => ({ kind: "break" });
  expect(await service.isThere("a.txt")).toBe(true);
  expect(await service.isThere("none.txt")).toBe(true);
  proxy.meddle = () => null;
  expect(await service.isThere("none.txt")).toBe(false);
});
