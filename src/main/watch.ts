import type { WaitingFiles, Watch, WatchHandlers } from "#desk/port/watch.ts";
import type { Scanning, Watching } from "#desk/source/watching.ts";

/** Whatever looks where copy lies. */
export interface Lookout {
  watch(handlers: WatchHandlers): Promise<Watching>;
  scan(handlers: WatchHandlers): Promise<Scanning>;
}

const NONE_WAITING: WaitingFiles = { files: 0, longest: 0 };

/** A lookout as the desk's port. */
export function watchOver(lookout: Lookout): Watch {
  let current: Pick<Watching, "close"> | null = null;
  let watching: Watching | null = null;
  let stopped = false;
  return {
    async start(handlers) {
      const watch = await lookout.watch(handlers);
      current = watch;
      watching = watch;
      if (stopped) return watch.close();
      handlers.onFound(await watch.found, watch.created);
      await watch.caughtUp;
    },
    async scan(handlers) {
      const scan = await lookout.scan(handlers);
      current = scan;
      if (stopped) return scan.close();
      handlers.onFound(scan.found, scan.created);
      await scan.done;
    },
    again: (path) => watching?.again(path),
    waiting: () => watching?.waiting() ?? NONE_WAITING,
    async stop() {
      stopped = true;
      await current?.close();
      current = null;
    },
  };
}
