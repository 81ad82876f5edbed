import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";

const ROOT = new URL("../..", import.meta.url).pathname;
/** What `npm start` runs, without npm, whose own start would be measured too. */
const { scripts } = z
  .object({ scripts: z.object({ start: z.string() }) })
  .parse(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")));
const START = scripts.start.split(" ").slice(1);
/** What one line may take to come, in milliseconds. */
const LONGEST_WAIT = 180_000;

/** The bot as a person starts it, on a folder of its own. */
export interface Bot {
  /** Resolves with the time at which a line was printed. */
  line(pattern: RegExp): Promise<number>;
  /** How many lines it has printed that match; since a test of a line costs time, only what is asked for is counted. */
  count(pattern: RegExp): () => number;
  /** Resolves with the address of its page. */
  page(): Promise<string>;
  residentMegabytes(): number;
  stop(): Promise<void>;
  readonly startedAt: number;
  readonly pid: number;
}

export interface BotOptions {
  readonly longestWait?: number;
  /** Variables beside the folder's. */
  readonly env?: Readonly<Record<string, string>>;
  /** A module that is loaded before the bot. */
  readonly before?: string;
}

export function startBot(folder: string, options: BotOptions = {}): Bot {
  const { longestWait = LONGEST_WAIT, env = {}, before } = options;
  const startedAt = performance.now();
  const first = before === undefined ? [] : [`--import=${before}`];
  const child = spawn(process.execPath, [...first, ...START], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      COPYDESK_ARTICLES: join(folder, "articles"),
      COPYDESK_DATA: join(folder, "data"),
      COPYDESK_PORT: "0",
      ...env,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  child.once("exit", () => end());
  const said = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const give = () => reject(new RangeError(`It never printed ${pattern}`));
      const timer = setTimeout(give, longestWait);
      void ended.then(give);
      const look = (text: string) => {
        if (!pattern.test(text)) return;
        clearTimeout(timer);
        lines.off("line", look);
        resolve(text);
      };
      lines.on("line", look);
    });
  return {
    startedAt,
    pid: child.pid ?? 0,
    line: async (pattern) => {
      await said(pattern);
      return performance.now();
    },
    count(pattern) {
      let matching = 0;
      lines.on("line", (text) => {
        if (pattern.test(text)) matching += 1;
      });
      return () => matching;
    },
    page: async () => /https?:\S+/.exec(await said(/Page /))?.[0] ?? "",
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
