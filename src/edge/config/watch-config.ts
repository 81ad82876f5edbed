import { basename, dirname, resolve } from "node:path";
import { watch } from "chokidar";

/**
 * Reports that something happened to the config file. Its folder is watched, since editors put a new file in the place of the
 * old one; where a disk tells of nothing, such as one of another machine, whoever looks now and then finds the same.
 * @returns what ends it
 */
export function watchConfig(
  file: string,
  onEvent: () => void,
  onError: (error: unknown) => void,
): () => Promise<void> {
  const path = resolve(file);
  const folder = dirname(path);
  const watcher = watch(folder, {
    ...{ depth: 0, ignoreInitial: true, persistent: false },
    // Of what else lies in the folder nothing is asked.
    ignored: (other) => resolve(other) !== folder && basename(other) !== basename(path),
  });
  watcher.on("all", onEvent);
  watcher.on("error", onError);
  return () => watcher.close();
}
