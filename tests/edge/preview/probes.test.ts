import { describe, expect, test } from "vitest";
import { PARTS, type PartName, type Readiness } from "#desk/health.ts";
import { doorHouse, withRole } from "./door-house.ts";
import { send } from "./send.ts";

const SECRET = "slack is not connected, for 3 min (not in #leaks)";

function readiness(ready: boolean): Readiness {
  const state = (name: PartName) => [name, { ok: ready, says: SECRET }] as const;
  return { ready, parts: Object.fromEntries(PARTS.map(state)) as Readiness["parts"] };
}

const house = (ready: boolean, given: Parameters<typeof doorHouse>[0] = {}) =>
  doorHouse({ ...given, health: { readiness: async () => readiness(ready) } });
/** Nobody but the machine comes in. */
const ALONE = { machineAlone: true, url: null, ways: [] };

describe("whoever probes from elsewhere", () => {
  test.each([
    ["by the address of a container", { host: "10.0.0.7:8484" }],
    ["by a name that nobody knows", { host: "evil.example" }],
    ["through a proxy", { "x-forwarded-for": "203.0.113.7" }],
    ["from another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["with a made-up session", { cookie: "copydesk=made-up; __Host-copydesk=made-up" }],
    ["with a made-up token", { authorization: "Bearer made-up" }],
  ])("is told yes or no and nothing else, %s", async (_, headers) => {
    for (const ready of [true, false]) {
      const { at } = await house(ready);
      const answer = await send(`${at}/readyz`, { headers });
      expect([answer.status, answer.json]).toEqual([ready ? 200 : 503, { ready }]);
      const alive = await send(`${at}/healthz`, { headers });
      expect([alive.status, alive.json]).toEqual([200, { alive: true }]);
    }
  });

  test.each(["reader", "editor"] as const)("is told no more as %s", async (role) => {
    const { browse, enter } = await house(false);
    const cookie = await enter(withRole(role));
    expect((await browse("/readyz?verbose=1", { cookie })).json).toEqual({ ready: false });
  });

  test("gets nowhere else by it", async () => {
    const { at } = await house(true);
    const headers = { host: "evil.example" };
    for (const path of [
      "/healthz/",
      "/healthz/../api/channels",
      "/readyz/api/desk",
      "/api/channels",
    ]) {
      const { status, text } = await send(at, { path, headers });
      expect([path, status]).toEqual([path, 403]);
      expect(text).not.toContain("front-page");
    }
  });

  test("may only look", async () => {
    const { at } = await house(true);
    expect((await send(`${at}/readyz`, { method: "POST", body: "{}" })).status).toBe(405);
    expect((await send(`${at}/healthz`, { method: "DELETE" })).status).toBe(405);
    const head = await send(`${at}/readyz`, { method: "HEAD" });
    expect([head.status, head.text]).toEqual([200, ""]);
  });

  test("has nothing kept, and no other site may read it", async () => {
    const { at } = await house(true);
    const { headers } = await send(`${at}/readyz`);
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  });
});

describe("the whole answer", () => {
  test("is for an admin who is signed in, but not where another site asks", async () => {
    const { browse, enter } = await house(false);
    const cookie = await enter(withRole("admin"));
    const whole = await browse("/readyz", { cookie });
    expect([whole.status, whole.json]).toEqual([503, readiness(false)]);
    const foreign = { cookie, headers: { host: "evil.example" } };
    expect((await browse("/readyz", foreign)).json).toEqual({ ready: false });
  });

  test("is for the machine itself, and for nobody who comes by a proxy on it", async () => {
    const { at } = await house(false, ALONE);
    expect((await send(`${at}/readyz`)).json).toEqual(readiness(false));
    const headers = { via: "1.1 proxy" };
    expect((await send(`${at}/readyz`, { headers })).json).toEqual({ ready: false });
  });

  test("is not asked of a page that cannot tell", async () => {
    const { at } = await doorHouse(ALONE);
    expect((await send(`${at}/readyz`)).status).toBe(404);
    expect((await send(`${at}/healthz`)).status).toBe(200);
  });
});

describe("the figures", () => {
  const TOKEN = "0123456789abcdef01234567";
  const scrapes = {
    contentType: "text/plain; version=0.0.4",
    scrape: async () => "copydesk_x 1\n",
  };
  const measured = (given: Parameters<typeof doorHouse>[0] = {}) =>
    doorHouse({ ...given, metrics: { ...scrapes, isToken: (typed) => typed === TOKEN } });

  test.each([
    ["the token", `Bearer ${TOKEN}`, 200],
    ["the token, the scheme in small letters", `bearer ${TOKEN}`, 200],
    ["another token", "Bearer 0123456789abcdef01234568", 401],
    ["a piece of it", "Bearer 0123456789abcdef", 401],
    ["no scheme", TOKEN, 401],
    ["another scheme", `Basic ${TOKEN}`, 401],
    ["nothing behind the scheme", "Bearer", 401],
    ["an empty one", "", 401],
  ])("are for whoever sends %s, by any Host", async (_, authorization, status) => {
    const { at } = await measured();
    const headers = { host: "prometheus:8484", authorization };
    const answer = await send(`${at}/metrics`, { headers });
    expect(answer.status).toBe(status);
    expect(answer.text.includes("copydesk_x")).toBe(status === 200);
  });

  test("come in Prometheus' form, and are not kept", async () => {
    const { at } = await measured(ALONE);
    const { headers, text } = await send(`${at}/metrics`);
    expect([headers["content-type"], headers["cache-control"]]).toEqual([
      "text/plain; version=0.0.4",
      "no-store",
    ]);
    expect(text).toBe("copydesk_x 1\n");
    expect((await send(`${at}/metrics`, { method: "POST", body: "" })).status).toBe(405);
  });

  test("are for the machine itself, and for nobody there who sends a wrong token", async () => {
    const { at } = await measured(ALONE);
    const wrong = { headers: { authorization: "Bearer wrong" } };
    expect((await send(`${at}/metrics`, wrong)).status).toBe(401);
    const proxied = await send(`${at}/metrics`, { headers: { "x-forwarded-for": "203.0.113.7" } });
    expect([proxied.status, proxied.headers["www-authenticate"]]).toEqual([401, "Bearer"]);
    expect((await send(`${at}/metrics`, { headers: { host: "evil.example" } })).status).toBe(401);
  });

  test("are for nobody else where there is no token", async () => {
    const { at } = await doorHouse({ metrics: scrapes });
    for (const authorization of ["Bearer undefined", "Bearer null", `Bearer ${TOKEN}`]) {
      expect((await send(`${at}/metrics`, { headers: { authorization } })).status).toBe(401);
    }
  });

  test.each([
    ["reader", 401],
    ["editor", 401],
    ["admin", 200],
  ] as const)("asked by a %s who is signed in: %s", async (role, status) => {
    const { browse, enter } = await measured();
    const cookie = await enter(withRole(role));
    expect((await browse("/metrics", { cookie })).status).toBe(status);
  });

  test("let nobody in: the token opens nothing else", async () => {
    const { browse } = await measured();
    const headers = { authorization: `Bearer ${TOKEN}` };
    expect((await browse("/api/channels", { headers })).status).toBe(401);
    expect((await browse("/readyz", { headers })).status).toBe(404);
  });
});
