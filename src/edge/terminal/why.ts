import { resolve, sep } from "node:path";
import type { LedgerEntry } from "#desk/port.ts";
import type { Output } from "./output.ts";
import { printable } from "./wrap.ts";

/** `why FILE`: what became of it, stage by stage. Exit code 1 when it was never seen. */
export async function printWhy(
  out: Output,
  folder: string,
  file: string,
  history: (path: string) => Promise<readonly LedgerEntry[]>,
  json: boolean,
): Promise<number> {
  const path = pathInFolder(folder, file);
  const entries = await history(path);
  if (entries.length === 0) {
    out.complain(`${path} was never seen in ${folder}: nothing is known of it.`);
    return 1;
  }
  for (const { at, stage, rule, contentHash } of entries) {
    const when = new Date(at).toISOString();
    if (json) out.line(JSON.stringify({ at: when, stage, rule, contentHash }));
    else {
      const time = out.style("dim", when.replace("T", " ").slice(0, 19));
      out.line(`${time}  ${out.style("bold", stage.padEnd(11))}  ${printable(rule)}`);
    }
  }
  return 0;
}

/** Takes a path as the shell completes it (`articles/x.txt`) or as the folder knows it (`x.txt`). */
function pathInFolder(folder: string, file: string): string {
  const root = `${resolve(folder)}${sep}`;
  const full = resolve(file);
  const inside = full.startsWith(root) ? full.slice(root.length) : file;
  return inside.split(sep).join("/").normalize("NFC");
}
