import { sayDisagreement } from "#core/change/disagreement.ts";
import { sourceOf } from "#core/change/filing.ts";
import { type StoryShown, sayStory } from "#core/reply/story-answer.ts";
import type { LedgerEntry } from "#desk/port/ledger.ts";
import type { Place } from "#desk/source/place.ts";
import type { Output } from "./output.ts";
import { pathInPlace, placeTitle } from "./path.ts";
import { printable } from "./wrap.ts";

/** Where its article is told, and with whom. */
export function sayStoryOf(out: Output, story: StoryShown): void {
  out.line(`${out.style("bold", "Story")}  ${printable(sayStory(story))}`);
  for (const { article, brief } of story.others) {
    const source = sourceOf(article);
    const said = [brief.headline, source, article.path].filter((part) => part !== null);
    out.line(`  ${said.map(printable).join(" · ")}`);
  }
  for (const one of story.disagreements) {
    out.line(`  Sources differ: ${printable(sayDisagreement(one))}`);
  }
}

/** What is asked about a file. */
export interface WhyParts {
  readonly history: (path: string) => Promise<readonly LedgerEntry[]>;
  /** By which the way of a path is found in the log, where it became no article. */
  readonly traceOf: (path: string) => string;
  /** The log's file, for people. */
  readonly log: string;
}

/** `why FILE`: what became of it, stage by stage, and where its way stands in the log. Exit code 1 when it was never seen. */
export async function printWhy(
  out: Output,
  place: Place,
  file: string,
  { history, traceOf, log }: WhyParts,
  json: boolean,
): Promise<number> {
  const path = pathInPlace(place, file);
  const entries = await history(path);
  if (entries.length === 0) {
    out.complain(`${path} was never seen in ${placeTitle(place)}: nothing is known of it.`);
    return 1;
  }
  const traces = new Set<string>();
  for (const { at, stage, rule, contentHash, path: own, articleId } of entries) {
    const trace = articleId ?? traceOf(own);
    traces.add(trace);
    const when = new Date(at).toISOString();
    const part = own === path ? "" : own.slice(path.length + 1);
    if (json) out.line(JSON.stringify({ at: when, stage, rule, contentHash, part, trace }));
    else {
      const time = out.style("dim", when.replace("T", " ").slice(0, 19));
      const of = part === "" ? "" : `${printable(part)}: `;
      out.line(`${time}  ${out.style("bold", stage.padEnd(11))}  ${of}${printable(rule)}`);
    }
  }
  const label = traces.size === 1 ? "Trace" : "Traces";
  if (!json)
    out.line(`${out.style("bold", label)}  ${[...traces].join(", ")} (in ${printable(log)})`);
  return 0;
}
