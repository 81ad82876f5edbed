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
  `${LEAD}(?:strictly\\s+)?(?:not?|do\\snot|don['’]t|must\\snot|may\\snot)\\s+(?:for\\s+|to\\sbe\\s+|be\\s+)?(?:(?:any|general)\\s+)?${USE}(?:[\\s,/]+(?:or|and|${USE}))*\\s+(?=(?:before|until|till|prior\\sto|earlier\\sthan)\\b)`,
  "iu",
);

// Reads: HOLD FOR RELEASE UNTIL, Hold until, FOR RELEASE AT, FOR RELEASE:
const HOLD = new RegExp(
  `${LEAD}(?:hold\\s+(?:for\\s+(?:release|use|publication)\\s*)?|for\\s+(?:release|publication)\\s*)(?=(?:until|till|not\\sbefore|before|after|at|on|from|for)\\b|[:\\d(]|\\s)`,
  "iu",
);

const UNTIL =
  /^\W*(?:(?:and|for|strictly|all|release|publication|broadcast|use)\s+)*(?:not\s+(?:for|to|before)|until|till|before|prior\s+to)\b/iu;

// Reads what a date or a time begins with, and the small words before it.
const MOMENT =
  /^\W*(?:(?:until|till|before|after|not|on|to|for|at|by|from|is|ends?|lifts?|expires|date|time|the|use|release|publication|broadcast|all|media)\b\W*)*(?:\d|noon\b|midday\b|midnight\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s\d)/iu;

/** Finds the notice in a text that embargoes it, by the words that news desks use; prose about an embargo is none. */
export function findEmbargoNotice(text: string): EmbargoNotice | null {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  for (const index of lines.keys()) {
    const notice = readEmbargoNotice(lines, index);
    if (notice !== null && (index < OPENING_LINES || isShouted(notice.text))) return notice;
  }
  return null;
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
  [HOLD, (terms) => MOMENT.test(terms)],
];

function goesOnAsEmbargo(terms: string, text: string): boolean {
  const alone = /^\W*$/u.test(terms);
  const labelled = isShouted(text) && (/^\s*:/u.test(terms) || /^[^\p{Ll}]*EMBARGOED/u.test(text));
  return alone || labelled || UNTIL.test(terms) || MOMENT.test(terms);
}

/** `EMBARGO: none` and `EMBARGO LIFTED` let the story go. */
function isLifted(terms: string): boolean {
  return /^\W*(?:is\s+|has\s+been\s+)?(?:none|no|nil|n\/a|lifted|expired|over)\W*$/iu.test(terms);
}

function isShouted(text: string): boolean {
  return /^[^\p{Ll}]*(?:EMBARGO|NOT (?:FOR|TO)|HOLD|FOR RELEASE)/u.test(text);
}
