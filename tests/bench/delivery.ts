import { createServer, type Server } from "node:http";
import { setImmediate } from "node:timers/promises";
import type { Courier } from "#core/outbox/courier.ts";
import { createDeliveryDesk } from "#desk/delivery.ts";
import { createEditionDesk } from "#desk/edition.ts";
import type { Log } from "#desk/port/log.ts";
import { createClock, systemAlarm } from "#edge/clock/clock.ts";
import { createApi } from "#edge/discord/api.ts";
import { createCourier as discordCourier } from "#edge/discord/courier.ts";
import { createClient } from "#edge/slack/client.ts";
import { createCourier as slackCourier } from "#edge/slack/courier.ts";
import type { Store } from "#edge/store/store.ts";
import { listenOnLoopback } from "#tests/fake/listen.ts";
import { NO_SCREEN } from "#tests/fake/screen.ts";
import { sampleArticle, sampleBrief, sampleSubscription } from "#tests/samples.ts";
import { row } from "./report.ts";
import { withBenchStore } from "./with-store.ts";

const machineClock = createClock();

const DISCORD_CHANNELS = 1_000;
const SLACK_CHANNELS = 1_000;
const SUBSCRIPTIONS = 10_000;
/** Discord docs, "Rate Limits": all bots can make up to 50 requests a second. */
const DISCORD_ALLOWED = 50;
/** Milliseconds between two posts to a workspace: "several hundred a minute" is all that Slack says; this is 300. */
const SLACK_PACE = 200;

const SILENT: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** A server on loopback that takes every post, and refuses what comes faster than is allowed. */
interface Taker {
  readonly port: number;
  readonly taken: readonly number[];
  readonly refused: () => number;
  close(): void;
}

async function startTaker(aSecond: number, reply: (count: number) => unknown): Promise<Taker> {
  const taken: number[] = [];
  let refused = 0;
  // A bucket that holds a second's worth, as both platforms describe theirs.
  let [tokens, filled] = [aSecond, performance.now()];
  const server: Server = createServer((request, response) => {
    request.resume();
    const now = performance.now();
    tokens = Math.min(aSecond, tokens + ((now - filled) / 1000) * aSecond);
    filled = now;
    const isPost = request.method === "POST";
    if (isPost && tokens < 1) {
      refused += 1;
      response.writeHead(429, { "retry-after": "1", "content-type": "application/json" });
      response.end(
        JSON.stringify({ ok: false, error: "ratelimited", retry_after: 1, global: true }),
      );
      return;
    }
    if (isPost) {
      tokens -= 1;
      taken.push(now);
    }
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(reply(taken.length)));
  });
  const port = await listenOnLoopback(server);
  return { port, taken, refused: () => refused, close: () => server.close() };
}

async function fileArticles(store: Store, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const article = sampleArticle({
      ...{ id: `a${index}`, contentHash: `hash ${index}`, takenIn: machineClock.now() },
    });
    await store.archive.file(article, sampleBrief(article), []);
  }
}

function subscriptionsFor(platform: "slack" | "discord", count: number) {
  return Array.from({ length: count }, (_, index) => {
    const address = platform === "slack" ? `C${index}` : String(10n ** 17n + BigInt(index));
    return sampleSubscription({ id: `c${index}@${platform}:${address}`, platform, address });
  });
}

const WHOLE = { fits: () => true };
const BUDGETS = { slack: WHOLE, discord: WHOLE, preview: WHOLE };

/** So many channels due in the same minute, drained by the desk as the bot does it. */
async function measureDrain(
  name: string,
  courier: Courier,
  taker: Taker,
  channels: number,
  allowed: number,
) {
  await withBenchStore(async (store) => {
    await fileArticles(store, 1);
    const subscriptions = subscriptionsFor(
      courier.platform === "slack" ? "slack" : "discord",
      channels,
    );
    const editions = createEditionDesk({
      ...{
        subscriptions: () => subscriptions,
        store,
        clock: machineClock,
        budgets: BUDGETS,
        tally: null,
        pause: () => setImmediate(),
      },
    });
    await editions.makeDue();
    const { promise, resolve } = Promise.withResolvers<void>();
    let posted = 0;
    const desk = createDeliveryDesk({
      screen: NO_SCREEN,
      ...{
        outbox: store.outbox,
        troubles: store.placeTroubles,
        couriers: [courier],
        clock: machineClock,
        log: SILENT,
      },
      ...{ alarm: systemAlarm(machineClock), jitter: Math.random, onTrouble: () => resolve() },
      onDelivered: ({ kind }) => {
        posted += kind === "posted" ? 1 : 0;
        if (posted === channels) resolve();
      },
    });
    const beat = setInterval(() => void desk.drain(), 1_000);
    void desk.drain();
    await promise;
    clearInterval(beat);
    await desk.stop();
    const [first = 0, last = 0] = [taker.taken[0], taker.taken.at(-1)];
    const rate = ((channels - 1) * 1000) / (last - first);
    row(`${name}: ${channels} channels, posts a second`, rate);
    row(`${name}: share of the allowed ${allowed} a second (%)`, (100 * rate) / allowed);
    row(`${name}: posts refused for their rate`, taker.refused());
  });
}

async function measureDiscord(): Promise<void> {
  const taker = await startTaker(DISCORD_ALLOWED, (count) => ({
    id: String(count),
    guild_id: "1",
  }));
  const api = createApi({
    ...{ token: "bench".repeat(10), api: `http://127.0.0.1:${taker.port}/api`, timeout: 10_000 },
    signal: new AbortController().signal,
  });
  await measureDrain(
    "Discord",
    discordCourier(api, () => "1"),
    taker,
    DISCORD_CHANNELS,
    DISCORD_ALLOWED,
  );
  taker.close();
}

async function measureSlack(): Promise<void> {
  const allowed = 1000 / SLACK_PACE;
  const taker = await startTaker(allowed * 2, (count) => ({ ok: true, ts: `${count}.0` }));
  const api = `http://127.0.0.1:${taker.port}/api`;
  const client = createClient("xoxb-bench", { api, timeout: 10_000, log: SILENT });
  const pace = { channel: 1_100, posts: SLACK_PACE, edits: 1_200, looks: 1_200, bookmarks: 3_100 };
  const courier = slackCourier({ client, workspace: () => null, pace });
  await measureDrain("Slack", courier, taker, SLACK_CHANNELS, allowed);
  taker.close();
}

/** A round over many subscriptions: what the bot holds, and how long it takes. */
async function measureSubscriptions(): Promise<void> {
  await withBenchStore(async (store) => {
    await fileArticles(store, 20);
    const before = process.memoryUsage().rss / 1024 / 1024;
    const subscriptions = subscriptionsFor("slack", SUBSCRIPTIONS);
    const desk = createEditionDesk({
      ...{
        subscriptions: () => subscriptions,
        store,
        clock: machineClock,
        budgets: BUDGETS,
        tally: null,
        pause: () => setImmediate(),
      },
    });
    const startedAt = performance.now();
    await desk.makeDue();
    row(
      `${SUBSCRIPTIONS} first editions made and stored (s)`,
      (performance.now() - startedAt) / 1000,
    );
    const idle = performance.now();
    await desk.makeDue();
    row(
      `a round over ${SUBSCRIPTIONS} subscriptions with nothing due (s)`,
      (performance.now() - idle) / 1000,
    );
    row("resident memory before them (MB)", before);
    row("resident memory after them (MB)", process.memoryUsage().rss / 1024 / 1024);
  });
}

/** The drain rate against what each platform allows, and what 10,000 subscriptions cost. */
export async function benchDelivery(): Promise<void> {
  await measureSubscriptions();
  await measureDiscord();
  await measureSlack();
}
