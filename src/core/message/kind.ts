import type { TextKind } from "#core/text/kind.ts";

/** What stands before a headline, where readers would else take the text for a report. */
const NAMES: Readonly<Partial<Record<TextKind, string>>> = {
  opinion: "Opinion",
  interview: "Interview",
  live: "Live",
  results: "Results",
  "round-up": "Round-up",
  advice: "Advice",
  release: "Press release",
  transcript: "Transcript",
};

/** The name of a text's kind for readers; `null` for reports and lists, and for briefs that were stored before kinds were told. */
export function kindName(kind: TextKind | undefined): string | null {
  return (kind === undefined ? undefined : NAMES[kind]) ?? null;
}

/** The marks before a headline with that of its kind, unless the section says the same: "Opinion · …". */
export function withKind(mark: string, kind: TextKind | undefined): string {
  const name = kindName(kind);
  const parts = mark === "" ? [] : mark.split(" · ");
  const said = parts.some((part) => part.toLowerCase().startsWith(name?.toLowerCase() ?? " "));
  return (name === null || said ? parts : [...parts, name]).join(" · ");
}
