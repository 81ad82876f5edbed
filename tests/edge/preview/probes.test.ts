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
