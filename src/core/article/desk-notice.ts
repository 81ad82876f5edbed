import type { SignKind } from "./sign.ts";

/** What a notice from desk to desk says of its copy. */
export interface DeskNotice {
  readonly kind: SignKind;
  /** The words that say it. */
  readonly mark: string;
}

const LONGEST = 1200;

const STORY =
  "(?:stor(?:y|ies)|items?|cop(?:y|ies)|articles?|reports?|alerts?|headlines?|dispatch|feature|file|text|version|material|message|notice|release|press\\s(?:note|release))";
const THIS =
  "(?:(?:the|this|our|its|their|all|that|above|below|following|previous|earlier|today['’]s|entire)\\s+){0,3}(?:(?-i:[\\p{Lu}\\d])[\\p{L}\\d-]*\\s+){0,4}";
const DONE = "(?:killed|withdrawn|retracted|cancell?ed|spiked|pulled)";
const WITHDRAW = "(?:kill|disregard|withdraw|retract|delete|spike|ignore)";
const BE = "(?:is|are|was|were|has\\s+been|have\\s+been|is\\s+being|being)";

type Rule = readonly [pattern: RegExp, kind: SignKind];

/** The weightiest first. */
const RULES: readonly Rule[] = [
  // A kill that is itself called off, and a part that is: "kill sent in error", "disregard paragraph 3".
  [
    /\b(?:kill|withdrawal|retraction)(?:\s+(?:notice|advisory|order))?\s+(?:(?:was|is|has\sbeen)\s+)?(?:issued|sent|moved|withdrawn|lifted|in\serror|by\smistake)\b/i,
    "doubt",
  ],
  [
    /\b(?:kill|disregard|delete|withdraw|retract|ignore|spike)\s+(?:the\s+|this\s+|its\s+)?(?:\p{L}+\s+){0,2}?(?:paragraphs?|paras?|grafs?|lines?|sentences?|quotes?|figures?|captions?|photos?|pictures?|images?|words?|reference|tables?|byline|dateline)\b/iu,
    "doubt",
  ],
  // An earlier version that this one takes the place of.
  [
    /\b(?:disregard|ignore|delete|kill|replaces?)\s+(?:(?:the|our|all|any|its)\s+)?(?:previous|earlier|prior|first|former|preceding)\s+(?:\p{L}+\s+)?(?:versions?|leads?|filings?|takes?|ld|drafts?)\b/iu,
    "update",
  ],
  [/\bmandatory\s+kill\b|\bkill\s+(?:notice|advisory)\b/i, "kill"],
  [new RegExp(`\\bplease\\s+${WITHDRAW}\\b`, "iu"), "kill"],
  [new RegExp(`(?:^|[.:;!–—]\\s*)${WITHDRAW}\\s+${THIS}${STORY}\\b`, "iu"), "kill"],
  [new RegExp(`^${WITHDRAW}\\W*$`, "iu"), "kill"],
  [
    new RegExp(`\\b${STORY}\\s+(?:[^.;:]{0,80}?\\s)??${BE}\\s+(?:hereby\\s+)?${DONE}\\b`, "iu"),
    "kill",
  ],
  [new RegExp(`^(?:\\W*${THIS}${STORY}\\s+)?${DONE}\\W*$`, "iu"), "kill"],
  [new RegExp(`^${THIS}${STORY}\\s+${DONE}\\b`, "iu"), "kill"],
  [
    new RegExp(
      `\\b(?:withdraws?|withdrawing|withdrew|retracts?|retracting|kills|killing)\\s+${THIS}${STORY}\\b`,
      "iu",
    ),
    "kill",
  ],
  [/\bno\s+substitute\s+(?:story|will|copy|item)\b/i, "kill"],
  [
    /\bdo\s+not\s+(?:use|publish|run)\b(?=\W*$|\W*(?:(?:the|this|any|our)\s+(?:of\s+)?)?(?:\p{L}+\s)?(?:story|item|copy|article|report|material)\b)/iu,
    "kill",
  ],
  [
    new RegExp(
      `(?:^|[.:;!–—]\\s*|\\b(?:please|kindly|must|should|advisory)\\W+)(?:withhold|hold|hold\\s+off\\s+on)\\s+${THIS}${STORY}\\b`,
      "iu",
    ),
    "withhold",
  ],
  [
    new RegExp(`\\b${STORY}\\s+(?:${BE}\\s+)?(?:withheld|on\\s+hold|held\\s+back)\\b`, "iu"),
    "withhold",
  ],
  // What holds until a moment is an embargo: the reader of notices knows its end.
  [
    /(?:^|[.:;!–—]\s*|\bplease\s+)(?:withhold|hold)(?:\W*$|(?=\s*[:.;,–—]|\s+publication\b)|(?=\s+until\s+further\b))/i,
    "withhold",
  ],
  // Words of a kill, in a form that no rule above knows.
  [
    /(?:^|[.:;!–—]\s*)(?:please\s+)?(?:kill|withdraw|withdrawn|retract|retracted|disregard|spike|withhold)\b/i,
    "doubt",
  ],
  [
    /\bdo\s+not\s+(?:use|publish|run)\b(?!\s+(?:\p{L}+\s+){0,3}?(?:until|till|before|prior\s+to|ahead\s+of|pending|yet|for\s+now)\b)(?!\s+(?:(?:the|this|any|these)\s+)?(?:\p{L}+\s+)?(?:photos?|pictures?|images?|videos?|graphics?|captions?|names?|byline))/iu,
    "doubt",
  ],
  [
    /\b(?:corrects?|correcting|corrected|correction|clarif(?:ies|ied|ying|ication)|removes|fixes|fixing|refil(?:es|ed|ing|e))\b/i,
    "correction",
  ],
  [/\bwrite-?thr(?:u|ough)\b/i, "write-through"],
  [
    /\b(?:adds|adding|updates|updating|updated|recasts|recasting|releads|leads\s+with|will\s+be\s+updated)\b/i,
    "update",
  ],
];

// A desk shouts what it means: "EDS: KILL", "Adds quotes. RETRACTED".
const SHOUTED = /\b(?:KILL|WITHDRAWN?|RETRACT(?:ED)?|DISREGARD|WITHHOLD)\b/u;

/** Reads a notice, without its label: the rest of `EDS: please disregard`. `null` where it says nothing of its copy. */
export function readDeskNotice(notice: string): DeskNotice | null {
  const text = notice.slice(0, LONGEST).trim();
  for (const [pattern, kind] of RULES) {
    const mark = pattern.exec(text)?.[0];
    if (mark === undefined) continue;
    if (isWeaker(kind) && isShoutedKill(text)) break;
    return { kind, mark: mark.replace(/^[\W_]+|[\W_]+$/gu, "") };
  }
  const shouted = isShoutedKill(text) ? SHOUTED.exec(text)?.[0] : undefined;
  return shouted === undefined ? null : { kind: "doubt", mark: shouted };
}

function isWeaker(kind: SignKind): boolean {
  return kind === "correction" || kind === "write-through" || kind === "update";
}

function isShoutedKill(text: string): boolean {
  return /\p{Ll}/u.test(text) && SHOUTED.test(text);
}
