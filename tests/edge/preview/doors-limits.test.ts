import { describe, expect, test, vi } from "vitest";
import { createAttempts, FREE_TRIES, FREE_TRIES_OF_ALL } from "#edge/preview/attempts.ts";
import { doorHouse, PASSPHRASE, PUBLIC } from "./door-house.ts";

const SECOND = 1_000;

describe("wrong tries", () => {
  test("cost an address growing waits, that end at a quarter of an hour", () => {
    let now = 0;
    const attempts = createAttempts(() => now);
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
    const attempts = createAttempts(() => now);
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

  test("from everywhere at once cost everybody a wait, and a short one", () => {
    let now = 0;
    const attempts = createAttempts(() => now);
    for (let tries = 0; tries < FREE_TRIES_OF_ALL; tries += 1) {
      expect(attempts.take(`a${tries}`)).toBe(0);
    }
    expect(attempts.take("new")).toBe(SECOND);
    for (let tries = 0; tries < 20; tries += 1) {
      now += 20 * SECOND;
      expect(attempts.take(`b${tries}`)).toBe(0);
    }
    expect(attempts.take("new")).toBe(20 * SECOND);
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
