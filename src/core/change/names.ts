import type { Entity } from "#core/speech/mention.ts";
import { ORG_WORDS, PLACE_WORDS, ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import { DAYS_AND_MONTHS, isFunctionWord } from "#core/text/word-class.ts";
import { editsBetween, nameChanges } from "./details.ts";
import type { StoryChange } from "./difference.ts";
import { isPage } from "./no-news.ts";
import { ownNews } from "./own-news.ts";
import { plainWords } from "./plain.ts";
import { proofAt, type Reading, textOf } from "./reading.ts";
import { compareSentences } from "./sentence-pairs.ts";

const MOST_WORDS = 4;
/** Beyond these sentences stands background: others' cases, and whom it befell before. */
const MOST_SENTENCES = 14;
/** Shorter words are near each other by chance. */
const LONG_WORD = 5;

/**
 * People whom a report names for the first time, where the headline names them or a sentence shows that the news is of
 * them: by an age, or by what befell them. Who only speaks in it (police, neighbours, lawyers), wrote it, took its picture or is to be called
 * is none: printed bare, a reader takes the name for a victim's or a suspect's.
 */
export function newNames(known: readonly Reading[], now: Reading): readonly StoryChange[] {
  const words = new Set(known.flatMap(({ filing }) => plainWords(textOf(filing))));
  const told = new Set<number>();
  const last = now.told[MOST_SENTENCES] ?? now.sentences.length;
  const news = new Set(ownNews(now).filter((index) => index < last));
  return now.names.flatMap(({ entity, sentence }): readonly StoryChange[] => {
    const found = now.entities[entity];
    if (found === undefined || told.has(entity) || !news.has(sentence)) return [];
    const proof = proofAt(now, sentence);
    if (proof === null || !isProse(now, sentence, proof.text) || isPage(proof.text)) return [];
    const { headline } = now.filing.brief;
    if (!isOfTheNews(found, proof.text) && !isInHeadline(found, headline)) return [];
    told.add(entity);
    if (plainWords(found.name).some((part) => isKnown(part, words))) return [];
    return [{ kind: "name", name: found.name, after: proof }];
  });
}

// A line without an end is a teaser's, or a label's.
const ENDED = /[.!?…][\])"'”’]*$/u;

function isProse({ passages, sentences }: Reading, index: number, text: string): boolean {
  return passages[sentences[index]?.passage ?? -1]?.kind === "prose" && ENDED.test(text);
}

/** Known already, or written otherwise: "Kopf" and "Kopff". */
function isKnown(part: string, words: ReadonlySet<string>): boolean {
  if (words.has(part)) return true;
  if (part.length < LONG_WORD) return false;
  for (const word of words) {
    if (Math.abs(word.length - part.length) < 2 && editsBetween(word, part) < 2) return true;
  }
  return false;
}

// Who made the report, and whom its readers are to call.
const MAKERS =
  /\b(?:staff writers?|writers?|(?<!told )reporters?|reporting|correspondents?|anchors?|photographers?|photos?|pictures?|images?|contributed|contact(?:ed)?|courtesy|enlarge|editors?|columnists?|newsroom|twitter|tweet(?:s|ed)?|facebook|instagram|youtube|copyright|subscribe|video|news \d|call(?:ing)?|e-?mail)\b|[@©]/i;
/** Words that no name of a person has: of places, bodies, hours, charges and the like. */
const NO_NAME =
  /^(?:u\.s|u\.k|u\.n|e\.u|st|ave|rd|blvd|dr|ln|hwy|pm|am|[ecmp][sd]?t|gmt|utc|updated|posted|published|degree|murder|crime|stoppers?|line|weather|advisory|warning|winter|summer|school|high|middle|elementary|task|patrol|highway|apartments?|hall|mall|plaza|memorial|heights|hills?|creek|beach|pond|grand|jury|fair|act|bill|amendment|day|eve|gallery|view|mr|mrs|ms|dr|breaking|related|read|more|story|mister|aggravated|assault|battery|injury|manslaughter|robbery|burglary|homicide|felony|attempted|negligent|reckless|endangerment|possession|capital)$/i;

// "Ida Moe, 52,", "Ida Moe (52)", "Ida Moe, a 52-year-old"
const AGED_BEHIND =
  /^(?:, (?:an? |the )?(?:\d{1,2}(?=[,.;)]| of | and |$)|\d{1,2}-year-old| age[d]? \d)| \(\d{1,2}\))/u;
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
  /\b(?:said|says|told|asked|adds?|added|according to|recalls?|recalled) (?:[\p{L}’'-]+ ){0,3}$/u;
const SPEAKS_BEHIND =
  /^(?:, [^;]{2,80},| \([^)]*\))? (?:\p{Ll}+ly )?(?:said|says|told|tells|added|adds|asked|recalled|recalls|wrote|writes)\b/u;

// "He had pleaded guilty to theft before Judge Ida Moe": an older case
const FORMERLY =
  /\bhad (?:been |already |once |also )?(?:arrested|charged|pleaded|pled|convicted|sentenced|dismissed|ruled|prosecuted|represented|jailed|served)\b/u;

function isOfTheNews({ name, kind }: Entity, sentence: string): boolean {
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
  if (AGED_BEHIND.test(behind) || AGED_BEFORE.test(before)) return true;
  return BEFELL_BEFORE.test(before) || BEFELL_BEHIND.test(behind);
}

/** "Ida Moe quits over bridge": a headline is of those whom it names, but for "Sheriff Ida Moe says". */
function isInHeadline({ name, kind }: Entity, headline: string): boolean {
  const at = headline.indexOf(name);
  if (kind !== "person" || at < 0 || !isPersonal(name)) return false;
  const behind = headline.slice(at + name.length);
  return !SPEAKS_BEHIND.test(behind) && !/^(?:[’']s?(?!\p{L})|\s*[:|–—-])/u.test(behind);
}

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

/**
 * Names that are written otherwise in the next revision of an article, in a sentence whose other words
 * stayed; another name in its place only where the copy says that it corrects.
 */
export function renamed(before: Reading, now: Reading): readonly StoryChange[] {
  if (before.filing.article.id !== now.filing.article.id) return [];
  const corrects = now.filing.article.announced?.kind === "correction";
  const [old, fresh] = [told(before), told(now)];
  const headlines = [before.filing.brief.headline, now.filing.brief.headline] as const;
  const { pairs } = compareSentences([...old.keys()], [...fresh.keys()]);
  return [headlines, ...pairs].flatMap(([was, is]) =>
    nameChanges(was, is).flatMap((name): readonly StoryChange[] => {
      if (!name.isSpelling && !corrects) return [];
      // Two people of similar names stand in both revisions.
      if (hasName(now, name.before) || hasName(before, name.after)) return [];
      const proof = proofAt(now, fresh.get(is) ?? now.told[0] ?? 0);
      return proof === null
        ? []
        : [{ kind: "renamed", before: name.before, name: name.after, after: proof }];
    }),
  );
}

function told({ body, sentences, told: indices }: Reading): ReadonlyMap<string, number> {
  return new Map(
    indices.flatMap((index) => {
      const sentence = sentences[index];
      return sentence === undefined ? [] : [[body.slice(sentence.start, sentence.end), index]];
    }),
  );
}

function hasName({ filing: { article } }: Reading, name: string): boolean {
  const text = `${article.title ?? ""}\n${article.body}`;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const [left, right] = [text.charAt(at - 1), text.charAt(at + name.length)];
    if (!/\p{L}/u.test(left) && !/\p{L}/u.test(right)) return true;
  }
  return false;
}
