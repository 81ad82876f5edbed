import { randomBytes } from "node:crypto";
import type { Stats } from "node:fs";
import { lstat, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Bytes at which a file is put by: some 50,000 lines, which an editor still opens. */
export const MOST_BYTES = 10_000_000;
/** Milliseconds after which a file is put by however short: a quiet desk has a week in each. */
export const OLDEST = 7 * 24 * 3_600_000;
/** Files kept beside the one that is written, so that the log never takes more than about 100 MB. */
export const MOST_FILES = 9;

/** Whether a file is full, or old by what its file system says of its making: where it says nothing, size alone counts. */
export function isDue({ size, birthtimeMs }: Stats, now: number): boolean {
  return size >= MOST_BYTES || (size > 0 && birthtimeMs > 0 && now - birthtimeMs >= OLDEST);
}

/**
 * Puts a log by under a name of its own, as `copydesk-20261201T032105123Z-3f9a01c2.log`, and removes the oldest of those
 * put by. No name is ever taken twice, so that two processes that do it at once lose no line: at worst one
 * file is short. What is no file of its own (a link, a device) is left alone: whoever made it so has plans.
 * @throws the system's error where the folder takes no change
 */
export async function putBy(file: string, now: number): Promise<void> {
  if (!(await lstat(file)).isFile()) return;
  const stamp = new Date(now).toISOString().replace(/[-:.]/g, "");
  // Not the process's number: in containers at one volume each is number 1.
  const chance = randomBytes(4).toString("hex");
  await rename(file, join(dirname(file), `${stem(file)}-${stamp}-${chance}.log`));
  const folder = dirname(file);
  const ours = (await readdir(folder)).filter((name) => isPutBy(name, file)).sort();
  for (const name of ours.slice(0, -MOST_FILES)) await rm(join(folder, name), { force: true });
}

/** `copydesk-notes.log` is somebody's own, and stays. */
function isPutBy(name: string, file: string): boolean {
  const start = `${stem(file)}-`;
  return name.startsWith(start) && /^\d{8}T\d{9}Z-[\da-f]{8}\.log$/.test(name.slice(start.length));
}

const stem = (file: string): string => basename(file, ".log");
