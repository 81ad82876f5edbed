import { expect, test } from "vitest";
import { createWriteBrief } from "#core/brief/write.ts";
import { type Channel, subscription } from "#core/digest/channel.ts";
import { parseTopic } from "#core/digest/topic-parse.ts";
import { createEditionDesk } from "#desk/edition.ts";
import { createIntake } from "#desk/intake.ts";
import { rehearse } from "#desk/rehearsal.ts";
import { createStoryDesk } from "#desk/story.ts";
import { readGoldEvents } from "#tests/eval/stories/gold.ts";
import { HOURLY, sampleChannel } from "#tests/samples.ts";
import { intakeParts, settledFile, testClock, testStore } from "./fixture.ts";

const HOUR = 3_600_000;
const ROOM = { fits: () => true };
const BUDGETS = { slack: ROOM, discord: ROOM, preview: ROOM };
const CHANNEL: Channel = {
  ...{ ...sampleChannel("front-page"), most: 3, atOnce: 2 as const },
  cadence: { ...HOURLY, timeZone: "UTC" },
};

function about(topic: string): Channel {
  const reading = parseTopic(topic);
  return reading.ok ? { ...CHANNEL, topics: reading.topic } : expect.unreachable();
}

/** A newsroom that was at work for a day, with an edition each hour. */
async function aDay() {
  const store = await testStore();
  const clock = testClock("2026-05-08T00:00Z");
  const writeBrief = createWriteBrief();
  const intake = createIntake(intakeParts(store, clock, { writeBrief }));
  const stories = createStoryDesk({ store, clock, pause: async () => undefined });
  const place = subscription(CHANNEL, "preview", CHANNEL.name);
  const desk = createEditionDesk({
    ...{ subscriptions: () => [place], store, clock },
    ...{ budgets: BUDGETS, tally: null, pause: async () => undefined },
  });
  const made: { at: number; ids: readonly string[] }[] = [];
  const round = async () => {
    await stories.placeAll();
    await desk.makeDue(({ slot, items }) => {
      made.push({ at: slot, ids: items.map(({ filed }) => filed.article.id) });
    });
  };
  const file = async (id: string, title: string, text: string, fields = "") => {
    await intake.take(settledFile(`${id}.txt`, `title: ${title}\nguid: ${id}${fields}\n\n${text}`));
    await round();
  };
  await round();
  const from = clock.now();
  const reports = readGoldEvents().flatMap(({ articles }) => articles);
  for (const [index, { id, source, title, body }] of reports.slice(0, 30).entries()) {
    clock.pass(HOUR / 4);
    const urgent = index % 7 === 0 ? "\nurgency: 1" : "";
    await file(id, title, body, `\nsource: ${source}${urgent}`);
    clock.pass(HOUR / 4);
    await round();
  }
  clock.pass(HOUR);
  await round();
  const span = { from, to: clock.now() };
  return {
    ...{ store, clock, made, span, file },
    play: async (channel = CHANNEL) => {
      const copy = await store.replays.copy(span, clock.now());
      return rehearse(store.replays, copy, channel, span, clock.now());
    },
  };
}

test("played again by the same orders, a day is what it was", async () => {
  const { play, made, span } = await aDay();
  const { editions, more, fewer } = await play();
  expect({ more, fewer }).toEqual({ more: [], fewer: [] });
  expect(
    editions.map(({ slot, items }) => ({
      at: slot,
      ids: items.map((one) => one.filed.article.id),
    })),
  ).toEqual(made.filter(({ at }) => at >= span.from));
  expect(editions.length).toBeGreaterThan(5);
  expect(editions.some(({ kind }) => kind === "at-once")).toBe(true);
});

test("a first digest, which comes when the bot is started, is played again", async () => {
  const store = await testStore();
  const clock = testClock("2026-05-08T00:10Z");
  const from = clock.now();
  const intake = createIntake(intakeParts(store, clock));
  for (const name of ["flood", "fire"])
    await intake.take(
      settledFile(`${name}.txt`, `title: The ${name}\n\nThe ${name} came on Friday.`),
    );
  clock.pass(1);
  const place = subscription(CHANNEL, "preview", CHANNEL.name);
  const desk = createEditionDesk({
    ...{ subscriptions: () => [place], store, clock },
    ...{ budgets: BUDGETS, tally: null, pause: async () => undefined },
  });
  await desk.makeDue();
  clock.pass(1);
  const span = { from, to: clock.now() };
  const copy = await store.replays.copy(span, clock.now());
  const played = await rehearse(store.replays, copy, CHANNEL, span, clock.now());
  expect(played.editions.map(({ items }) => items.length)).toEqual([2]);
  expect([played.more, played.fewer]).toEqual([[], []]);
});

test("played by other orders it says what would have come and what would not", async () => {
  const { play } = await aDay();
  const { editions, more, fewer } = await play({ ...about("flood"), most: 9 });
  expect(editions.length).toBeGreaterThan(0);
  expect(fewer.length).toBeGreaterThan(0);
  const texts = editions.flatMap(({ items }) =>
    items.map(({ filed: { article } }) => `${article.title} ${article.body}`),
  );
  for (const text of texts) expect(text).toMatch(/flood/iu);
  const would = new Set(editions.flatMap(({ items }) => items.map((one) => one.filed.article.id)));
  for (const { id } of more) expect(would.has(id)).toBe(true);
  for (const { id } of fewer) expect(would.has(id)).toBe(false);
});

test("what may not be shown today is in no replay", async () => {
  const { play, file } = await aDay();
  const before = await play();
  const [first] = before.editions.flatMap(({ items }) => items);
  const id = first?.filed.article.id ?? "";
  const guid = first?.filed.article.guid ?? "";
  await file(guid, "Withdrawn", "It is withdrawn.", "\nstatus: canceled\nversion: 9");
  const { editions, more, fewer } = await play();
  const shown = editions.flatMap(({ items }) => items.map(({ filed }) => filed.article.id));
  expect([...shown, ...more.map((one) => one.id), ...fewer.map((one) => one.id)]).not.toContain(id);
});
