import { setImmediate } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { createDeliveryDesk } from "#desk/delivery.ts";
import { createEditionDesk } from "#desk/edition.ts";
import { DUTIES, type OnDuty, shareOf } from "#desk/share.ts";
import { createClock, systemAlarm } from "#edge/clock/clock.ts";
import { createApi, createGlobalPace } from "#edge/discord/api.ts";
import { createCourier } from "#edge/discord/courier.ts";
import type { Store } from "#edge/store/store.ts";
import { testStore } from "#tests/desk/fixture.ts";
import { GLOBAL_LIMIT, startRest } from "#tests/edge/discord/fake/rest.ts";
import { silentLog } from "#tests/fake/log.ts";
import { busiest } from "#tests/fake/second-limit.ts";
import { sampleArticle, sampleBrief, sampleSubscription } from "#tests/samples.ts";

const clock = createClock();
const AT_WORK_FOR = 60_000;
const TOGETHER = 120;
/** So many more are due at a time to the one that is left. */
const MORE = 80;
/** A machine that is busy may need several times to show that it is faster alone. */
const MOST_TIMES = 8;

const onDuty = (token: number): OnDuty => {
  return { token, owner: `process ${token}`, duties: DUTIES, age: AT_WORK_FOR };
};

/** First editions for so many channels more. */
function newsroomOn(store: Store) {
  let channels = 0;
  const subscriptions: ReturnType<typeof sampleSubscription>[] = [];
  const whole = { fits: () => true };
  const editions = createEditionDesk({
    ...{ subscriptions: () => subscriptions, store, clock, tally: null, pause: setImmediate },
    budgets: { slack: whole, discord: whole, preview: whole },
  });
  return {
    async makeFor(more: number) {
      for (const last = channels + more; channels < last; channels += 1) {
        const address = String(10n ** 17n + BigInt(channels));
        const id = `desk-${channels}@discord:${address}`;
        subscriptions.push(sampleSubscription({ id, platform: "discord", address }));
      }
      await editions.makeDue();
    },
  };
}

test("two processes that post to Discord never exceed its limit together, and one that is left has all of it", async () => {
  const discord = await startRest();
  onTestFinished(() => discord.close());
  const store = await testStore();
  const article = sampleArticle({ takenIn: clock.now() });
  await store.archive.file(article, sampleBrief(article), []);
  let atWork = [onDuty(1), onDuty(2)];
  const posted = new Map<number, number>();
  const { signal } = new AbortController();
  const deskOf = (own: number) => {
    const share = () => shareOf({ own, all: atWork });
    const api = createApi({
      ...{ token: "pace".repeat(15), api: discord.api, timeout: 10_000, signal },
      pace: createGlobalPace(() => share().couriers()),
    });
    const desk = createDeliveryDesk({
      ...{ outbox: store.outbox, troubles: store.placeTroubles, clock, log: silentLog },
      ...{ couriers: [createCourier(api, () => "1")], lanes: () => share().lanes() },
      ...{ alarm: systemAlarm(clock), jitter: Math.random },
      onDelivered: ({ kind }) => {
        if (kind === "posted") posted.set(own, (posted.get(own) ?? 0) + 1);
      },
      onTrouble: (error) => expect.unreachable(String(error)),
    });
    onTestFinished(() => desk.stop());
    return desk;
  };
  const [one, two] = [deskOf(1), deskOf(2)];
  const newsroom = newsroomOn(store);

  await newsroom.makeFor(TOGETHER);
  await Promise.all([one.drain(), two.drain()]);
  const together = [1, 2].map((own) => posted.get(own) ?? 0);
  expect(Math.min(...together)).toBeGreaterThan(TOGETHER / 4);
  expect(discord.posts).toHaveLength(TOGETHER);

  atWork = [onDuty(2)];
  const alone = () => busiest(discord.limit.passed.slice(TOGETHER));
  for (let time = 0; time < MOST_TIMES && alone() <= GLOBAL_LIMIT / 2; time += 1) {
    await newsroom.makeFor(MORE);
    await two.drain();
  }
  expect(posted.get(1)).toBe(together[0]);
  expect(alone()).toBeGreaterThan(GLOBAL_LIMIT / 2);
  expect(discord.limit.refused).toBe(0);
}, 120_000);
