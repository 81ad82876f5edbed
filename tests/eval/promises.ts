import type { Brief, Draft, WriteBrief } from "#core/brief/brief.ts";
import { proveBrief } from "#core/brief/proof.ts";
import type { Range } from "#core/text/text.ts";

/** White space before a body moves what is found in it, and changes nothing else. */
const MOVED = "\n\n";

/** What a first draft broke, so that the brief is but headline and lede; for people. */
export function firstFaults(draft: Draft, writeBrief: WriteBrief): string[] {
  return (writeBrief(draft).faults ?? []).map(({ kind, text }) => `given up, ${kind}: ${text}`);
}

/** What a brief breaks of what every brief is promised to be, for people; empty where it keeps all. */
export function brokenPromises(draft: Draft, writeBrief: WriteBrief): string[] {
  const brief = writeBrief(draft);
  return [
    ...proveBrief(brief, draft).map(({ kind, text }) => `${kind}: ${text}`),
    ...unsteady(draft, brief, writeBrief),
  ];
}

/** The same article gives the same brief, wherever in its file it starts. */
function unsteady(draft: Draft, brief: Brief, writeBrief: WriteBrief): string[] {
  const faults: string[] = [];
  if (JSON.stringify(writeBrief(draft)) !== JSON.stringify(brief)) faults.push("is another brief");
  const moved = writeBrief({ ...draft, body: `${MOVED}${draft.body}` });
  const found = (items: readonly (Range & { readonly text: string })[], by: number) =>
    items.map(({ text, start, end }) => `${start + by}-${end + by} ${text}`).join("\n");
  const same =
    found(moved.facts, 0) === found(brief.facts, MOVED.length) &&
    found(moved.quotes, 0) === found(brief.quotes, MOVED.length) &&
    moved.headline === brief.headline;
  return same ? faults : [...faults, "is another brief of the same body moved"];
}
