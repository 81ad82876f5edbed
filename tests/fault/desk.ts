import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, vi } from "vitest";
import type { Message } from "#core/message/message.ts";
import { paragraph } from "#core/message/say.ts";
import { createDeliveryDesk, type Delivered, type DeliveryDesk } from "#desk/delivery.ts";
import type { Clock } from "#desk/port/clock.ts";
import { openStore, type Store } from "#edge/store/store.ts";
import {
  article,
  chaseBy,
  editionOf,
  file,
  issueBy,
  NOON,
  subscription,
} from "#tests/contract/store/samples.ts";
import { testAlarm } from "#tests/desk/fixture.ts";
import { silentLog } from "#tests/fake/log.ts";
import { NO_SCREEN } from "#tests/fake/screen.ts";
import { type Row, readOutbox } from "./outbox-rows.ts";
import type { FaultyPlace } from "./place.ts";

const ARTICLES = ["a", "b", "c"] as const;

/** How often a desk may be woken until everything must be through. */
const MOST_ROUNDS = 12;

/** The clock that the couriers look at too; the test moves it. */
const clock: Clock = { now: () => Date.now() };

/** A newsroom with one channel, on the real store and the real delivery desk. */
export interface FaultyDesk {
  readonly store: Store;
  readonly desk: DeliveryDesk;
  readonly outcomes: readonly Delivered[];
  /** Puts an edition of three parts into the outbox, one an article; in a forum, a post each. */
  issue(forum: boolean): Promise<void>;
  /** Corrects the second article: an edit of its post, and a reply. */
  correct(): Promise<void>;
  /** Rings whenever something is due, until nothing is. */
  carryAll(): Promise<void>;
  rows(): readonly Row[];
}

export async function openDesk({ courier, address, forget }: FaultyPlace): Promise<FaultyDesk> {
  vi.useFakeTimers({ toFake: ["Date", "performance"], now: NOON });
  onTestFinished(() => void vi.useRealTimers());
  const folder = mkdtempSync(join(tmpdir(), "copydesk-"));
  const store = await openStore({ folder });
  await store.takeShift("the test");
  onTestFinished(async () => {
    // A round that is still at work asks the store once more.
    await desk.stop();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const alarm = testAlarm();
  const outcomes: Delivered[] = [];
  const desk = createDeliveryDesk({
    screen: NO_SCREEN,
    ...{
      outbox: store.outbox,
      troubles: store.placeTroubles,
      couriers: [courier],
      clock,
      alarm,
      log: silentLog,
    },
    jitter: () => 0,
    onDelivered: (outcome) => outcomes.push(outcome),
    onTrouble: (error) => expect.unreachable(String(error)),
  });
  const place = subscription("front", { platform: courier.platform, address });
  return {
    ...{ store, desk, outcomes },
    rows: () => readOutbox(folder),
    async issue(forum) {
      for (const id of ARTICLES) await file(store, article(id));
      await issueBy(store, place, NOON, NOON, (all) => {
        const made = editionOf(place, NOON, ARTICLES.length, all);
        const parts = made.parts.map(({ key }, index) => ({
          key,
          message: partAbout(index, forum),
        }));
        return { made: { ...made, parts }, waiting: [] };
      });
    },
    async correct() {
      vi.advanceTimersByTime(60_000);
      await file(store, article("b", { revision: 2, title: "New words" }));
      await chaseBy(store, clock.now(), ({ message }) => ({
        message: { ...message, sections: saying("b", "part two as corrected") },
        withdrawn: false,
        reply: { summary: "told", sections: saying("b", "what was corrected") },
      }));
    },
    async carryAll() {
      await desk.drain();
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        if ((await store.outbox.nextDue([courier.platform])) === null) return;
        forget();
        vi.advanceTimersByTime(Math.max(0, (alarm.at ?? 0) - clock.now()));
        await desk.drain();
      }
      expect.unreachable("It is not through");
    },
  };
}

/** What the parts of the edition say. */
export const PARTS = ["part one", "part two", "part three"] as const;

function partAbout(index: number, forum: boolean): Message {
  const text = PARTS[index] ?? "";
  const message = { summary: text, sections: saying(ARTICLES[index] ?? "", text) };
  return forum ? { ...message, forumPost: { title: text, tags: [] } } : message;
}

function saying(about: string, text: string): Message["sections"] {
  return [{ about, blocks: [paragraph({ text })] }];
}
