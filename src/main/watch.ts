import type { Log } from "#desk/port/log.ts";
import type { Watch, WatchHandlers } from "#desk/port/watch.ts";
import type { Env } from "#edge/config/env.ts";
import { type FolderScan, scanFolder } from "#edge/folder/scan.ts";
import type { FolderSettings } from "#edge/folder/settings.ts";
import { type FolderWatch, watchFolder } from "#edge/folder/watch.ts";
import { contentHash } from "./identity.ts";

/**
 * The watched folder of the environment, as the desk's port.
 * @param concurrency how many files are handed over at once
 */
export function watchOf(env: Env, log: Log, concurrency: number): Watch {
  let current: FolderWatch | FolderScan | null = null;
  let watching: FolderWatch | null = null;
  let stopped = false;
  const settingsFor = (handlers: WatchHandlers): FolderSettings => ({
    folder: env.COPYDESK_ARTICLES,
    usePolling: env.COPYDESK_POLLING === "yes",
    ...{ log, concurrency, hash: contentHash },
    onFile: (file) => handlers.onFile(file),
    onUnreadable: (path, reason) => handlers.onUnreadable(path, reason),
    onGone: (path) => handlers.onGone(path),
    known: (path) => handlers.known(path),
    knownPaths: () => handlers.knownPaths(),
  });
  return {
    async start(handlers) {
      const watch = await watchFolder(settingsFor(handlers));
      current = watch;
      watching = watch;
      if (stopped) return watch.close();
      handlers.onFound(await watch.found, watch.created);
      await watch.caughtUp;
    },
    async scan(handlers) {
      const scan = await scanFolder(settingsFor(handlers));
      current = scan;
      if (stopped) return scan.close();
      handlers.onFound(scan.found, scan.created);
      await scan.done;
    },
    again: (path) => watching?.again(path),
    async stop() {
      stopped = true;
      await current?.close();
      current = null;
    },
  };
}
