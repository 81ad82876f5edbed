import { mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { SettledFile } from "#desk/port/copy.ts";
import type { Log } from "#desk/port/log.ts";
import type { FolderSettings } from "#edge/folder/settings.ts";
import { type FolderWatch, watchFolder } from "#edge/folder/watch.ts";
import { contentHash } from "#main/identity.ts";

/** A folder of its own for one test, removed behind it. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "copydesk-folder-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files that nobody has touched for long: the first look takes them as whole. */
export async function writeOld(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await writeFile(join(folder, name), name);
    await utimes(join(folder, name), 1, 1);
  }
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
  readonly #waiting = new Set<() => void>();

  add(text: string): void {
    this.all.push(text);
    for (const look of this.#waiting) look();
  }

  /** Resolves when `text` has been reported so many times, now or later. */
  async has(text: string, times = 1): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const look = () => {
      if (this.all.filter((one) => one === text).length >= times) resolve();
    };
    this.#waiting.add(look);
    look();
    await promise;
    this.#waiting.delete(look);
  }
}

/** What was reported, and by whom. */
export interface Reported {
  /** `path: text` for a file, `path! reason` for one that cannot be read, `path?` for one that is gone. */
  readonly reports: Reports;
  readonly files: SettledFile[];
  readonly log: Logged[];
  readonly settings: FolderSettings;
}

export interface Watched extends Reported {
  readonly watch: FolderWatch;
}

/** Settings that take note of all that is reported. */
export function recordingSettings(folder: string, changes: Partial<FolderSettings> = {}): Reported {
  const reports = new Reports();
  const files: SettledFile[] = [];
  const log: Logged[] = [];
  const settings: FolderSettings = {
    folder,
    log: recordingLog(log),
    hash: contentHash,
    settleMs: 40,
    goneMs: 60,
    onFile: async (file) => {
      files.push(file);
      reports.add(`${file.path}: ${new TextDecoder().decode(file.bytes)}`);
    },
    onUnreadable: async (path, reason) => reports.add(`${path}! ${reason}`),
    onGone: async (path) => reports.add(`${path}?`),
    known: () => null,
    knownPaths: () => [],
    ...changes,
  };
  return { reports, files, log, settings };
}

/** Watches a folder until the test ends. */
export async function startWatch(
  folder: string,
  changes: Partial<FolderSettings> = {},
): Promise<Watched> {
  const reported = recordingSettings(folder, changes);
  const watch = await watchFolder(reported.settings);
  onTestFinished(() => watch.close());
  return { watch, ...reported };
}

/** What an earlier run knows: the stamps of the files that it was handed. */
export function knowing(
  files: readonly SettledFile[],
): Pick<FolderSettings, "known" | "knownPaths"> {
  const stamps = new Map(files.map(({ path, stamp }) => [path, stamp]));
  return { known: (path) => stamps.get(path) ?? null, knownPaths: () => stamps.keys() };
}
