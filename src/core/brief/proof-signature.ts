import type { TextKind } from "#core/text/kind.ts";
import { UNNAMED } from "./brief.ts";

/** Kinds whose writer or sender owns what they say, where the text is signed. */
const SIGNED: ReadonlySet<TextKind> = new Set(["opinion", "advice", "list", "release"]);
const LABEL = /^(?:[a-z[]{1,9} )*(?:by:?|source:?|about|signed)\W+/i;
/** A list's item, a dash or a title of address before the name of who signs. */
const BEFORE = /^[\s•*–—-]+|^(?:Prof|Dr|Rev|Mr|Ms|Mrs|Hon|Sir|Dame)\.? /gu;
const TOP_LINES = 6;
const LAST_LINES = 8;

/** As much of a copy as may bear a signature. */
interface Copy {
  readonly title: string | null;
  readonly body: string;
  readonly kind: TextKind;
}

/** Says whether a text is somebody's: it signs with their name, or is an opinion that nobody signs. */
export function isSignedBy({ title, body, kind }: Copy, name: string): boolean {
  if (!SIGNED.has(kind)) return false;
  if (kind !== "release" && (name === UNNAMED.view || name === UNNAMED.leader)) return true;
  const lines = body.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
  const ends = [...lines.slice(0, TOP_LINES).map(headOf), ...lines.slice(-LAST_LINES)];
  return (
    isInTitle(title ?? "", name) ||
    lines.some((line) => line.replace(LABEL, "") === name) ||
    ends.some((line) => opensWith(line.replace(BEFORE, "").replace(BEFORE, ""), name))
  );
}

/** "Ann Field: The last boat", "The last boat, By Ann Field" */
function isInTitle(title: string, name: string): boolean {
  return title.replace(BEFORE, "").startsWith(`${name}: `) || title.endsWith(` ${name}`);
}

/** Of a line at the top its first part: "Ann Field | Contributing writer", "By Ann Field; Arden" */
function headOf(line: string): string {
  return /^(?<head>[^|;,]{1,60})(?: \||[;,])/u.exec(line)?.groups?.head ?? "";
}

/** A line that begins with a name, or with a word that says who wrote it and the name. */
function opensWith(line: string, name: string): boolean {
  const own = line.replace(LABEL, "");
  return [line, own].some(
    (one) => one === name || (/^[\s,.;|(]/u.test(one.slice(name.length)) && one.startsWith(name)),
  );
}
