import { resolve } from "node:path";
import { backUp } from "#edge/store/backup/backup.ts";
import { printBackedUp } from "#edge/terminal/backup.ts";
import { moveBars } from "#edge/terminal/move.ts";
import packageInfo from "../../package.json" with { type: "json" };
import { clock, DONE, out, readEnv } from "./setting.ts";

/** `backup FILE`: the store in one file, as it is at one moment, whoever works with it. */
export async function backup(
  file: string,
  { replace }: { readonly replace: boolean },
): Promise<number> {
  const { COPYDESK_DATA: folder, DATABASE_URL: url } = readEnv();
  const made = await backUp(
    {
      ...{ folder, url, replace },
      file: resolve(file),
      program: packageInfo.version,
      now: clock.now,
    },
    moveBars(out),
  );
  printBackedUp(out, made);
  return DONE;
}
