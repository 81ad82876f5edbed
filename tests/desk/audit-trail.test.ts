import { describe, expect, test } from "vitest";
import { createIntake } from "#desk/intake.ts";
import { createReleaseDesk } from "#desk/releases.ts";
import { intakeParts, settledFile, testClock, testStore } from "./fixture.ts";

const HOUR = 60 * 60 * 1000;
const TEXT = "\n\nThe bridge reopened on Friday.";
const BRIDGE = `title: Bridge reopens${TEXT}`;
const EMBARGOED = `title: Bridge reopens\nembargo: 2026-05-08T08:00Z${TEXT}`;

async function setUp(deleteKills = false) {
  const store = await testStore();
  const clock = testClock("2026-05-08T06:00Z");
  const intake = createIntake(intakeParts(store, clock, { deleteKills }));
  const pause = async () => undefined;
  const releases = () => createReleaseDesk({ store, clock, pause });
  /** The audit, the first line first: by whom, and what they did. */
  const lines = async () =>
    (await store.orders.audit(0, 0, 99))
      .map(({ by, name, did }) => `${by} ${name}: ${did}`)
      .toReversed();
  return { ...store, store, clock, intake, releases, lines };
}

describe("what copy does to a known article is in the audit", () => {
  test.each<[string, string, readonly string[]]>([
    ["a new version that says nothing of release", `${BRIDGE} It stays.`, []],
    [
      "a version that is killed",
      `title: Bridge reopens\nstatus: canceled${TEXT}`,
      ["copy a.txt: killed atxt: canceled"],
    ],
    [
      "a version that is withheld",
      `title: Bridge reopens\nstatus: withheld${TEXT}`,
      ["copy a.txt: held atxt: Withheld until a version comes that may be used: “withheld”"],
    ],
    [
      "a version under embargo",
      EMBARGOED,
      [expect.stringContaining("copy a.txt: held atxt: Under embargo until 2026-05-08 08:00 UTC")],
    ],
  ])("by %s", async (_, text, expected) => {
    const { intake, lines, clock } = await setUp();
    await intake.take(settledFile("a.txt", BRIDGE));
    clock.pass(HOUR / 2);
    await intake.take(settledFile("a.txt", text));
    // A second look at the same file is no second deed.
    await intake.take(settledFile("a.txt", text));
    expect(await lines()).toEqual(expected);
  });

  test("by a version that lets it go, once, and by a later one nothing", async () => {
    const { intake, lines, clock } = await setUp();
    await intake.take(settledFile("a.txt", EMBARGOED));
    clock.pass(HOUR);
    await intake.take(settledFile("a.txt", BRIDGE));
    clock.pass(2 * HOUR);
    await intake.take(settledFile("a.txt", `${BRIDGE} It stays.`));
    expect(await lines()).toEqual(["copy a.txt: released atxt: its file holds it no more"]);
  });

  test("by a file that is deleted, and by its coming back", async () => {
    const { intake, lines, clock } = await setUp(true);
    await intake.take(settledFile("a.txt", BRIDGE));
    await intake.gone("a.txt");
    clock.pass(HOUR);
    await intake.take(settledFile("a.txt", BRIDGE));
    expect(await lines()).toEqual([
      "copy a.txt: killed atxt: Its file was deleted",
      "copy a.txt: released atxt: its file holds it no more",
    ]);
  });

  test("by a file that cannot be read, and by its being readable again", async () => {
    const { intake, lines, clock } = await setUp();
    await intake.take(settledFile("a.txt", BRIDGE));
    await intake.refuse("a.txt", "It is locked.");
    clock.pass(HOUR);
    await intake.take(settledFile("a.txt", BRIDGE));
    expect(await lines()).toEqual([
      expect.stringContaining("copy a.txt: held atxt: a.txt: It is locked."),
      "copy a.txt: released atxt: its file holds it no more",
    ]);
  });
});

describe("an embargo that ends by itself is in the audit", () => {
  const ENDED = "time Copydesk: released atxt: its embargo has ended (2026-05-08 08:00 UTC)";

  test("once, whoever finds it, and not before", async () => {
    const { intake, lines, clock, releases } = await setUp();
    await intake.take(settledFile("a.txt", EMBARGOED));
    const [one, other] = [releases(), releases()];
    expect(await one.note()).toBe(0);
    clock.pass(2 * HOUR);
    expect(await one.note()).toBe(1);
    expect(await one.note()).toBe(0);
    expect(await other.note()).toBe(0);
    expect(await lines()).toEqual([ENDED]);
  });

  test("after days in which nobody was at work", async () => {
    const { intake, lines, clock, releases } = await setUp();
    await intake.take(settledFile("a.txt", EMBARGOED));
    clock.pass(20 * 24 * HOUR);
    await releases().note();
    expect(await lines()).toEqual([ENDED]);
  });

  test("also where a new version comes before anybody has looked", async () => {
    const { intake, lines, clock, releases } = await setUp();
    await intake.take(settledFile("a.txt", EMBARGOED));
    clock.pass(3 * HOUR);
    await intake.take(settledFile("a.txt", `${EMBARGOED} It stays.`));
    await releases().note();
    expect(await lines()).toEqual([ENDED]);
  });

  test("more of them than are looked at together", async () => {
    const { intake, lines, clock, releases } = await setUp();
    for (let number = 1; number <= 60; number += 1) {
      const text = `title: Report ${number}\nembargo: 2026-05-08T08:00Z\n\nWord${number} happened in place ${number}.`;
      await intake.take(settledFile(`r${number}.txt`, text));
    }
    clock.pass(3 * HOUR);
    expect(await releases().note()).toBe(60);
    expect(await lines()).toHaveLength(60);
  });

  test("and not where it ended before the copy came in, nor where an editor let it go", async () => {
    const { intake, lines, clock, releases, store } = await setUp();
    clock.pass(3 * HOUR);
    await intake.take(settledFile("late.txt", EMBARGOED));
    await releases().note();
    expect(await lines()).toEqual([]);
    expect(await store.orders.lastChange()).toBe(0);
  });
});

test("what has a key is noted once, and is no change of an order", async () => {
  const { orders } = await setUp();
  const entry = { at: 1, by: "time", name: "Copydesk", did: "released a1", key: "freed a1 1" };
  await orders.note(entry);
  await orders.note(entry);
  await orders.note({ ...entry, key: "freed a1 2" });
  expect(await orders.audit(0, 0, 9)).toHaveLength(2);
  expect(await orders.lastChange()).toBe(0);
  await orders.note({ at: 1, by: "slack:U1", name: "Ines", did: "paused a" });
  await orders.note({ at: 1, by: "slack:U1", name: "Ines", did: "paused a" });
  expect(await orders.audit(0, 0, 9)).toHaveLength(4);
  expect(await orders.lastChange()).toBe(4);
});
