import type { Output } from "./output.ts";
import { type Progress, progressBar } from "./progress.ts";

const LABELS = { copy: "Copying ", index: "Indexing", compare: "Checking" } as const;

/** Bars that show how far a move or a backup is, one after the other. */
export function moveBars(out: Output) {
  let bar: Progress | null = null;
  return {
    begins(phase: keyof typeof LABELS, rows: number) {
      bar = progressBar(rows, LABELS[phase], out.interactive);
    },
    came: (rows: number) => bar?.step(rows),
    ends: () => bar?.done(),
  };
}

/** What was moved, as people know it. */
interface Moved {
  readonly from: string;
  readonly to: string;
  readonly counts: ReadonlyMap<string, number>;
}

const thousands = (count: number) => count.toLocaleString("en-GB");

/** `move`: how many rows of which tables, and what to set now. */
export function printMoved(out: Output, { from, to, counts }: Moved, way: "there" | "back"): void {
  const filled = [...counts].filter(([, count]) => count > 0).toSorted();
  const width = Math.max(0, ...filled.map(([table]) => table.length));
  for (const [table, count] of filled) {
    out.line(`  ${table.padEnd(width)}  ${thousands(count)}`);
  }
  const all = filled.reduce((sum, [, count]) => sum + count, 0);
  out.line(out.style("bold", `${thousands(all)} rows moved, each compared with what it was.`));
  out.line(`From ${from}`);
  out.line(`To   ${to}`);
  if (way === "there") {
    out.line("Now set DATABASE_URL in .env to the address that you gave, and start.");
  } else {
    out.line("Now take DATABASE_URL out of .env, and start.");
  }
  out.line(
    "What was moved stays as it is, as a backup. Start nothing on it: what it has not heard of it would post again.",
  );
}
