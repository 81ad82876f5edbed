import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import type { Message } from "#core/message/message.ts";
import { listenOnLoopback } from "#tests/fake/listen.ts";
import { generateArticle, random } from "./articles.ts";
import { ARTICLES_A_MINUTE, orderChannels, storeDay } from "./channel-day.ts";
import { percentile, row } from "./report.ts";
import { type Bot, startBot } from "./start-bot.ts";
import { type Pattern, storePatterns } from "./stored-stories.ts";

const SIZES = process.env.BENCH_PLACES?.split(",").map(Number) ?? [100, 1_000, 10_000];
/** Minutes of the clock that each size is at work for. */
const MINUTES = Number(process.env.BENCH_MINUTES ?? 4);
const MINUTE = 60_000;
const STORED = 20_000;
const DAY = 24 * 60 * MINUTE;
/** Milliseconds of the last minute that are left out, so that the end falls into no round. */
const LAST = 5_000;
/** Milliseconds between two requests of somebody who looks at the page all the time. */
const ASK_EVERY = 50;
/** The page's own requests, each time that it learns of a change. */
const PATHS = [
  "/",
  "/api/channels",
  "/api/channels/channel-1/editions?face=paper&limit=20",
  "/api/desk",
];

/** The bot at work with so many places, as a person starts it: from a tenth of them due each minute to its page. */
export async function benchChannels(): Promise<void> {
  const start = Date.now() - DAY;
  const pattern = await storePatterns(start);
  for (const places of SIZES) await measure(pattern, places);
  pattern.remove();
}

async function measure(pattern: Pattern, places: number): Promise<void> {
  const folder = newsroomOf(pattern, places);
  const slack = await startSlack();
  const bot = startBot(folder, {
    before: join(import.meta.dirname, "loop-probe.ts"),
    env: {
      ...{
        COPYDESK_CONFIG: join(folder, "newsroom.yaml"),
        BENCH_PROBE: join(folder, "probe.json"),
      },
      ...{ SLACK_BOT_TOKEN: "xoxb-bench", SLACK_API: slack.api },
      ...(process.env.BENCH_PROFILE !== undefined && { BENCH_PROFILE: process.env.BENCH_PROFILE }),
    },
  });
  const page = bot.page();
  await bot.line(/taken in/);
  await nextMinute();
  process.kill(bot.pid, "SIGUSR2");
  const seen = await watchMinutes(bot, await page, folder);
  await bot.stop();
  report(places, seen, folder);
  row(`${places} places: posts to Slack`, slack.posted());
  slack.close();
  rmSync(folder, { recursive: true, force: true });
}

function newsroomOf(pattern: Pattern, places: number): string {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-bench-"));
  mkdirSync(join(folder, "data"));
  const stored = pattern.copyTo(STORED, DAY / STORED);
  renameSync(join(stored, "copydesk.db"), join(folder, "data", "copydesk.db"));
  rmSync(stored, { recursive: true });
  orderChannels(folder, places);
  storeDay(folder, places, JSON.stringify(postOf()), Date.now());
  return folder;
}

/** What stands in all posts of the day. */
function postOf(): Message {
  const text = "The bridge reopened on Friday after six years of work, the council said. ".repeat(
    2,
  );
  const sections = Array.from({ length: 8 }, (_, index) => ({
    blocks: [
      { kind: "headline", spans: [{ text: `The bridge reopens, report ${index}` }] },
      { kind: "paragraph", spans: [{ text }] },
    ] as const,
  }));
  return { summary: "Eight briefs", sections };
}

/** What `loop-probe.ts` says at the bot's end. */
const Probe = z.object({
  longest: z.number(),
  mostWork: z.number(),
  memory: z.object({ heapTotal: z.number(), heapUsed: z.number(), external: z.number() }),
});
const MEGABYTE = 1024 * 1024;

interface Seen {
  /** Of each request, by its path, in milliseconds. */
  readonly waits: ReadonlyMap<string, readonly number[]>;
  /** Most megabytes. */
  readonly memory: number;
  /** Milliseconds after its minute at which the last edition of each minute was stored. */
  readonly made: readonly number[];
  readonly editions: number;
}

async function watchMinutes(bot: Bot, url: string, folder: string): Promise<Seen> {
  const waits = new Map<string, number[]>(PATHS.map((path) => [path, []]));
  const end = Date.now() + MINUTES * MINUTE - LAST;
  const next = random(23);
  const begun = Date.now();
  let memory = 0;
  let written = 0;
  for (let turn = 0; Date.now() < end; turn += 1) {
    const path = PATHS[turn % PATHS.length] ?? "/";
    const asked = performance.now();
    await (await fetch(url + path)).arrayBuffer();
    waits.get(path)?.push(performance.now() - asked);
    memory = Math.max(memory, bot.residentMegabytes());
    const due = Math.floor(((Date.now() - begun) / MINUTE) * ARTICLES_A_MINUTE);
    for (; written < due; written += 1)
      writeFileSync(join(folder, "articles", `report-${written}.txt`), generateArticle(next));
    await wait(ASK_EVERY);
  }
  return { waits, memory, ...editionsOf(folder, begun) };
}

/** When each slot of these minutes was dealt with, by the store. */
function editionsOf(folder: string, begun: number): Pick<Seen, "made" | "editions"> {
  const db = new DatabaseSync(join(folder, "data", "copydesk.db"), { readOnly: true });
  const since = Math.floor(begun / MINUTE) * MINUTE;
  const editions = db.prepare("select count(*) as made from edition where slot >= ?").get(since);
  const made = db
    .prepare(
      "select max(settled_at) - slot as late from delivery where slot >= ? and platform = 'preview' group by slot order by slot",
    )
    .all(since);
  db.close();
  return { editions: Number(editions?.made), made: made.map(({ late }) => Number(late)) };
}

function report(places: number, seen: Seen, folder: string): void {
  const say = (name: string, value: number) => row(`${places} places: ${name}`, value);
  const probe = Probe.parse(JSON.parse(readFileSync(join(folder, "probe.json"), "utf8")));
  say("editions made a minute", seen.editions / MINUTES);
  say(
    "the last of a minute stands on the page, seconds after it began (longest)",
    Math.max(...seen.made) / 1000,
  );
  for (const [path, waits] of seen.waits) {
    say(`${path}: ${waits.length} times, median (ms)`, percentile(waits, 0.5));
    say(`${path}: 99th percentile (ms)`, percentile(waits, 0.99));
  }
  say("all of the page: 99th percentile (ms)", percentile([...seen.waits.values()].flat(), 0.99));
  say("longest hold of the event loop (ms)", probe.longest);
  say("most processor time in one hold (ms)", probe.mostWork);
  say("most resident memory, reading threads included (MB)", seen.memory);
  const { heapTotal, heapUsed, external } = probe.memory;
  say("of it the heap of the main thread (MB)", heapTotal / MEGABYTE);
  say("of that in use (MB)", heapUsed / MEGABYTE);
  say("beside it held for the main thread (MB)", external / MEGABYTE);
}

async function nextMinute(): Promise<void> {
  await wait(MINUTE - (Date.now() % MINUTE));
}

interface Slack {
  readonly api: string;
  posted(): number;
  close(): void;
}

/** Takes every post at once: the bot keeps the pace that Slack allows. */
async function startSlack(): Promise<Slack> {
  let posted = 0;
  const server = createServer((request, response) => {
    request.resume();
    if (request.url?.endsWith("chat.postMessage")) posted += 1;
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ ok: true, ts: `${posted}.0`, user: "bench", team_id: "T1" }));
  });
  const port = await listenOnLoopback(server);
  return {
    api: `http://127.0.0.1:${port}/api/`,
    posted: () => posted,
    close: () => server.close(),
  };
}
