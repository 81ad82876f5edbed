import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { addressOf, isLoopback, whenceCame } from "#edge/preview/whence.ts";
import { doorHouse, PUBLIC } from "./door-house.ts";
import { send } from "./send.ts";

/** As a browser on the machine sends it. */
const NEAR = { httpVersion: "1.1", peer: "127.0.0.1", method: "GET" };
const ALONE = { machineAlone: true, url: null };
const OPEN = { machineAlone: false, url: new URL(PUBLIC) };

describe("whoever sits at the machine", () => {
  test.each([
    ["127.0.0.1:8484", "127.0.0.1"],
    ["localhost", "::1"],
    ["[::1]:9000", "::ffff:127.0.0.1"],
  ])("is known at %s from %s", (host, peer) => {
    expect(whenceCame({ ...NEAR, peer, headers: { host } }, ALONE)).toBe("machine");
  });

  test.each([
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-forwarded-whatever-comes",
    "forwarded",
    "via",
    "x-real-ip",
    "x-original-url",
    "x-client-ip",
    "true-client-ip",
    "cf-connecting-ip",
    "cdn-loop",
    "x-amzn-trace-id",
    "tailscale-user-login",
    "proxy-connection",
  ])("is nobody who comes with %s", async (name) => {
    const { at } = await doorHouse({ machineAlone: true, url: null, ways: [] });
    expect((await send(`${at}/api/channels`)).status).toBe(200);
    const answer = await send(`${at}/api/channels`, { headers: { [name]: "1" } });
    expect([answer.status, answer.json]).toEqual([401, { error: "Sign in to see this." }]);
    expect((await send(`${at}/`, { headers: { [name]: "1" } })).status).toBe(303);
  });

  test.each([
    ["another machine", { peer: "192.168.1.7" }],
    ["another machine, in the other notation", { peer: "::ffff:10.0.0.1" }],
    ["a machine that left already", { peer: undefined }],
    ["a proxy that speaks as nginx does", { httpVersion: "1.0" }],
  ])("is nobody who comes from %s", (_, given) => {
    const arrived = { ...NEAR, ...given, headers: { host: "localhost:8484" } };
    expect(whenceCame(arrived, ALONE)).toBe("elsewhere");
  });

  test.each([
    ["it listens to others", { machineAlone: false, url: null }],
    ["it has a public address", OPEN],
  ])("is told from nobody else where %s: a proxy may write the Host anew and say nothing", (_, gate) => {
    expect(whenceCame({ ...NEAR, headers: { host: "127.0.0.1:8484" } }, gate)).toBe("elsewhere");
  });

  test("a proxy that writes the Host anew, as nginx does by itself, gets nothing", async () => {
    const { at } = await doorHouse({ machineAlone: true, url: null, ways: [] });
    const { hostname, port, host } = new URL(at);
    const socket = connect(Number(port), hostname);
    socket.end(`GET /api/channels HTTP/1.0\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    let text = "";
    socket.setEncoding("utf8").on("data", (chunk) => {
      text += chunk;
    });
    await once(socket, "close");
    expect(text).toMatch(/^HTTP\/1\.1 401 /);
    expect(text).not.toContain("front-page");
  });
});

describe("the Host of a request", () => {
  test.each([
    ["desk.example.org", 401],
    ["DESK.example.org", 401],
    ["127.0.0.1:8484", 401], // a proxy that writes it anew
    ["desk.example.org:444", 403],
    ["desk.example.org.evil.example", 403],
    ["evil.example", 403], // DNS rebinding
    ["10.0.0.7:8484", 403],
    ["desk.example.org@evil.example", 403],
  ])("%s", async (host, status) => {
    const { at } = await doorHouse();
    expect((await send(`${at}/api/channels`, { headers: { host } })).status).toBe(status);
  });

  test("no cookie helps a foreign one", async () => {
    const { browse, enter } = await doorHouse();
    const cookie = await enter();
    const headers = { host: "evil.example" };
    expect((await browse("/api/channels", { cookie, headers })).status).toBe(403);
  });
});

describe("what another site has its visitor's browser send (CSRF)", () => {
  const line = JSON.stringify({ line: "help", channel: null, face: "slack" });
  const type = { "content-type": "application/json" };
  test.each([
    ["the page itself", { origin: PUBLIC, "sec-fetch-site": "same-origin" }, 200],
    [
      "the page, behind a proxy that writes the Host anew",
      { origin: PUBLIC, host: "localhost" },
      200,
    ],
    ["no Origin", {}, 403],
    ["another site", { origin: "https://evil.example" }, 403],
    ["a sibling of the domain", { origin: "https://blog.example.org" }, 403],
    ["the same name without TLS", { origin: "http://desk.example.org" }, 403],
    ["a sandboxed frame", { origin: "null" }, 403],
    ["a browser that tells the site", { origin: PUBLIC, "sec-fetch-site": "cross-site" }, 403],
    ["a sibling that the browser tells", { origin: PUBLIC, "sec-fetch-site": "same-site" }, 403],
  ])("a question from %s", async (_, headers, status) => {
    const { browse, enter } = await doorHouse();
    const cookie = await enter();
    const sent = { method: "POST", body: line, cookie, headers: { ...type, ...headers } };
    expect((await browse("/api/ask", sent)).status).toBe(status);
  });

  test.each([
    "/api/sign-in/link",
    "/api/sign-in/look",
    "/api/sign-in/passphrase",
    "/api/sign-out",
    "/api/sign-out/everywhere",
  ])("nobody is signed in or out by it: %s", async (path) => {
    const { browse, enter, linkFor } = await doorHouse();
    const cookie = await enter();
    const body = JSON.stringify({ key: await linkFor() });
    for (const headers of [type, { ...type, origin: "https://evil.example" }]) {
      const sent = { method: "POST", cookie, body, headers };
      expect((await browse(path, sent)).status).toBe(403);
    }
    expect((await browse("/api/channels", { cookie })).status).toBe(200);
  });

  test("a form, which can send no JSON, is refused", async () => {
    const { browse, linkFor } = await doorHouse();
    const answer = await browse("/api/sign-in/link", {
      ...{ method: "POST", body: `key=${await linkFor()}` },
      headers: { origin: PUBLIC, "content-type": "application/x-www-form-urlencoded" },
    });
    expect(answer.status).toBe(415);
  });

  test("a link on another site leads to the page, with the session of whoever follows it", async () => {
    const { browse, enter } = await doorHouse();
    const cookie = await enter();
    const headers = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" };
    expect((await browse("/", { cookie, headers })).status).toBe(200);
    const script = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" };
    expect((await browse("/api/channels", { cookie, headers: script })).status).toBe(403);
  });
});

describe("the address by which attempts are counted", () => {
  const from = (peer: string, forwarded?: string) => ({
    ...{ peer, headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded } },
  });
  test.each([
    ["the proxy's last word", from("127.0.0.1", "6.6.6.6, 203.0.113.7"), OPEN, "203.0.113.7"],
    ["of a proxy in the own net", from("::ffff:172.17.0.1", "203.0.113.7"), OPEN, "203.0.113.7"],
    [
      "of a stranger, who is no proxy of ours",
      from("198.51.100.9", "203.0.113.7"),
      OPEN,
      "198.51.100.9",
    ],
    ["where nobody named a proxy", from("127.0.0.1", "203.0.113.7"), ALONE, "127.0.0.1"],
    ["what is no address", from("127.0.0.1", "203.0.113.7, unknown"), OPEN, "127.0.0.1"],
    ["none at all", from("127.0.0.1"), OPEN, "127.0.0.1"],
    ["a household's net", from("127.0.0.1", "2001:db8:1:2:a::9"), OPEN, "2001:db8:1:2::/64"],
    ["the same, written shorter", from("127.0.0.1", "2001:db8:1:2::a"), OPEN, "2001:db8:1:2::/64"],
    ["zeros within", from("127.0.0.1", "2001:db8::1"), OPEN, "2001:db8:0:0::/64"],
  ])("%s", (_, arrived, gate, expected) => {
    expect(addressOf(arrived, gate)).toBe(expected);
  });

  test.each([
    ["127.0.0.1", true],
    ["127.8.8.8", true],
    ["::1", true],
    ["localhost", true],
    ["0.0.0.0", false],
    ["::", false],
    ["192.168.1.7", false],
    ["127.0.0.1.evil.example", false],
    [undefined, false],
  ])("%s is this machine's own: %s", (address, expected) => {
    expect(isLoopback(address)).toBe(expected);
  });
});
