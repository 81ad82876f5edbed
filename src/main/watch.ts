import type { Watch, WatchHandlers } from "#desk/port/watch.ts";
import type { Scanning, Watching } from "#desk/source/watching.ts";

/** Whatever looks where copy lies. */
export interface Lookout {
  watch(handlers: WatchHandlers): Promise<Watching>;
  scan(handlers: WatchHandlers): Promise<Scanning>;
}

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
    async stop() {
      stopped = true;
      await current?.close();
      current = null;
    },
  };
}
