import { readDeskNotice } from "./desk-notice.ts";
import type { Sign, SignKind } from "./sign.ts";

/** What a headline says of its copy, and the headline without it. */
export interface MarkedHeadline {
  readonly signs: readonly Sign[];
  readonly bare: string;
}

const LONGEST = 400;
/** "CORRECTED-UPDATE 2-BC-…": more marks than these are no marks. */
const MOST_MARKS = 6;

// What parts a mark from its headline: "KILL:", "UPDATE 2-Harbour", "KILL – Harbour", "(KILL) ", or nothing behind it.
const PARTED = "(?=\\s*(?:$|[:/\\])–—]|\\s-{1,2}\\s|-{1,2}\\S|-\\s))";
// A mark in ordinary letters needs a surer sign: "Correction: Harbour story", never "Correction-hit shares".
const PARTED_SURELY = "(?=\\s*(?:$|[:\\])]|\\s[–—-]{1,2}\\s))";
const BEFORE_STORY = "(?=\\s+\\p{Lu}\\p{Ll})";

const FIXED = "CORRECTION|CORRECTED|CORRECTS|CORRECTING|CORREX|CLARIFICATION|CLARIFIES|CLARIFIED";
const REFILED = "RECTIFICATION|REFILE[DS]?|REFILING";
const NEWER = "UPDATED?|UPDATES|WRAP-?UP|WRAP|ROUNDUP|RECASTS?|RECASTING";
const NTH = "(?:\\d{1,2}(?:ST|ND|RD|TH)\\s)";
const WRITE_THROUGH = `(?:${NTH}?(?:LD|LEAD)[\\s-])?WRITE-?(?:THRU|THROUGH)`;
const STORY = "STORY|ITEM|ARTICLE|COPY|REPORT|DISPATCH|ALERT";

type Mark = readonly [pattern: RegExp, kind: SignKind];

/** The surest first. A mark in capitals is the wire's own; the same word in ordinary letters may be news. */
const MARKS: readonly Mark[] = [
  // KILL KILL KILL: as desks shout it.
  [/^KILL(?:[\s!–—-]+KILL)+(?![\p{L}\p{N}])/u, "kill"],
  [/^MANDATORY\s+KILL(?![\p{L}\p{N}])/iu, "kill"],
  [/^KILL\s+(?:NOTICE|ADVISORY)(?![\p{L}\p{N}])/u, "kill"],
  [new RegExp(`^KILL(?:\\s+(?:ALERT|ORDER|${STORY}))?${PARTED}`, "u"), "kill"],
  [new RegExp(`^(?:${STORY})\\s+(?:KILLED|WITHDRAWN|RETRACTED)${PARTED}`, "iu"), "kill"],
  [new RegExp(`^(?:PRESS|NEWS)\\s+(?:RELEASE|NOTE)\\s+WITHDRAWN${PARTED}`, "iu"), "kill"],
  [/^KILLED(?=\s*(?:$|[:–—-]+\s*DO NOT (?:USE|PUBLISH)))/i, "kill"],
  [new RegExp(`^(?:WITHDRAWN|RETRACTED)${PARTED}`, "u"), "kill"],
  [new RegExp(`^(?:KILLED|RETRACTION)${PARTED}`, "u"), "doubt"],
  [new RegExp(`^KILL${BEFORE_STORY}`, "u"), "doubt"],
  [new RegExp(`^Kill${PARTED_SURELY}`, "u"), "doubt"],
  // "Withdrawn: 10p coin" is news; what is withdrawn by the name of copy is a desk's.
  [
    new RegExp(
      `^(?:Withdrawn|Retracted|Retraction)${PARTED_SURELY}(?=[^\\p{L}]*$|.*\\b(?:${STORY})\\b)`,
      "iu",
    ),
    "doubt",
  ],
  [new RegExp(`^(?:WITHHOLD|WITHHELD|HOLD)${PARTED}`, "u"), "withhold"],
  [new RegExp(`^(?:${FIXED}|${REFILED})(?:\\s\\d{1,2})?${PARTED}`, "u"), "correction"],
  [new RegExp(`^(?:CORRECTED|CORRECTS|REFILE)${BEFORE_STORY}`, "u"), "correction"],
  [new RegExp(`^(?:${FIXED}|${REFILED})${PARTED_SURELY}`, "iu"), "correction"],
  [new RegExp(`^${WRITE_THROUGH}(?![\\p{L}\\p{N}])`, "iu"), "write-through"],
  [new RegExp(`^(?:${NEWER}|LEAD)(?:\\s\\d{1,2})?${PARTED}`, "u"), "update"],
  [new RegExp(`^(?:${NEWER})\\s\\d{1,2}${PARTED}`, "iu"), "update"],
  [new RegExp(`^(?:Updated?)${PARTED_SURELY}`, "iu"), "update"],
  [new RegExp(`^${NTH}(?:LD|LEAD)${PARTED}`, "iu"), "update"],
];

// Reads: EDS: …, ADVISORY – …, PRESS NOTE: …, whose rest is from desk to desk
const DESK =
  /^(?:(?:attn|attention)[\s,:–—-]+)?(?:eds?|editors?(?:['’]s?)?(?:\s+notes?)?|notes?\s+to\s+editors?|advisory|press\s+note|media\s+note|service\s+note|attention|attn)\s*(?:[:–—]|\s-\s|-(?=\p{Lu}))\s*/iu;

// Reads: BC-KILL, BC--Harbour
const CYCLE = /^(?:BC|AM|PM)-{1,2}(?=\p{Lu})/u;
const OPENERS = /^[\s*#•·<>«»|[(–—-]+/u;
const CLOSERS = /^[\s:/\])–—*|-]+/u;

// Reads: Harbour closes (CORRECTED), HARBOUR-CLOSES/ (UPDATE 1, PIX, CORRECTED)
const BRACKETED = /(?:\/\s*|(?<!\s)\s*)[([](?<mark>[\p{L}\d ,-]{3,60})[)\]]\s*$/u;
// Reads: Harbour closes – WITHDRAWN, BC-Harbour, CORRECTION
const BEHIND =
  /(?:\s*[([]|,\s*|\s[–—-]{1,2}\s|\s?[–—]\s?|\/\s?)(?<mark>[\p{L}\d -]{3,40}?)\s*[)\]*]?\s*$/u;

/** Reads the marks of the wire before and behind a headline, or a slug. */
export function readHeadlineMarks(headline: string): MarkedHeadline {
  const text = headline.slice(0, LONGEST).trim();
  const signs: Sign[] = [];
  let rest = text;
  for (let marks = 0; marks < MOST_MARKS; marks += 1) {
    const opened = rest.replace(OPENERS, "").replace(CYCLE, "");
    const mark = readMark(opened, text);
    if (mark === null) break;
    signs.push({ kind: mark.kind, text, mark: mark.found });
    rest = opened.slice(mark.found.length).replace(CLOSERS, "");
  }
  const desk = DESK.exec(rest.replace(OPENERS, ""));
  if (desk !== null)
    signs.push(...deskSigns(rest.replace(OPENERS, "").slice(desk[0].length), text));
  return readBehind(rest, text, signs);
}

function readMark(rest: string, whole: string): { kind: SignKind; found: string } | null {
  for (const [pattern, kind] of MARKS) {
    const found = pattern.exec(rest)?.[0];
    if (found === undefined) continue;
    return { kind: kind === "kill" && isNews(rest, found, whole) ? "doubt" : kind, found };
  }
  return null;
}

/** "KILL OR BE KILLED" and "WITHDRAWN: 10P COIN" are headlines of papers that shout all of them. */
function isNews(rest: string, found: string, whole: string): boolean {
  const behind = rest.slice(found.length);
  if (/\s/u.test(found) || whole === found) return false;
  if (!isShouted(behind) || /\bDO NOT (?:USE|PUBLISH)\b/u.test(behind)) return false;
  return found !== "KILL" || !/^\s*:/u.test(behind);
}

function isShouted(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** The rest of "ADVISORY: …" that says nothing of the copy is an advisory all the same. */
function deskSigns(notice: string, text: string): readonly Sign[] {
  const found = readDeskNotice(notice);
  return [found === null ? { kind: "advisory", text, mark: "" } : { ...found, text }];
}

function readBehind(rest: string, text: string, signs: readonly Sign[]): MarkedHeadline {
  const found = BRACKETED.exec(rest) ?? BEHIND.exec(rest);
  if (found === null) return { signs, bare: rest.trim() };
  const before = rest.slice(0, found.index);
  const read = (found.groups?.mark ?? "").split(",").flatMap((part): readonly Sign[] => {
    const mark = part.trim();
    const kind = markBehind(mark, before, found[0]);
    return kind === null ? [] : [{ kind, text, mark }];
  });
  if (read.length === 0) return { signs, bare: rest.trim() };
  return { signs: [...signs, ...read], bare: before.trim() };
}

function markBehind(mark: string, headline: string, found: string): SignKind | null {
  if (/^(?:KILL|KILLED|WITHDRAWN|RETRACTED)$/u.test(mark)) {
    return isShouted(headline) && /\s/u.test(headline.trim()) ? "doubt" : "kill";
  }
  const bracketed = /[([]/u.test(found);
  const isLead = /\b(?:ld|lead|write-?thr(?:u|ough))$/i.test(mark);
  if (!bracketed && !isLead && mark !== mark.toUpperCase()) return null;
  if (/^(?:withdrawn|retracted)$/i.test(mark)) return "doubt";
  const [first] = MARKS.filter(([, kind]) => kind !== "kill" && kind !== "doubt")
    .filter(([pattern]) => pattern.exec(mark)?.[0] === mark)
    .map(([, kind]) => kind);
  return first ?? null;
}
