import { buriedDatelineEnd } from "./find-dateline.ts";
import { opensFurniture } from "./furniture.ts";
import { isFunctionWord } from "./word-class.ts";

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
// The second stamp of a page: "Posted: … Updated: …"
const NEXT_STAMP = new RegExp(
  `^(?:(?:Last )?\\p{Lu}?\\p{Ll}+ed:? )(?:${WEEKDAY} )?${DATE},?(?: at| [-–|])? ${CLOCK}(?: [-–|])? `,
  "u",
);
// Comment The harbour is | Press release The council | Ida Moe Tarn Post The council: capitals without a verb, and then
// the capital of a sentence. "Opinion The Younger is a boat" goes on in capitals.
const LABEL =
  /^(?<label>\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|story|release)){0,4}) (?=(?<next>\p{Lu}\p{Ll}*) \p{Ll})/u;
// Please enable scripts to watch this video A ferry sank
const NOTICE =
  /^Please \p{Ll}+ [^.!?]{3,50}?\b(?:video|page|site|content|comments)\b[.!]? (?=["“‘]?[\p{Lu}\p{N}])/u;
/** Behind the page's headline stands when it was posted, and whose it is. */
const BEHIND_HEAD = new RegExp(
  `\\s+(?:(?:(?:Last )?(?:Posted|Updated|Published|POSTED|UPDATED|PUBLISHED)\\b|Copyright\\b|©)|(?:${WEEKDAY} )?${DATE}\\b)`,
  "u",
);
const LONGEST_OWN = 160;

/** What a line opens with that stood above it: how long that is, and whether the sentence surely begins behind it. */
export interface GluedTop {
  /** Length of the page's headline, with which it opens; 0 where it has none that is certain. */
  readonly head: number;
  readonly length: number;
  readonly sure: boolean;
}

const NONE: GluedTop = { head: 0, length: 0, sure: true };

/**
 * Reads the headline, the label, the notices and the time stamp that run on into a story's first sentence; of untold copy,
 * all that stands before its dateline.
 *
 * @param title of the copy, where it has one
 * @param body that the line is of, where nothing above the line is the story's
 */
export function gluedTop(line: string, title: string | null, body: string | null = null): GluedTop {
  const dateline = body === null ? 0 : buriedDatelineEnd(line, body);
  const stamp = Math.max(dateline, stampEnd(line));
  const head = title === null ? NONE : headEnd(line, title);
  if (stamp > head.length)
    return { head: title === null ? ownHead(line.slice(0, stamp)) : 0, length: stamp, sure: true };
  if (head.length > 0) return head;
  return { ...NONE, length: NOTICE.exec(line)?.[0].length ?? labelLength(line) };
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
  // With a word that no name begins with begins a sentence: "Harbour closes The mayor said".
  const sure = opensSentence(behind) || behind.startsWith(words.slice(0, 2).join(" "));
  return { head: 0, length: line.length - behind.length, sure };
}

/** A page's own headline above the stamps and rights that stand before its story. */
function ownHead(top: string): number {
  const length = BEHIND_HEAD.exec(top)?.index ?? 0;
  const text = top.slice(0, length);
  const words = text.split(" ");
  // "Ferry sinks in Tarn on | May 3, 2019": the date is the sentence's own.
  const isOpen = /[^\p{L}\p{N}"”’)]$/u.test(text) || isFunctionWord(words.at(-1) ?? "");
  const isHead = length <= LONGEST_OWN && /^["“‘]?[\p{Lu}\p{N}]/u.test(text) && !isOpen;
  const isOwn = isHead && words.length >= FEWEST_WORDS && !STOP.test(text);
  return isOwn && !opensFurniture(text) ? length : 0;
}

function stampEnd(line: string): number {
  const found = STAMP.exec(line.slice(0, LONGEST_HEAD));
  if (found === null || STOP.test(line.slice(0, found.index))) return 0;
  const end = found.index + found[0].length;
  return end + (NEXT_STAMP.exec(line.slice(end))?.[0].length ?? 0);
}

const STOP = /[.!?]["”’)]* /u;

function labelLength(line: string): number {
  const found = LABEL.exec(line);
  const { label = "", next = "" } = found?.groups ?? {};
  if (found === null || !OPENERS.has(next.toLowerCase())) return 0;
  const words = label.split(" ");
  // "OSLO The council met": a place, which the dateline's reader knows.
  const isPlace = words.every((word) => word === word.toUpperCase());
  const isName = !words.some((word) => isFunctionWord(word.toLowerCase()));
  return isName && !isPlace ? found[0].length : 0;
}

/** What a sentence opens with and no name: "The harbour is", "A ferry sank". */
const OPENERS: ReadonlySet<string> = new Set(
  "the a an this these it in on at as when after if there".split(" "),
);

function opensSentence(text: string): boolean {
  const first = /^["“‘]?(?<word>\p{Lu}[\p{L}.]*)\s/u.exec(text)?.groups?.word ?? "";
  return first !== "By" && isFunctionWord(first.toLowerCase());
}
