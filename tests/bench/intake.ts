import { spawn } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { openStore } from "#edge/store/store.ts";
import { FORMATS } from "#tests/copy/formats.ts";
import { generateArticle, random } from "./articles.ts";
import { median, row } from "./report.ts";
import { type Bot, startBot } from "./start-bot.ts";

const BACKLOG = 10_000;
const KNOWN = 100_000;
const DROPS = 25;
const STARTS = 3;
/** The settling time of the folder (`SETTLE_MS` in edge/folder), in milliseconds: waited for before a file counts. */
const SETTLING = 1_000;

/** A folder of articles in every format, one after the other. */
function newFolder(articles: number, words?: number): string {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-bench-"));
  mkdirSync(join(folder, "articles"));
  const next = random(7);
  for (let index = 0; index < articles; index += 1) writeStory(folder, index, next, words);
  return folder;
}

function writeStory(folder: string, index: number, next: () => number, words?: number): string {
  const [headline = "", ...paragraphs] = generateArticle(next, words).split("\n\n").filter(Boolean);
  const format = FORMATS[index % FORMATS.length];
  if (format === undefined) throw new RangeError("There are no formats");
  const name = `report-${index}.${format.extension}`;
  const story = { id: `r${index}`, headline: `${headline} (${index})`, paragraphs };
  // Sub-folders, so that no folder is larger than a file system likes.
  const below = join(folder, "articles", `desk-${index % 50}`);
  mkdirSync(below, { recursive: true });
  writeFileSync(join(below, name), format.write(story));
  return name;
}

/** Highest resident memory of a process so far, in megabytes; Linux only. */
function peakMegabytes(pid: number): number {
  if (process.platform !== "linux") return Number.NaN;
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

async function measureBacklog(): Promise<void> {
  const folder = newFolder(BACKLOG);
  const bot = startBot(folder);
  const through = await bot.line(/new articles? taken in/);
  row(
    `${BACKLOG} mixed articles, process start to the last stored brief (s)`,
    (through - bot.startedAt) / 1000,
  );
  row("articles a second", (BACKLOG * 1000) / (through - bot.startedAt));
  row("peak resident memory (MB)", peakMegabytes(bot.pid));
  await measureDrops(folder, bot);
  await bot.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measureDrops(folder: string, bot: Bot): Promise<void> {
  const waits: number[] = [];
  const next = random(11);
  for (let drop = 0; drop < DROPS; drop += 1) {
    const index = BACKLOG + drop * FORMATS.length;
    const taken = bot.line(new RegExp(`report-${index}\\.`));
    writeStory(folder, index, next);
    const written = performance.now();
    waits.push((await taken) - written - SETTLING);
  }
  row("file closed to stored brief, beyond the settling time (median, ms)", median(waits));
}

/**
 * Files that the ledger knows by their stamps. They are not taken in first, which would take half an
 * hour and is measured above: a restart asks for nothing but the stamps.
 */
async function fileAsKnown(folder: string): Promise<void> {
  const store = await openStore({ folder: join(folder, "data") });
  const articles = join(folder, "articles");
  for (const entry of readdirSync(articles, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const { size, mtimeMs } = statSync(file);
    await store.ledger.noteStamp(relative(articles, file), `${size} ${mtimeMs}`);
  }
  await store.close();
}

/** The bot is started on files that it knows. */
async function measureRestarts(): Promise<void> {
  const folder = newFolder(KNOWN, 40);
  await fileAsKnown(folder);
  const readies: number[] = [];
  let peak = 0;
  for (let start = 0; start < STARTS; start += 1) {
    const bot = startBot(folder);
    readies.push(((await bot.line(/taken in/)) - bot.startedAt) / 1000);
    peak = peakMegabytes(bot.pid);
    await bot.stop();
  }
  row(`restart over ${KNOWN} known files to ready (median, s)`, median(readies));
  row("peak resident memory of the restart (MB)", peak);
  rmSync(folder, { recursive: true, force: true });
}

/** Node alone, for the noise of the machine. */
async function measureBaseline(): Promise<void> {
  const runs: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const startedAt = performance.now();
    const child = spawn(process.execPath, ["-e", "0"]);
    await new Promise((resolve) => child.once("exit", resolve));
    runs.push(performance.now() - startedAt);
  }
  row("node alone, start to exit (median, ms)", median(runs));
}

/** 10,000 mixed articles from a cold start, single files after them, and a restart over 100,000. */
export async function benchIntake(): Promise<void> {
  await measureBaseline();
  await measureBacklog();
  await measureRestarts();
}
