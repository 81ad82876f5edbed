import { describe, expect, test, vi } from "vitest";
import { createAttempts, FREE_TRIES, FREE_TRIES_OF_ALL } from "#edge/preview/attempts.ts";
import { KEPT_FOR, LONGEST_TURN } from "#edge/preview/turns.ts";
import { doorHouse, PASSPHRASE, PUBLIC } from "./door-house.ts";

const SECOND = 1_000;

describe("wrong tries", () => {
  test("cost an address growing waits, that end at a quarter of an hour", () => {
    let now = 0;
    const attempts = createAttempts({ now: () => now, together: true });
    for (let tries = 0; tries < FREE_TRIES; tries += 1) expect(attempts.take("a")).toBe(0);
    const waits: number[] = [];
    for (let tries = 0; tries < 12; tries += 1) {
      const wait = attempts.take("a");
      waits.push(wait / SECOND);
      now += wait;
      expect(attempts.take("a")).toBe(0);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  });

  test("are the address's own, and forgotten with the right one, or after half a day", () => {
    let now = 0;
    const attempts = createAttempts({ now: () => now, together: true });
    for (let tries = 0; tries <= FREE_TRIES; tries += 1) attempts.take("a");
    expect(attempts.take("a")).toBeGreaterThan(0);
    expect(attempts.take("b")).toBe(0);
    attempts.succeeded("a");
    expect(attempts.take("a")).toBe(0);
    for (let tries = 0; tries <= FREE_TRIES; tries += 1) attempts.take("a");
    expect(attempts.take("a")).toBeGreaterThan(0);
    now += 12 * 60 * 60 * SECOND;
    expect(attempts.take("a")).toBe(0);
  });

  test("from everywhere at once have others take turns, each their own, however often one knocks", () => {
    let now = 0;
    const attempts = createAttempts({ now: () => now, together: true });
    for (let tries = 0; tries < FREE_TRIES_OF_ALL; tries += 1) {
      expect(attempts.take(`a${tries}`)).toBe(0);
    }
    expect(attempts.take("x0")).toBe(0);
    // Three who knock ten times a second, and one who comes when they are told to.
    const knock = () => ["x1", "x2", "x3"].map((one) => attempts.take(one));
    knock();
    const wait = attempts.take("desk");
    expect(wait).toBeLessThanOrEqual(4 * 2 * SECOND);
    const until = now + wait;
    while (now + 100 < until) {
      now += 100;
      knock();
    }
    now = until;
    expect(attempts.take("desk")).toBe(0);
    for (let hour = 0; hour < 50; hour += 1) {
      const longest = attempts.take("desk");
      now += longest;
      if (longest > 0) expect(attempts.take("desk")).toBe(0);
      attempts.giveBack("desk");
      now += 60 * SECOND;
      knock();
      // Its own turn behind those of three others.
      expect(longest).toBeLessThanOrEqual(4 * LONGEST_TURN);
    }
  });

  test("from everywhere keep a turn that has come for a minute, and for its address alone", () => {
    let now = 0;
    const attempts = createAttempts({ now: () => now, together: true });
    for (let tries = 0; tries <= FREE_TRIES_OF_ALL; tries += 1) attempts.take(`a${tries}`);
    now += attempts.take("late");
    expect(attempts.take("other")).toBeGreaterThan(0);
    now += KEPT_FOR - 1;
    expect(attempts.take("late")).toBe(0);
    now += attempts.take("later") + KEPT_FOR;
    // Nobody is before it any more, and it takes a turn anew.
    expect(attempts.take("later")).toBe(0);
  });

  test("from everywhere hold nobody back who comes from where somebody came in before", () => {
    const attempts = createAttempts({ now: () => 0, together: true });
    attempts.take("desk");
    attempts.succeeded("desk");
    for (let tries = 0; tries < 2 * FREE_TRIES_OF_ALL; tries += 1) attempts.take(`a${tries}`);
    expect(attempts.take("new")).toBeGreaterThan(0);
    for (let tries = 0; tries < FREE_TRIES; tries += 1) expect(attempts.take("desk")).toBe(0);
    // Their own wrong ones still do.
    expect(attempts.take("desk")).toBe(SECOND);
  });

  test("at what nobody guesses are counted for each address alone", () => {
    const attempts = createAttempts({ now: () => 0, together: false });
    for (let tries = 0; tries < 4 * FREE_TRIES_OF_ALL; tries += 1) attempts.take(`a${tries}`);
    expect(attempts.take("new")).toBe(0);
  });
});

describe("guessing the passphrase", () => {
  test("is told to wait, and how long; the right one is not looked at meanwhile, and counts after it", async () => {
    const isPassphrase = vi.fn(async (typed: string) => typed === PASSPHRASE);
    const house = await doorHouse({ ways: ["passphrase"], isPassphrase });
    const guess = (passphrase: string) => house.post("/api/sign-in/passphrase", { passphrase });
    for (let tries = 0; tries < FREE_TRIES; tries += 1) {
      expect((await guess(`wrong ${tries}`)).status).toBe(403);
    }
    const refused = await guess(PASSPHRASE);
    expect(refused.status).toBe(429);
    expect(refused.headers["retry-after"]).toBe("1");
    expect(refused.json).toEqual({ error: "Too many wrong tries: try again in 1 second." });
    expect(isPassphrase).toHaveBeenCalledTimes(FREE_TRIES);
    house.wait(SECOND);
    expect((await guess(PASSPHRASE)).status).toBe(200);
  });

  test("is not quicker by many requests at a time", async () => {
    const isPassphrase = vi.fn(async () => false);
    const { post } = await doorHouse({ ways: ["passphrase"], isPassphrase });
    const all = await Promise.all(
      Array.from({ length: 40 }, (_, one) =>
        post("/api/sign-in/passphrase", { passphrase: `guess ${one}` }),
      ),
    );
    expect(isPassphrase).toHaveBeenCalledTimes(FREE_TRIES);
    expect(all.filter(({ status }) => status === 429)).toHaveLength(40 - FREE_TRIES);
  });

  test("keeps nobody out who comes from another address, and no written header makes one", async () => {
    const { browse } = await doorHouse({ ways: ["passphrase"] });
    const from = (forwarded: string, passphrase: string) =>
      browse("/api/sign-in/passphrase", {
        ...{ method: "POST", body: JSON.stringify({ passphrase }) },
        headers: {
          ...{ origin: PUBLIC, "content-type": "application/json" },
          "x-forwarded-for": forwarded,
        },
      });
    // The proxy adds the last; whoever guesses writes the first anew each time.
    for (let tries = 0; tries < FREE_TRIES; tries += 1) {
      expect((await from(`10.0.0.${tries}, 203.0.113.7`, "wrong")).status).toBe(403);
    }
    expect((await from("10.0.0.99, 203.0.113.7", PASSPHRASE)).status).toBe(429);
    expect((await from("203.0.113.8", PASSPHRASE)).status).toBe(200);
  });

  test("hashes one at a time, and turns away those for whom there is no room", async () => {
    const gate = Promise.withResolvers<boolean>();
    let running = 0;
    let most = 0;
    const isPassphrase = async () => {
      running += 1;
      most = Math.max(most, running);
      const right = await gate.promise;
      running -= 1;
      return right;
    };
    const { browse } = await doorHouse({ ways: ["passphrase"], isPassphrase });
    const all = Array.from({ length: 12 }, (_, one) =>
      browse("/api/sign-in/passphrase", {
        ...{ method: "POST", body: JSON.stringify({ passphrase: "guess" }) },
        headers: {
          ...{ origin: PUBLIC, "content-type": "application/json" },
          "x-forwarded-for": `203.0.113.${one}`,
        },
      }),
    );
    let turnedAway = 0;
    for (const one of all) {
      void one.then(({ status }) => {
        if (status === 429) turnedAway += 1;
      });
    }
    // Those for whom there is no room are answered while the first one is still looked at.
    await vi.waitUntil(() => turnedAway === 4, { timeout: 20_000 });
    gate.resolve(false);
    const statuses = (await Promise.all(all)).map(({ status }) => status).toSorted();
    expect(statuses).toEqual([...Array(8).fill(403), ...Array(4).fill(429)]);
    expect(most).toBe(1);
  });
});

test("keys of links cannot be guessed on and on either", async () => {
  const { post } = await doorHouse();
  const guess = () => post("/api/sign-in/look", { key: `copydesk_${"a".repeat(43)}` });
  for (let tries = 0; tries < FREE_TRIES; tries += 1) expect((await guess()).status).toBe(410);
  expect((await guess()).status).toBe(429);
});

test("one link that is good makes no room for guesses from its address", async () => {
  const { post, linkFor } = await doorHouse();
  const look = async (key: string) => (await post("/api/sign-in/look", { key })).status;
  const wrong = `copydesk_${"a".repeat(43)}`;
  for (let tries = 0; tries < FREE_TRIES - 1; tries += 1) expect(await look(wrong)).toBe(410);
  const key = await linkFor();
  expect(await look(key)).toBe(200);
  expect((await post("/api/sign-in/link", { key })).status).toBe(200);
  expect([await look(wrong), await look(wrong)]).toEqual([410, 429]);
});
