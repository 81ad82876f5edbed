import { FULL_WEEKDAY } from "#core/text/calendar.ts";
import type { Range } from "#core/text/text.ts";

/** Who claims a sentence, and the words that say so. */
export interface Attribution extends Range {
  /** As the sentence names the owner of the claim: `police`, `Dar`. */
  readonly owner: string;
  /** Whether the claim stands whole without these words: a tag behind it, `, police said`. */
  readonly trailing: boolean;
}

// "added 0.9 percent" and "reported to him" say nothing; "added two people had died" does.
const SUM =
  "(?! (?:[$£€]?\\d[\\d.,]*(?: ?%| per ?cent| points?| goals?| assists?| runs?| pence| cents)\\b|(?:[$£€]?\\d|an?\\b|another\\b|two\\b|three\\b|four\\b|five\\b|six\\b|ten\\b)(?![^,;]{0,60} (?:was|were|is|are|has|had|have|will|would|could|\\p{L}+[^e]ed)\\b)))";
const VERB = `(?:said|says|say|told|tells|added${SUM}|adds${SUM}|reported(?! to\\b)|reports(?! to\\b)|announced|announces|confirmed|confirms|warned|warns|claimed|claims|stated|noted|explained|explains|argued|argues|insisted|insists|alleged|alleges|acknowledged|admitted|revealed|reveals|testified|tweeted|wrote|writes|remarked|observed|estimated|believes?|suggested|suggests|predicted|predicts|stressed|disclosed|recalled|concluded|contended|maintained|pointed out|points out)`;
// The owner of a claim: "police", "the ministry", "Gov. Ada Osei", "a spokesman for the board".
const OWNER = '(?:(?![,;:“”"]).){2,90}?';
// What may stand behind the verb of a tag: "on Monday", "in a statement", "the newspaper".
const REST =
  '(?: (?!(?:it|he|she|they|we|that|the|a|an|there)\\b)(?:(?!\\b(?:that|was|were|is|are|has|had|have|would|will|could|can|did|of)\\b)[^,;“”"]){1,60})?';
// The owner's role behind a name: ", the district governor", never a clause that goes on.
const ROLE =
  '(?:, (?<role>(?!(?:but|and|or|who|which|while|as|prior|after|before|when|if|though|although|because|adding|saying|with|in|on|at)\\b)[^,;“”"]{2,80}))?';

const TAGS: readonly RegExp[] = [
  // …, according to police. | …, according to the report released on Monday.
  new RegExp(
    `(?<tag>,? according to (?<owner>[^,;“”"]{2,100}?)(?: (?:released|published|issued|obtained|posted|seen) [^,;“”"]{2,60}|${ROLE}))(?<stop>[.!?]?)$`,
    "u",
  ),
  // …, police said on Monday. | …, the ministry told reporters.
  new RegExp(
    `(?<tag>, (?<owner>${OWNER}) (?:has |have |had |later |also )?${VERB}${REST})(?<stop>[.!?]?)$`,
    "u",
  ),
  // …, said Ada Osei, the district governor.
  new RegExp(
    `(?<tag>, (?:said|says|added|according to) (?<owner>\\p{L}${OWNER})${ROLE})(?<stop>[.!?]?)$`,
    "u",
  ),
];
const HEADS: readonly RegExp[] = [
  /^(?<tag>[Aa]ccording to (?<owner>[^,;“”"]{2,100}), )/u,
  new RegExp(
    `^(?<tag>(?<owner>${OWNER})(?:, [^,;“”"]{2,80},)? (?:has |have |had |also |later )?(?<verb>${VERB}) )(?<behind>.*)`,
    "su",
  ),
];
const NO_OWNER =
  /^(?:["'“‘]|(?:in|on|at|as|by|for|from|with|of|so|or|and|but|then|since|there|what|whatever|where|when|how|if|to|he|she|it|they|we|i|you|who|that|this|these|those|the (?:more|less|fewer)|which|one|some of|while|although|though|after|before|because|until|once|(?:the )?\d+)\b)/i;
const CLAUSE =
  /\b(?:who|which|that|is|was|were|are|has|had|have|because|after|while|when|if|as|will|would|been|can|could|may|might|appears?|seems?|not|they|he|she|it)\b|\b(?:and|or|but|the|a|an|of|to)$|['’]s?$/i;

/** Finds who claims a sentence; `null` where the article says it in its own voice. */
export function findAttribution(text: string): Attribution | null {
  for (const pattern of TAGS) {
    const found = pattern.exec(text)?.groups;
    if (found?.tag === undefined) continue;
    // "its manager, Ida Moe": the name says more than what she is.
    const owner = ownerOf(isWholeName(found.role ?? "") ? found.role : found.owner);
    if (owner === null) continue;
    const end = text.length - (found.stop?.length ?? 0);
    const start = end - found.tag.length;
    const before = text.slice(0, start);
    // "undamaged and, said the gallery, better framed": it says only a part.
    if (/\b(?:and|or|but|that|which|who),?\s*$/i.test(before)) continue;
    // `…,” police said` leaves a comma in the quotation: there is nothing to cut there.
    const trailing = !/[,?!]["'”’»]\s*$/u.test(before);
    return {
      owner,
      start,
      end: text.slice(0, end).replace(/(?<![.!?])[.!?]+$/u, "").length,
      trailing,
    };
  }
  for (const pattern of HEADS) {
    const found = pattern.exec(text)?.groups;
    if (found === undefined) continue;
    const owner = ownerOf(found.owner);
    if (owner === null || (found.verb && !takesClause(found.verb, ` ${found.behind ?? ""}`)))
      continue;
    return { owner, start: 0, end: found.tag?.length ?? 0, trailing: false };
  }
  return null;
}

/** Verbs that hardly ever take anything but what is said. */
const SAYS =
  /^(?:sa(?:y|ys|id)|add(?:s|ed)?|insist(?:s|ed)?|argue[sd]?|allege[sd]?|believe[sd]?|think|thinks|thought|maintain(?:s|ed)?|contend(?:s|ed)?|suggest(?:s|ed)?)$/i;
const THAT = /^(?:[^,;:“”"]{0,80}\s)?that\s/u;
const NO_CLAUSE =
  /^\s*(?:(?:on|in|at|last|late|early)\s\p{L}+\s)?(?:to|and|or|with|for|against|about|of|into|goodbye|yes|no)\b/iu;
const FINITE =
  /\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do)\b/u;

/** "Moe conceded the bridge was weak" is a claim, "Moe conceded defeat" is none. */
export function takesClause(cue: string, behind: string): boolean {
  if (THAT.test(behind)) return true;
  if (NO_CLAUSE.test(behind)) return false;
  if (SAYS.test(cue)) return true;
  return FINITE.test(
    behind.split(/[,;:]|\s(?:that|who|which|whose|where|when|after|as)\s/u, 1)[0] ?? "",
  );
}

/** "RENO -- The director": where the copy comes from. */
const DATED_FROM = /^\p{Lu}[\p{Lu}\s.,'’-]{2,40}\s(?:--|[–—])\s/u;

/**
 * "Governor Ida Moe (OB) Monday", "the minister on Friday night": when they said it. "Tarn Wednesday" is a club, and
 * the Mail on Sunday a paper.
 */
const WHEN = new RegExp(
  `(?<=\\S \\S+),? (?:(?:(?:(?<!\\b(?:Mail|Independent|Scotland|Wales|Ireland|Telegraph|Herald|News|Post|Times) )on|late|early|last|this) )+|(?<!\\bon ))(?:${FULL_WEEKDAY}|today|yesterday|tonight)(?: (?:morning|afternoon|evening|night))?$`,
  "u",
);

/** "Effie Effie says": a picture's credit, and its caption. */
const TWICE = /^(\p{Lu}\p{Ll}+) \1$/u;
/** "State Sen. Ida Moe (R-Tarn)": the party is no part of the name. */
const PARTY = / \((?:[RDI]|Ind|Lab|Con)(?:-[^()]{1,20})?\)$/u;

/** "The group in a statement", "the striker on his arrival at Tarn": by what way, and when, is not who. */
export const CHANNEL =
  /(?<=\S),? (?:(?:in|on|at|by|via|through|during) (?:an?|another|his|her|their|its) (?:[\p{L}-]+ ){0,2}(?:statements?|releases?|letter|posts?|tweets?|interview|video|message|e-?mail|note|memo|briefing|conference|speech|address|remarks|column|blog|podcast|notice|filing|testimony|page|website|account|feed|report)|(?:on|upon|during|after|before) (?:his|her|their|its) (?:unveiling|arrival|return|debut|visit|appointment|retirement|release|departure|election|signing|way))(?: (?:on|to|at|in|from|for|of|with|by) .*| .*day)?$/u;

function ownerOf(words: string | undefined): string | null {
  const owner = (words ?? "")
    .trim()
    .replace(DATED_FROM, "")
    .replace(/^(?:but|and|yet|however,|meanwhile,)\s+/i, "")
    .replace(/\s(?:also|now|later|still|already|recently|reportedly|earlier)$/i, "")
    .replace(WHEN, "")
    .replace(TWICE, "$1")
    .replace(PARTY, "")
    .replace(CHANNEL, "");
  if (owner === "" || NO_OWNER.test(owner) || CLAUSE.test(owner)) return null;
  if (owner.split(/\s+/u).length > 12) return null;
  return owner.replace(/^(?:The|An?(?= \p{Ll})) /u, (article) => article.toLowerCase());
}

const WHOLE_NAME =
  /^\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|al|bin|bint|de|del|della|di|da|la|le|van|von|der|den)){1,4}$/u;
/** Says whether words are a person's name of more than one word, and nothing else. */
export function isWholeName(words: string): boolean {
  return words.includes(" ") && WHOLE_NAME.test(words) && !BODY_OF_PEOPLE.test(words);
}

const ROLE_NOUN =
  /^.*\b(?:minister|president|premier|chancellor|secretary|governor|mayor|senator|congressman|congresswoman|representative|lawmaker|ambassador|envoy|commissioner|chairman|chairwoman|chair|chief|head|director|manager|officer|official|spokesman|spokeswoman|spokesperson|general|colonel|major|captain|lieutenant|sergeant|constable|inspector|superintendent|sheriff|detective|marshal|judge|justice|lawyer|attorney|prosecutor|barrister|solicitor|professor|doctor|scientist|researcher|analyst|economist|expert|author|writer|reporter|correspondent|journalist|coach|striker|midfielder|defender|goalkeeper|batsman|bowler|player|actor|actress|singer|producer|leader|founder|owner|partner|friend|wife|husband|mother|father|brother|sister|son|daughter|neighbour|neighbor|resident|victim|pope|king|queen|prince|princess|bishop|archbishop|pastor|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Capt|Sgt|Sen|Rep|Gov|Prof|Sir|Dame|Lord)\.?\s+(?=\p{Lu}[\p{L}.'’-]+(?:\s+(?:\p{Lu}[\p{L}.'’-]*|al|bin|bint|de|del|della|di|da|la|le|van|von|der|den|el|ul|al-\p{L}+)){0,4}$)/iu;
const HONORIFIC = /^(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Capt|Sgt|Sen|Rep|Gov|Prof)\.? (?=\p{Lu})/u;
const BODY_OF_PEOPLE =
  /\b(?:Department|Ministry|Office|Agency|Court|Police|University|Commission|Bureau|Council|Committee|Party|Times|Post|News|Service|Authority|Union|Association|Company|Center|Centre)\b/u;

/** A name without the role before it: "Foreign Minister Ada Osei" → "Ada Osei". */
export function withoutRole(owner: string): string {
  const bare = owner.replace(ROLE_NOUN, "");
  // Case decides what is a name; "Pope Francis" and "the Justice Department" stay whole.
  const named = /^\p{Lu}\S*\s+\S/u.test(bare) && !BODY_OF_PEOPLE.test(bare);
  return named ? bare : owner.replace(HONORIFIC, "");
}
