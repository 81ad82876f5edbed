import { setImmediate, setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { plainMessage } from "#core/message/say.ts";
import type { Announcer } from "#desk/announcer.ts";
import { createDeliveryDesk } from "#desk/delivery.ts";
import { createEditionDesk } from "#desk/edition.ts";
import { carryEditions } from "#desk/round.ts";
import { DUTIES, type OnDuty, shareOf } from "#desk/share.ts";
import { createClock, systemAlarm } from "#edge/clock/clock.ts";
import { createApi, createGlobalPace } from "#edge/discord/api.ts";
import { createCourier } from "#edge/discord/courier.ts";
import type { Store } from "#edge/store/store.ts";
import { testStore } from "#tests/desk/fixture.ts";
import { startRest } from "#tests/edge/discord/fake/rest.ts";
import { silentLog } from "#tests/fake/log.ts";
import { NO_SCREEN } from "#tests/fake/screen.ts";
import { sampleArticle, sampleBrief, sampleSubscription } from "#tests/samples.ts";

const clock = createClock();
const AT_WORK_FOR = 60_000;
const TOGETHER = 120;
/** So many more are due to the one that is left. */
const MORE = 80;
/** Milliseconds that a process which ends stays at work after its last post: `main/shift.ts`. */
const REST = 1_100;

const announcer: Announcer = {
  ...{ found: () => undefined, tookIn: () => undefined, ready: () => undefined },
  ...{ made: () => undefined, service: () => undefined },
  trouble: (what, error) => expect.unreachable(`${what}: ${error}`),
};

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

test("of two processes one posts to Discord as fast as it allows, whatever the other sends beside it, and goes on where it ends", async () => {
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
      pace: createGlobalPace(() => {
        const { leads, others } = share();
        return { posts: leads("delivery"), connects: leads("front"), isAlone: others.length === 0 };
      }),
    });
    const courier = createCourier(api, () => "1");
    const desk = createDeliveryDesk({
      screen: NO_SCREEN,
      ...{ outbox: store.outbox, troubles: store.placeTroubles, clock, log: silentLog },
      ...{ couriers: [courier], alarm: systemAlarm(clock), jitter: Math.random },
      onDelivered: ({ kind }) => {
        if (kind === "posted") posted.set(own, (posted.get(own) ?? 0) + 1);
      },
      onTrouble: (error) => expect.unreachable(String(error)),
    });
    onTestFinished(() => desk.stop());
    const carry = () => carryEditions({ share, delivery: desk, announcer, log: silentLog });
    return { carry, courier };
  };
  const [one, two] = [deskOf(1), deskOf(2)];
  const newsroom = newsroomOn(store);

  await newsroom.makeFor(TOGETHER);
  const warn = (index: number) =>
    two.courier.post({
      ...{ address: "77", message: plainMessage(`Disk ${index} is full.`), key: `w${index}` },
      again: false,
    });
  await Promise.all([one.carry(), two.carry(), ...[1, 2, 3].map(warn)]);
  expect([posted.get(1), posted.get(2)]).toEqual([TOGETHER, undefined]);
  expect(discord.posts).toHaveLength(TOGETHER + 3);

  await wait(REST);
  atWork = [onDuty(2)];
  await newsroom.makeFor(MORE);
  await Promise.all([one, two].map(({ carry }) => carry()));
  expect([posted.get(1), posted.get(2)]).toEqual([TOGETHER, MORE]);
  expect(discord.limit.refused).toBe(0);
}, 120_000);
