/** What the lines and sentences of a text look like; shares lie between 0 and 1. */
export interface Shape {
  /** Lines that are not empty. */
  readonly lines: readonly string[];
  /** Lines that open with a time of day and go on as prose, or stand above it. */
  readonly stamps: number;
  /** Lines that are a result: `Arden 2-1 Merton`. */
  readonly scores: number;
  /** Lines that open with a bullet or number. */
  readonly items: number;
  /** Short lines without a stop that stand above prose. */
  readonly headings: number;
  /** Lines that name who speaks: `MR. KRALL: Good morning.` */
  readonly turns: readonly Turn[];
  /** Short paragraphs that ask, each with an answer behind it. */
  readonly questions: number;
  /** Of the sentences outside quotation marks, those with "I" or "my". */
  readonly first: number;
  /** Those with "we" or "our". */
  readonly we: number;
  /** Those with "you" or "your". */
  readonly second: number;
  /** Those that open with an order: "Keep it dry." */
  readonly orders: number;
  /** Those that judge: "should", "shameful", "it is time". */
  readonly verdicts: number;
  /** Those that praise or blame as reviewers and campaigners do: "charming", "lacklustre", "spineless". */
  readonly praise: number;
  /** Those that say who said something. */
  readonly reported: number;
  /** How many sentences were looked at. */
  readonly sentences: number;
  /** Questions that the writer asks, outside quotation marks. */
  readonly asked: number;
}

/** A line of speech under the name of who speaks. */
export interface Turn {
  /** As printed: `MR. KRALL`, `Q`. */
  readonly label: string;
  readonly asks: boolean;
}

/** As many lines as are looked at: a log or a book shows its kind by then. */
const MOST_LINES = 2000;
const FEWEST_LETTERS = 30;

// 14:05 The bridge | 2.05pm BST | [09:30] | 10h15 – ; not 6:4, nor "9:30 to 11:30".
const STAMP =
  /^[([]?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\.?|\s?[AP]\.?M\.?)?(?:\s(?:GMT|BST|IST|UTC|CET|CEST|[ECMP][SD]?T|AE[DS]T|WAT|EAT|SAST|PKT|NPT|local time))?[)\]]?\s*(?:$|[-–—|:•]\s*|(?=\s?\p{Lu}))/u;
const TEAM = "\\p{Lu}[\\p{L}.'’& -]{1,40}?";
// Arden 6, Merton 5, 10 innings | Arden 2-1 Merton | A. Falk (VEL) bt B. Moor 6-4, 6-3 | 1. Ida Falk (VEL) 10.83
const SCORES: readonly RegExp[] = [
  new RegExp(`^${TEAM} \\d{1,3},? ${TEAM} \\d{1,3}(?:,? [^.!?]{0,30})?$`, "u"),
  new RegExp(`^${TEAM} \\d{1,3} ?[-–v:] ?\\d{1,3} ${TEAM}(?: \\([^)]*\\))?$`, "u"),
  new RegExp(
    `^${TEAM}(?: \\([^)]*\\))? (?:bt|beat|def\\.?|lost to|drew with) .{2,60}\\d[^.!?]*$`,
    "u",
  ),
  /^\d{1,3}[.)]? \p{Lu}[\p{L}.'’ -]+(?:[,(].{1,30})? \d[\d.:]*(?: ?(?:sec|secs|pts|points|min|m))?$/u,
];
const ITEM = /^(?:[•●▪◦‣*·–—-]\s|\(?\d{1,3}[.):]\s|#\d{1,3}\b|\d{1,3}\s[-–—]\s)/u;
// MR. KRALL: Good | Q: How | Hanna Prys: What; not `Dole: “I am.”`, which is a report's dialogue.
const TURN =
  /^(?<label>Q|A|Question|Answer|\p{Lu}[\p{Lu}.'’-]*(?: [\p{Lu}.'’()-]+,?){0,5}|\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3})\s?(?:\([^)]{1,30}\))?:\s+(?<said>[^"“«\s].*)$/u;
const FIRST = /(?<![\p{L}’'.])(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]e|[Mm]yself)(?![\p{L}.])/u;
const WE = /(?<![\p{L}’'.])(?:[Ww]e|[Ww]e['’](?:re|ve|ll)|[Oo]ur|[Oo]urselves)(?![\p{L}.])/u;
const SECOND = /(?<![\p{L}’'.])(?:you|your|yourself|you['’](?:re|ve|ll|d))(?![\p{L}])/iu;
const ORDER =
  /^(?:use|make|keep|check|avoid|add|try|choose|ask|don['’]t|do not|never|always|wash|heat|mix|stir|cut|place|put|set|take|write|read|look|start|remember|consider|visit|call|bring|wear|plan|book|pack|cook|preheat|turn|leave|let|pour|serve|rinse|drink|eat|buy|store|clean|remove|test|talk|tell|speak)\b(?! (?:of|for|in|said)\b)/iu;
const VERDICT =
  /\b(?:should|must|ought to|surely|of course|frankly|sadly|disgrace(?:ful)?|shame(?:ful)?|absurd|folly|nonsense|outrage(?:ous)?|hypocrisy|hypocritical|laughable|madness|ludicrous|cowardly|indefensible|unforgivable|let us|let['’]s|it is (?:high )?time|it['’]s (?:high )?time|cannot afford|no excuse|makes no sense|deserves? (?:better|to know)|the truth is|make no mistake|nobody should|enough is enough|i think|i believe|in my view)\b/iu;
const PRAISE =
  /\b(?:brilliant(?:ly)?|charm(?:s|ing)?|delightful(?:ly)?|gorgeous|breathtaking|exquisite|sumptuous|superb(?:ly)?|masterpiece|masterful(?:ly)?|marvell?ous|wonderful(?:ly)?|enchanting|dazzling|elegant(?:ly)?|tasteful(?:ly)?|witty|hilarious(?:ly)?|fascinating|riveting|gripping|compelling|subtle|likeable|lovely|magical|unmatched|unforgettable|must-see|standout|thrilling|captivating|dull|boring|bland|clumsy|tedious|dreary|lackluster|lacklustre|forgettable|predictable|clichéd?s?|overlong|uneven|soulless|cringeworthy|entertaining|spineless(?:ness)?|cluelessness|clueless|despicable|bluster|farce|reckless(?:ly)?|wasteful|rigged|sham|cynical|vile|grotesque|pathetic|arrogan(?:t|ce)|self-serving|insidious|blatant(?:ly)?|egregious|dismal|woeful(?:ly)?|utter(?:ly)?|preposterous|feeble|delusion(?:al|s)?|hysteria|tyranny|betray(?:al|ed)|moral(?:ly)? (?:failure|bankrupt|blinders)|perhaps most|at its (?:best|worst|heart)|the problem is|the answer is|the question is|needless to say|after all|to be sure|let alone|in short|no amount of|in truth|indeed|alas|ironically|unsurprisingly|thankfully|sadly)\b/iu;
const REPORTED =
  /\b(?:said|says|told|according to|announced|added|confirmed|reported|claimed|stated|warned)\b/iu;
// What senders of releases call themselves, and their rivals.
const HYPE =
  /\b(?:premier(?= \p{Ll})|renowned|world-class|cutting-edge|state-of-the-art|revolutionary|industry-leading|best-in-class|unparalleled|innovative|(?:excited|proud|thrilled|delighted|honou?red) to|exemplif(?:y|ies)|dedication to|unwavering|powerful|(?:addicted|allergic) to|mess|failed to|shameless|no (?:serious|real|credible)|must come clean)\b/iu;
const QUOTED = /["“«][^"”»\n]*["”»]?/gu;
const ENDS = /(?<=[.!?]["”’)]?)\s+/u;

/** Says whether a sentence judges in its writer's own voice: it praises or blames, and tells of nobody who does. */
export function isJudgement(sentence: string): boolean {
  const plain = sentence.replace(QUOTED, "“”");
  return !REPORTED.test(plain) && [VERDICT, PRAISE, HYPE].some((kind) => kind.test(plain));
}

/** Measures what the signs of a kind look at. */
export function readShape(body: string): Shape {
  const lines = linesOf(body);
  const plain = lines.map((line) => line.replace(QUOTED, "“”"));
  const sentences = plain
    .filter((line) => line.length >= FEWEST_LETTERS)
    .flatMap((line) => line.split(ENDS));
  const share = (pattern: RegExp) =>
    sentences.length === 0
      ? 0
      : sentences.filter((text) => pattern.test(text)).length / sentences.length;
  return {
    lines,
    stamps: countStamps(lines),
    scores: lines.filter(isScore).length,
    items: lines.filter((line) => ITEM.test(line)).length,
    headings: lines.filter((line, index) => isHeading(line) && isProse(lines[index + 1] ?? ""))
      .length,
    turns: lines.flatMap((line) => turnAt(line) ?? []),
    questions: lines.filter((line, index) => isAsked(line) && isAnswer(lines[index + 1] ?? ""))
      .length,
    first: share(FIRST),
    we: share(WE),
    second: share(SECOND),
    orders: share(ORDER),
    verdicts: share(VERDICT),
    praise: share(PRAISE),
    reported: share(REPORTED),
    sentences: sentences.length,
    asked: sentences.filter((text) => text.endsWith("?") && text.includes(" ")).length,
  };
}

/** The lines of a text that are not empty, from its top. */
export function linesOf(body: string): readonly string[] {
  const lines: string[] = [];
  let start = 0;
  while (start < body.length && lines.length < MOST_LINES) {
    const found = body.indexOf("\n", start);
    const end = found < 0 ? body.length : found;
    const line = body.slice(start, end).trim();
    if (line !== "") lines.push(line);
    start = end + 1;
  }
  return lines;
}

/** Says whether a line opens with the time of an entry; a range of hours, as in a programme, is none. */
export function stampLength(line: string): number {
  const found = STAMP.exec(line.slice(0, 60))?.[0] ?? "";
  return /^\s*(?:(?:to|until)\s)?\d/u.test(line.slice(found.length)) ? 0 : found.length;
}

/** A programme has a title behind each time, a live blog has prose behind it or below it. */
function countStamps(lines: readonly string[]): number {
  return lines.filter((line, index) => {
    const length = stampLength(line);
    if (length === 0) return false;
    const behind = line.slice(length).trim();
    return isProse(behind) || (behind.length < 90 && isProse(lines[index + 1] ?? ""));
  }).length;
}

function isProse(line: string): boolean {
  return line.length > 45 && /[.!?…]["”’)]*$/u.test(line) && stampLength(line) === 0;
}

function isHeading(line: string): boolean {
  return (
    line.length <= 90 && /[\p{L}\p{N}]["”’)]*$/u.test(line) && /^["“]?[\p{Lu}\p{N}]/u.test(line)
  );
}

function isAsked(line: string): boolean {
  return line.length < 400 && /\?["”’)]*$/u.test(line) && line.split(" ").length > 2;
}

function isAnswer(line: string): boolean {
  return line !== "" && !isAsked(line);
}

/** Says whether a line is a result: `Arden 2-1 Merton`. */
export function isScore(line: string): boolean {
  return line.length < 120 && SCORES.some((one) => one.test(line));
}

/** The turn that a line is, with the offset of its first word; `null` where it is none. */
export function turnAt(line: string): (Turn & { readonly saidAt: number }) | null {
  const found = TURN.exec(line)?.groups;
  if (found?.label === undefined || found.said === undefined) return null;
  const said = found.said.trimEnd();
  // "Delegates: 1,200" is a line of a table.
  if (!/[.!?…–—-]["”’)]*$/u.test(said)) return null;
  return { label: found.label, asks: said.endsWith("?"), saidAt: line.length - found.said.length };
}
