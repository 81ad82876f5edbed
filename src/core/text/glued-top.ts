const WEEKDAY = "(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?\\.?,?";
const MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\\.?";
const DATE = `(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4}|\\d{1,2}[./]\\d{1,2}[./]\\d{4}|\\d{4}-\\d{2}-\\d{2})`;
const CLOCK =
  "\\d{1,2}[:.]\\d{2}(?::\\d{2})?(?: ?[aApP]\\.?[mM]\\.?)?(?: (?:GMT|UTC|IST|[A-Z]{1,2}[DS]T|CET|CEST))?";
/** "Sat, Apr 6, 2019, 08:56", and no "on May 3, 2019 at 8:30 Moe" of a sentence. */
const STAMP = new RegExp(
  `(?<!\\b(?:on|of|by|from|until|since|before|after|in|to|and|for|at|between),? )(?<![\\p{L}\\p{N}])(?:${WEEKDAY} )?${DATE},?(?: at| [-–|])? ${CLOCK}(?: [-–|])? (?![AP]M\\b)(?=["“‘]?\\p{Lu}.{20})`,
  "u",
);
/** As far down a line as a stamp stands behind its headline. */
const LONGEST_HEAD = 260;
const FEWEST_WORDS = 4;
/** As long as the label of a section is that stands before a headline: "News story", "Antisemitism". */
const LONGEST_LABEL = 32;
// With one of these begins a sentence, and no name: "Harbour closes The mayor said".
const BEGINS =
  /^["“‘]?(?:The|A|An|This|These|That|Those|It|He|She|They|We|You|I|In|On|At|As|For|With|After|When|If|To|From|Another|More|Some|Several|Many|Most|Two|Three|Four|Five|Police|President|There|While|Since|Despite|According|U\.S\.|Sen\.|Rep\.|Gov\.)\s/u;
// Comment The harbour is | Press release The council
const LABEL =
  /^(?:News story|News|Comment|Opinion|Editorial|Analysis|Press release|Media release|News release|Feature|Exclusive|Breaking|Explainer|Commentary|Column) (?=(?:The|A|An|This|These|It|In|On|At|As|When|After|If) \p{Ll})/u;

/** What a line opens with that stood above it: how long that is, and whether the sentence surely begins behind it. */
export interface GluedTop {
  readonly length: number;
  readonly sure: boolean;
}

const NONE: GluedTop = { length: 0, sure: true };

/**
 * Reads the headline, the label and the time stamp that run on into a story's first sentence.
 *
 * @param title of the copy, where it has one
 */
export function gluedTop(line: string, title: string | null): GluedTop {
  const head = title === null ? NONE : headEnd(line, title);
  const stamp = stampEnd(line);
  if (stamp > head.length) return { length: stamp, sure: true };
  if (head.length > 0) return head;
  return { length: LABEL.exec(line)?.[0].length ?? 0, sure: true };
}

function headEnd(line: string, title: string): GluedTop {
  const words = title.trim().split(/\s+/u);
  if (words.length < FEWEST_WORDS) return NONE;
  const at = line.indexOf(words.join(" "));
  if (at < 0 || at > LONGEST_LABEL || /[.!?,;:]/u.test(line.slice(0, at))) return NONE;
  const rest = line.slice(at + words.join(" ").length);
  // "Harbour closes early on Monday": the sentence has the words of its headline.
  if (!/^[.!?]? ["“‘]?\p{Lu}/u.test(rest)) return NONE;
  const behind = rest.replace(/^[.!?]? /u, "");
  const sure = BEGINS.test(behind) || behind.startsWith(words.slice(0, 2).join(" "));
  return { length: line.length - behind.length, sure };
}

function stampEnd(line: string): number {
  const found = STAMP.exec(line.slice(0, LONGEST_HEAD));
  if (found === null || /[.!?]["”’]? /u.test(line.slice(0, found.index))) return 0;
  return found.index + found[0].length;
}
