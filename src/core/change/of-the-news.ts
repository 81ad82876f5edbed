import type { Entity } from "#core/speech/mention.ts";
import { ORG_WORDS, PLACE_WORDS, ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import { DAYS_AND_MONTHS, isFunctionWord } from "#core/text/word-class.ts";
import { isOfOtherMatter } from "./matter.ts";

const MOST_WORDS = 4;

// Who made the report, and whom its readers are to call.
const MAKERS =
  /\b(?:staff writers?|writers?|(?<!told )reporters?|reporting|correspondents?|anchors?|photographers?|photos?|pictures?|images?|contributed|contact(?:ed)?|courtesy|enlarge|editors?|columnists?|newsroom|twitter|tweet(?:s|ed)?|facebook|instagram|youtube|copyright|subscribe|video|news \d|call(?:ing)?|e-?mail)\b|[@©]/i;
/** Words that no name of a person has: of places, bodies, hours, charges and the like. */
const NO_NAME =
  /^(?:u\.s|u\.k|u\.n|e\.u|st|ave|rd|blvd|dr|ln|hwy|pm|am|[ecmp][sd]?t|gmt|utc|updated|posted|published|degree|murder|crime|stoppers?|line|weather|advisory|warning|winter|summer|school|high|middle|elementary|task|patrol|highway|apartments?|hall|mall|plaza|memorial|heights|hills?|creek|beach|pond|grand|jury|fair|act|bill|amendment|day|eve|gallery|view|mr|mrs|ms|dr|breaking|related|read|more|story|mister|aggravated|assault|battery|injury|manslaughter|robbery|burglary|homicide|felony|attempted|negligent|reckless|endangerment|possession|capital|side|end|northwest|northeast|southwest|southeast|downtown|grill|pizza|pizzeria|inn|motel|hotel|tavern|lounge|nightclub|restaurant|caf[eé]|diner)$/i;

// "Ida Moe, 52,", "Ida Moe (52)", "Ida Moe, a 52-year-old"; not "Ida Moe, 52-year-old Tomas Reyl was"
const AGED_BEHIND =
  /^(?:, (?:an? |the )?(?:\d{1,2}(?=[,.;)]| of | and |$)|\d{1,2}-year-old(?! \p{Lu})| age[d]? \d)| \(\d{1,2}\))/u;
const AGED_BEFORE = /\b\d{1,2}-year-old (?:\p{Ll}+ ){0,3}$/u;
// "identified as ", "police arrested ", "the victim, "
const BEFELL_BEFORE =
  /\b(?:identif(?:ied|ies)(?: [^.;]{1,60})? as|named(?: [^.;]{1,40})? as|victims?(?:,| was| is)|charged|arrested|detained|convicted|sentenced|acquitted|indicted|appoint(?:ed|s)|elected|hir(?:ed|es)|promoted|succeeded by|replaced by) (?:\p{Ll}+ ){0,2}$/u;
// "Ida Moe has been charged", "Ida Moe died"
const BEFELL_BEHIND =
  /^(?:, [^,;]{2,60},|,)? (?:was|were|is|are|has been|had been|have been|will be|faces|pleaded|died|drowned)\b(?: (?!not\b)\p{Ll}+){0,2}? ?(?:arrested|charged|killed|shot|identified|booked|named|appointed|sentenced|convicted|acquitted|indicted|pronounced|injured|hurt|wounded|missing|rescued|freed|released|stabbed|elected|chosen|guilty|not guilty|charges|died|drowned)\b/u;
// "could not be reached": no news
const UNREACHED = /\b(?:could|can)(?:n['’]t| not|not) be reached\b/i;
// "said Ida Moe, 34, who lives there", "Ida Moe, 34, told": who only speaks, a bare name would make a victim or a suspect.
const SPEAKS_BEFORE =
  /\b(?:said|says|told|asked|adds?|added|[Aa]ccording to|recalls?|recalled) (?:[\p{L}’'.-]+ ){0,5}$/u;
const SPEAKS_BEHIND =
  /^(?:, [^;]{2,80},| \([^)]*\))? (?:\p{Ll}+ly )?(?:said|says|told|tells|added|adds|asked|recalled|recalls|wrote|writes)\b/u;

// "He had pleaded guilty to theft before Judge Ida Moe": an older case
const FORMERLY =
  /\bhad (?:been |already |once |also )?(?:arrested|charged|pleaded|pled|convicted|sentenced|dismissed|ruled|prosecuted|represented|jailed|served)\b/u;

/** Says whether a sentence shows that the news under a headline is of somebody whom it names. */
export function isOfTheNews({ name, kind }: Entity, sentence: string, headline: string): boolean {
  const at = sentence.indexOf(name);
  if ((kind !== "person" && kind !== "unknown") || at < 0 || !isPersonal(name)) return false;
  if (MAKERS.test(sentence) || UNREACHED.test(sentence)) return false;
  const [before, behind] = [sentence.slice(0, at), sentence.slice(at + name.length)];
  // "WTRN's Ida Moe": a station's own; "Linh Thi To": half a name
  if (/\p{L}(?:[’']s|s[’']) $/u.test(before) || /^[ -]\p{Lu}/u.test(behind)) return false;
  if (FORMERLY.test(sentence)) return false;
  // "like Ida Moe and Tomas Reyl before him": others' cases; "after 3-year-old Ida Moe was hurt": what came before
  if (/\b(?:like|such as|unlike|after|since|following|before)\b[^,;]*$/i.test(before)) return false;
  // "Nancy Roe of Arden Canyon said"
  if (/\p{Lu}\p{L}+ (?:of|from) $/u.test(before)) return false;
  if (/^\s*[:|/]/u.test(behind) || /[:|/]\s*$/u.test(before)) return false;
  if (SPEAKS_BEFORE.test(before) || SPEAKS_BEHIND.test(behind)) return false;
  if (isOfOtherMatter(behind, headline)) return false;
  const isAged = AGED_BEHIND.test(behind) || AGED_BEFORE.test(before);
  if (isAged && hasPart(sentence, before, behind)) return true;
  return BEFELL_BEFORE.test(before) || isSubject(before, behind);
}

// "guards of Ida Moe were shot", "at odds with Mayor Ida Moe is charged": it befell another.
const GOVERNED =
  /\b(?:of|with|by|to|for|from|against|at|near|than|about|like|over|behind) (?:\p{Lu}[\p{L}.'’-]* ){0,4}$/u;
const OF_SEVERAL = /^(?:, [^,;]{2,60},|,)? (?:were|are|have)\b/u;

/** Whether what stands behind a name tells what befell whoever bears it: of several only where another stands before. */
function isSubject(before: string, behind: string): boolean {
  if (!BEFELL_BEHIND.test(behind) || GOVERNED.test(before)) return false;
  return !OF_SEVERAL.test(behind) || /\band $/u.test(before);
}

// "Ida Moe, 18, heard the shots"
const WITNESSED =
  /^(?:(?:, [^;]{1,40}?,)|,| \([^)]*\))? (?:\p{Ll}+ly )?(?:heard|saw|watched|witnessed|recalled|remember(?:s|ed)|ran|fled|hid|ducked|hopped|lives?|lived)\b/u;
// What shows that somebody has a part in what happened; else a paper gives the age of whoever was near.
const PART =
  /\b(?:kill\p{L}*|dead|died|dies|deaths?|fatal\p{L}*|shot|shooting|shooters?|stab\p{L}*|wound\p{L}*|injur\p{L}*|harm\p{L}*|hurt|hit|struck|burn(?:ed|s|t)|drown\p{L}*|beaten|attack\p{L}*|victims?|suspects?|gunm[ae]n|arrest\p{L}*|charg\p{L}*|accus\p{L}*|alleg\p{L}*|identif\p{L}*|named|wanted|search(?:ing|es)? for|missing|found|rescu\p{L}*|sav(?:ed|ing)|reviv\p{L}*|pronounced|hospital\p{L}*|treated|transported|taken|custody|jail\p{L}*|held|booked|convict\p{L}*|sentenc\p{L}*|plead\p{L}*|surrender\p{L}*|(?:him|her|them)sel(?:f|ves) in|fired|involved|crash\p{L}*|appoint\p{L}*|elect\p{L}*|promot\p{L}*|hired|resign\p{L}*|succe(?:ed|ss)\p{L}*|replac\p{L}*|won|wins|retir\p{L}*|released|freed|funeral|buried|mourn\p{L}*)(?!\p{L})/iu;
// "his cousin Ida Moe, 11": kin and friends are told of, whether or not anything befell them.
const KIN =
  /\b(?:cousin|brother|sister|mother|father|mom|dad|parent|aunt|uncle|grand\p{L}+|niece|nephew|son|daughter|friend|neighbou?r|classmate|team-?mate|wife|husband|girlfriend|boyfriend|fianc[ée]e?|widow|co-?worker|colleague|teacher|pastor|coach|attorney|lawyer)s?,? (?:an? |\d{1,2}-year-old )?$/iu;
const FATE =
  /\b(?:kill\p{L}*|dead|died|deaths?|fatal\p{L}*|shot|shooting|stabb\p{L}*|wound\p{L}*|injur\p{L}*|hurt|struck|charged|arrested|missing|drowned|rescued)\b/iu;
// "was there when he was shot": another's fate
const OTHERS_FATE =
  /\b(?:when|after|before|since|while|until|as|who) (?:he|she|it|they|police|his|her|their|the|an?)\b.*/iu;

/** Whoever is named with an age alone may have seen it, or be somebody's kin. */
function hasPart(sentence: string, before: string, behind: string): boolean {
  if (WITNESSED.test(behind)) return false;
  if (!KIN.test(before)) return PART.test(sentence);
  return FATE.test(behind.replace(OTHERS_FATE, "")) || FATE.test(before);
}

/**
 * Says whether a name is a shop's or a place's: "inside a Tarn Pizza", "ran to the nearby Tarn Pizza". People have no
 * article.
 */
export function isPlace({ name }: Entity, text: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (PLACED.test(text.slice(Math.max(0, at - LONGEST_PLACED), at))) return true;
  }
  return false;
}

const LONGEST_PLACED = 40;
const PLACED =
  /(?:\b(?:at|near|inside|outside|behind|in|into|from|on) (?:an?|the)(?: (?:\p{Lu}[\p{L}.]*|local|nearby))?|\bnearby|\b(?:city|town|county|state)['’]s) $/u;

function isPersonal(name: string): boolean {
  const words = name.split(/[\s-]+/u);
  return (
    words.length >= 2 &&
    words.length <= MOST_WORDS &&
    words.every((word) => /^\p{Lu}/u.test(word) && (/\p{Ll}/u.test(word) || /\./u.test(word))) &&
    !words.some((word) => isNoName(word.toLowerCase().replace(/\.$/u, "")))
  );
}

function isNoName(lower: string): boolean {
  const isClass = ORG_WORDS.has(lower) || PLACE_WORDS.has(lower) || ROLE_NOUNS.has(lower);
  return isClass || DAYS_AND_MONTHS.has(lower) || isFunctionWord(lower) || NO_NAME.test(lower);
}
