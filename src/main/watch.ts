import type { Log, Watch, WatchHandlers } from "#desk/port.ts";
import type { Env } from "#edge/config/env.ts";
import { type FolderWatch, watchFolder } from "#edge/folder/watch.ts";

/** The watched folder of the environment, as the desk's port. */
export function watchOf(env: Env, log: Log): Watch {
  let watch: FolderWatch | null = null;
  const start = async (handlers: WatchHandlers) => {
    watch = await watchFolder({
      folder: env.COPYDESK_ARTICLES,
      usePolling: env.COPYDESK_POLLING === "yes",
      log,
      onFile: (file) => handlers.onFile(file),
      onUnreadable: (path, reason) => handlers.onUnreadable(path, reason),
    });
    handlers.onFound(await watch.found, watch.created);
    await watch.caughtUp;
  };
  const stop = async () => {
    await watch?.close();
    watch = null;
  };
  return {
    start,
    stop,
    async scan(handlers) {
      await start(handlers);
      await stop();
    },
  };
}
