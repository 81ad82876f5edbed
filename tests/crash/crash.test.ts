import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { random } from "#tests/bench/articles.ts";
import { openLine } from "#tests/edge/discord/fake/line.ts";
import { startTwin, TOKEN } from "#tests/edge/discord/fake/twin.ts";
import { startFakeSlack } from "#tests/edge/slack/fake/slack.ts";
import { type Desk, newDesk } from "#tests/main/bot.ts";
import { accountOf, body, headline, notOnce } from "./reports.ts";
import { newWorld, overbook, RIGHT, type State, type World } from "./world.ts";

/** `npm run crash` asks for more. */
const CRASHES = Number(process.env.COPYDESK_CRASHES ?? 5);
const SEED = Number(process.env.COPYDESK_SEED ?? Date.now() % 2 ** 31);
/** Threads that keep the machine busy meanwhile. */
const OVERBOOK = Number(process.env.COPYDESK_OVERBOOK ?? 0);
/** By how much a start takes longer then: threads that want to work, for each core. */
const SLOWER = 1 + OVERBOOK / availableParallelism() / 2;
/** A start, the settling of a file, its brief, its edition and its posts all fall into this, in milliseconds. */
const LONGEST_LIFE = 3_500 * SLOWER;
const FILES_A_LIFE = 2;
/** What a retry may wait for after the last crash is over after so many starts. */
const MOST_STARTS = 8;

/** Both platforms' servers, and a newsroom whose channel takes every article at once. */
async function setUp() {
  const slack = await startFakeSlack();
  onTestFinished(() => slack.close());
  const twin = await startTwin();
  const line = await openLine(twin);
  onTestFinished(async () => {
    await line.close();
    await twin.discord.stop();
  });
  const channel = await twin.newChannel();
  const desk = newDesk(`timeZone: UTC
channels:
  - name: front-page
    schedule: "0 8 1 1 *"
    atOnce: 3
    most: 50
    slack: C0001
    discord: "${channel}"
`);
  const world = newWorld(desk.folder);
  const env = {
    ...world.env,
    ...{ SLACK_BOT_TOKEN: slack.token, SLACK_API: slack.api },
    ...{ DISCORD_TOKEN: TOKEN, DISCORD_API: line.api },
  };
  const posted = async () => ({
    // Each part of a long edition names its first headline in the fallback text.
    slack: slack.posted.map(({ blocks }) => JSON.stringify(blocks)),
    discord: (await line.read(channel)).map(({ text }) => text),
  });
  return { desk, env, world, posted };
}

const fileOf = (index: number) => `report-${index}.txt`;

function writeStory(desk: Desk, index: number): void {
  desk.write(fileOf(index), `URGENT\n\n${headline(index)}\n\n${body(index)}`);
}

const MINUTE = 60_000;
/** How far the clock may be off: by a correction of its own, by ten minutes, by a day. */
const STEPS = [-24 * 60 * MINUTE, -10 * MINUTE, 3_000, 10 * MINUTE, 24 * 60 * MINUTE];
/** Of the moments in which a bot is at work: so many in which the clock is wrong, and the disk full. */
const WRONG = 0.3;
const FULL = 0.3;

function stateBy(next: () => number): State {
  const step = next() < WRONG ? STEPS[Math.floor(next() * STEPS.length)] : 0;
  return { ahead: step ?? 0, full: next() < FULL };
}

/** One life of the bot: files land, and the world changes, at random moments; at another one it is killed. */
async function live(
  { desk, env, world }: { desk: Desk; env: Readonly<Record<string, string>>; world: World },
  next: () => number,
  write: () => void,
): Promise<void> {
  const bot = desk.start({ env });
  const moments = Array.from({ length: FILES_A_LIFE + 1 }, () => next() * LONGEST_LIFE).sort(
    (a, b) => a - b,
  );
  let passed = 0;
  for (const [index, moment] of moments.entries()) {
    await wait(moment - passed);
    passed = moment;
    world.set(stateBy(next));
    if (index < FILES_A_LIFE) write();
  }
  await bot.stop("SIGKILL");
}

test(
  `${CRASHES} crashes at random moments lose no article and double no post (seed ${SEED})`,
  async () => {
    const { desk, env, world, posted } = await setUp();
    const next = random(SEED);
    // The first edition is behind them, empty: from now on what lands is due at once.
    expect((await desk.run(["start", "--once"], { env })).code).toBe(0);
    onTestFinished(overbook(OVERBOOK));
    let files = 0;
    const all = () => Array.from({ length: files }, (_, index) => index);
    const write = () => {
      writeStory(desk, files);
      files += 1;
    };
    for (let crash = 0; crash < CRASHES; crash += 1) await live({ desk, env, world }, next, write);
    world.set(RIGHT);
    for (let start = 0; start < MOST_STARTS; start += 1) {
      await desk.run(["start", "--once"], { env });
      const { slack, discord } = await posted();
      const missing = [slack, discord].flatMap((posts) => notOnce(posts, all()));
      if (missing.every(({ length }) => length > 1)) break;
      await wait(1_000);
    }
    const { slack, discord } = await posted();
    const wrong = [...notOnce(slack, all()), ...notOnce(discord, all())];
    expect(await accountOf(desk, { env, fileOf }, wrong)).toEqual([]);

    const { out } = await desk.run(["ledger", "--since", "2020-01-01", "--json"], { env });
    const balance = JSON.parse(out.split("\n")[0] ?? "");
    const inFolder = readdirSync(join(desk.folder, "articles")).length;
    expect(balance).toMatchObject({ in: inFolder, posted: inFolder, waiting: 0, quarantined: 0 });
  },
  (120_000 + CRASHES * 15_000) * SLOWER,
);
