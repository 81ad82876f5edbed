import { expect, onTestFinished, test } from "vitest";
import type { Platform } from "#core/digest/subscription.ts";
import { plainMessage } from "#core/message/say.ts";
import type { Courier } from "#core/outbox/courier.ts";
import { deliveryKey } from "#core/outbox/key.ts";
import { createDeliveryDesk } from "#desk/delivery.ts";
import type { Errand } from "#tests/contract/courier.ts";
import { chaseBy, issueBy } from "#tests/contract/store/samples.ts";
import { testAlarm, testClock, testStore } from "#tests/desk/fixture.ts";
import { silentLog } from "#tests/fake/log.ts";
import { NO_SCREEN } from "#tests/fake/screen.ts";
import type { Spoiling } from "#tests/fake/spoil.ts";
import { sampleArticle, sampleBrief, sampleSubscription } from "#tests/samples.ts";

/** What goes wrong between the bot and a platform. */
export type Trouble =
  | { readonly kind: "status"; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: "reset" }
  | { readonly kind: Spoiling };

/** A platform's server with one channel, and a courier that speaks to it. */
export interface Ground {
  readonly courier: Courier;
  readonly address: string;
  /** The next call of this errand meets this. */
  trouble(errand: Errand, trouble: Trouble): void;
  /** The texts that stand in the channel, oldest first. */
  texts(): Promise<readonly string[]>;
  /** The texts in the thread of the first post. */
  threadTexts(): Promise<readonly string[]>;
}

export const TROUBLES: readonly (readonly [name: string, trouble: Trouble])[] = [
  ["429 with retry-after", { kind: "status", status: 429, retryAfter: 2 }],
  ["500", { kind: "status", status: 500 }],
  ["502", { kind: "status", status: 502 }],
  ["a reset before the work", { kind: "reset" }],
  ["a reply lost after the work", { kind: "reply-lost" }],
  ["a reply cut in the middle", { kind: "reply-cut" }],
  ["a reply that is a page", { kind: "garbled" }],
  ["a reply that never comes", { kind: "hang" }],
  ["a reply that never ends", { kind: "hang-in-body" }],
];

const PARTS = 3;
/** Retries double from five seconds; so many of them take hours. */
const MOST_ROUNDS = 12;

/** A newsroom with an edition of three parts for one channel, and a clock that only the test moves. */
async function newsroom({ courier, address }: Ground) {
  const store = await testStore();
  const clock = testClock("2026-05-08T06:20Z");
  const { platform } = courier;
  const place = sampleSubscription({ id: `front@${platform}:${address}`, platform, address });
  const article = sampleArticle({ takenIn: clock.now() });
  await store.archive.file(article, sampleBrief(article), []);
  await issueBy(store, place, clock.now(), clock.now(), (candidates) => {
    const items = candidates.map(({ filed }) => ({ filed, update: false }));
    const parts = Array.from({ length: PARTS }, (_, index) => ({
      key: deliveryKey(place.id, clock.now(), index + 1),
      message: { ...plainMessage(`Part ${index + 1}.`), ...(index === 0 && about(article.id)) },
    }));
    const edition = { subscription: place.id, channel: "front", slot: clock.now() };
    return {
      made: { edition: { ...edition, timeZone: "UTC", items, waiting: 0 }, parts },
      waiting: [],
    };
  });
  const desk = createDeliveryDesk({
    screen: NO_SCREEN,
    ...{
      outbox: store.outbox,
      troubles: store.placeTroubles,
      couriers: [courier],
      clock,
      alarm: testAlarm(),
      log: silentLog,
    },
    ...{
      jitter: () => 0,
      onDelivered: () => undefined,
      onTrouble: (error) => expect.unreachable(String(error)),
    },
  });
  onTestFinished(() => desk.stop());
  return { store, clock, article, drain: () => drainAll(store, platform, clock, desk) };
}

function about(id: string) {
  return { sections: [{ blocks: plainMessage("Part 1.").sections[0]?.blocks ?? [], about: id }] };
}

/** Drains, and goes to the moment of the next retry, until nothing waits. */
async function drainAll(
  { outbox }: Awaited<ReturnType<typeof testStore>>,
  platform: Platform,
  clock: ReturnType<typeof testClock>,
  desk: ReturnType<typeof createDeliveryDesk>,
): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    await desk.drain();
    const due = await outbox.nextDue([platform]);
    if (due === null) return;
    clock.set(Math.max(due, clock.now()));
  }
  expect.unreachable("Something still waits in the outbox");
}

/** What must be true after any fault: each part once, in order, and the ledger agrees. */
export function faultSuite(name: string, open: () => Promise<Ground>): void {
  test.each(TROUBLES)(`${name}: after %s a post stands once, in its place`, async (_, trouble) => {
    const ground = await open();
    const { store, drain, article } = await newsroom(ground);
    ground.trouble("post", trouble);
    await drain();
    const texts = await ground.texts();
    expect(texts.map(partOf)).toEqual(["Part 1.", "Part 2.", "Part 3."]);
    const stages = (await store.ledger.history(article.path)).map(({ stage }) => stage);
    expect(stages).toEqual(["posted"]);
  });

  test.each(
    TROUBLES,
  )(`${name}: after %s an edit stands once, and its reply once`, async (_, trouble) => {
    const ground = await open();
    const { store, clock, drain, article } = await newsroom(ground);
    await drain();
    const revised = { ...article, revision: 2, contentHash: "2" };
    await store.archive.file(revised, sampleBrief(revised), []);
    clock.pass(60_000);
    const amended = { ...plainMessage("Amended."), ...{ forumPost: undefined } };
    await chaseBy(store, clock.now(), () => ({
      message: { summary: amended.summary, sections: amended.sections },
      withdrawn: false,
      reply: plainMessage("It was amended."),
    }));
    ground.trouble("edit", trouble);
    ground.trouble("reply", trouble);
    await drain();
    expect((await ground.texts()).map(partOf)).toEqual(["Amended.", "Part 2.", "Part 3."]);
    expect((await ground.threadTexts()).map(partOf)).toEqual(["It was amended."]);
  });
}

// Reads one of our sentences in whatever the platform stores around it.
const SENTENCE = /Part \d\.|Amended\.|It was amended\./u;

function partOf(text: string): string {
  return SENTENCE.exec(text)?.[0] ?? text;
}
