import type { Attribution } from "#core/speech/attribution.ts";
import { isCutName } from "#core/speech/cut-name.ts";
import { isMute } from "#core/speech/mute.ts";
import { GROUP_NOUNS, ORG_WORDS, ROLE_NOUNS, TRADE } from "#core/text/role-lexicon.ts";
import { isAdverb, isFunctionWord, PREPOSITIONS } from "#core/text/word-class.ts";
import { maskQuoted } from "./shorten.ts";

/** Papers that say what stands in them. */
const PAPERS =
  /^(?:reports?|stud(?:y|ies)|polls?|surveys?|papers?|statements?|documents?|indictments?|complaints?|filings?|affidavits?|records?|census|data|figures|letters?|memos?|e?mails?|lawsuits?|suits?|estimates?|reviews?|research|results|findings|accounts?|notices?|releases?|articles?|books?|posts?|tweets?|forecasts?|logs?|minutes|transcripts?|bulletins?|charges?|petitions?)$/u;
/** Open a sentence with a capital, or are a noun of measure: no one's name. */
const NO_NAME =
  /^(?:The|An?|This|That|These|Those|It|They|Well|Some|Many|Most|Others|One|False|Fake|Viral|Misleading|Unfounded|Baseless|Unconfirmed|Conflicting|Similar|Several|Various|Numerous|Multiple|Recent|Previous|Earlier|Initial|Online|History|Logic|Legend|Tradition|Convention|Experience|Wisdom|Reason|Rumou?rs?|Index|Average|Nikkei|Dow|Futures|Shares|Stocks|Gold|Oil|Mon|Tues|Wednes|Thurs|Fri|Satur|Sunday|.*day|January|February|March|April|May|June|July|August|September|October|November|December)$/u;
/** Behind "the", what is no noun, or a thing of which much is said and which says nothing. */
const NO_SPEAKER =
  /^(?:.*(?:ly|ed|ing|est|ous|ive|ful|less)|new|old|first|last|next|same|other|only|own|former|latter|average|total|index|price|rate|claim|claims|move|deal|law|bill|decision|offer|idea|plan|number|amount|value|share|shares|market|economy|weather|fact|case|issue|matter|thing|time|day|week|month|year|moment|rest|former|more|most|good|bad|big|small|few|many|lot|bit|voice|tone|end|way|map|rules?|pictures?|photos?|images?|songs?|films?|trend|history|experience|evidence|building|bridge|road|house|car|ship)$/u;
const FIGURE =
  "(?:(?:about|nearly|almost|over|another|more than|some|up to|at least|an? (?:further|extra|additional)) )?(?:\\p{N}|[$£€]|one\\b|two\\b|three\\b|four\\b|five\\b|six\\b|seven\\b|eight\\b|nine\\b|ten\\b|an?\\b|the\\b|his\\b|her\\b|its\\b|their\\b|more\\b|new\\b)";
// "added three assists", "reported to him", "the index added 0.9 percent": nothing is said there.
const DOES = new RegExp(
  `\\b(?:(?:added|adds|recorded|noted) ${FIGURE}|report(?:ed|s)? (?:to|for)\\b|maintain(?:s|ed)? (?!that\\b)|claim(?:ed|s)? (?:the|a|an|his|her|its|their|\\p{N})\\b(?! \\p{Ll}+ (?:was|were|is|are|had|has|would)))`,
  "iu",
);
// "Moe rejected that claim.": the claim is another's, and it is not told.
const DISPUTES =
  /\b(?:reject|den|dismiss|disput|back|support|repeat|question)\p{Ll}+ (?:that|this|the|those|these|such) claims?[.]?$/u;
const WORD = /[@\p{L}\p{N}][\p{L}\p{N}’'@_.-]*/gu;
const PRONOUN_TAG =
  /^,? (?:\p{L}+ )?(?:he|she|they|it)\b|^,? (?:said|says|added) (?:he|she|they)\b/iu;
const JOINED = /^,? ?(?:and|or|but|while|who|which|that|whose|as)\b/i;

/**
 * An attribution whose owner may be printed; `null` where the words can own nothing ("the new", "well",
 * "that claim"), where the verb says nothing, or where a pronoun may mean another than was found. Then the
 * sentence is printed whole, with whatever it says of its source.
 *
 * @param before who owns the sentence before
 */
export function settledOwner(
  text: string,
  attribution: Attribution | null,
  before: string | null,
): Attribution | null {
  if (attribution === null || !maySpeak(attribution.owner)) return null;
  const tag = text.slice(attribution.start, attribution.end);
  if (tag === "") return attribution;
  if (JOINED.test(tag) || DISPUTES.test(text)) return null;
  if (isCutBody(text, attribution.owner) || !isNamedIn(tag, attribution.owner)) return null;
  if (PRONOUN_TAG.test(tag) && attribution.owner !== before) return null;
  if (DOES.test(maskQuoted(tag)) || (attribution.start === 0 && DOES.test(openingOf(text))))
    return null;
  return { ...attribution, owner: withNumber(text, attribution.owner) };
}

/** "Office for the Western District" of the U.S. Attorney’s Office for the Western District of New Rhos. */
function isCutBody(text: string, owner: string): boolean {
  const words = owner.toLowerCase().split(" ");
  return (
    words.some((word) => ORG_WORDS.has(word) || GROUP_NOUNS.has(word)) && isCutName(text, owner)
  );
}

/** Several are those whom the tag names: "Some leading officers said" is not what other officers said. */
function isNamedIn(tag: string, owner: string): boolean {
  const words = owner.toLowerCase().match(WORD) ?? [];
  if (!GROUP_NOUNS.has(words.at(-1) ?? "")) return true;
  const said = new Set(tag.toLowerCase().match(WORD) ?? []);
  return words.every((word) => said.has(word)) || !words.some((word) => said.has(word));
}

/** As far as the first verb of a sentence may stand, in letters. */
const FURTHEST_VERB = 160;

/** What stands before "that", as far as the first verb may stand. */
function openingOf(text: string): string {
  const told = maskQuoted(text);
  const that = told.search(/\bthat\b/u);
  return told.slice(0, that < 0 ? FURTHEST_VERB : Math.min(that, FURTHEST_VERB));
}

/** "an agreement with the school" is no school: what stands behind the noun says nothing. */
const BEHIND_NOUN = / (?:with|between|at|in|from|by|under|over|on|against|about|to) .*$/u;
// An agreement, a decision, the likelihood; not: a spokesman, the government.
const ABSTRACT =
  /(?:ment|[ts]ion|ness|ity|[ae]nce|[ae]ncy|hood|ship|dom|ism|age|ure|ing|al|th)s?$/u;

// "the programme accounts for one in seven" was read before "reports": a sentence owns nothing.
const HOLDS_VERB =
  /^(?:the|an?|its|their|his|her) (?:\p{Ll}+ ){1,3}(?:is|are|was|were|has|have|had|will|would|can|could|\p{Ll}{3,}s) (?:for|to|the|an?|in|at|on|not|been|that|up|out|about|more|nearly|one|two|\p{N}+)\b(?!.*\b(?:who|that|which)\b)/u;

// "Contrary to media", "Speaking at the fair": how a sentence opens.
const OPENS =
  /^(?:said|says|down|up|out|(?:contrary|thanks|due|prior|similar) to|\p{Lu}\p{L}+ing (?:to|at|on|in|for|with|about))\b/iu;

/** "filed under the Adult Survivors Act": a law or a day has a name, and no words. */
function isNoBody(name: string): boolean {
  return isMute({ id: -1, name, kind: "unknown", gender: "unknown", plural: false, role: null });
}

/** Says whether words name or describe someone who can speak, or a paper that says something. */
export function maySpeak(owner: string): boolean {
  if (owner.length < 2 || HOLDS_VERB.test(owner) || OPENS.test(owner) || isNoBody(owner))
    return false;
  const whole = owner.match(WORD) ?? [];
  if (PREPOSITIONS.has(whole[0]?.toLowerCase() ?? "") || isLoose(whole.at(-1) ?? "")) return false;
  if (isEpithet(owner)) return false;
  const isNoun = /^(?:an?|the) \p{Ll}/u.test(owner);
  const words = isNoun ? (owner.replace(BEHIND_NOUN, "").match(WORD) ?? []) : whole;
  const bare = words.filter((word) => !NO_NAME.test(word));
  const last = bare.at(-1) ?? "";
  if (
    /^(?:the|an?|its|their|his|her|one|two|three|local|state) /i.test(owner) &&
    /^\p{Ll}{3,}/u.test(last) &&
    !NO_SPEAKER.test(last) &&
    !ABSTRACT.test(last)
  )
    return true;
  return bare.some((word) => {
    if (/^@|^\p{Lu}/u.test(word)) return true;
    return speaks(word.toLowerCase());
  });
}

/** A noun of those who speak, or of a paper that says something. */
function speaks(lower: string): boolean {
  const one = lower.replace(/(?<!s)s$/u, "");
  return (
    [lower, one].some(
      (form) =>
        ROLE_NOUNS.has(form) || GROUP_NOUNS.has(form) || ORG_WORDS.has(form) || TRADE.test(form),
    ) || PAPERS.test(lower)
  );
}

/** "Claire even" claims, "people familiar" with it: more than a name, or less than a description. */
function isLoose(last: string): boolean {
  return !/^\p{Lu}/u.test(last) && (isAdverb(last) || isFunctionWord(last) || LOOSE.test(last));
}
const LOOSE =
  /^(?:there|here|even|only|just|too|via|per|familiar|close|briefed|able|aware|likely|who)$/u;

/** "The pride of Batesville" is no office, and the reader may not know whose pride it is. */
function isEpithet(owner: string): boolean {
  const head = /^(?:[Tt]he|[Aa]n?) (?:[\p{Ll}-]+ )*?(?<noun>\p{Ll}+) of (?:the )?\p{Lu}/u.exec(
    owner,
  )?.groups?.noun;
  return head !== undefined && !speaks(head.toLowerCase());
}

/** "NBC 4 New Arden" where only "New Arden" was read as a name. */
function withNumber(text: string, owner: string): string {
  const at = text.indexOf(owner);
  const before =
    at < 0
      ? ""
      : (/(?:^|\s)((?:\p{Lu}[\p{L}\p{N}&]* )+\p{N}{1,3} )$/u.exec(text.slice(0, at))?.[1] ?? "");
  return `${before}${owner}`;
}
