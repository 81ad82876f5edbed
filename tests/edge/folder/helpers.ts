import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Log, SettledFile } from "#desk/port.ts";
import { type FolderSettings, type FolderWatch, watchFolder } from "#edge/folder/watch.ts";

/** A folder of its own for one test, removed behind it. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "copydesk-folder-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export interface Logged {
  readonly event: string;
  readonly fields: Readonly<Record<string, unknown>> | undefined;
}

export function recordingLog(lines: Logged[] = []): Log {
  const add = (event: string, fields?: Readonly<Record<string, unknown>>): void => {
    lines.push({ event, fields });
  };
  return { debug: add, info: add, warn: add, error: add };
}

/** What a watch has reported, and a way to wait for the next report. */
export class Reports {
  readonly all: string[] = [];
  readonly #waiting: { readonly text: string; readonly resolve: () => void }[] = [];

  add(text: string): void {
    this.all.push(text);
    for (const waiter of this.#waiting.filter((one) => one.text === text)) waiter.resolve();
  }

  /** Resolves when `text` has been reported, now or later. */
  async has(text: string): Promise<void> {
    if (this.all.includes(text)) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.push({ text, resolve });
    await promise;
  }
}

export interface Watched {
  readonly watch: FolderWatch;
  /** `path: text` for a file, `path! reason` for one that cannot be read. */
  readonly reports: Reports;
  readonly files: SettledFile[];
  readonly log: Logged[];
}

/** Watches a folder until the test ends. */
export async function startWatch(
  folder: string,
  settings: Partial<FolderSettings> = {},
): Promise<Watched> {
  const reports = new Reports();
  const files: SettledFile[] = [];
  const log: Logged[] = [];
  const watch = await watchFolder({
    folder,
    log: recordingLog(log),
    settleMs: 40,
    onFile: async (file) => {
      files.push(file);
      reports.add(`${file.path}: ${new TextDecoder().decode(file.bytes)}`);
    },
    onUnreadable: async (path, reason) => reports.add(`${path}! ${reason}`),
    ...settings,
  });
  onTestFinished(() => watch.close());
  return { watch, reports, files, log };
}
