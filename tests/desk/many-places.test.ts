import { expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import { createEditionDesk } from "#desk/edition.ts";
import { createStoryDesk } from "#desk/story.ts";
import type { Store } from "#edge/store/store.ts";
import { sampleArticle, sampleBrief, sampleSubscription } from "#tests/samples.ts";
import { testClock, testStore } from "./fixture.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WHOLE = { fits: () => true };

/** A store that counts what it is asked of editions, and its transactions. */
function counting(store: Store) {
  let asked = 0;
  const counted = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(of, name) {
        const value: unknown = Reflect.get(of, name);
        if (typeof value !== "function") return value;
        return (...given: readonly unknown[]) => {
          asked += 1;
          return Reflect.apply(value, of, given);
        };
      },
    });
  const transaction: Store["transaction"] = (work) => {
    asked += 1;
    return store.transaction(work);
  };
  return {
    store: { ...store, transaction, editions: counted(store.editions) },
    /** What was asked since the last time. */
    take: () => {
      const before = asked;
      asked = 0;
      return before;
    },
  };
}

async function setUp(places: number, fields: (index: number) => Partial<Subscription>) {
  const real = await testStore();
  const { store, take } = counting(real);
  const clock = testClock("2026-05-08T06:20Z");
  let pauses = 0;
  let subscriptions = Array.from({ length: places }, (_, index) =>
    sampleSubscription({ id: `place-${index}`, address: `${index}`, atOnce: 2, ...fields(index) }),
  );
  const desk = createEditionDesk({
    ...{ store, clock, tally: null },
    pause: async () => {
      pauses += 1;
    },
    subscriptions: () => subscriptions,
    budgets: { slack: WHOLE, discord: WHOLE, preview: WHOLE },
  });
  const round = async () => {
    const made: string[] = [];
    take();
    pauses = 0;
    await desk.makeDue(({ subscription, items }) => {
      made.push(`${subscription}: ${items.map(({ filed }) => filed.article.id).join()}`);
    });
    return { made, asked: take(), pauses };
  };
  const file = (article: Partial<Article>) => {
    const filed = sampleArticle({ takenIn: clock.now(), ...article });
    return real.archive.file(filed, sampleBrief(filed), []);
  };
  await desk.makeDue();
  clock.pass(MINUTE);
  return {
    ...{ clock, round, file, store: real },
    change: (all: readonly Subscription[]) => {
      subscriptions = [...all];
    },
    list: () => subscriptions,
  };
}

test("a round in which nothing is due asks as little of ten times as many places", async () => {
  const few = await setUp(3, () => ({}));
  const many = await setUp(30, () => ({}));
  await few.file({ id: "calm" });
  await many.file({ id: "calm" });
  const round = await few.round();
  expect(round.made).toEqual([]);
  expect(await many.round()).toEqual(round);
});

test("each place that is dealt with gives others a turn, and so does each report that is compared", async () => {
  const dueAt = async (places: number, bodies: readonly string[]) => {
    const { clock, file, round, store } = await setUp(places, () => ({ atOnce: null }));
    for (const [index, body] of bodies.entries())
      await file({ id: `report-${index}`, source: `Wire ${index}`, title: "Ferry aground", body });
    await createStoryDesk({ store, clock, pause: async () => undefined }).placeAll();
    clock.pass(HOUR);
    const { made, pauses } = await round();
    expect(made).toHaveLength(places);
    return pauses;
  };
  const ferry = (deck: string) =>
    `TARNMOUTH – The ferry Annick ran aground off Tarnmouth on Friday with 41 passengers on ${deck}, the coastguard said.`;
  const one = [ferry("board")];
  // Two units of work more, of ten places each.
  expect((await dueAt(23, one)) - (await dueAt(3, one))).toBe(20 + 2);
  const two = [...one, ferry("its upper deck")];
  // Each of two reports that are compared is read in three steps.
  expect((await dueAt(3, two)) - (await dueAt(3, one))).toBe(3 * 6);
});

test("what is urgent goes where it is wanted, and the others are asked nothing for it", async () => {
  const wants = (index: number): Partial<Subscription> =>
    index === 1 ? { sections: ["sport"] } : { sections: ["world"], atOnce: index === 2 ? 1 : null };
  const few = await setUp(4, wants);
  const many = await setUp(40, wants);
  const asked: number[] = [];
  for (const { file, round } of [few, many]) {
    await file({ id: "goal", section: "sport", urgency: 2 });
    const first = await round();
    expect(first.made).toEqual(["place-1: goal"]);
    asked.push(first.asked);
    // It has it: nobody is dealt with any more.
    const second = await round();
    expect(second.made).toEqual([]);
    expect(second.asked).toBeLessThan(first.asked);
  }
  expect(asked[0]).toBe(asked[1]);
});

test("what is held goes out at once when its time comes, though a slot has passed it meanwhile", async () => {
  const { clock, file, round } = await setUp(2, () => ({}));
  const instant = Date.parse("2026-05-08T07:05Z");
  const embargo = { kind: "until", instant, text: "Embargoed" } as const;
  await file({ id: "vault", urgency: 1, embargo });
  expect((await round()).made).toEqual([]);
  await file({ id: "later", urgency: 5 });
  clock.set(Date.parse("2026-05-08T07:00Z"));
  expect((await round()).made).toEqual(["place-0: later", "place-1: later"]);
  clock.set(instant - MINUTE);
  expect((await round()).made).toEqual([]);
  clock.set(instant + MINUTE);
  expect((await round()).made).toEqual(["place-0: vault", "place-1: vault"]);
  clock.pass(MINUTE);
  expect((await round()).made).toEqual([]);
});

test("what was looked for while the store was away is looked for once more", async () => {
  const real = await testStore();
  const clock = testClock("2026-05-08T06:20Z");
  let isAway = false;
  const urgent: Store["editions"]["urgent"] = async (...given) => {
    if (isAway) throw new RangeError("the store is away");
    return real.editions.urgent(...given);
  };
  const editions = new Proxy(real.editions, {
    get: (of, name) => (name === "urgent" ? urgent : Reflect.get(of, name).bind(of)),
  });
  const place = sampleSubscription({ id: "place", atOnce: 2 });
  const open = () =>
    createEditionDesk({
      ...{ store: { ...real, editions }, clock, tally: null, pause: async () => undefined },
      subscriptions: () => [place],
      budgets: { slack: WHOLE, discord: WHOLE, preview: WHOLE },
    });
  await open().makeDue();
  const filed = sampleArticle({ id: "goal", urgency: 2, takenIn: clock.now() });
  await real.archive.file(filed, sampleBrief(filed), []);
  clock.pass(MINUTE);
  const desk = open();
  isAway = true;
  await expect(desk.makeDue()).rejects.toThrow("away");
  isAway = false;
  const made: string[] = [];
  await desk.makeDue(({ items }) => void made.push(...items.map((one) => one.filed.article.id)));
  expect(made).toEqual(["goal"]);
});

test("a place that wants more from now on gets what is urgent and was not passed", async () => {
  const { file, round, change, list } = await setUp(2, () => ({ sections: ["world"] }));
  await file({ id: "goal", section: "sport", urgency: 2 });
  expect((await round()).made).toEqual([]);
  change(list().map((one) => ({ ...one, sections: one.id === "place-1" ? [] : one.sections })));
  expect((await round()).made).toEqual(["place-1: goal"]);
});

/** Places for which no edition can be made stand on Discord. */
async function withPoison(places: number, isPoison: (index: number) => boolean) {
  const store = await testStore();
  const clock = testClock("2026-05-08T06:20Z");
  const filed = sampleArticle({ takenIn: clock.now() });
  await store.archive.file(filed, sampleBrief(filed), []);
  let tried = 0;
  const subscriptions = Array.from({ length: places }, (_, index) => {
    const platform = isPoison(index) ? "discord" : "slack";
    return sampleSubscription({ id: `place-${index}`, platform, address: `${index}` });
  });
  const poison = {
    fits: () => {
      tried += 1;
      throw new RangeError("that is poison");
    },
  };
  const desk = createEditionDesk({
    ...{ store, clock, tally: null, pause: async () => undefined },
    subscriptions: () => subscriptions,
    budgets: { slack: WHOLE, discord: poison, preview: WHOLE },
  });
  const made: string[] = [];
  const round = () => desk.makeDue(({ subscription }) => made.push(subscription));
  return { round, made, tried: () => tried };
}

test("a place for which nothing can be made keeps none from its edition, before it or behind it", async () => {
  const { round, made } = await withPoison(25, (index) => index === 3);
  await expect(round()).rejects.toThrow("that is poison");
  expect(made).toHaveLength(24);
  expect(made).not.toContain("place-3");
  // The others have theirs, and get no second one.
  await expect(round()).rejects.toThrow("that is poison");
  expect(made).toHaveLength(24);
});

test("where nothing can be made for any of ten, the rest is left for the next round", async () => {
  const { round, made, tried } = await withPoison(5_000, () => true);
  await expect(round()).rejects.toThrow("that is poison");
  expect(made).toEqual([]);
  expect(tried()).toBeLessThanOrEqual(11);
});
