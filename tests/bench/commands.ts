import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CommandName } from "#core/reply/command.ts";
import type { FrontDesk } from "#core/reply/front-desk.ts";
import { openStore, type Store } from "#edge/store/store.ts";
import { editionDeskOf, liveChannels } from "#main/desks.ts";
import { frontDeskOf } from "#main/front-desk.ts";
import { readSetting } from "#main/setting.ts";
import { asked } from "#tests/asked.ts";
import { createLogInbox } from "#tests/fake/log.ts";
import { entry } from "../contract/store/samples.ts";
import { archived, personAt, topicAt, wordAt } from "./archive.ts";
import { random } from "./articles.ts";
import { median, row } from "./report.ts";

const STORED = Number(process.env.BENCH_STORED ?? 100_000);
const TIMES = 200;
/** Articles that are filed in one go before the next figure of progress. */
const SOME = 5_000;

/** What is asked: with words, people and tags of every rank, from what is everywhere to what is rare. */
const QUESTIONS: readonly (readonly [string, (rank: number) => string])[] = [
  ["brief, the newest", () => "brief"],
  ["brief by its id", (rank) => `brief n${(rank * 97).toString(36)}`],
  ["brief by words", (rank) => `brief ${wordAt(rank)} ${wordAt(rank + 31)}`],
  ["text by its id", (rank) => `text n${(rank * 97).toString(36)}`],
  ["context by its id", (rank) => `context n${(rank * 97).toString(36)}`],
  ["quotes of a speaker", (rank) => `quotes ${personAt(rank)}`],
  ["quotes of a speaker about a word", (rank) => `quotes ${personAt(rank)} about:${wordAt(rank)}`],
  ["quotes, the newest", () => "quotes"],
  ["facts about a word", (rank) => `facts ${wordAt(rank)}`],
  ["search for a common word", (rank) => `search ${wordAt(rank % 20)}`],
  ["search for a rare word", (rank) => `search ${wordAt(5_000 + rank)}`],
  ["search for a phrase", (rank) => `search "${wordAt(rank)} ${wordAt(rank % 7)}"`],
  ["search without a word", (rank) => `search ${wordAt(rank)} -${wordAt(rank + 1)}`],
  [
    "search of a person in a place",
    (rank) => `search speaker:"${personAt(rank)}" place:${wordAt(rank)}`,
  ],
  ["search for a word with a slip", (rank) => `search ${slipped(wordAt(rank * 7))}`],
  [
    "search for two words with a slip each",
    (rank) => `search ${slipped(wordAt(rank))} ${slipped(wordAt(rank % 20))}`,
  ],
  ["quotes of a speaker with a slip", (rank) => `quotes ${slipped(personAt(rank))}`],
  ["timeline of a word", (rank) => `timeline ${wordAt(rank)}`],
  ["digest now", () => "digest now"],
  ["digest now of a topic", (rank) => `digest now topic:tag:${topicAt(rank)} since:7d`],
  ["why by its id", (rank) => `why n${(rank * 97).toString(36)}`],
  ["help", () => "help"],
];

/** The same in people's own words. */
const TYPED: readonly (readonly [string, (rank: number) => string])[] = [
  ["two words, typed", (rank) => `${wordAt(rank)} ${wordAt(rank + 31)}`],
  [
    "what happened with …",
    (rank) => `what happened with the ${wordAt(rank)} in ${wordAt(rank + 7)}?`,
  ],
  ["what did … say about …", (rank) => `what did ${personAt(rank)} say about ${wordAt(rank)}`],
  [
    "a question of which nothing has all",
    (rank) =>
      `is there anything on ${wordAt(rank + 900)}, ${wordAt(rank + 1_800)} and ${wordAt(rank + 2_700)}`,
  ],
  ["a word with a slip, typed", (rank) => `latest on ${slipped(wordAt(rank * 7))}`],
  ["a wish", (rank) => `keep me posted on ${wordAt(rank)}`],
];

/** Two letters have changed places in a word, or in the last of a name. */
function slipped(text: string): string {
  return text.replace(/(\p{L}+)(\p{L})(\p{L})(\p{L})$/u, "$1$3$2$4");
}

const SUGGESTIONS: readonly (readonly [CommandName, string, (rank: number) => string])[] = [
  ["brief", "article", (rank) => wordAt(rank).slice(0, 1 + (rank % 6))],
  ["quotes", "speaker", (rank) => personAt(rank).slice(0, 1 + (rank % 6))],
  ["facts", "about", (rank) => topicAt(rank).slice(0, 1 + (rank % 6))],
  ["search", "place", (rank) => wordAt(rank).slice(0, 1 + (rank % 6))],
  ["digest", "zone", () => "new yo"],
];

/** Editors' commands; what changes something is taken back by the line after it. */
const ORDERS: readonly (readonly [string, (rank: number) => string])[] = [
  ["status", () => "status"],
  ["schedule of all channels", () => "schedule"],
  ["preview of the next edition", () => "preview front-page"],
  ["kill, which asks again", (rank) => `kill n${(rank * 97).toString(36)}`],
  ["hold by its id", (rank) => `hold n${(rank * 97).toString(36)}`],
  ["release by its id", (rank) => `release n${(rank * 97).toString(36)}`],
  ["pause", () => "pause front-page"],
  ["resume", () => "resume front-page"],
  ["audit", () => "audit"],
  ["retry", () => "retry nothing.docx"],
];

const EDITOR = asked({ role: "editor" });

/** Each command over a hundred thousand stored articles, asked of the front desk that the bot has. */
export async function benchCommands(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-bench-"));
  const store = await openStore({ folder });
  const filing = await fill(store);
  const desk = await openDesk(store);
  process.stdout.write(`commands: ${STORED} articles stored; each ${TIMES} times, in ms\n`);
  row("articles filed a second", filing);
  for (const [name, line] of [...QUESTIONS, ...ORDERS]) {
    await figure(name, (rank) => desk.askLine(line(rank), EDITOR));
  }
  for (const [name, text] of TYPED) {
    await figure(name, (rank) => desk.askTyped(text(rank), EDITOR));
  }
  for (const [command, option, typed] of SUGGESTIONS) {
    await figure(`suggestions for ${option} of ${command}`, (rank) =>
      desk.suggest(command, option, typed(rank), EDITOR),
    );
  }
  await store.close();
  rmSync(folder, { recursive: true });
}

/** With the channels of the project's own config, and no platform. */
async function openDesk(store: Store): Promise<FrontDesk> {
  const setting = readSetting();
  const live = await liveChannels(
    () => setting,
    store,
    () => undefined,
  );
  const { log } = createLogInbox();
  return frontDeskOf(setting, store, {
    ...{ live, log, version: "0", startedAt: 0, connections: () => new Map() },
    editions: editionDeskOf(setting, store, live.list),
    openDirect: async ({ id }) => id,
    roleNow: async () => null,
    places: async () => ({ ok: false, says: "no platform is set up" }),
    chase: async () => undefined,
    carry: () => undefined,
  });
}

async function fill({ archive }: Store): Promise<number> {
  const next = random(3);
  const start = performance.now();
  for (let index = 0; index < STORED; index += 1) {
    const { article, brief } = archived(index, STORED, next);
    await archive.file(article, brief, [entry(article, "taken-in"), entry(article, "briefed")]);
    if (index % SOME === 0) process.stderr.write(`\r${index} filed`);
  }
  process.stderr.write("\r");
  return STORED / ((performance.now() - start) / 1000);
}

async function figure(name: string, ask: (rank: number) => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const start = performance.now();
    await ask(time * 3);
    times.push(performance.now() - start);
  }
  const sorted = times.toSorted((a, b) => a - b);
  row(`${name}, median`, median(times));
  row(`${name}, 99th percentile`, sorted[Math.floor(TIMES * 0.99) - 1] ?? Number.NaN);
}
