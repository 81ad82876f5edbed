/** Where copy itself says that it is not for publication yet. */
export interface EmbargoNotice {
  /** The line, as printed, without the white space around it. */
  readonly text: string;
  /** How many lines it takes: 1 or 2. */
  readonly lines: number;
  /** What stands after the keyword: the moment, if one is given. */
  readonly terms: string;
}

/** How many lines at the top may hold a notice in ordinary letters; further down only capitals are one. */
const OPENING_LINES = 12;
const LONGEST_NOTICE = 400;
const LONGEST_MOMENT = 80;
const LONGEST_NOTE = 4000;
const MOST_NOTICES = 8;

// Reads what may stand before the keyword: "*** ", "(Eds: ", "Note to editors – "
const LEAD =
  "^[\\p{P}\\p{S}\\s]*(?:(?:eds?|editors?|note(?:\\sto\\seditors?)?|attention|warning)\\s*[:,–—-]\\s*)?";

// Reads: STRICTLY EMBARGOED, Under embargo, News embargo date
const EMBARGO = new RegExp(
  `${LEAD}(?:(?:strict(?:ly)?|under(?:\\s(?:strict|an|a\\sstrict))?|press|media|news|copy|story)\\s+)*embargo(?:ed|\\s+(?:notice|date|time))?(?![\\p{L}'’])`,
  "iu",
);

const USE =
  "(?:publication|publish(?:ed|ing)?|releas(?:ed?|ing)|broadcast(?:ing)?|used?|transmission|print(?:ed|ing)?|online|web)";

// Reads: Not for publication before, Not to be published or broadcast until, No release before
const NOT_BEFORE = new RegExp(
  `${LEAD}(?:strictly\\s+)?(?:not?|do\\snot|don['’]t|must\\snot|may\\snot)\\s+(?:for\\s+|to\\sbe\\s+|be\\s+)?(?:(?:any|general|public|onward|external|further|wire)\\s+)?${USE}(?:[\\s,/]+(?:or|and|${USE}))*\\s+(?=(?:before|until|till|prior\\sto|earlier\\sthan)\\b)`,
  "iu",
);

// Reads: HOLD FOR RELEASE UNTIL, Hold until, FOR RELEASE AT, FOR RELEASE:, Advance for Sunday, ADV09 for release
const HOLD = new RegExp(
  `${LEAD}(?:(?:advance|adv\\d*)(?:\\scopy)?\\s+for\\s+(?:(?:release|use|publication)\\s*)?|hold\\s+(?:for\\s+(?:release|use|publication)\\s*)?|for\\s+(?:release|publication)\\s*)(?=(?:until|till|not\\sbefore|before|after|at|on|from|for)\\b|[:\\d(\\p{L}]|\\s|$)`,
  "iu",
);

const UNTIL =
  /^\W*(?:(?:and|for|strictly|all|release|publication|broadcast|use)\s+)*(?:not\s+(?:for|to|before)|until|till|before|prior\s+to)\b/iu;

// Reads what a date or a time begins with, and the small words before it.
const MOMENT =
  /^\W*(?:(?:until|till|before|after|not|on|to|for|at|by|from|is|ends?|lifts?|expires|date|time|the|use|release|publication|broadcast|all|media)\b\W*)*(?:\d|noon\b|midday\b|midnight\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s\d)/iu;

/**
 * Finds the notices in a text that embargo it, by the words that news desks use; prose about an
 * embargo is none. Empty where one says that the embargo was lifted.
 */
export function findEmbargoNotices(text: string): readonly EmbargoNotice[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.slice(0, OPENING_LINES).some(isLiftedLine)) return [];
  const notices: EmbargoNotice[] = [];
  for (const index of lines.keys()) {
    const notice = readEmbargoNotice(lines, index);
    if (notice === null || (index >= OPENING_LINES && !isShouted(notice.text))) continue;
    notices.push(notice);
    if (notices.length === MOST_NOTICES) break;
  }
  return notices;
}

// Reads where a notice may begin in a note: "(see POLITICS) Embargoed to …", "Adds quote. Not for use before …"
const IN_NOTE = /(?:^|[.;:!?()[\]\n*–—]\s*)(?=\S)|\b(?=embargoed\b)/giu;

/** Finds the notices in a note from desk to desk, where they may stand behind other words. */
export function findNotedEmbargoes(note: string): readonly EmbargoNotice[] {
  const text = note.slice(0, LONGEST_NOTE);
  const notices: EmbargoNotice[] = [];
  for (const { index, 0: found } of text.matchAll(IN_NOTE)) {
    const start = index + found.length;
    const rest = text.slice(start, start + LONGEST_NOTICE);
    if (isLiftedLine(rest)) return [];
    const notice = readEmbargoLine(rest.split("\n", 1).join(""));
    if (notice !== null) notices.push(notice);
    if (notices.length === MOST_NOTICES) break;
  }
  return notices;
}

/**
 * Reads the notice that begins at a line, with the next line where the moment stands there:
 * `EMBARGOED UNTIL` above `00.01 on Friday 9 May`. `null` where there is none.
 */
export function readEmbargoNotice(lines: readonly string[], index: number): EmbargoNotice | null {
  const notice = readEmbargoLine(lines[index] ?? "");
  const next = lines[index + 1]?.trim() ?? "";
  if (notice === null || !/^\W*(?:(?:until|till|before|to)\W*)?$/iu.test(notice.terms))
    return notice;
  if (next.length > LONGEST_MOMENT || !MOMENT.test(next)) return notice;
  return { text: `${notice.text} ${next}`, terms: `${notice.terms} ${next}`, lines: 2 };
}

/** Reads one line as an embargo notice; `null` where it is none. */
export function readEmbargoLine(line: string): EmbargoNotice | null {
  const text = line.trim();
  const opening = text.slice(0, LONGEST_NOTICE);
  for (const [keyword, isNotice] of FORMS) {
    const found = keyword.exec(opening);
    if (found === null) continue;
    const terms = opening.slice(found.index + found[0].length);
    if (isNotice(terms, text)) return { text, terms, lines: 1 };
  }
  return null;
}

/** "Embargoed goods were seized" and "Embargo on Russian oil tightened" go on as no notice does. */
const FORMS: readonly (readonly [RegExp, (terms: string, text: string) => boolean])[] = [
  [EMBARGO, (terms, text) => !isLifted(terms) && goesOnAsEmbargo(terms, text)],
  [NOT_BEFORE, (terms, text) => MOMENT.test(terms) || /^\W*not\b/iu.test(text)],
  [HOLD, (terms, text) => MOMENT.test(terms) || isHoldAlone(terms, text)],
];

/** "HOLD FOR RELEASE" without a moment holds until somebody says one. */
function isHoldAlone(terms: string, text: string): boolean {
  if (!/^[^\p{L}]*hold\s+for\s+(?:release|use|publication)\b/iu.test(text)) return false;
  return isShouted(text) || /^\W*(?:$|until\b|till\b|pending\b|tbc\b|tba\b)/iu.test(terms);
}

function goesOnAsEmbargo(terms: string, text: string): boolean {
  const alone = /^\W*$/u.test(terms);
  const labelled = isShouted(text) && (/^\s*:/u.test(terms) || /^[^\p{Ll}]*EMBARGOED/u.test(text));
  // "EMBARGO LIFTED AT 0001 GMT MAY 9" may be said the day before.
  const lifting = /^\W*LIFT(?:S|ED)\b/u.test(terms) && MOMENT.test(terms.replace(/LIFT\w+/u, ""));
  return alone || labelled || lifting || UNTIL.test(terms) || MOMENT.test(terms);
}

/** "EMBARGO LIFTED: Minister resigns" and "The embargo is now lifted." let a story go; "Embargo lifted on oil" is one. */
function isLiftedLine(line: string): boolean {
  return /^[\p{P}\p{S}\s]*(?:(?:eds?|editors?|note(?:\sto\seditors?)?|attention)\s*[:,–—-]\s*)?(?:the\s+)?(?:press\s+|media\s+|news\s+)?embargo\s+(?:(?:is|has|been|was|now|early)\s+){0,4}(?:lifted|removed|over)(?:\s+early|\s+now)?\s*(?:$|[.:;!)\]*–—]|-\s|,\s)/iu.test(
    line.slice(0, LONGEST_NOTICE),
  );
}

/** `EMBARGO: none` and `EMBARGO LIFTED` let the story go. */
function isLifted(terms: string): boolean {
  return /^\W*(?:is\s+|has\s+been\s+)?(?:none|no|nil|n\/a|lifted|expired|over)\W*$/iu.test(terms);
}

function isShouted(text: string): boolean {
  return /^[^\p{Ll}]*(?:EMBARGO|NOT (?:FOR|TO)|HOLD|FOR RELEASE)/u.test(text);
}
