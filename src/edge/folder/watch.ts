import { type FSWatcher, watch as watchTree } from "chokidar";
import type { Log, SettledFile } from "#desk/port.ts";
import { pathBelow } from "./identity.ts";
import { isIgnored } from "./ignore.ts";
import { prepareFolder } from "./prepare-folder.ts";
import { SettlingQueue } from "./settling-queue.ts";
import { Sweep } from "./sweep.ts";

export interface FolderSettings {
  /** Made when it is missing. */
  readonly folder: string;
  readonly log: Log;
  /** How long a file must stay as it is before it counts as whole, in milliseconds; 1,000 when left out. */
  readonly settleMs?: number;
  /** Looks at the files again and again instead of being told: for network shares. */
  readonly usePolling?: boolean;
  /** How many files are read and handled at once; 4 when left out. */
  readonly concurrency?: number;
  /** Larger files are reported as unreadable, without reading them; 64 MB when left out. */
  readonly maxBytes?: number;
  /**
   * Takes a file in. A file that changes is reported again, and so is one whose content is the same
   * as before: the caller knows by `contentHash`. When it rejects, the file is tried again later.
   */
  onFile(file: SettledFile): Promise<void>;
  /** Is told of a file that cannot be read: `path` as in `SettledFile`, `reason` a sentence that names the mend. */
  onUnreadable(path: string, reason: string): Promise<void>;
}

export interface FolderWatch {
  /** Absolute, with links followed. */
  readonly folder: string;
  /** It was missing and has been made. */
  readonly created: boolean;
  /** How many files were there at the start, once they have been counted. */
  readonly found: Promise<number>;
  /** Resolves when each of them has been handled, reported as unreadable, or is gone. */
  readonly caughtUp: Promise<void>;
  /** Stops watching, waits for the handlers under way, and calls none after that. */
  close(): Promise<void>;
}

const POLLING_INTERVAL = 500;

/**
 * Watches a folder and those in it, and reports each file once it has stopped growing; the files that
 * are there at the start too. Dot files, unfinished files (`.part`, `.tmp`, `~`) and whatever is no
 * file are passed over. A folder that vanishes and comes back is watched on.
 *
 * @throws {FolderError} when the path is no folder, or may not be made or entered
 */
export async function watchFolder(settings: FolderSettings): Promise<FolderWatch> {
  const { folder, created } = await prepareFolder(settings.folder);
  const queue = new SettlingQueue(folder, settings);
  const sweep = new Sweep(folder, queue);
  const found = Promise.withResolvers<number>();
  let watcher = open(settings.usePolling ?? false);
  let closing = false;

  function open(usePolling: boolean): FSWatcher {
    const opened = watchTree(folder, {
      followSymlinks: false,
      ignored: (path) => isIgnored(pathBelow(folder, path)),
      ...(usePolling ? { backend: "polling" as const, pollingInterval: POLLING_INTERVAL } : {}),
    });
    let starting = true;
    let count = 0;
    opened.on("add", (path, stats) => {
      const isFile = stats === undefined || stats.isFile() || stats.isSymbolicLink();
      if (!isFile) return;
      if (starting) count += 1;
      queue.touch(path, starting);
    });
    opened.on("change", (path) => queue.touch(path, false));
    opened.on("unlink", (path) => queue.forget(path));
    opened.on("all", () => {
      if (!starting) sweep.noteEvent();
    });
    opened.on("ready", () => {
      starting = false;
      found.resolve(count);
      queue.startIsOver();
    });
    opened.on("error", (error) => onError(error, usePolling));
    return opened;
  }

  function onError(error: unknown, usePolling: boolean): void {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if ((code === "ENOSPC" || code === "EMFILE") && !usePolling && !closing) {
      // The system allows no more watches: looking again and again needs none.
      settings.log.warn("folder.polls-instead", { folder, code });
      const old = watcher;
      watcher = open(true);
      void old.close();
      return;
    }
    queue.report(error);
  }

  return {
    folder,
    created,
    found: found.promise,
    caughtUp: queue.caughtUp,
    async close() {
      closing = true;
      await Promise.all([watcher.close(), sweep.close(), queue.close()]);
      found.resolve(0);
    },
  };
}
