import { expect, test } from "vitest";
import { createIntake } from "#desk/intake.ts";
import type { Prepare } from "#desk/prepare.ts";
import { createRetryDesk, nextRetry } from "#desk/retry.ts";
import { intakeParts, settledFile, testClock, testStore } from "./fixture.ts";

const MINUTE = 60_000;
const HEAVY = settledFile("heavy.pdf", "title: Heavy\n\nIt is heavy.");

/** An intake whose files are given up for as long as the machine is busy. */
async function setUp() {
  const store = await testStore();
  const clock = testClock("2026-05-08T06:20Z");
  const parts = intakeParts(store, clock);
  const machine = { busy: true, stops: false };
  const prepare: Prepare = async (file) => {
    if (machine.stops) return "stopped";
    if (machine.busy) return { ok: false, reason: "It takes too long.", givenUp: true };
    return parts.prepare(file);
  };
  const intake = createIntake({ ...parts, prepare });
  const desk = createRetryDesk({ store, clock });
  const rules = async () => (await store.ledger.history("heavy.pdf")).map(({ rule }) => rule);
  return { store, clock, machine, intake, desk, rules };
}

test("a file that was given up is read again after 1, 5 and 30 minutes, and then daily", async () => {
  const { clock, intake, desk, rules } = await setUp();
  await intake.take(HEAVY);
  const waits = [1, 5, 30, 24 * 60, 24 * 60];
  for (const wait of waits) {
    clock.pass(wait * MINUTE - 1);
    expect(await desk.begin()).toEqual([]);
    clock.pass(1);
    expect(await desk.begin()).toEqual(["heavy.pdf"]);
    await intake.take(HEAVY);
  }
  expect((await rules()).filter((rule) => rule.includes("too long"))).toEqual([
    "It takes too long. It is tried again by itself in 1 min.",
    "It takes too long. It is tried again by itself in 5 min.",
    "It takes too long. It is tried again by itself in 30 min.",
    ...Array(3).fill("It takes too long. It is tried again by itself in 24 h."),
  ]);
});

test("once it is read it is a file like any other", async () => {
  const { store, clock, machine, intake, desk } = await setUp();
  await intake.take(HEAVY);
  clock.pass(MINUTE);
  await desk.begin();
  expect(await store.ledger.quarantined()).toEqual([]);
  machine.busy = false;
  expect(await intake.take(HEAVY)).toMatchObject([{ kind: "filed" }]);
  clock.pass(7 * 24 * 60 * MINUTE);
  expect(await desk.begin()).toEqual([]);
});

test("an attempt that comes to nothing, such as by a crash, is made again a day later", async () => {
  const { store, clock, intake, desk } = await setUp();
  await intake.take(HEAVY);
  clock.pass(MINUTE);
  expect(await desk.begin()).toEqual(["heavy.pdf"]);
  expect((await store.ledger.stamps()).has("heavy.pdf")).toBe(false);
  clock.pass(5 * MINUTE);
  expect(await desk.begin()).toEqual([]);
  clock.pass(24 * 60 * MINUTE);
  expect(await desk.begin()).toEqual(["heavy.pdf"]);
});

test("a file that was read and refused, one that is gone, and one that cannot be had are not tried again", async () => {
  const { store, clock, machine, intake, desk } = await setUp();
  await intake.take(HEAVY);
  machine.busy = false;
  await intake.take(settledFile("heavy.pdf", "unreadable"));
  expect(await store.retries.of("heavy.pdf")).toBeNull();
  machine.busy = true;
  await intake.take(HEAVY);
  await intake.gone("heavy.pdf");
  clock.pass(MINUTE);
  expect(await desk.begin()).toEqual([]);
});

test("the count begins anew with another content", () => {
  const before = { path: "a", contentHash: "h1", attempt: 3, due: 0 };
  expect(nextRetry(before, { path: "a", contentHash: "h1" }, 0).attempt).toBe(4);
  expect(nextRetry(before, { path: "a", contentHash: "h2" }, 0)).toMatchObject({
    ...{ attempt: 1, due: MINUTE },
  });
});

test("what is not read when the bot ends is not accounted for, so that the next start reads it", async () => {
  const { store, machine, intake } = await setUp();
  machine.stops = true;
  expect(await intake.take(HEAVY)).toEqual([]);
  expect(await store.ledger.history("heavy.pdf")).toEqual([]);
  expect(await store.ledger.stamps()).toEqual(new Map());
});

test("what is known of it is held until it is read, and what an editor lets go stays so at the next attempt", async () => {
  const { store, clock, machine, intake, desk } = await setUp();
  machine.busy = false;
  await intake.take(HEAVY);
  machine.busy = true;
  const next = settledFile("heavy.pdf", "title: Heavy\n\nIt is heavy, and more so.");
  expect(await intake.take(next)).toMatchObject([{ kind: "quarantined", holds: true }]);
  const held = await store.archive.current("heavypdf");
  expect(held?.article.unread?.reason).toMatch(
    /^heavy\.pdf: It takes too long\. It is tried again by itself in 1 min\. What is known/u,
  );
  if (held === null) return;
  const { unread: _, ...released } = held.article;
  await store.archive.restate(released, [], clock.now());
  clock.pass(MINUTE);
  await desk.begin();
  const [again] = await intake.take(next);
  expect(again).toEqual({
    ...{ kind: "quarantined", path: "heavy.pdf" },
    reason: "It takes too long. It is tried again by itself in 5 min.",
  });
  expect((await store.archive.current("heavypdf"))?.article.unread).toBeUndefined();
});

test("a process has its own files read again, and leaves those of others planned", async () => {
  const { store, clock, intake, desk } = await setUp();
  await intake.take(HEAVY);
  await intake.take({ ...HEAVY, path: "other.pdf" });
  clock.pass(MINUTE);
  expect(await desk.begin((path) => path === "other.pdf")).toEqual(["other.pdf"]);
  expect(await desk.begin(() => false)).toEqual([]);
  expect((await store.retries.of("heavy.pdf"))?.due).toBe(clock.now());
  expect(await desk.begin((path) => path === "heavy.pdf")).toEqual(["heavy.pdf"]);
});
