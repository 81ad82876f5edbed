import { opensAsReport } from "#core/text/find-dateline.ts";
import { hasTwice } from "#core/text/has-twice.ts";
import { countCapitals } from "#core/text/letters.ts";
import { DASH } from "#core/text/opening-form.ts";

/**
 * Says whether a sentence is not fit to be printed for what stands in it: a dateline at its head, words that a page
 * ran together, codes and links, parts of a figure, a picture or table that stands
 * elsewhere, a sender's boast.
 *
 * @param body the article's, which tells names with odd capitals from words that were run together
 */
export function isMarred(text: string, body: string): boolean {
  return (
    PAGE_MARKS.test(text) ||
    PARTS.test(text) ||
    isBoast(text) ||
    (MAY_POINT.test(text) && POINTS.some((pattern) => pattern.test(text))) ||
    opensShouted(text, body) ||
    speaksOfUntold(text, body) ||
    isGlued(text, body) ||
    opensWithDateline(text, body)
  );
}

const DAY_OR_NAME =
  "(?:[\\p{Lu}\\d][\\p{L}\\d.'’/]*|(?:de|da|do|la|le|del|al|el|of|and|the|upon|on)(?= ))";
// New York, NY — The · Tarn (Orvania), 8 May – A · Lund, Sweden / Tarnwire -- It
const HEAD = new RegExp(
  `^["“‘'(]?(?<head>${DAY_OR_NAME}(?:,? [(/]?${DAY_OR_NAME}[)/]?){0,8}?),?(?<dash>${DASH}|- )(?<next>["“‘'(]?[\\p{Lu}\\d$£€]\\S*)`,
  "u",
);

/** No dateline is without one of these marks; a byline that ran on into its town may be. */
const MAY_HEAD = /[—–―‒−:(|>/_~=*•·\u2010-\u2015\u2e3a\u2e3b]|-[- ]| -|^(?:By|BY|From|FROM)\b/u;
const LONGEST_HEAD = 160;

/**
 * Says whether a sentence is headed by a place and a dash, whatever dash it is and however the place is written. A
 * name that has a dash of its own comes more than once: "Blue Coast - Fair Wind has asked".
 */
function opensWithDateline(text: string, body: string): boolean {
  if (!MAY_HEAD.test(text.slice(0, LONGEST_HEAD))) return false;
  const found = HEAD.exec(text);
  if (found === null) return opensAsReport(text);
  const { head = "", dash = "", next = "" } = found.groups ?? {};
  return !hasTwice(body, `${head}${dash}${next}`);
}

// "… | Senators call | …", addresses, tags, characters by their HTML names, "MORE (D-Tarn.)"
const PAGE_MARKS =
  /\s\|\s|\bhttps?:\/\/|\bwww\.\p{L}|&(?:#\d+|[a-z]{2,6});|<\/?[a-z][^<>]*>|\[\/?[a-z_]+[\]= ]|\{\{|\bMORE\s*\(|\bMORE$|[»›>]{2,}|�/u;

// "(1) crew quarters, (2) exercise, (3) stowage": the legend of a figure, or a list that was run together.
const PARTS = /\((?:1\) \p{L}.*\(2|a\) \p{L}.*\(b|i\) \p{L}.*\(ii)\) \p{L}/u;

/** What a sender says of itself at the end of everything that it sends. */
const BOAST =
  /(?=['’])(?<=\p{L})['’]s? (?:mission|vision|purpose|goal) is to (?:provide|deliver|help|empower|make|offer|enable|support|be|become|create|improve|bring|inspire|connect|transform)\b/u;

/** Says whether a sender tells what it is for: "Loma's mission is to provide solutions". */
export function isBoast(text: string): boolean {
  return BOAST.test(text);
}

/** A sub-head in capitals that ran on into its sentence: "SET UP AN ALERT Banks offer one". */
const SHOUTED = /^(?:\p{Lu}[\p{Lu}’'-]+,? ){3,9}\p{Lu}\p{Ll}+ \p{Ll}/u;

/** A lede may open in capitals, too. */
function opensShouted(text: string, body: string): boolean {
  return SHOUTED.test(text) && !body.trimStart().startsWith(text.slice(0, 20));
}

/** "She said the purchase, made by loan, would help": of something that the article has told in other words. */
const SPOKEN_OF =
  /\b(?:says?|said|added) the (?<noun>purchase|acquisition|upgrade|expansion|investment|initiative|collaboration|partnership|donation|grant|award|sale|takeover|merger)(?=,? (?:would|will|was|is|had|has|made|which)\b)/u;

function speaksOfUntold(text: string, body: string): boolean {
  const noun = SPOKEN_OF.exec(text)?.groups?.noun;
  if (noun === undefined) return false;
  const at = body.indexOf(text.slice(0, HEAD_OF_IT));
  return at >= 0 && !body.slice(0, at).toLowerCase().includes(noun);
}

/** As much of a sentence as finds it in its article. */
const HEAD_OF_IT = 30;

const PICTURE =
  "(?:figure|chart|graph|graphic|table|map|diagram|photos?|photographs?|pictures?|images?|video|clip|slides?|slideshow|gallery|screenshot|infographic|illustration|drawing|box|sidebar|list|links?|plot|animation|player|tweet|form|calculator)s?";
// None of those below is without one of these words.
const MAY_POINT = new RegExp(
  `\\b(?:${PICTURE}|infographics?|fig|exhibit|appendix|related|below|above|here|left|right|bottom|top)\\b|^clockwise|\\((?:see|read)\\b`,
  "i",
);
const POINTS: readonly RegExp[] = [
  // The figure below shows | the charts above | the map at left | the table that follows
  new RegExp(
    `\\b${PICTURE},? (?:[a-z]+ )?(?:below|above|opposite|here\\b(?! in)|at (?:left|right|top)|that follows)(?! (?:average|par|ground|zero|water|sea|the|it|its|his|her|their|our|a|an)\\b)`,
    "i",
  ),
  // the accompanying chart | the following table | this graph shows | in the attached video
  new RegExp(
    `\\b(?:accompanying|following|attached|embedded|below) (?:[a-z]+ )?${PICTURE}\\b|\\bth(?:is|ese) (?:charts?|graphs?|graphics?|tables?|diagrams?|infographics?) (?:[a-z]+ )?(?:shows?|plots?|gives?|compares?|lists?|illustrates?|breaks?|tracks?)\\b`,
    "i",
  ),
  // Figure 2 shows | (see Table 1) | Fig. 3
  /^\W?(?:Figure|Fig\.|Table|Chart|Graph|Exhibit|Box|Photo|Image) \d|\((?:see |cf\. )?(?:Figure|Fig\.|Table|Chart|Graph|Exhibit|Box|Appendix) \w+\)|\bsee (?:the )?(?:figure|chart|graph|table|map|video|photos?|box|sidebar|appendix|related)\b/i,
  // (see “Harbours of the north”): another story of the page
  /\((?:see|read)(?: also| our|:)? ["“‘']/iu,
  // as seen below | (below) | listed above
  /\b(?:see|seen|shown|listed|pictured|embedded|displayed|illustrated|outlined|reproduced|read|watch|find|found|quoted|described|mentioned|detailed) (?:[a-z]+ )?(?:below|above|here)(?=[.,;:)]|$)|[([](?:see |shown |pictured )?(?:below|above|left|right)[^()]{0,20}[)\]]/i,
  // Here is the most recent data | Here’s what they found
  /^["“]?Here(?:['’]s| is| are| was| were)\b/u,
  /^(?:Clockwise from|From (?:top|left)|Top|Bottom|Left|Right|Above|Below)\b[^,.]{0,20}:/u,
];

const GLUED = /(?<![\p{L}\p{N}])(?<first>\p{L}+\p{Ll}{2})(?<next>\p{Lu}\p{Ll}{3,})/gu;
/** A name of two words has as many capitals that come again, each with the letter behind it, where it stands twice. */
const NAME_TWICE = 4;
const CAPITAL = /^\p{Lu}/u;
const TWICE =
  /(?=\p{Lu})(?<![\p{L}])(?<name>\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+)+)[ ,]*\k<name>/u;

/** "Ida MoeIda Moe told", "the storyRead more": a word in which another begins, which the article has nowhere else. */
function isGlued(text: string, body: string): boolean {
  const capitals = countCapitals(text);
  if (capitals.again >= NAME_TWICE && TWICE.test(text)) return true;
  if (!capitals.within) return false;
  for (const { 0: word, groups } of text.matchAll(GLUED)) {
    const { first = "", next = "" } = groups ?? {};
    // A name is told again, and so is what it is made of: neither "Play" nor "Station" stands alone.
    if (hasTwice(body, word)) continue;
    if (!CAPITAL.test(first) || standsIn(body, first) || standsIn(body, next)) return true;
  }
  return false;
}

function standsIn(body: string, word: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, "u").test(body);
}
