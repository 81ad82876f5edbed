import { createServer, type RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import type { FeedError } from "#desk/port/feed.ts";
import { createFetchFeed, type FetchParts, nextAddress } from "#edge/feed/fetch-feed.ts";
import { isPublicAddress } from "#edge/feed/public-address.ts";
import { listenOnLoopback } from "#tests/fake/listen.ts";

const FEED = "<rss><channel><item><title>Flood</title></item></channel></rss>";
const isFeed = (bytes: Uint8Array) => Buffer.from(bytes).includes("<rss");

async function serve(listener: RequestListener) {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    listener(request, response);
  });
  const port = await listenOnLoopback(server);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${port}/feed`, port, asked: () => asked };
}

const fetchFrom = (url: string, isPrivate = true, parts: Partial<FetchParts> = {}) =>
  createFetchFeed({ isFeed, ...parts })({ url, isPrivate }, null);
const failure = (answer: Promise<unknown>) =>
  answer.then(
    () => null,
    (error: FeedError) => ({ code: error.code, says: error.message, after: error.retryAfter }),
  );

test.each([
  ["93.184.216.34", true],
  ["2606:4700::1111", true],
  ["172.32.0.1", true],
  ["172.31.255.255", false],
  ["127.0.0.1", false],
  ["10.1.2.3", false],
  ["100.64.0.1", false],
  ["169.254.169.254", false],
  ["192.168.1.1", false],
  ["0.0.0.0", false],
  ["239.1.1.1", false],
  ["255.255.255.255", false],
  ["::1", false],
  ["::", false],
  ["::ffff:10.0.0.1", false],
  ["::ffff:93.184.216.34", false], // no server of the open net is named so
  ["64:ff9b::7f00:1", false],
  ["2002:7f00:1::", false],
  ["fd00::1", false],
  ["fe80::1%eth0", false],
  ["feed.example", false],
])("%s is public: %s", (address, expected) => expect(isPublicAddress(address)).toBe(expected));

test("a feed comes with the mark of its server, and unchanged only as a word", async () => {
  const { url } = await serve((request, response) => {
    const isSame =
      request.headers["if-none-match"] === '"7"' && request.headers["if-modified-since"] === "then";
    response.writeHead(isSame ? 304 : 200, { etag: '"7"', "last-modified": "then" });
    response.end(isSame ? "" : FEED);
  });
  const fetchFeed = createFetchFeed({ isFeed });
  const first = await fetchFeed({ url, isPrivate: true }, null);
  if (first.kind === "same") throw new TypeError("nothing was known");
  expect({ ...first, bytes: String(first.bytes) }).toEqual({
    ...{ kind: "feed", bytes: FEED, isJson: false, mark: { etag: '"7"', lastModified: "then" } },
  });
  expect(await fetchFeed({ url, isPrivate: true }, first.mark)).toEqual({ kind: "same" });
});

test("a private address is not asked: by number, by name, or where one of several is private", async () => {
  const server = await serve((_request, response) => response.end(FEED));
  const resolve = ((_host: string, _options: object, done: (...all: unknown[]) => void) =>
    done(null, [
      { address: "93.184.216.34", family: 4 },
      { address: "127.0.0.1", family: 4 },
    ])) as unknown as NonNullable<FetchParts["resolve"]>;
  for (const [host, parts] of [
    ["127.0.0.1", {}],
    ["2130706433", {}],
    ["[::ffff:127.0.0.1]", {}],
    ["localhost", {}],
    ["feed.example", { resolve }],
  ] as const) {
    const answer = await failure(fetchFrom(`http://${host}:${server.port}/`, false, parts));
    expect(answer, host).toMatchObject({ code: "refused" });
  }
  expect(server.asked()).toBe(0);
});

test("redirects are followed, and counted", async () => {
  const { url, asked } = await serve((request, response) => {
    const left = Number(request.url?.slice("/feed".length));
    response.writeHead(left > 0 ? 302 : 200, { location: `/feed${left - 1}` });
    response.end(FEED);
  });
  expect(await fetchFrom(`${url}5`)).toMatchObject({ kind: "feed" });
  expect(asked()).toBe(6);
  expect(await failure(fetchFrom(`${url}6`))).toMatchObject({ code: "refused" });
});

test("a redirect leads to no private address, by number or name, and to no other protocol", async () => {
  const inner = await serve((_request, response) => response.end(FEED));
  let location = "";
  const outer = await serve((_request, response) => response.writeHead(302, { location }).end());
  // All of 127.0.0.0/8 is this machine: the one number stands for the open net, the name for what is private.
  const isPublic = (address: string) => address === "127.0.0.1";
  const resolve = ((_host: string, _options: object, done: (...all: unknown[]) => void) =>
    done(null, [{ address: "127.0.0.9", family: 4 }])) as unknown as NonNullable<
    FetchParts["resolve"]
  >;
  const refused = { code: "refused" };
  for (const next of [
    `http://127.0.0.2:${inner.port}/`,
    `http://inner.example:${inner.port}/`,
    "file:///etc/passwd",
  ]) {
    location = next;
    expect(await failure(fetchFrom(outer.url, false, { isPublic, resolve })), next).toMatchObject(
      refused,
    );
  }
  expect([outer.asked(), inner.asked()]).toEqual([3, 0]);
  location = inner.url;
  expect(await fetchFrom(outer.url, false, { isPublic, resolve })).toMatchObject({ kind: "feed" });
});

test.each([
  ["gone", 410, {}, null],
  ["unreachable", 404, {}, null],
  ["unreachable", 304, {}, null], // nothing was known
  ["unreachable", 503, { "retry-after": "120" }, 120_000],
  ["unreachable", 429, { "retry-after": "9999999" }, 86_400_000],
  ["unreadable", 200, {}, null],
])("%s: %i", async (code, status, headers, after) => {
  const { url } = await serve((_request, response) => response.writeHead(status, headers).end());
  expect(await failure(fetchFrom(url))).toMatchObject({ code, after });
});

test("what is long once it is unpacked is given up; what is short is unpacked", async () => {
  const packed = { "content-encoding": "gzip" };
  const long = await serve((_request, response) =>
    response.writeHead(200, packed).end(gzipSync(`${FEED}${" ".repeat(10_000_000)}`)),
  );
  expect(await failure(fetchFrom(long.url))).toMatchObject({ code: "unreadable" });
  const short = await serve((_request, response) =>
    response.writeHead(200, packed).end(gzipSync(FEED)),
  );
  expect(await fetchFrom(short.url)).toMatchObject({ kind: "feed" });
});

test.each([
  [{ "content-length": "500" }],
  [{}],
])("a feed that breaks off is none: %j", async (headers) => {
  const { url } = await serve((_request, response) => {
    response.writeHead(200, headers);
    response.write(FEED, () => response.destroy());
  });
  expect(await failure(fetchFrom(url))).toMatchObject({ code: "unreachable" });
});

test("a server that does not end is left, and no message holds the address", async () => {
  const { url } = await serve((_request, response) => void response.write(FEED));
  const answer = await failure(fetchFrom(`${url}?token=hush`, true, { patience: 200 }));
  expect(answer).toMatchObject({ code: "unreachable" });
  expect(answer?.says).toContain("took too long");
  expect(answer?.says).not.toContain("hush");
});

test.each([
  ["https://a.example/x", "http://a.example/", null],
  ["https://a.example/x", "/y", "https://a.example/y"],
  ["http://a.example/x", "https://b.example/", "https://b.example/"],
  ["http://a.example/x", "http://b.example/", "http://b.example/"],
  ["http://a.example/x", undefined, null],
  ["http://a.example/x", "http://", null],
])("from %s to %s", (at, location, expected) => {
  const next = () => nextAddress(new URL(at), location);
  if (expected === null) expect(next).toThrow("not to be asked");
  else expect(next().href).toBe(expected);
});
