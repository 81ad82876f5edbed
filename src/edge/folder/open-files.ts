import { readdir, readFile, readlink } from "node:fs/promises";
import { sep } from "node:path";
import { decodeName } from "./raw-name.ts";

/** Most open files that one look goes through: beyond them nothing is known. */
const MOST_LOOKED_AT = 20_000;
/** Of the time, looking takes a twentieth at most. */
const REST_FACTOR = 20;
/** The last octal digit of the flags says how a file was opened: 0 to read, 1 to write, 2 both (open(2)). */
const FLAGS = /^flags:\s*[0-7]*(?<access>[0-7])$/mu;

interface Scan {
  readonly began: number;
  readonly took: number;
  readonly paths: ReadonlySet<string>;
}

/**
 * Files below a folder that some process has open to write to, as Linux tells it. What it does not
 * tell: other users' processes, unless the bot runs as root; machines at the other end of a network
 * share; a file that was opened by another path to it, through a mount or a hard link.
 */
export class OpenFiles {
  readonly #folder: string;
  readonly #proc: string;
  #last: Scan | null = null;
  #running: Promise<Scan> | null = null;

  constructor(folder: string, proc = "/proc") {
    this.#folder = folder.endsWith(sep) ? folder : `${folder}${sep}`;
    this.#proc = proc;
  }

  /** @param since a moment by `performance.now()`: a look that began before it proves nothing */
  async isWritten(file: string, since: number): Promise<boolean> {
    const last = this.#last;
    const now = performance.now();
    const isFresh = last !== null && last.began >= since;
    if (isFresh && now - last.began < last.took * REST_FACTOR) return last.paths.has(file);
    // One that is under way began before anybody asked for it.
    if (this.#running !== null && !isFresh) await this.#running;
    this.#running ??= this.#scan().finally(() => {
      this.#running = null;
    });
    const scan = await this.#running;
    this.#last = scan;
    return scan.paths.has(file);
  }

  async #scan(): Promise<Scan> {
    const began = performance.now();
    const paths = new Set<string>();
    let left = MOST_LOOKED_AT;
    for (const id of await namesIn(this.#proc)) {
      if (left <= 0) break;
      if (!/^\d+$/u.test(id)) continue;
      const open = (await namesIn(`${this.#proc}/${id}/fd`)).slice(0, left);
      left -= open.length;
      const found = await Promise.all(open.map((fd) => this.#writtenBy(id, fd)));
      for (const path of found) if (path !== null) paths.add(path);
    }
    return { began, took: performance.now() - began, paths };
  }

  /** The path that a process has open to write to; `null` where it is none below the folder. */
  async #writtenBy(id: string, fd: string): Promise<string | null> {
    try {
      const link = await readlink(`${this.#proc}/${id}/fd/${fd}`, { encoding: "buffer" });
      const path = decodeName(link);
      if (!path.startsWith(this.#folder)) return null;
      const info = await readFile(`${this.#proc}/${id}/fdinfo/${fd}`, "utf8");
      const access = Number(FLAGS.exec(info)?.groups?.access ?? "0") & 3;
      return access === 0 ? null : path;
    } catch {
      // Closed since, or another user's: nothing is known of it.
      return null;
    }
  }
}

async function namesIn(directory: string): Promise<readonly string[]> {
  // A process that ended, another user's, or a system without such a folder.
  return readdir(directory).catch(() => []);
}
