import { join } from "node:path";
import { type FSWatcher, watch as watchTree } from "chokidar";
import { Absences } from "#desk/source/absences.ts";
import { isIgnored } from "#desk/source/ignore.ts";
import { Register } from "#desk/source/register.ts";
import { SettlingQueue } from "#desk/source/settling-queue.ts";
import type { Watching } from "#desk/source/watching.ts";
import { folderHome } from "./home.ts";
import { codeOf, type FileState } from "./look.ts";
import { pathBelow } from "./path-below.ts";
import { prepareFolder } from "./prepare-folder.ts";
import type { FolderSettings } from "./settings.ts";
import { folderShelf } from "./shelf.ts";
import { Sweep } from "./sweep.ts";

export interface FolderWatch extends Watching {
  /** Absolute, with links followed. */
  readonly folder: string;
}

/**
 * Watches a folder and those in it, and reports each file once it has stopped growing; the files that
 * are there at the start too, unless they are known and unchanged. Dot files, unfinished files
 * (`.part`, `.tmp`, `~`) and whatever is no file are passed over; links are followed to files inside
 * the folder. A folder that vanishes and comes back is watched on.
 *
 * @throws {FolderError} when the path is no folder, or may not be made or entered
 */
export async function watchFolder(settings: FolderSettings): Promise<FolderWatch> {
  const { folder, created } = await prepareFolder(settings.folder);
  const hub = new Hub(folder, settings);
  const found = hub.open();
  return {
    folder,
    created,
    found,
    caughtUp: hub.caughtUp(found),
    again: (path) => hub.again(path),
    waiting: () => hub.queue.waiting(),
    close: () => hub.close(),
  };
}

/** No file has it: what is noted with it is read again. */
const NO_STAMP = "";

/** Leads what chokidar and the sweep find to the queue. */
class Hub {
  readonly queue: SettlingQueue<FileState>;
  readonly #folder: string;
  readonly #settings: FolderSettings;
  readonly #register: Register;
  readonly #absences: Absences;
  readonly #sweep: Sweep;
  #watcher: FSWatcher | null = null;
  #polls: boolean;
  #closed = false;

  constructor(folder: string, settings: FolderSettings) {
    this.#folder = folder;
    this.#settings = settings;
    this.#polls = settings.usePolling ?? false;
    this.#register = new Register(settings);
    this.queue = new SettlingQueue(folderShelf(folder, settings), settings, this.#register);
    this.#absences = new Absences(folderHome(folder), settings, this.#register, (path) =>
      this.queue.holds(join(folder, path)),
    );
    this.#sweep = new Sweep({
      ...{ folder, settings, register: this.#register, queue: this.queue },
      absences: this.#absences,
      onReplaced: () => this.#watchAnew(),
    });
  }

  /** @returns how many files are there, once they have been counted */
  async open(): Promise<number> {
    await this.#absences.begin();
    // A walk of our own is over in half the time that chokidar takes, and in the order of the paths.
    const count = await this.#sweep.first();
    if (this.#closed) return count;
    this.#absences.suspectKnown();
    this.#sweep.goOn();
    if (!this.#polls) this.#watch();
    // Whoever waits for the count hears of it before the first file comes.
    setImmediate(() => this.queue.startIsOver());
    return count;
  }

  /** What is gone is told before anybody goes on: it may have been deleted under embargo. */
  async caughtUp(found: Promise<number>): Promise<void> {
    await found;
    await Promise.all([this.queue.caughtUp, this.#absences.decided()]);
  }

  again(path: string): void {
    this.#register.note(path, NO_STAMP);
    this.queue.touch(join(this.#folder, path), false);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([
      this.#watcher?.close(),
      this.#sweep.close(),
      this.#absences.close(),
      this.queue.close(),
    ]);
  }

  /** Until it is ready, chokidar tells of every file that it finds: of those that came since the first look, too. */
  #watch(): void {
    const watcher = watchTree(this.#folder, {
      followSymlinks: false,
      backend: "auto",
      ignored: (path) => isIgnored(pathBelow(this.#folder, path)),
    });
    let starting = true;
    this.#watcher = watcher;
    this.#register.beginRound();
    watcher.on("add", (file, stats) => {
      const isLink = stats?.isSymbolicLink() ?? true;
      if (!isLink && !stats?.isFile()) return;
      this.#register.see(pathBelow(this.#folder, file));
      this.queue.find(file, isLink ? null : (stats ?? null), false);
    });
    watcher.on("change", (file) => this.queue.touch(file, false));
    // A name that is no text: chokidar finds no file of it.
    watcher.on("raw", (_event, name) => {
      if (name?.includes("\ufffd")) this.#sweep.lookSoon();
    });
    watcher.on("unlink", (file) => this.#onUnlink(file));
    watcher.on("all", () => {
      if (!starting) this.#sweep.noteEvent();
    });
    watcher.on("ready", () => {
      starting = false;
      void this.#absences.suspectUnseen();
    });
    watcher.on("error", (error) => this.#onError(watcher, error));
  }

  #onUnlink(file: string): void {
    this.queue.forget(file);
    this.#absences.suspect(pathBelow(this.#folder, file));
  }

  #onError(watcher: FSWatcher, error: unknown): void {
    const code = codeOf(error);
    this.#settings.log.warn("folder.watch-failed", { code, error });
    if (error instanceof Error && "path" in error) void this.#sweep.tryFolder(String(error.path));
    if (code !== "ENOSPC" && code !== "EMFILE") return;
    if (this.#polls || this.#closed || watcher !== this.#watcher) return;
    // The system allows no more watches: looking again and again needs none.
    this.#settings.log.warn("folder.polls-instead", { folder: this.#folder, code });
    this.#polls = true;
    this.#watcher = null;
    void watcher.close();
    this.#sweep.poll();
  }

  /** The old watch may hold on to a folder that was moved away, or lies under a mount. */
  #watchAnew(): void {
    if (this.#polls || this.#closed) return;
    const old = this.#watcher;
    if (old === null) return;
    this.#watcher = null;
    // Closed first: chokidar's watchers of one path share what the system gave to the first of them.
    void old.close().then(() => {
      if (!this.#polls && !this.#closed) this.#watch();
    });
  }
}
