import { moveStore } from "#edge/store/move/move.ts";
import { moveBars, printMoved } from "#edge/terminal/move.ts";
import type { MoveOptions } from "#edge/terminal/program.ts";
import { DONE, out, readEnv } from "./setting.ts";

/** `move`: the embedded store into PostgreSQL, or back. */
export async function move(options: MoveOptions): Promise<number> {
  const { COPYDESK_DATA: folder } = readEnv();
  const [url, way] =
    "to" in options ? ([options.to, "there"] as const) : ([options.from, "back"] as const);
  const moved = await moveStore({ folder, url, way }, moveBars(out));
  printMoved(out, moved, way);
  return DONE;
}
