import { describe, expect, test } from "vitest";
import { IDLE_MOST, LINK_LASTS, SESSION_LASTS } from "#desk/sign-in.ts";
import { cookieOf, doorHouse, INES, PASSPHRASE } from "./door-house.ts";
import { send } from "./send.ts";

const DAY = 24 * 60 * 60 * 1_000;

describe("signing in by a link", () => {
  test("whoever follows it is asked first, and then signed in as whom it was made for", async () => {
    const { browse, post, linkFor } = await doorHouse();
    expect((await browse("/api/channels")).status).toBe(401);
    const key = await linkFor();
    const look = await post("/api/sign-in/look", { key });
    expect(look.json).toEqual({ name: "Ines", role: "editor" });
    expect(look.headers["set-cookie"]).toBeUndefined();
    const entered = await post("/api/sign-in/link", { key });
    expect(entered.json).toEqual({ name: "Ines", role: "editor" });
    const cookie = cookieOf(entered);
    expect((await browse("/api/channels", { cookie })).status).toBe(200);
    expect((await browse("/api/me", { cookie })).json).toEqual({
      ...{ ...INES, edits: [], signedIn: true, ways: ["link"] },
    });
  });

  test("a preview of links, or a scanner of mail, that opens it uses nothing up", async () => {
    const { browse, post, linkFor } = await doorHouse();
    const key = await linkFor();
    // What stands behind the # is never sent.
    for (const method of ["GET", "HEAD", "GET"]) {
      expect((await browse("/sign-in", { method })).status).toBe(200);
    }
    expect((await browse("/api/sign-in/link")).status).toBe(405);
    expect((await post("/api/sign-in/link", { key })).status).toBe(200);
  });

  test("it is good once", async () => {
    const { post, linkFor } = await doorHouse();
    const key = await linkFor();
    expect((await post("/api/sign-in/link", { key })).status).toBe(200);
    for (const path of ["/api/sign-in/link", "/api/sign-in/look"]) {
      const again = await post(path, { key });
      expect([again.status, again.json]).toEqual([
        410,
        { error: expect.stringContaining("good no more") },
      ]);
      expect(again.headers["set-cookie"]).toBeUndefined();
    }
  });

  test.each([
    [LINK_LASTS - 1, 200],
    [LINK_LASTS, 410],
  ])("after %d milliseconds: %d", async (wait, status) => {
    const { clock, post, linkFor } = await doorHouse();
    const key = await linkFor();
    clock.pass(wait);
    expect((await post("/api/sign-in/link", { key })).status).toBe(status);
  });

  test("a later one replaces it", async () => {
    const { post, linkFor } = await doorHouse();
    const [first, second] = [await linkFor(), await linkFor()];
    expect((await post("/api/sign-in/link", { key: first })).status).toBe(410);
    expect((await post("/api/sign-in/link", { key: second })).status).toBe(200);
  });
});

describe("signing in by a passphrase", () => {
  test("whoever knows it is admin, and whoever does not is nobody", async () => {
    const { browse, post } = await doorHouse({ ways: ["passphrase"] });
    const wrong = await post("/api/sign-in/passphrase", { passphrase: "four words of glass" });
    expect([wrong.status, wrong.json]).toEqual([403, { error: "That is not the passphrase." }]);
    expect(wrong.headers["set-cookie"]).toBeUndefined();
    const right = await post("/api/sign-in/passphrase", { passphrase: PASSPHRASE });
    expect(right.json).toEqual({ name: "somebody with the passphrase", role: "admin" });
    const me = await browse("/api/me", { cookie: cookieOf(right) });
    expect(me.json).toMatchObject({ role: "admin", signedIn: true, ways: ["passphrase"] });
  });

  test("it opens nothing where people sign in by links", async () => {
    const { post } = await doorHouse();
    const answer = await post("/api/sign-in/passphrase", { passphrase: PASSPHRASE });
    expect(answer.status).toBe(403);
  });
});

describe("a session", () => {
  test("begins with an id that nobody had before, whatever cookie a browser brings (fixation)", async () => {
    const { browse, post, enter, linkFor } = await doorHouse();
    const planted = `__Host-copydesk=copydesk_${"x".repeat(43)}`;
    const after = cookieOf(await post("/api/sign-in/link", { key: await linkFor() }, planted));
    expect(after).not.toBe(planted);
    expect((await browse("/api/channels", { cookie: planted })).status).toBe(401);
    // Nor does the one that a browser had go on beside the new one.
    const old = await enter();
    const fresh = cookieOf(await post("/api/sign-in/link", { key: await linkFor() }, old));
    expect(fresh).not.toBe(old);
    expect((await browse("/api/channels", { cookie: old })).status).toBe(401);
    expect((await browse("/api/channels", { cookie: fresh })).status).toBe(200);
  });

  test("its cookie is for this host and TLS alone, and for no script", async () => {
    const { post, linkFor } = await doorHouse();
    const [set] =
      (await post("/api/sign-in/link", { key: await linkFor() })).headers["set-cookie"] ?? [];
    expect(set).toMatch(
      /^__Host-copydesk=copydesk_[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    );
  });

  test("without TLS, on the machine itself, the cookie has neither prefix nor Secure", async () => {
    const own = "http://localhost:8484";
    const { at, linkFor } = await doorHouse({ url: own });
    const { headers } = await send(`${at}/api/sign-in/link`, {
      ...{ method: "POST", body: JSON.stringify({ key: await linkFor() }) },
      headers: { host: "localhost:8484", origin: own, "content-type": "application/json" },
    });
    const [set] = headers["set-cookie"] ?? [];
    expect(set).toMatch(/^copydesk=copydesk_[\w-]{43}; .*Path=\/; HttpOnly; SameSite=Lax$/);
  });

  test("two cookies of its name count as none", async () => {
    const { browse, enter } = await doorHouse();
    const cookie = await enter();
    const planted = `__Host-copydesk=copydesk_${"y".repeat(43)}`;
    for (const two of [`${planted}; ${cookie}`, `${cookie}; ${planted}`]) {
      expect((await browse("/api/channels", { cookie: two })).status).toBe(401);
    }
    expect((await browse("/api/channels", { cookie })).status).toBe(200);
  });

  test.each([
    ["used within a week, again and again, for a month", IDLE_MOST - 1, SESSION_LASTS - 2, 200],
    ["used within a week, again and again, until the month is over", DAY, SESSION_LASTS, 401],
    ["left for a week", IDLE_MOST, IDLE_MOST, 401],
  ])("%s", async (_, step, whole, status) => {
    const { browse, clock, enter } = await doorHouse();
    const cookie = await enter();
    let passed = 0;
    while (passed + step < whole) {
      clock.pass(step);
      passed += step;
      expect((await browse("/api/channels", { cookie })).status).toBe(200);
    }
    clock.pass(whole - passed);
    expect((await browse("/api/channels", { cookie })).status).toBe(status);
  });

  test("ends by signing out, in that browser alone, which loses its cookie", async () => {
    const { browse, post, enter } = await doorHouse();
    const [one, other] = [await enter(), await enter()];
    const out = await post("/api/sign-out", {}, one);
    expect(out.headers["set-cookie"]?.[0]).toMatch(/^__Host-copydesk=; Max-Age=0; .*Secure$/);
    expect((await browse("/api/channels", { cookie: one })).status).toBe(401);
    expect((await browse("/api/channels", { cookie: other })).status).toBe(200);
  });

  test("ends everywhere at once, with every link on its way, and nobody else's does", async () => {
    const { browse, post, enter, linkFor } = await doorHouse();
    const mine = [await enter(), await enter(), await enter()];
    const bo = await enter({ id: "slack:U12", name: "Bo", role: "reader" });
    const key = await linkFor();
    expect((await post("/api/sign-out/everywhere", {}, null)).status).toBe(401);
    expect((await post("/api/sign-out/everywhere", {}, mine[0])).status).toBe(200);
    for (const cookie of mine) {
      expect((await browse("/api/channels", { cookie })).status).toBe(401);
    }
    expect((await post("/api/sign-in/link", { key })).status).toBe(410);
    expect((await browse("/api/channels", { cookie: bo })).status).toBe(200);
  });
});

test("whoever is not signed in is led to the sign-in, and gets no copy", async () => {
  const { browse } = await doorHouse();
  const page = await browse("/");
  expect([page.status, page.headers.location]).toEqual([303, "/sign-in"]);
  expect(page.headers["cache-control"]).toBe("no-store");
  const article = await browse("/a/ws44n8");
  expect([article.status, article.headers.location]).toEqual([303, "/sign-in#/a/ws44n8"]);
  const door = await browse("/sign-in");
  expect(door.status).toBe(200);
  expect(door.headers["content-security-policy"]).toContain("default-src 'none'");
  expect((await browse("/api/me")).json).toEqual({
    ...{ id: null, name: null, role: null, edits: [], signedIn: false, ways: ["link"] },
  });
});

test("the log has no key, no id of a session and no passphrase", async () => {
  const { post, browse, linkFor, logged } = await doorHouse({ ways: ["passphrase"] });
  const key = await linkFor();
  const cookie = cookieOf(await post("/api/sign-in/passphrase", { passphrase: PASSPHRASE }));
  await post("/api/sign-in/passphrase", { passphrase: "a wrong one of theirs" });
  await post("/api/sign-in/link", { key }, cookie);
  await post("/api/sign-in/link", { key }, cookie);
  await browse("/api/channels", { cookie });
  const lines = JSON.stringify(logged());
  expect(lines).toContain("signed in");
  expect(lines).toContain("sign-in refused");
  expect(lines).not.toContain("copydesk_");
  expect(lines).not.toContain(PASSPHRASE);
  expect(lines).not.toContain("a wrong one");
  expect(lines).not.toContain(cookie.split("=")[1]);
});

test.each([
  ["a field too many", { key: "k", admin: true }, 400],
  ["no key", {}, 400],
  ["a key that is none", { key: "x" }, 410],
  ["another's form", { key: `copydesk_${"z".repeat(43)}` }, 410],
])("a link with %s", async (_, body, status) => {
  const { post } = await doorHouse();
  expect((await post("/api/sign-in/link", body)).status).toBe(status);
});
