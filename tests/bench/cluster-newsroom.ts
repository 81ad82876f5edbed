import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { type Rest, startRest } from "#tests/edge/discord/fake/rest.ts";
import { type FakeSlack, startFakeSlack } from "#tests/edge/slack/fake/slack.ts";
import { type Bot, startBot } from "./start-bot.ts";

export const CHANNELS = Number(process.env.BENCH_CHANNELS ?? 240);
/** One channel in so many is on Slack beside Discord and the page: Slack takes a tenth of the posts that Discord does. */
const ON_SLACK = 10;
export const SLACK_CHANNELS = Math.ceil(CHANNELS / ON_SLACK);
const PLACES = 2 * CHANNELS + SLACK_CHANNELS;
/** Milliseconds after which each process has its share, and has heard of it: `desk/share.ts` says 8,000, and it asks every 2,000. */
const SHARED_AFTER = 11_000;
const LOOK_EVERY = 50;
const LONGEST_WAIT = 300_000;

/** Processes at work on one store, with a Slack and a Discord that refuse what is too much. */
export interface ClusterNewsroom {
  readonly bots: readonly Bot[];
  readonly discord: Rest;
  readonly slack: FakeSlack;
  write(name: string, text: string): void;
  /** Rows of a table. */
  count(table: "article" | "edition"): Promise<number>;
  close(): Promise<void>;
}

/** @param url the database; `null`: the embedded store, which is for one process */
export async function openNewsroom(size: number, url: string | null): Promise<ClusterNewsroom> {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-bench-"));
  mkdirSync(join(folder, "articles"));
  writeFileSync(
    join(folder, "newsroom.yaml"),
    JSON.stringify({ timeZone: "UTC", channels: all() }),
  );
  const discord = await startRest(all().map(({ discord: address }) => address));
  const slack = await openSlack();
  const start = (_: unknown, index: number) =>
    startBot(folder, {
      env: {
        COPYDESK_CONFIG: join(folder, "newsroom.yaml"),
        COPYDESK_DATA: join(folder, `data-${index}`),
        ...{ SLACK_BOT_TOKEN: slack.token, SLACK_API: slack.api },
        ...{ DISCORD_TOKEN: "bench".repeat(15), DISCORD_API: discord.api },
        ...(url !== null && { DATABASE_URL: url }),
      },
    });
  const bots = [start(null, 0)];
  let look: Look | null = null;
  const close = async () => {
    await Promise.all(bots.map((bot) => bot.stop()));
    await look?.close();
    discord.close();
    await slack.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await bots[0]?.line(/taken in/);
    look = url === null ? lookInto(join(folder, "data-0", "copydesk.db")) : await lookAt(url);
    const { count, youngest } = look;
    await until(async () => (await count("slot")) === PLACES);
    const others = Array.from({ length: size - 1 }, (_, index) => start(null, index + 1));
    bots.push(...others);
    await Promise.all(others.map((bot) => bot.line(/taken in/)));
    await until(async () => (await youngest()) >= SHARED_AFTER);
    const write = (name: string, text: string) =>
      writeFileSync(join(folder, "articles", name), text);
    return { bots, discord, slack, count, write, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Asks every so often, until it is so. */
export async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  const end = performance.now() + LONGEST_WAIT;
  while (!(await isSo())) {
    if (performance.now() > end) throw new RangeError(`It was not so for ${LONGEST_WAIT} ms`);
    await wait(LOOK_EVERY);
  }
}

/** Their slot is far away: what is urgent goes out at once. */
function all(): readonly { readonly discord: string }[] {
  return Array.from({ length: CHANNELS }, (_, index) => ({
    ...{ name: `channel-${index}`, schedule: "0 8 1 1 *", atOnce: 3, layout: "compact" },
    discord: String(10n ** 17n + BigInt(index)),
    ...(index % ON_SLACK === 0 && { slack: slackOf(index) }),
  }));
}

function slackOf(index: number): string {
  return `C${String(index).padStart(8, "0")}`;
}

/** Slack docs, "Rate limits" and "chat.postMessage": one a second in a channel, and "several hundred" a minute: 300 here. */
async function openSlack(): Promise<FakeSlack> {
  const slack = await startFakeSlack();
  for (let index = 0; index < CHANNELS; index += ON_SLACK) slack.addChannel(slackOf(index));
  const method = "chat.postMessage";
  slack.keepLimit({ method, every: 1_000, burst: 1, aChannel: true });
  slack.keepLimit({ method, every: 200, burst: 10 });
  return slack;
}

/** Looks at what is stored, around the bots. */
interface Look {
  count(table: "article" | "edition" | "slot"): Promise<number>;
  /** For how long the last one is at work, in milliseconds. */
  youngest(): Promise<number>;
  close(): Promise<void>;
}

function lookInto(file: string): Look {
  const db = new DatabaseSync(file, { readOnly: true });
  return {
    count: async (table) => Number(db.prepare(`select count(*) as n from ${table}`).get()?.n),
    youngest: async () => Number.POSITIVE_INFINITY,
    close: async () => db.close(),
  };
}

async function lookAt(url: string): Promise<Look> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const number = async (query: string) => Number((await client.query(query)).rows[0]?.n);
  return {
    count: (table) => number(`select count(*) as n from ${table}`),
    youngest: () =>
      number("select extract(epoch from min(clock_timestamp() - since)) * 1000 as n from shift"),
    close: () => client.end(),
  };
}
