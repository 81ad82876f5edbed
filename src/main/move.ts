import { existsSync } from "node:fs";
import { shownAddress } from "#edge/store/address.ts";
import { moveStore } from "#edge/store/move/move.ts";
import { fileIn, openStore, type StoreOptions } from "#edge/store/store.ts";
import { moveBars, printMoved } from "#edge/terminal/move.ts";
import type { MoveOptions } from "#edge/terminal/program.ts";
import { atTheTerminal, clock, DONE, out, readEnv } from "./setting.ts";

/**
 * The order stands in the audit of what is moved, and so of what it becomes: an order more than once is there once, so that
 * a move whose last answer was lost finds both the same.
 */
async function noteMove(from: StoreOptions, to: string): Promise<void> {
  const store = await openStore(from);
  const did = `ordered the store to be moved to ${to}`;
  await store.orders.note({ at: clock.now(), ...atTheTerminal(), did, key: `moved to ${to}` });
  await store.close();
}

/** `move`: the embedded store into PostgreSQL, or back. */
export async function move(options: MoveOptions): Promise<number> {
  const { COPYDESK_DATA: folder } = readEnv();
  const [url, way] =
    "to" in options ? ([options.to, "there"] as const) : ([options.from, "back"] as const);
  const isThere = way === "back" || existsSync(fileIn(folder));
  if (isThere) {
    const [from, to] =
      way === "there"
        ? ([{ folder }, shownAddress(url)] as const)
        : ([{ folder, url }, fileIn(folder)] as const);
    await noteMove(from, to);
  }
  const moved = await moveStore({ folder, url, way }, moveBars(out));
  printMoved(out, moved, way);
  return DONE;
}
