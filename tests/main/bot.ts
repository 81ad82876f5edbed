import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const MAIN = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

/** A newsroom on disk, gone after the test: articles, a config, and a data folder. */
export interface Desk {
  readonly folder: string;
  write(name: string, content: string | Uint8Array): void;
  /** Runs one command to its end. */
  run(words: readonly string[], options?: RunOptions): Promise<Finished>;
  /** Starts the bot, which is ended after the test. */
  start(options?: RunOptions): Running;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** More words behind `start`. */
  readonly args?: readonly string[];
}

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  readonly pid: number;
  /** Resolves when what was printed so far, on either stream, matches. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** What it has printed so far, on both streams. */
  said(): string;
  /** Resolves with its exit code, or with `null` where a signal has ended it. */
  readonly ended: Promise<number | null>;
  /** Ends it and waits for its end. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

const CONFIG = `timeZone: UTC
channels:
  - name: front-page
    schedule: "0 8 * * *"
`;

export function newDesk(config: string = CONFIG): Desk {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "articles"));
  writeFileSync(join(folder, "newsroom.yaml"), config);
  const launch = (words: readonly string[], { env = {} }: RunOptions) =>
    spawn(process.execPath, [MAIN, ...words], {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        NO_COLOR: "1",
        COPYDESK_CONFIG: "newsroom.yaml",
        COPYDESK_PORT: "0",
        ...env,
      },
    });
  return {
    folder,
    write: (name, content) => writeFileSync(join(folder, "articles", name), content),
    async run(words, options = {}) {
      const child = launch(words, options);
      const ended = exitOf(child);
      child.stdin.end(options.input ?? "");
      const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
      return { code, out, err };
    },
    start: (options = {}) => watchChild(launch(["start", ...(options.args ?? [])], options)),
  };
}

type Child = ReturnType<typeof spawn> & {
  stdout: NodeJS.ReadableStream;
  stderr: NodeJS.ReadableStream;
};

function watchChild(child: Child): Running {
  const ended = exitOf(child);
  let printed = "";
  let look = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      look();
    });
  }
  const stop = async (signal: NodeJS.Signals = "SIGTERM") => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    return ended;
  };
  onTestFinished(() => stop("SIGKILL").then(() => undefined));
  return {
    pid: child.pid ?? 0,
    ...{ stop, ended, said: () => printed },
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        look = () => {
          const found = pattern.exec(printed);
          if (found !== null) resolve(found);
        };
        ended.then(() => {
          look();
          reject(new TypeError(`It ended before it printed ${pattern}:\n${printed}`));
        }, reject);
        look();
      }),
  };
}

function exitOf(child: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => resolve(code));
    child.once("error", reject);
  });
}
