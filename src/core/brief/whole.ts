import type { Range } from "#core/text/text.ts";
import { hasMainVerb } from "./clause.ts";
import { mayHaveVerb } from "./verb-lexicon.ts";

const OPENING = /^["'“‘”’«»„‹「『(¿¡[]*\s?(?<letter>[\p{L}\p{N}$£€¥₹#@])/u;
// Written small on purpose: iPhone, eBay.
const SMALL_NAME = /^["'“‘«(]*\p{Ll}{1,2}\p{Lu}/u;
/** A sentence ends so. */
export const STOP = /[.!…。！।۔]["'“‘”’«»›」』)\]]*$/u;
const MARKS_BEHIND = /^["'”’»)\]]*\s+["'“‘«(]*/u;
// None of those below is without one of these: most sentences take one look.
const MAY_BE_CAPTION =
  /[([]|: |:$|\b(?:fig|chart|graph|table|map|diagram|infographic|image|photo|picture|video|clip|trailer|tweet|post|galler|slideshow|screenshot|plot|list|box|below|above|seen here|shown here)|^(?:left|right|watch|caption|credit)/i;
// A page's own words about what stands beside it.
const CAPTIONS: readonly RegExp[] = [
  /\((?:pictured|above|below|left|right|centre|center|inset|file|top|bottom|seen)\b[^)]*\)/i,
  /^(?:pictured|above|below|left|right|file photo|photo|image|picture|video|watch|caption|credit) ?[:,]/i,
  /\b(?:is|are|was|were) (?:pictured|seen here|shown here)\b|\bin this (?:\p{L}+ )?(?:photo|image|picture)\b/iu,
  // 'Scared': Johnson in 1991.
  /^["'“‘][^"'“”‘’]{2,40}["'”’]: \p{Lu}/u,
  // The figure below plots it. | The following chart counts them. | As the table shows, | (see map)
  /\b(?:figures?|charts?|graphs?|tables?|maps?|diagrams?|graphics?|infographics?|images?|photos?|pictures?|videos?|clips?|trailers?|tweets?|posts?|galler(?:y|ies)|slideshows?|screenshots?|plots?) (?:just )?(?:below|above|at (?:the )?(?:right|left)|to the (?:right|left))(?=[.,;)]| (?:\p{Ll}+s|is|are|was|were)\b)/iu,
  /\b(?:following|accompanying|adjacent|attached) (?:\p{L}+ )?(?:figures?|charts?|graphs?|tables?|maps?|diagrams?|graphics?|images?|photos?|videos?|clips?|lists?)\b/iu,
  /\bas (?:the|this) (?:figure|chart|graph|table|map|diagram|graphic|photo|picture|video) (?:shows|illustrates|makes)\b|[([]see (?:the )?(?:figure|chart|graph|table|map|box|photo|picture|video|below|above)\b/i,
  /\b(?:in|see) (?:figure|fig\.?|table|chart|graph|box) \p{N}|\b(?:figure|fig\.|table|chart) \p{N}+ (?:shows|plots|compares|lists)\b|\b(?:see|shown|listed|seen|described|linked|embedded|detailed) (?:below|above)[.,)]/iu,
  // An aside of its own.
  /^\(/u,
];

/** Says whether a fact reads as a sentence: a capital, a verb, a stop where its sentence has one. */
export function isWhole(text: string): boolean {
  const letter = OPENING.exec(text)?.groups?.letter;
  if (letter === undefined || (/\p{Ll}/u.test(letter) && !SMALL_NAME.test(text))) return false;
  return !isCaption(text) && !/[:;,–—-]$/u.test(text);
}

function isCaption(text: string): boolean {
  return MAY_BE_CAPTION.test(text) && CAPTIONS.some((caption) => caption.test(text));
}

// "Because the crane is old.": a clause that hangs on a sentence which is not there.
const HANGS =
  /^(?:Because|While|Although|Though|Which|Whereas|Whether|Whose|Unless|Until|Not that)\b[^,–]*$/u;
// "The globe which was made in 1623.": what tells only which one has no verb of its own.
const RELATIVE =
  /(?=[wt])(?<=\p{L},? )(?:which|who|that) (?:(?:has|have|had|is|was|are|were) (?:been )?)?(?:\p{Ll}+ly )?\p{Ll}+/gu;
// "A model of an automated mill.", "Rope, just to make sure.", "A sad sight (if it is true).", "The quay, seen from the sea.": no
// verb of these is the sentence's.
const NOT_FINITE =
  /\b(?:an?|the|its|his|her|their|our|my) (?:\p{Ll}+ly )?\p{Ll}+ed(?= \p{Ll})|\bto (?:\p{Ll}+ly )?\p{Ll}+(?=[\s.,])|\([^()]*\)|, (?:seen|built|shown|pictured|photographed|displayed|located|situated|dressed) (?:in|by|at|on|from|as|near|outside|during)\b/giu;
/** As long as a caption or a reader's call is; a longer sentence may have a verb that no list has. */
const LONGEST_CALL = 110;
// "What goes on in Tarn on Monday.": a clause alone, unless a second verb follows: "What goes on in Tarn is a secret."
const ASKING = /^(?:What|How|Why|Where|Who)\b(?! to\b)/u;
const SUBORDINATE = /,? (?:after|when|while|as|before|since|who|which|that|where) /u;

/**
 * Says whether a sentence of English has the verb that makes it one; where no stop ends it, for sure, for it
 * may be a credit: "Parc captain Ida Moe after her side failed to score".
 */
export function isSentence(text: string): boolean {
  if (HANGS.test(text)) return false;
  if (STOP.test(text)) {
    const own = text.replace(RELATIVE, "");
    if (text.length > LONGEST_CALL) return mayHaveVerb(own);
    return mayHaveVerb(own.replace(NOT_FINITE, ""), ASKING.test(text) ? 2 : 1);
  }
  return hasMainVerb(text.split(SUBORDINATE, 1)[0] ?? "");
}

/**
 * Says whether a stop was taken for a sentence's end that is none: "Rt. Hon. Ida Moe", "www. tarn.example":
 * what comes next in its passage goes on small.
 */
export function isTorn(body: string, { end }: Range, passage: Range): boolean {
  const behind = body.slice(end, Math.min(passage.end, end + 24));
  if (behind === "") return false;
  const next = behind.replace(MARKS_BEHIND, "");
  return /^\p{Ll}(?!\p{Lu})/u.test(next) || /^[,;]/u.test(behind.trimStart());
}
