import { stat } from "node:fs/promises";
import type { Home } from "#desk/port/shelf.ts";
import { Listing } from "./listing.ts";

/** The watched folder: it is the same while its device and inode are, and what its listings lack is gone. */
export function folderHome(folder: string): Home {
  return {
    identity: () => identityOf(folder),
    provesItself: true,
    async absentOf(paths) {
      const listing = new Listing(folder);
      const absent: string[] = [];
      for (const path of paths) if ((await listing.find(path)) === "gone") absent.push(path);
      return absent;
    },
  };
}

/** Changes when another folder takes this one's place, a mount among them; `null` while there is none. */
export async function identityOf(folder: string): Promise<string | null> {
  try {
    const { dev, ino } = await stat(folder);
    return `${dev} ${ino}`;
  } catch {
    // Missing, or a share that does not answer: no folder to tell apart.
    return null;
  }
}
