import { describe, expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import { subscription } from "#core/digest/channel.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import { createCorrectionDesk } from "#desk/correction.ts";
import { createEditionDesk } from "#desk/edition.ts";
import { createStoryDesk } from "#desk/story.ts";
import { openShared } from "#edge/store/postgres/open.ts";
import type { Store } from "#edge/store/store.ts";
import { describePostgres } from "#tests/postgres/server.ts";
import { sampleArticle, sampleBrief, sampleChannel, sampleSubscription } from "#tests/samples.ts";
import { testClock, testStore } from "./fixture.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ROOM = { fits: () => true };
const BUDGETS = { slack: ROOM, discord: ROOM, preview: ROOM };
const pause = async () => undefined;
const FRONT = sampleSubscription({
  ...{ id: "front@slack:C1", channel: "front", platform: "slack", address: "C1", atOnce: 2 },
  here: { flashMention: "S0001" },
});
const QUAKE =
  "KARST, May 8 (Tarn Wire) – An earthquake of magnitude 6.1 struck Karst on Friday and brought down the Orrin Bridge, governor Petra Holm said. At least 12 people were hurt in the harbour district, and the Velsk hospital was evacuated.";

/** A newsroom on a store that others may have as well. */
function newsroom(store: Store, places: readonly Subscription[] = [FRONT]) {
  const clock = testClock("2026-05-08T06:20Z");
  /** As a process has it that has just begun. */
  const begin = () => {
    const stories = createStoryDesk({ store, clock, pause });
    const desk = createEditionDesk({
      ...{ subscriptions: () => places, store, clock, pause },
      ...{ budgets: BUDGETS, tally: null },
    });
    return async () => {
      await stories.placeAll();
      await desk.makeDue();
    };
  };
  const file = (article: Partial<Article>) => {
    const filed = sampleArticle({ takenIn: clock.now(), ...article });
    return store.archive.file(filed, sampleBrief(filed), []);
  };
  /** Whom what waits in the outbox mentions, a post each. */
  const called = async () => {
    const mentions: (string | null)[] = [];
    for (;;) {
      const claimed = await store.outbox.claim(clock.now(), ["slack", "discord"]);
      if (claimed.length === 0) return mentions;
      for (const { key, message } of claimed) {
        mentions.push(message.mention ?? null);
        await store.outbox.delivered(key, { messageId: key, url: null }, clock.now());
      }
    }
  };
  const minute = async (round = begin()) => {
    clock.pass(MINUTE);
    await round();
    return called();
  };
  return { store, clock, begin, file, called, minute };
}

/** With its first edition behind it. */
async function begun(fields: Partial<Subscription> = {}, store?: Store) {
  const desk = newsroom(store ?? (await testStore()), [{ ...FRONT, ...fields }]);
  await desk.file({ id: "old", urgency: 1 });
  expect(await desk.minute()).toEqual([null]);
  return desk;
}

test("a flash mentions the group that its place names, and a bulletin nobody", async () => {
  const { file, minute } = await begun();
  await file({ id: "flash", urgency: 1, title: "Quake in Karst", body: QUAKE });
  expect(await minute()).toEqual(["S0001"]);
  const late = "The ferry to Moor is an hour late, its crew said.";
  await file({ id: "bulletin", urgency: 2, title: "Ferry late", body: late });
  expect(await minute()).toEqual([null]);
  await file({ id: "ferry", urgency: 1, title: "Ferry sinks", body: "The ferry Mora has sunk." });
  expect(await minute()).toEqual(["S0001"]);
});

test.each<[string, Partial<Subscription>]>([
  ["that names nobody", { here: {} }],
  ["that lets nothing out at once", { atOnce: null }],
  ["in its quiet hours", { cadence: { ...FRONT.cadence, quiet: [quietAll()] } }],
])("in a place %s it mentions nobody", async (_, fields) => {
  const desk = newsroom((await begun()).store, [{ ...FRONT, ...fields }]);
  await desk.file({ id: "flash", urgency: 1, title: "Quake in Karst", body: QUAKE });
  desk.clock.pass(HOUR);
  expect((await desk.minute()).filter((mention) => mention !== null)).toEqual([]);
});

function quietAll() {
  return {
    ...{ from: 0, to: 1440, days: [0, 1, 2, 3, 4, 5, 6], timeZone: "UTC" },
    urgent: "pass" as const,
  };
}

test.each([
  [true, null],
  [false, "S0001"],
])("once an event: a later flash that is of it: %s, mentions %s, also after a restart", async (isOfIt, mention) => {
  const { store, clock, file, minute } = await begun();
  await file({ id: "first", urgency: 1, title: "Quake in Karst", body: QUAKE });
  expect(await minute()).toEqual(["S0001"]);
  const body =
    "The sea wall of Moor burst on Friday, and water stood in Mill Lane, the fire brigade said.";
  await file({ id: "second", urgency: 1, title: "Sea wall bursts", body });
  await createStoryDesk({ store, clock, pause }).placeAll();
  const second = await store.storyMembers.of("second");
  const story = isOfIt ? "first" : "second";
  const placement = { story, rule: "alike", likeness: 1, shared: [] } as const;
  await store.storyMembers.move(second?.number ?? 0, placement);
  expect(await minute()).toEqual([mention]);
});

test("a flash that is held before anybody has read it is not posted, and mentions its group once it may be", async () => {
  const { store, clock, file, minute, begin, called } = await begun();
  const corrections = createCorrectionDesk({ store, clock, budgets: BUDGETS, pause });
  await file({ id: "flash", urgency: 1, title: "Quake in Karst", body: QUAKE });
  clock.pass(MINUTE);
  await begin()();
  // Held before it was posted.
  await file({ id: "flash", revision: 2, urgency: 1, status: "withheld", body: QUAKE });
  await corrections.chase();
  expect(await called()).toEqual([]);
  await file({ id: "flash", revision: 3, urgency: 1, title: "Quake in Karst", body: QUAKE });
  await corrections.chase();
  expect(await minute()).toEqual(["S0001"]);
  expect(await minute()).toEqual([]);
});

test("a flash under embargo, or that is held, mentions nobody before its time", async () => {
  const { clock, file, minute } = await begun();
  const embargo = { kind: "until", instant: clock.now() + 10 * MINUTE, text: "later" } as const;
  await file({ id: "flash", urgency: 1, title: "Quake in Karst", body: QUAKE, embargo });
  expect(await minute()).toEqual([]);
  clock.pass(10 * MINUTE);
  expect(await minute()).toEqual(["S0001"]);
});

test("each place has its own, and two channels that go to one place mention a group once", async () => {
  const places = [
    FRONT,
    { ...FRONT, id: "world@slack:C1", channel: "world" },
    { ...FRONT, id: "desk@slack:C1", channel: "desk", here: { flashMention: "S0002" } },
    { ...FRONT, id: "sport@slack:C2", channel: "sport", address: "C2" },
  ];
  const { file, minute } = newsroom(await testStore(), places);
  await file({ id: "old" });
  await minute();
  await file({ id: "flash", urgency: 1, title: "Quake in Karst", body: QUAKE });
  expect((await minute()).toSorted()).toEqual(["S0001", "S0001", "S0002", null]);
});

test("direct messages mention nobody, whatever their order says", () => {
  const channel = { ...sampleChannel("alerts"), asks: { slack: { flashMention: "S0001" } } };
  expect(subscription(channel, "slack", "C1").here).toEqual({ flashMention: "S0001" });
  expect(subscription(channel, "discord", "1").here).toBeUndefined();
  expect(subscription({ ...channel, owner: "slack:U1" }, "slack", "D1").here).toBeUndefined();
});

function sideBySide(
  withStores: (work: (stores: readonly [Store, Store]) => Promise<void>) => Promise<void>,
) {
  test("of two processes that make the editions of a place one mentions its group", () =>
    withStores(async ([one, other]) => {
      const { clock, file, called, store } = await begun({}, one);
      const beside = newsroom(other);
      beside.clock.set(clock.now() + 1);
      await file({ id: "flash", urgency: 1, title: "Quake in Karst", body: QUAKE });
      const rounds = [newsroom(store), beside].map((desk, index) => {
        desk.clock.set(clock.now() + index + 1);
        return desk.begin()();
      });
      await Promise.allSettled(rounds);
      clock.pass(MINUTE);
      expect((await called()).filter((mention) => mention !== null)).toEqual(["S0001"]);
    }));
}

describe("on the embedded store", () => {
  sideBySide(async (work) => {
    const store = await testStore();
    await work([store, store]);
  });
});

describePostgres("on one PostgreSQL", (server) => {
  sideBySide(async (work) => {
    const url = await server().emptyDatabase();
    const stores = [await openShared(url), await openShared(url)] as const;
    try {
      await work(stores);
    } finally {
      for (const store of stores) await store.close();
      await server().giveBack(url);
    }
  });
});
