import type { TextKind } from "#core/text/kind.ts";

/** Kinds whose writer or sender owns what they say, where the text is signed. */
const SIGNED: ReadonlySet<TextKind> = new Set(["opinion", "release"]);
const LABEL = /^(?:by|source:?|about)\s+/i;
const LAST_LINES = 8;

/** Says whether a line of a text signs it with a name: that line is nothing else, or tells at the end who that is. */
export function isSignedBy(body: string, kind: TextKind, name: string): boolean {
  if (!SIGNED.has(kind)) return false;
  const lines = body.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
  const last = lines.slice(-LAST_LINES);
  return (
    lines.some((line) => line.replace(LABEL, "") === name) ||
    last.some((line) => line.startsWith(`${name} `) || line.startsWith(`${name}, `))
  );
}
