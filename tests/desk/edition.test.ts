import { expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import { createEditionDesk } from "#desk/edition.ts";
import { sampleArticle, sampleBrief, sampleSubscription } from "#tests/samples.ts";
import { testClock, testStore } from "./fixture.ts";

const HOUR = 3_600_000;

async function setUp(fields: Parameters<typeof sampleSubscription>[0] = {}) {
  const store = await testStore();
  const clock = testClock("2026-05-08T06:20Z");
  const whole = { fits: () => true };
  const subscription = sampleSubscription(fields);
  const desk = createEditionDesk({
    ...{ subscriptions: [subscription], editions: store.editions, clock },
    budgets: { slack: whole, discord: whole, preview: whole },
  });
  const file = (article: Partial<Article>) => {
    const filed = sampleArticle({ takenIn: clock.now(), ...article });
    return store.archive.file(filed, sampleBrief(filed), []);
  };
  const headlines = async () =>
    (await desk.makeDue()).map(({ items }) => items.map(({ filed }) => filed.article.id));
  return { ...store, clock, desk, file, headlines, subscription };
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
  for (const id of ["a1", "a2", "a3"]) await file({ id });
  const first = await headlines();
  clock.pass(HOUR);
  const second = await headlines();
  expect([...first.flat(), ...second.flat()].sort()).toEqual(["a1", "a2", "a3"]);
  expect(first.flat()).toHaveLength(2);
});

test("a new revision of what was carried comes again, as an update", async () => {
  const { clock, file, desk } = await setUp();
  await file({ id: "a1" });
  await desk.makeDue();
  clock.pass(HOUR);
  await file({ id: "a1", revision: 2, contentHash: "2".repeat(64) });
  const [edition] = await desk.makeDue();
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
