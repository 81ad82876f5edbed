import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateArticle, random } from "./articles.ts";
import { median, row } from "./report.ts";
import { startBot } from "./start-bot.ts";

const ARTICLES = 1_000;
const DROPS = 15;
const STARTS = 5;
function newFolder(articles: number): string {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-bench-"));
  mkdirSync(join(folder, "articles"));
  const next = random(7);
  for (let index = 0; index < articles; index += 1) {
    writeFileSync(join(folder, "articles", `report-${index}.txt`), generateArticle(next));
  }
  return folder;
}

async function bareNode(): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ["-e", "0"]);
  await new Promise((resolve) => child.once("exit", resolve));
  return performance.now() - startedAt;
}

/** Start-up on an empty folder, with Node's own as the baseline. */
async function measureStarts(): Promise<void> {
  const starts: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < STARTS; run += 1) {
    bare.push(await bareNode());
    const folder = newFolder(0);
    const bot = startBot(folder);
    starts.push((await bot.line(/Page /)) - bot.startedAt);
    await bot.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  row("node alone, start to exit (median, ms)", median(bare));
  row("start to the first words and the page (median, ms)", median(starts));
}

/** The whole path over a folder of articles, then single files dropped into it. */
async function measureFolder(): Promise<void> {
  const folder = newFolder(ARTICLES);
  const bot = startBot(folder);
  const open = await bot.line(/Page /);
  const through = await bot.line(/new articles? taken in/);
  row(
    "articles a second, from the first words to the last stored brief",
    (ARTICLES * 1000) / (through - open),
  );
  row(`resident memory after ${ARTICLES} articles (MB)`, bot.residentMegabytes());
  const waits: number[] = [];
  const next = random(11);
  for (let drop = 0; drop < DROPS; drop += 1) {
    const name = `late-${drop}.txt`;
    const taken = bot.line(new RegExp(name));
    const text = generateArticle(next);
    const written = performance.now();
    writeFileSync(join(folder, "articles", name), text);
    waits.push((await taken) - written);
  }
  row("last write to stored brief, settling included (median, ms)", median(waits));
  row("resident memory at the end (MB)", bot.residentMegabytes());
  await bot.stop();
  rmSync(folder, { recursive: true, force: true });
}

export async function benchMainJob(): Promise<void> {
  await measureStarts();
  await measureFolder();
}
