// node tests/eval/changes/lines.ts FILE.jsonl          what editions would print of the stories of a set
// node tests/eval/changes/lines.ts FILE.jsonl --half tuning|held    of half of them
//   --json                                             the same for programs
// A line of the set is {"id","story","date","title","text","source"?,"url"?}; its groups are taken as they are.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { changesBetween, sayChange } from "#core/change/changes.ts";
import type { StoryChange } from "#core/change/difference.ts";
import { disagreements, sayDisagreement } from "#core/change/disagreement.ts";
import { type Filing, filedAt } from "#core/change/filing.ts";
import { plainCopy } from "#edge/format/plain.ts";
import { filingOf } from "#tests/core/story/filing.ts";
import { halfOf } from "./half.ts";

const WINDOW = 4 * 86_400_000;
const Report = z.object({
  ...{ id: z.string(), story: z.string(), date: z.string(), text: z.string() },
  ...{ title: z.string().nullish(), source: z.string().nullish(), url: z.string().nullish() },
});
type Report = z.infer<typeof Report>;

/** A line, with the sentences that it was drawn from. */
interface Line {
  readonly story: string;
  readonly kind: StoryChange["kind"] | "differ";
  readonly line: string;
  readonly before: readonly string[];
  readonly after: string;
  readonly of: string;
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { half: { type: "string" }, json: { type: "boolean", default: false } },
});

function readReports(file: string): readonly Report[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => Report.parse(JSON.parse(line)));
}

/** Who published it; where the set keeps the address alone, the site that it names. */
function sourceOf({ source, url, id }: Report): string {
  const sites = (url ?? "").match(/(?<=\/\/)[^/]+/gu);
  return source ?? sites?.at(-1)?.replace(/^www\./u, "") ?? `source of ${id}`;
}

function fileReport(report: Report): Filing {
  const { title, body } = plainCopy(report.text, report.title ?? null);
  return filingOf({ id: report.id, source: sourceOf(report), at: report.date, title, body });
}

function beforeOf(change: StoryChange): readonly string[] {
  if (change.kind === "figure") return [change.before.proof.text];
  return change.kind === "fact" && change.before !== null ? [change.before.text] : [];
}

function linesOf(story: string, reports: readonly Report[]): readonly Line[] {
  const filings = reports
    .map(fileReport)
    .toSorted((a, b) => filedAt(a.article) - filedAt(b.article));
  const lines: Line[] = [];
  const told = new Set<string>();
  filings.forEach((after, index) => {
    const known = filings.slice(0, index);
    // A report joins its story by one that is near; what was told before stays told.
    const near = known.some(({ article }) => filedAt(after.article) - filedAt(article) <= WINDOW);
    if (!near) return;
    for (const change of changesBetween(known, after)) {
      const isFigure = change.kind === "figure";
      lines.push({
        ...{ story, kind: change.kind, line: sayChange(change), of: after.article.id },
        before: beforeOf(change),
        after: isFigure ? change.after.proof.text : change.after.text,
      });
    }
    for (const differ of disagreements([...known, after])) {
      const line = sayDisagreement(differ);
      if (told.has(line)) continue;
      told.add(line);
      const proofs = differ.statements.map(({ proof }) => proof.text);
      lines.push({
        ...{ story, kind: "differ", line, of: after.article.id },
        ...{ before: proofs.slice(1), after: proofs[0] ?? "" },
      });
    }
  });
  return lines;
}

for (const file of positionals) {
  const stories = Map.groupBy(readReports(file), ({ story }) => story);
  for (const [story, reports] of stories) {
    if (reports.length < 2 || (options.half !== undefined && halfOf(story) !== options.half))
      continue;
    for (const line of linesOf(story, reports)) {
      if (options.json) process.stdout.write(`${JSON.stringify(line)}\n`);
      else {
        const proofs = [...line.before.map((text) => `   was: ${text}`), `   now: ${line.after}`];
        process.stdout.write(`${[`${story} ${line.kind}: ${line.line}`, ...proofs].join("\n")}\n`);
      }
    }
  }
}
