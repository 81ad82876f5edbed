import { readHeadlineMarks } from "./headline-mark.ts";

/** Words for a number in "First Lead", "3rd Ld-Writethru". */
const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");

// Reads: 2, 02, v3, version 4, 2.0, urn:newsml:harbour.example:20250509:flood:3, …:3U, …;version=12
const COUNT = /(?:^|[\s:;/_=v#-])(?<count>\d{1,15})(?:\.0+|[NUA])?$/i;
// Reads: 20250509T101500Z, 2025-05-09T10:15:00+00:00, as some agencies count their versions
const STAMP =
  /^(?<date>\d{4}-?\d{2}-?\d{2})[T ](?<time>\d{2}:?\d{2}(?::?\d{2})?)(?:\.\d{1,3})?(?:Z|[+-]00:?00)?$/i;
// Reads: 1st Ld-Writethru, 2nd Lead, 10th Ld
const NTH_LEAD = /\b(?<count>\d{1,2})(?:st|nd|rd|th)[\s-](?:ld|lead)\b/i;
const NAMED_LEAD = new RegExp(`\\b(?<name>${ORDINALS.join("|")})[\\s-](?:ld|lead)\\b`, "iu");
// Reads: UPDATE 2, CORRECTED-UPDATE 3-, WRAPUP 1, (UPDATE 1)
const UPDATE = /\b(?:update|wrapup|wrap|recasts?)[\s-](?<count>\d{1,2})\b/i;
/** Longer, it is no count of versions. */
const LONGEST = 400;

/**
 * Reads a publisher's count of revisions: `2`, the last part of `urn:…:3`, `1st Ld-Writethru`,
 * `UPDATE 2`. `null` for what counts nothing, such as `1.2` and `final`.
 */
export function readVersion(text: string): number | null {
  const said = text.trim().slice(0, LONGEST);
  const stamp = STAMP.exec(said)?.groups;
  if (stamp?.date !== undefined && stamp.time !== undefined) {
    const time = stamp.time.replaceAll(":", "").padEnd(6, "0");
    return Number(`${stamp.date.replaceAll("-", "")}${time}`);
  }
  const count = COUNT.exec(said)?.groups?.count;
  return count === undefined || /\d\.\d+$/u.test(said.replace(/\.0+$/u, ""))
    ? readStep(said)
    : Number(count);
}

/** The step that the marks of a headline or a slug name: `UPDATE 2-Harbour closes`, `BC-Harbour, 1st Ld`; `null` where they name none. */
export function stepIn(text: string | null): number | null {
  for (const { kind, mark } of readHeadlineMarks(text ?? "").signs) {
    const step = kind === "update" || kind === "write-through" ? readStep(mark) : null;
    if (step !== null) return step;
  }
  return null;
}

function readStep(said: string): number | null {
  const count = (NTH_LEAD.exec(said) ?? UPDATE.exec(said))?.groups?.count;
  if (count !== undefined) return Number(count);
  const name = NAMED_LEAD.exec(said)?.groups?.name?.toLowerCase();
  return name === undefined ? null : ORDINALS.indexOf(name) + 1;
}
