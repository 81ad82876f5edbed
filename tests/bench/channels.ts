import { monitorEventLoopDelay } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import type { Cadence } from "#core/digest/cadence.ts";
import { createEditionDesk } from "#desk/edition.ts";
import { tallySince } from "#desk/tally.ts";
import type { Store } from "#edge/store/store.ts";
import { HOURLY, sampleArticle, sampleBrief, sampleSubscription } from "#tests/samples.ts";
import { row } from "./report.ts";
import { withBenchStore } from "./with-store.ts";

const SIZES = [100, 1_000, 10_000];
const MINUTE = 60_000;
/** Each channel has its slot every ten minutes: a tenth of them is due each minute. */
const GROUPS = 10;
/** 20,000 articles a day. */
const ARTICLES_A_MINUTE = 14;
const SECTIONS = ["world", "sport", "business", "local"];
/** Before them each channel has had its first edition. */
const ROUNDS = 12;
const WHOLE = { fits: () => true };

/** Rounds of the minute with so many channels: how long they take, and how long nobody else has a turn. */
export async function benchChannels(): Promise<void> {
  for (const size of SIZES) await measure(size);
}

async function measure(size: number): Promise<void> {
  await withBenchStore(async (store) => {
    let now = Date.UTC(2026, 4, 8, 6);
    const clock = { now: () => now };
    const subscriptions = Array.from({ length: size }, (_, index) => subscriptionOf(index));
    const { archive, ledger } = store;
    const pause = () => setImmediate();
    const desk = createEditionDesk({
      ...{ subscriptions: () => subscriptions, store, clock, pause },
      tally: (all, since) => tallySince({ archive, ledger, clock, pause }, all, since),
      budgets: { slack: WHOLE, discord: WHOLE, preview: WHOLE },
    });
    await desk.makeDue();
    const times: number[] = [];
    let made = 0;
    const held = monitorEventLoopDelay({ resolution: 5 });
    held.enable();
    for (let round = 0; round < ROUNDS; round += 1) {
      now += MINUTE;
      await fileMinute(store, round, now);
      const startedAt = performance.now();
      await desk.makeDue(() => {
        made += 1;
      });
      times.push((performance.now() - startedAt) / 1000);
      await deliverAll(store, now);
    }
    held.disable();
    const sorted = times.toSorted((a, b) => a - b);
    row(`${size} channels: editions made a minute`, made / ROUNDS);
    row(`${size} channels: a round, median (s)`, sorted[ROUNDS / 2] ?? 0);
    row(`${size} channels: a round, longest (s)`, sorted.at(-1) ?? 0);
    row(`${size} channels: longest without a turn for others (ms)`, held.max / 1e6);
    row(`${size} channels: resident memory (MB)`, process.memoryUsage().rss / 1024 / 1024);
  });
}

function subscriptionOf(index: number) {
  const address = `C${index}`;
  const section = SECTIONS[index % (SECTIONS.length + 1)];
  return sampleSubscription({
    ...{ id: `c${index}@slack:${address}`, platform: "slack", address },
    ...{
      cadence: everyTenMinutes(index % GROUPS),
      sections: section === undefined ? [] : [section],
    },
  });
}

function everyTenMinutes(offset: number): Cadence {
  const minutes = Array.from({ length: 60 / GROUPS }, (_, index) => index * GROUPS + offset);
  return {
    ...HOURLY,
    lines: HOURLY.lines.map((line) => ({ ...line, cron: `${minutes.join(",")} * * * *`, minutes })),
  };
}

async function fileMinute(store: Store, round: number, takenIn: number): Promise<void> {
  for (let index = 0; index < ARTICLES_A_MINUTE; index += 1) {
    const id = `a${round}-${index}`;
    const section = SECTIONS[index % SECTIONS.length] ?? null;
    const article = sampleArticle({
      ...{ id, takenIn, section, path: `${id}.txt`, contentHash: `hash ${id}` },
    });
    const { path, contentHash } = article;
    await store.archive.file(article, sampleBrief(article), [
      { articleId: id, path, contentHash, at: takenIn, stage: "briefed", rule: "It was read" },
    ]);
  }
}

async function deliverAll(store: Store, now: number): Promise<void> {
  for (;;) {
    const claimed = await store.outbox.claim(now, ["slack"]);
    if (claimed.length === 0) return;
    for (const { key } of claimed) {
      await store.outbox.delivered(key, { messageId: key, url: null }, now);
      await setImmediate();
    }
  }
}
