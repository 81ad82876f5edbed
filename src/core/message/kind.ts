import type { TextKind } from "#core/text/kind.ts";

/** What stands before a headline, where readers would else take the text for a report. */
const NAMES: Readonly<Partial<Record<TextKind, string>>> = {
  opinion: "Opinion",
  interview: "Interview",
  live: "Live",
  results: "Results",
  list: "List",
  "round-up": "Round-up",
  advice: "Advice",
  release: "Press release",
  transcript: "Transcript",
};

/** The name of a text's kind for readers; `null` for reports, and for briefs that were stored before kinds were told. */
function kindName(kind: TextKind | undefined): string | null {
  return (kind === undefined ? undefined : NAMES[kind]) ?? null;
}

// "Opinion: The ferry must stay", "Transcript of the briefing", "Storm on the coast – live"
const saysItself = (headline: string, name: string): boolean =>
  new RegExp(
    `^${name}s?(?:\\s*[:|–—]|\\s-\\s|\\s(?:of|with|by)\\s)|[|:–—-]\\s*${name}$`,
    "iu",
  ).test(headline);

/** The marks before a headline with that of its kind, unless the section or the headline says the same: "Opinion · …". */
export function withKind(mark: string, kind: TextKind | undefined, headline = ""): string {
  const name = kindName(kind);
  const parts = mark === "" ? [] : mark.split(" · ");
  const said = parts.some((part) => part.toLowerCase().startsWith(name?.toLowerCase() ?? " "));
  return (name === null || said || saysItself(headline, name) ? parts : [...parts, name]).join(
    " · ",
  );
}
