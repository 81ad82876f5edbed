import { body, headline, lede } from "#tests/crash/reports.ts";
import { GLOBAL_LIMIT } from "#tests/edge/discord/fake/rest.ts";
import { busiest } from "#tests/fake/second-limit.ts";
import type { PostgresServer } from "#tests/postgres/server.ts";
import { generateArticle, random } from "./articles.ts";
import {
  CHANNELS,
  type ClusterNewsroom,
  openNewsroom,
  SLACK_CHANNELS,
  until,
} from "./cluster-newsroom.ts";
import { median, row } from "./report.ts";

const SIZES = process.env.BENCH_PROCESSES?.split(",").map(Number) ?? [1, 2, 4];
const ARTICLES = Number(process.env.BENCH_ARTICLES ?? 200);
/** How often something urgent comes in. The first time is told by itself: of places that it never posted to a process knows less. */
const TIMES = 3;
/** What Slack's pace allows a second. */
const SLACK_ALLOWED = 5;
/** Milliseconds over which the best rate is looked for. */
const STEADY = 3_000;

/** The bot as people start it, once on the embedded store and as one, two and four processes on PostgreSQL. */
export async function benchProcesses(server: PostgresServer): Promise<void> {
  await measure("embedded store", 1, null);
  for (const size of SIZES) {
    const url = await server.emptyDatabase();
    await measure(`PostgreSQL, processes: ${size}`, size, url);
    await server.giveBack(url);
  }
}

async function measure(name: string, size: number, url: string | null): Promise<void> {
  const newsroom = await openNewsroom(size, url);
  try {
    const say = (what: string, value: number) => row(`${name}: ${what}`, value);
    const flashes: Flash[] = [];
    for (let time = 0; time < TIMES; time += 1)
      flashes.push(await flash(newsroom, `flash-${time}.md`, urgentReport(time)));
    const [first, ...later] = flashes;
    if (first !== undefined)
      say("posts a second on Discord, the first to each channel", first.discord);
    tell(later, say);
    await dropArticles(newsroom, say);
    say("posts refused for their rate, Discord", newsroom.discord.limit.refused);
    say("posts refused for their rate, Slack", refusedBySlack(newsroom));
  } finally {
    await newsroom.close();
  }
}

/** Each in words of its own: what hangs together with one that was carried, and says nothing new, does not go out at once. */
function urgentReport(index: number): string {
  return `${headline(index)}\n\n${body(index, lede(index, 0))}`;
}

type Say = (what: string, value: number) => void;

async function dropArticles({ bots, write, count }: ClusterNewsroom, say: Say): Promise<void> {
  const next = random(3);
  const before = await count("article");
  const taken = bots.map((bot) => bot.count(/drop-\d+\.txt/));
  for (let index = 0; index < ARTICLES; index += 1)
    write(`drop-${index}.txt`, generateArticle(next));
  const speed = await speedTo(ARTICLES, async () => (await count("article")) - before);
  say(`articles filed a second, of ${ARTICLES} that come in at once`, speed);
  await until(() => sum(taken.map((of) => of())) >= ARTICLES);
  if (bots.length > 1)
    for (const [index, of] of taken.entries()) say(`of them by process ${index + 1}`, of());
}

/** What became of one thing that all channels want at once, in seconds and a second. */
interface Flash {
  readonly editions: number;
  readonly discord: number;
  readonly steady: number;
  readonly slack: number;
  readonly through: number;
}

async function flash(newsroom: ClusterNewsroom, name: string, text: string): Promise<Flash> {
  const { discord, slack, count } = newsroom;
  const [onDiscord, onSlack] = [discord.posts.length, slack.posted.length];
  const [title = "", ...paragraphs] = text.split("\n\n");
  const made = await count("edition");
  const begun = performance.now();
  newsroom.write(name, `---\ntitle: "${title}"\nurgency: 2\n---\n\n${paragraphs.join("\n\n")}`);
  const places = 2 * CHANNELS + SLACK_CHANNELS;
  const editions = await speedTo(places, async () => (await count("edition")) - made);
  await until(
    () =>
      discord.posts.length === onDiscord + CHANNELS &&
      slack.posted.length === onSlack + SLACK_CHANNELS,
  );
  const through = (performance.now() - begun) / 1_000;
  const posts = discord.posts.slice(onDiscord);
  const sent = slack.sent("chat.postMessage").slice(-SLACK_CHANNELS);
  return {
    ...{ editions, through },
    discord: aSecond(posts),
    steady: (busiest(posts, STEADY) * 1_000) / STEADY,
    slack: aSecond(sent.map(({ at }) => at)),
  };
}

function tell(flashes: readonly Flash[], say: Say): void {
  const of = (what: keyof Flash) => median(flashes.map((flash) => flash[what]));
  say("editions made a second, where all are due at once", of("editions"));
  say(`posts a second on Discord, ${CHANNELS} channels`, of("discord"));
  say("of what is allowed (%)", (100 * of("discord")) / GLOBAL_LIMIT);
  say("of what is allowed, in the best three seconds (%)", (100 * of("steady")) / GLOBAL_LIMIT);
  say(`posts a second on Slack, ${SLACK_CHANNELS} channels`, of("slack"));
  say("of what is allowed (%)", (100 * of("slack")) / SLACK_ALLOWED);
  say("from the file to the last post (s)", of("through"));
}

function refusedBySlack({ slack }: ClusterNewsroom): number {
  return slack.calls.all.filter((call) => call === "refused").length;
}

/** From when the first of so many is there, as far as a look shows, until all are. */
async function speedTo(all: number, count: () => Promise<number>): Promise<number> {
  let first: { readonly there: number; readonly at: number } | null = null;
  let there = 0;
  await until(async () => {
    there = await count();
    if (there > 0) first ??= { there, at: performance.now() };
    return there >= all;
  });
  const { there: before, at } = first ?? { there: 0, at: 0 };
  return ((there - before) * 1_000) / (performance.now() - at);
}

function aSecond(times: readonly number[]): number {
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  return ((times.length - 1) * 1_000) / (last - first);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
