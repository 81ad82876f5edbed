import { expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import type { Edition } from "#core/digest/edition.ts";
import { createEditionDesk } from "#desk/edition.ts";
import { sampleArticle, sampleBrief, sampleSubscription } from "#tests/samples.ts";
import { cadence } from "../core/digest/samples.ts";
import { testClock, testStore } from "./fixture.ts";

const HOUR = 3_600_000;

async function setUp(fields: Parameters<typeof sampleSubscription>[0] = {}) {
  const store = await testStore();
  const clock = testClock("2026-05-08T06:20Z");
  const whole = { fits: () => true };
  const subscription = sampleSubscription(fields);
  const desk = createEditionDesk({
    ...{ subscriptions: () => [subscription], store, clock },
    tally: null,
    pause: async () => undefined,
    budgets: { slack: whole, discord: whole, preview: whole },
  });
  const file = (article: Partial<Article>) => {
    const filed = sampleArticle({ takenIn: clock.now(), ...article });
    return store.archive.file(filed, sampleBrief(filed), []);
  };
  const made = async () => {
    const editions: Edition[] = [];
    await desk.makeDue((edition) => editions.push(edition));
    return editions;
  };
  const headlines = async () =>
    (await made()).map(({ items }) => items.map(({ filed }) => filed.article.id));
  return { ...store, store, clock, desk, file, made, headlines, subscription };
}

test("the first edition is made at once, the next at its slot, each once", async () => {
  const { clock, file, headlines } = await setUp();
  await file({ id: "a1" });
  expect(await headlines()).toEqual([["a1"]]);
  await file({ id: "a2" });
  expect(await headlines()).toEqual([]);
  clock.set(Date.parse("2026-05-08T07:00Z"));
  expect(await headlines()).toEqual([["a2"]]);
  expect(await headlines()).toEqual([]);
});

const DAY = 24 * HOUR;

test.each([
  ["ten minutes", 10 * 60_000],
  ["a day", DAY],
])("a clock that was ahead by %s is put right: slots go on, and nothing comes twice", async (_, by) => {
  const { clock, file, headlines } = await setUp();
  await headlines();
  clock.set(Date.parse("2026-05-08T07:55Z") + by);
  await file({ id: "early" });
  expect(await headlines()).toEqual([["early"]]);
  clock.pass(2 * 60_000 - by);
  await file({ id: "late" });
  expect(await headlines()).toEqual([]);
  clock.set(Date.parse("2026-05-08T08:00Z"));
  expect(await headlines()).toEqual([["late"]]);
  expect(await headlines()).toEqual([]);
});

test("a clock that was a day behind is put right: slots go on, both times", async () => {
  const { clock, file, headlines } = await setUp();
  await headlines();
  clock.set(Date.parse("2026-05-08T12:00Z"));
  await file({ id: "noon" });
  expect(await headlines()).toEqual([["noon"]]);
  clock.pass(20 * 60_000 - DAY);
  await file({ id: "behind" });
  expect(await headlines()).toEqual([]);
  clock.pass(40 * 60_000);
  expect(await headlines()).toEqual([["behind"]]);
  await file({ id: "right" });
  clock.pass(DAY);
  expect(await headlines()).toEqual([["right"]]);
  clock.pass(DAY);
  expect(await headlines()).toEqual([]);
});

test("a slot that was dealt with is not made up for once the clock is right again", async () => {
  const daily = cadence("0 8 * * *", "UTC");
  const { clock, file, headlines } = await setUp({ cadence: daily });
  await headlines();
  clock.set(Date.parse("2026-05-08T08:00Z"));
  await file({ id: "morning" });
  expect(await headlines()).toEqual([["morning"]]);
  clock.pass(-DAY - 60_000);
  await file({ id: "behind" });
  expect(await headlines()).toEqual([]);
  clock.pass(60_000);
  expect(await headlines()).toEqual([["behind"]]);
  clock.pass(DAY + 5 * HOUR);
  await file({ id: "noon" });
  expect(await headlines()).toEqual([]);
  clock.set(Date.parse("2026-05-09T08:00Z"));
  expect(await headlines()).toEqual([["noon"]]);
});

test("what was passed over comes no more when the clock was a day behind", async () => {
  const { clock, file, headlines } = await setUp({ baseline: 1 });
  for (const id of ["a1", "a2"]) await file({ id, published: clock.now() - Number(id[1]) });
  expect(await headlines()).toEqual([["a1"]]);
  for (const moment of ["2026-05-07T06:59Z", "2026-05-07T07:00Z", "2026-05-08T07:00Z"]) {
    clock.set(Date.parse(moment));
    expect(await headlines()).toEqual([]);
  }
});

test("a slot comes by what the clock shows, an embargo by what has come for sure", async () => {
  const { clock, file, headlines, subscription, store } = await setUp();
  await headlines();
  const instant = clock.now() + 5 * HOUR;
  await file({ id: "open" });
  await file({ id: "held", embargo: { kind: "until", instant, text: "later" } });
  const whole = { fits: () => true };
  const made: Edition[] = [];
  const doubting = createEditionDesk({
    ...{
      subscriptions: () => [subscription],
      store,
      clock,
      tally: null,
      pause: async () => undefined,
    },
    shown: () => clock.now() + DAY,
    budgets: { slack: whole, discord: whole, preview: whole },
  });
  await doubting.makeDue((edition) => made.push(edition));
  expect(made.map(({ items }) => items.map(({ filed }) => filed.article.id))).toEqual([["open"]]);
  clock.pass(6 * HOUR);
  await headlines();
  clock.pass(HOUR);
  expect(await headlines()).toEqual([["held"]]);
});

test("what a clock that was a day ahead took in waits for no more briefs", async () => {
  const { clock, file, headlines } = await setUp({ least: { briefs: 3, slots: 2, time: null } });
  await headlines();
  await file({ id: "a1" });
  await file({ id: "a2", takenIn: clock.now() + DAY });
  clock.pass(HOUR);
  expect((await headlines()).flat().sort()).toEqual(["a1", "a2"]);
});

test("slots missed while the bot was down become one edition", async () => {
  const { clock, file, headlines, editions, subscription } = await setUp();
  await file({ id: "a1" });
  await headlines();
  clock.pass(50 * HOUR);
  await file({ id: "a2", takenIn: clock.now() - HOUR });
  expect(await headlines()).toEqual([["a2"]]);
  expect(await editions.issued(subscription.id, 9)).toHaveLength(2);
});

test("an empty edition is not posted, and its slot is spent", async () => {
  const { clock, file, headlines, outbox } = await setUp();
  expect(await headlines()).toEqual([]);
  await file({ id: "a1" });
  expect(await headlines()).toEqual([]);
  expect(await outbox.claim(clock.now(), ["preview"])).toEqual([]);
  clock.pass(HOUR);
  expect(await headlines()).toEqual([["a1"]]);
});

test("what one edition has no room for comes in the next; nothing comes twice", async () => {
  const { clock, file, headlines } = await setUp({ most: 2 });
  expect(await headlines()).toEqual([]);
  clock.pass(HOUR);
  for (const id of ["a1", "a2", "a3"]) await file({ id });
  const first = await headlines();
  clock.pass(HOUR);
  const second = await headlines();
  expect([...first.flat(), ...second.flat()].sort()).toEqual(["a1", "a2", "a3"]);
  expect(first.flat()).toHaveLength(2);
});

test("a new revision of what was carried comes again, as an update", async () => {
  const { clock, file, desk, made } = await setUp();
  await file({ id: "a1" });
  await desk.makeDue();
  clock.pass(HOUR);
  const changed = { title: "Bridge shuts again", contentHash: "2".repeat(64) };
  await file({ id: "a1", revision: 2, ...changed });
  const [edition] = await made();
  expect(edition?.items.map(({ update }) => update)).toEqual([true]);
});

test("an article under embargo waits for its time", async () => {
  const { clock, file, headlines } = await setUp();
  const instant = Date.parse("2026-05-08T07:30Z");
  await file({ id: "a1", embargo: { kind: "until", instant, text: "0730Z" } });
  expect(await headlines()).toEqual([]);
  clock.set(Date.parse("2026-05-08T07:00Z"));
  expect(await headlines()).toEqual([]);
  clock.set(Date.parse("2026-05-08T08:00Z"));
  expect(await headlines()).toEqual([["a1"]]);
});

test("a rehearsal stores nothing, and never shows what is held, whatever moment it is asked for", async () => {
  const { clock, file, desk, headlines, subscription } = await setUp();
  await file({ id: "a1" });
  const instant = clock.now() + HOUR;
  await file({ id: "held", embargo: { kind: "until", instant, text: "later" } });
  const later = await desk.rehearse(subscription, clock.now() + 48 * HOUR);
  expect(later?.items.map(({ filed }) => filed.article.id)).toEqual(["a1"]);
  expect(await headlines()).toEqual([["a1"]]);
  expect(await desk.rehearse(subscription, clock.now())).toBeNull();
  const before = await desk.rehearse(subscription, Date.parse("2026-05-08T06:19Z"));
  expect(before).toBeNull(); // it had not been taken in by then
});

test("a channel's first edition carries the newest few, and what was there before is no flood later", async () => {
  const { clock, file, headlines } = await setUp({ baseline: 2 });
  for (const id of ["a1", "a2", "a3"]) await file({ id, published: clock.now() - Number(id[1]) });
  expect(await headlines()).toEqual([["a1", "a2"]]);
  clock.pass(HOUR);
  expect(await headlines()).toEqual([]);
});

test("what is urgent goes out between slots, once, and not again with the next digest", async () => {
  const { clock, file, headlines, made } = await setUp({ atOnce: 2 });
  await headlines();
  clock.pass(5 * 60_000);
  await file({ id: "flash", urgency: 1 });
  await file({ id: "feature" });
  const [urgent, ...more] = await made();
  expect(more).toEqual([]);
  expect(urgent).toMatchObject({
    kind: "at-once",
    items: [{ filed: { article: { id: "flash" } } }],
  });
  expect(await headlines()).toEqual([]);
  clock.pass(HOUR);
  expect(await headlines()).toEqual([["feature"]]);
});

test("between the minutes what is urgent alone is made, and what is due waits for its round", async () => {
  const { clock, file, headlines, desk } = await setUp({ atOnce: 2 });
  await headlines();
  clock.pass(HOUR);
  await file({ id: "flash", urgency: 1 });
  await file({ id: "feature" });
  const urgent: string[] = [];
  for (let look = 0; look < 2; look += 1)
    await desk.makeUrgent(({ items }) =>
      urgent.push(items.map(({ filed }) => filed.article.id).join()),
    );
  expect(urgent).toEqual(["flash"]);
  expect(await headlines()).toEqual([["feature"]]);
});

test("a process makes the editions of its own places, and those that fall to it later", async () => {
  const { clock, file, store } = await setUp();
  const whole = { fits: () => true };
  const places = ["north", "south"].map((id) => sampleSubscription({ id, atOnce: 2 }));
  const own = new Set(["north"]);
  const made: string[] = [];
  const desk = createEditionDesk({
    ...{ subscriptions: () => places, store, clock, tally: null, pause: async () => undefined },
    budgets: { slack: whole, discord: whole, preview: whole },
    isOwn: ({ id }) => own.has(id),
  });
  const note = ({ subscription }: Edition) => made.push(subscription);
  await file({ id: "flash", urgency: 1 });
  await desk.makeDue(note);
  expect(made).toEqual(["north"]);
  own.add("south");
  await desk.makeDue(note);
  expect(made).toEqual(["north", "south"]);
  own.delete("north");
  clock.pass(60_000);
  await file({ id: "second", urgency: 1 });
  await desk.makeUrgent(note);
  expect(made).toEqual(["north", "south", "south"]);
  // Its slot passes what it was sent at once.
  clock.pass(HOUR);
  await desk.makeDue(note);
  await desk.makeUrgent(note);
  expect(made).toHaveLength(3);
  // What its last process has not made is made by this one, however far all its own places are.
  own.add("north");
  await desk.makeUrgent(note);
  expect(made).toEqual(["north", "south", "south", "north"]);
});

test("too few briefs wait for the next slot, and none waits for ever", async () => {
  const { clock, file, headlines } = await setUp({ least: { briefs: 2, slots: 2, time: null } });
  await headlines();
  await file({ id: "a1" });
  const counts: number[] = [];
  for (let hour = 0; hour < 3; hour += 1) {
    clock.pass(HOUR);
    counts.push((await headlines()).flat().length);
  }
  expect(counts).toEqual([0, 0, 1]);
});

test("a late edition says how late it is; one past its limit is left out and loses nothing", async () => {
  const { clock, file, headlines, made } = await setUp({ late: { post: true, limit: 2 * HOUR } });
  await headlines();
  clock.set(Date.parse("2026-05-08T07:50Z"));
  await file({ id: "a1" });
  expect(await made()).toMatchObject([{ late: 50 * 60_000 }]);
});

test.each([
  ["full", 1],
  ["headlines", 1],
] as const)("layout %s: an edition is one message", async (layout, count) => {
  const { file, headlines, editions, subscription } = await setUp({ layout });
  await file({ id: "a1" });
  await headlines();
  const [issued] = await editions.issued(subscription.id, 1);
  expect(issued?.messages).toHaveLength(count);
});

test("a thread for each brief: its short form in the channel, the whole of it below", async () => {
  const { file, headlines, outbox, clock } = await setUp({ thread: "per-brief" });
  await file({ id: "a1" });
  await headlines();
  const kinds: string[] = [];
  for (;;) {
    const [claimed] = await outbox.claim(clock.now(), ["preview"]);
    if (claimed === undefined) break;
    kinds.push(claimed.kind);
    await outbox.delivered(claimed.key, { messageId: claimed.key, url: null }, clock.now());
  }
  expect(kinds).toEqual(["post", "post", "reply"]);
});

test("a slot that others have dealt with while it waited for its turn is left, and none comes again", async () => {
  const { clock, file, headlines, subscription, editions, store, made } = await setUp();
  await headlines();
  await file({ id: "seven" });
  clock.set(Date.parse("2026-05-08T07:00Z"));
  const whole = { fits: () => true };
  let turns = 0;
  const slow = createEditionDesk({
    ...{ subscriptions: () => [subscription], store, clock, tally: null },
    budgets: { slack: whole, discord: whole, preview: whole },
    pause: async () => {
      turns += 1;
      if (turns > 1) return;
      expect(await headlines()).toEqual([["seven"]]);
      clock.set(Date.parse("2026-05-08T08:00Z"));
      await file({ id: "eight" });
      expect(await headlines()).toEqual([["eight"]]);
    },
  });
  const late: Edition[] = [];
  await slow.makeDue((edition) => late.push(edition));
  expect(late).toEqual([]);
  expect(await editions.lastSlot(subscription.id)).toBe(Date.parse("2026-05-08T08:00Z"));
  await file({ id: "more" });
  expect(await made()).toEqual([]);
});
