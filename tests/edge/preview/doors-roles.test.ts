import { expect, test } from "vitest";
import { OF_THE_NEWSROOM } from "#core/access/audience.ts";
import { isAtLeast, type Role } from "#core/access/role.ts";
import { allowed, ROUTES } from "#edge/preview/api.ts";
import type { Route } from "#edge/preview/route.ts";
import { setupNewsroom } from "../../desk/setup/newsroom.ts";
import { doorHouse, PUBLIC, withRole } from "./door-house.ts";

const EACH: readonly (Role | null)[] = [null, "reader", "editor", "admin"];

/** An address that a route's pattern takes: a name where it wants one. */
function pathOf({ path }: Route): string {
  const written = path.source.replace(/^\^|\$$/gu, "").replaceAll("\\/", "/");
  return written.replace(/\(\?<\w+>(?:[^()]|\([^()]*\))*\)/gu, "x");
}

test.each(
  ROUTES.map((route) => [`${route.method} ${pathOf(route)}`, route] as const),
)("%s is answered to whoever may ask it, and to nobody else", async (_, route) => {
  const { browse, enter } = await doorHouse();
  const path = pathOf(route);
  expect(route.path.test(path)).toBe(true);
  for (const role of EACH) {
    const cookie = role === null ? null : await enter(withRole(role));
    const headers = { origin: PUBLIC, "content-type": "application/json" };
    // A stream has no end: what its first line says is enough.
    if (path === "/api/events" && role !== null) continue;
    const { method } = route;
    const sent = { method, cookie, headers, ...(method === "POST" && { body: "{}" }) };
    const { status } = await browse(path, sent);
    if (role === null) expect([role, status]).toEqual([role, 401]);
    else if (!isAtLeast(role, route.least)) expect([role, status]).toEqual([role, 403]);
    else expect([401, 403]).not.toContain(status);
  }
});

test.each([
  ["reader", "reader", null],
  ["reader", "editor", 403],
  ["reader", "admin", 403],
  ["editor", "editor", null],
  ["editor", "admin", 403],
  ["admin", "admin", null],
  [null, "reader", 401],
] as const)("%s asks what takes %s: %s", (role, least, status) => {
  const visitor = role === null ? null : { ...withRole(role), as: OF_THE_NEWSROOM };
  if (status === null) expect(allowed(visitor, { least })).toEqual(visitor);
  else expect(() => allowed(visitor, { least })).toThrow(expect.objectContaining({ status }));
});

test("what an editor sent is refused when a reader's session sends it again", async () => {
  const { browse, enter, post } = await doorHouse();
  const body = { line: "/hold ws44n8", channel: "front-page", face: "paper" };
  const editor = await enter(withRole("editor"));
  expect((await post("/api/ask", body, editor)).text).toContain("hold was given");
  const reader = await enter(withRole("reader"));
  expect((await post("/api/ask", body, reader)).text).toContain("is for editors");
  expect((await browse("/api/ask", { method: "POST", body: JSON.stringify(body) })).status).toBe(
    403,
  );
  expect((await post("/api/ask", body)).status).toBe(401);
});

test("a role that is taken away counts from the next look at it, whatever the session began with", async () => {
  let role: Role | "gone" = "editor";
  const { clock, enter, post, browse } = await doorHouse({
    roleNow: async () => (role === "gone" ? role : { role, whereabouts: OF_THE_NEWSROOM }),
  });
  const cookie = await enter();
  const hold = { line: "/hold ws44n8", channel: null, face: "paper" };
  expect((await post("/api/ask", hold, cookie)).text).toContain("hold was given");
  role = "reader";
  clock.pass(60_000);
  expect((await post("/api/ask", hold, cookie)).text).toContain("is for editors");
  role = "gone";
  clock.pass(60_000);
  expect((await browse("/api/channels", { cookie })).status).toBe(401);
  role = "editor";
  clock.pass(60_000);
  expect((await browse("/api/channels", { cookie })).status).toBe(401);
});

test("who edits single channels is let through to what is about one, and to nothing else that editors may", async () => {
  const { browse, enter } = await doorHouse({
    withEdits: (asker) =>
      asker.id === "slack:maker" ? { ...asker, edits: ["front-page"] } : asker,
  });
  const maker = await enter({ id: "slack:maker", name: "Mo", role: "reader" });
  const reader = await enter(withRole("reader"));
  expect((await browse("/api/me", { cookie: maker })).json).toMatchObject({
    edits: ["front-page"],
  });
  expect((await browse("/api/me", { cookie: reader })).json).toMatchObject({ edits: [] });
  const editors = ROUTES.filter(({ least }) => least === "editor");
  expect(editors.some(({ ofChannel = false }) => ofChannel)).toBe(true);
  for (const route of editors) {
    const headers = { origin: PUBLIC, "content-type": "application/json" };
    const sent = { method: route.method, headers, ...(route.method === "POST" && { body: "{}" }) };
    const [own, others] = [
      await browse(pathOf(route), { ...sent, cookie: maker }),
      await browse(pathOf(route), { ...sent, cookie: reader }),
    ];
    expect([pathOf(route), own.status === 403]).toEqual([pathOf(route), route.ofChannel !== true]);
    expect(others.status).toBe(403);
  }
});

test("who ordered a channel changes that one in its form, and nothing tells them of another", async () => {
  const room = await setupNewsroom();
  await room.ordered("storm", { slack: "C0042" }, "slack:reader");
  await room.ordered("ferry", { slack: "C0043" }, "slack:other");
  const setup = { channels: room.channels, places: room.places, platforms: [] };
  const reader = { role: "reader", whereabouts: OF_THE_NEWSROOM } as const;
  const { browse, enter, post } = await doorHouse({ setup, roleNow: async () => reader });
  const cookie = await enter(withRole("reader"));
  const open = (name: string) => browse(`/api/setup/channel?name=${name}`, { cookie });
  expect((await open("storm")).json).toMatchObject({ kind: "form", mayPlace: false });
  const form = { sheet: room.formOf("storm", { topics: "wind" }), before: "storm" };
  expect((await post("/api/setup/look", form, cookie)).json).toMatchObject({ faults: [] });
  expect((await post("/api/setup/save", form, cookie)).json).toEqual({ name: "storm" });
  for (const name of ["ferry", "front-page", "none"]) {
    const refusal = { error: `There is no channel “${name}” that you may change.` };
    expect(await open(name)).toMatchObject({ status: 404, json: refusal });
    for (const path of ["look", "save"]) {
      const got = await post(`/api/setup/${path}`, { ...form, before: name }, cookie);
      expect(got).toMatchObject({ status: 404, json: refusal });
    }
  }
  expect((await open("")).status).toBe(403);
  expect((await post("/api/setup/save", { ...form, before: null }, cookie)).status).toBe(403);
  expect((await browse("/api/setup/places?platform=slack", { cookie })).status).toBe(403);
});
