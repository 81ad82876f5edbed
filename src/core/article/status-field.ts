import { readDeskNotice } from "./desk-notice.ts";
import { readHeadlineMarks } from "./headline-mark.ts";
import type { Sign, SignKind } from "./sign.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u));

/**
 * IPTC's `pubStatus` and NITF's `management-status` know usable, withheld (embargoed) and canceled;
 * the other words are those of content systems and feeds.
 */
const USABLE = words(
  `usable public publish published live released release final approved active ok ready open online available new
  normal current cleared complete completed done posted signed-off original none clean`,
);
const KILLED = words(
  "canceled cancelled killed kill withdrawn retracted spiked deleted removed void obsolete recalled unpublished",
);
const WITHHELD = words(
  `withheld withhold hold held on-hold draft auto-draft pending private future scheduled review in-review in-progress incomplete
  unapproved embargo embargoed blocked suspended test trash`,
);
const CORRECTED = words("corrected correction corrects refile");
const UPDATED = words("updated update revised revision");

/** Reads the field that says what may be done with copy, alone or with its vocabulary: `stat:canceled`, `Usable`. */
export function readStatusField(stated: string | null): readonly Sign[] {
  const text = stated?.trim() ?? "";
  if (text === "") return [];
  const kind = codeKind(text);
  if (kind !== "unknown") return kind === null ? [] : [{ kind, text, mark: text }];
  const found = readDeskNotice(text.replace(/^\W*(?:eds?|editors?|note)\s*[:–—-]\s*/i, ""));
  if (found !== null) return [{ ...found, text: found.mark }];
  const marks = readHeadlineMarks(text).signs;
  if (marks.length > 0) return marks;
  // "For global distribution" is a message; "stat:frozen" is a status that nobody here knows.
  return /\s/u.test(text) ? [] : [{ kind: "doubt", text: `The status “${text}”`, mark: text }];
}

/** Says whether the field names an embargo, or a date to come, whose moment stands elsewhere. */
export function isEmbargoedStatus(stated: string | null): boolean {
  return /^(?:embargo(?:ed)?|future|scheduled)$/u.test(codeOf(stated ?? ""));
}

/** Says whether a field's value names a state in which copy is not to be shown: `draft`, `future`, `on hold`. */
export function isWithheldCode(value: string): boolean {
  return WITHHELD.has(codeOf(value));
}

/** `null`: usable, and nothing more. */
function codeKind(text: string): SignKind | null | "unknown" {
  const code = codeOf(text);
  if (KILLED.has(code)) return "kill";
  if (isEmbargoedStatus(text)) return null;
  if (WITHHELD.has(code)) return "withhold";
  if (CORRECTED.has(code)) return "correction";
  if (UPDATED.has(code)) return "update";
  return USABLE.has(code) || code === "" ? null : "unknown";
}

// Reads: canceled, stat:canceled, http://cv.iptc.org/newscodes/pubstatusg2/canceled, "On hold"
function codeOf(text: string): string {
  const last =
    text
      .trim()
      .replace(/(?<![/#])[/#]+$/u, "")
      .split(/[:/#]/u)
      .at(-1) ?? "";
  return last
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/gu, "-")
    .replace(/^[\W_]+|[\W_]+$/gu, "");
}
