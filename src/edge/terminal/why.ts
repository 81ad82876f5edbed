import type { LedgerEntry } from "#desk/port.ts";
import type { Output } from "./output.ts";
import { pathInFolder } from "./path.ts";
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
  for (const { at, stage, rule, contentHash, path: own } of entries) {
    const when = new Date(at).toISOString();
    const part = own === path ? "" : own.slice(path.length + 1);
    if (json) out.line(JSON.stringify({ at: when, stage, rule, contentHash, part }));
    else {
      const time = out.style("dim", when.replace("T", " ").slice(0, 19));
      const of = part === "" ? "" : `${printable(part)}: `;
      out.line(`${time}  ${out.style("bold", stage.padEnd(11))}  ${of}${printable(rule)}`);
    }
  }
  return 0;
}
