import type { FileLog } from "#edge/log/log.ts";
import type { Store } from "#edge/store/store.ts";
import { intakeOf, storyDeskOf } from "./desks.ts";
import { prepareAside } from "./prepare-aside.ts";
import { out, type Setting } from "./setting.ts";
import { sourceOf } from "./source.ts";

/**
 * Takes in what lies in the folder or bucket, once, and places it in its stories; makes no edition of it.
 * @param store whoever asks has the work of it
 * @returns how many files were found
 */
export async function takeInAll(setting: Setting, store: Store, log: FileLog): Promise<number> {
  const aside = prepareAside();
  const source = sourceOf(setting.env);
  const intake = intakeOf(setting, store, aside.prepare, source);
  const stamps = await store.ledger.stamps();
  const complain = (says: string) => out.complain(out.style("red", says));
  const watching = { log, concurrency: 2 * aside.threads, onTrouble: complain, onMended: complain };
  let found = 0;
  await source.watch(watching).scan({
    onFound: (files) => {
      found = files;
    },
    onFile: async (file) => void (await intake.take(file)),
    onUnreadable: async (path, reason) => void (await intake.refuse(path, reason)),
    onGone: async (path) => void (await intake.gone(path)),
    known: (path) => stamps.get(path) ?? null,
    knownPaths: () => stamps.keys(),
  });
  await storyDeskOf(store, aside.sign).placeAll();
  await aside.close();
  return found;
}
