import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { generateArticle, random } from "./articles.ts";
import { median, row } from "./report.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
/** What `npm start` runs, without npm, whose own start would be measured too. */
const { scripts } = z
  .object({ scripts: z.object({ start: z.string() }) })
  .parse(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")));
const START = scripts.start.split(" ").slice(1);
const ARTICLES = 1_000;
const DROPS = 15;
const STARTS = 5;
/** What one line may take to come, in milliseconds. */
const LONGEST_WAIT = 60_000;

/** The bot as a person starts it, on a folder of its own. */
interface Bot {
  /** Resolves with the time at which a line was printed. */
  line(pattern: RegExp): Promise<number>;
  residentMegabytes(): number;
  stop(): Promise<void>;
  readonly startedAt: number;
}

function startBot(folder: string): Bot {
  const startedAt = performance.now();
  const child = spawn(process.execPath, START, {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      COPYDESK_ARTICLES: join(folder, "articles"),
      COPYDESK_DATA: join(folder, "data"),
      COPYDESK_PORT: "0",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  child.once("exit", () => end());
  return {
    startedAt,
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const give = () => reject(new RangeError(`It never printed ${pattern}`));
        const timer = setTimeout(give, LONGEST_WAIT);
        void ended.then(give);
        const look = (text: string) => {
          if (!pattern.test(text)) return;
          clearTimeout(timer);
          lines.off("line", look);
          resolve(performance.now());
        };
        lines.on("line", look);
      }),
    residentMegabytes: () => residentMegabytes(child.pid ?? 0),
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** Linux only: elsewhere the row says so. */
function residentMegabytes(pid: number): number {
  if (process.platform !== "linux") return Number.NaN;
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

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
