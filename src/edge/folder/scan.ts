import { setImmediate as nextTurn } from "node:timers/promises";
import { Absences } from "#desk/source/absences.ts";
import { Register } from "#desk/source/register.ts";
import { SettlingQueue } from "#desk/source/settling-queue.ts";
import type { Scanning } from "#desk/source/watching.ts";
import { folderHome } from "./home.ts";
import { pathBelow } from "./path-below.ts";
import { prepareFolder } from "./prepare-folder.ts";
import type { FolderSettings } from "./settings.ts";
import { folderShelf } from "./shelf.ts";
import { Sweep } from "./sweep.ts";

export interface FolderScan extends Scanning {
  /** As in `FolderWatch`. */
  readonly folder: string;
}

const GROWING = "Somebody keeps writing to it; it is read once that ends.";

/**
 * Looks through a folder once, in the order of the paths, by the rules of `watchFolder`. Resolves once
 * the files are counted. A file that somebody writes to is waited
 * for, and one that grows on and on is reported as unreadable.
 *
 * @throws {FolderError} when the path is no folder, or may not be made or entered
 */
export async function scanFolder(settings: FolderSettings): Promise<FolderScan> {
  const { folder, created } = await prepareFolder(settings.folder);
  const register = new Register(settings);
  const queue = new SettlingQueue(folderShelf(folder, settings), settings, register);
  const absences = new Absences(folderHome(folder), settings, register, () => false);
  const onReplaced = () => undefined;
  const sweep = new Sweep({ folder, settings, register, queue, absences, onReplaced });
  const close = async () => {
    await Promise.all([sweep.close(), absences.close(), queue.close()]);
  };
  await absences.begin();
  const found = await sweep.first();
  const finish = async () => {
    // Whoever waits for the count hears of it before the first file comes.
    await nextTurn();
    queue.startIsOver();
    await queue.caughtUp;
    for (const file of queue.growing())
      await settings.onUnreadable(pathBelow(folder, file), GROWING);
    absences.suspectKnown();
    await absences.decide();
    await close();
  };
  return { folder, created, found, done: finish(), close };
}
