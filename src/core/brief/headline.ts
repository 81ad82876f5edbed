import { findAttribution } from "#core/speech/attribution.ts";
import { findHedge } from "#core/speech/hedge.ts";
import { isBalanced } from "#core/text/marks.ts";
import type { Range } from "#core/text/text.ts";
import { hasMainVerb } from "./clause.ts";
import { findAsides } from "./headline-asides.ts";
import { dropApposition, dropOpening, dropPhrase, holdsVerb, isTorn } from "./headline-phrases.ts";
import { changesClaim, connectiveLength, isSpare, leaveOut, upperFirst } from "./shorten.ts";

/** As long as a headline is made; one that the copy has is kept as it is. */
export const HEADLINE_LENGTH = 110;
/** As long as a sentence may be that stands whole, since nothing of it can go: one that breaks off tells less, and wrongly. */
export const LONGEST_HEADLINE = 320;
const FEWEST_LETTERS = 40;
/** A longer lede is a text without stops, in which no part can be told from the claim. */
const LONGEST_LEDE = 1200;

/**
 * Makes a headline from the lede in the lede's words and order. What goes first is what the claim can
 * do without; who makes it, a hedge, a negation or a condition stays. What has no more to spare stands
 * whole; "…" marks a cut at last.
 */
export function headlineFrom(lede: string, english = true): string {
  if (lede.length > LONGEST_LEDE) return cutAtWord(leaveOut(lede.slice(0, LONGEST_LEDE), []));
  const plain = english ? leaveOut(lede, []) : lede.replace(/\s+/gu, " ");
  if (fits(plain)) return unstopped(plain);
  // What may go of a sentence is known of English alone.
  if (!english) return cutAtWord(unstopped(plain));
  const start = connectiveLength(plain) || dayLength(plain);
  const asides = findAsides(plain).filter((range) => range.start >= start);
  const cuts: Range[] = start > 0 ? [{ start: 0, end: start }, ...asides] : asides;
  const bare = upperFirst(leaveOut(plain, cuts));
  if (fits(bare)) return unstopped(bare);
  const light = dropDetails(bare);
  if (fits(light)) return unstopped(light);
  const lean = upperFirst(dropApposition(dropOpening(light)));
  if (fits(lean)) return unstopped(lean);
  const short = dropTrailing(lean);
  return standsWhole(short) ? unstopped(short) : cutAtWord(unstopped(short));
}

/** A long headline is less of a fault than one that breaks off before it has told its news. */
function standsWhole(text: string): boolean {
  return unstopped(text).length <= LONGEST_HEADLINE;
}

function fits(text: string): boolean {
  return unstopped(text).length <= HEADLINE_LENGTH;
}

/** Without its stop, or the colon of a list that stood behind it. */
function unstopped(text: string): string {
  return text.replace(/(?<![.\p{Lu}])\.$|\s*:$/u, "");
}

// Today, the council said | On Saturday, a ferry sank: what opens a sentence goes with its comma, or not at all.
const OPENING_DAY =
  /^(?:Today|Tonight|Yesterday|(?:(?:Late|Early|On|Last|This) ){0,2}(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:night|morning|evening|afternoon))?), (?=["“]?[\p{L}\p{N}])/u;

function dayLength(text: string): number {
  return OPENING_DAY.exec(text)?.[0].length ?? 0;
}

// "on Thursday and Friday" are two days, of which neither goes alone.
const DAY =
  /(?<!\b(?:On|In|As|Late|Early|Last|This|By|Since|Until|From|After|Before|since|until|till|by|from|before|after|for|between|and|or|through|to|of|as|,)),? (?:(?:late|early|on|last|this)\s){0,4}(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:night|morning|evening|afternoon))?(?=[ ,.])(?!,? (?:and|or|to|through|until|till|–|—|-|&) (?:(?:early|late|on|this|last)\s){0,2}(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)/gu;
// "Thousands of people in the south", but "All schools in the south" are not all schools.
const PLACE_OF_SOME =
  /^(?<some>(?:An?|Some|Several|Dozens of|Hundreds of|Thousands of|At least \S+|More than \S+)\s(?:(?!(?:that|who|which|nobody|none|all|every)\b)\p{Ll}[\p{Ll}-]*\s){1,3}?)(?:in|near|outside) (?:[\p{L}’'-]+\s){1,5}?(?=(?:is|are|was|were|has|have|had|will)\s)/u;
const SOURCE_DETAIL =
  /(?<=, according to [^,]{3,80}) (?:released|published|issued|posted|conducted)\s[^,“”"]+(?=\.?$)/u;

/** Drops, one kind after another, when and where something was: the news stands without. */
function dropDetails(text: string): string {
  const kinds: readonly (readonly [RegExp, string])[] = [
    [SOURCE_DETAIL, ""],
    [DAY, ""],
    [PLACE_OF_SOME, "$<some>"],
  ];
  let light = text;
  for (const [kind, by] of kinds) if (!fits(light)) light = light.replace(kind, by);
  return light;
}

// Where a clause or a phrase begins that tells more of what was said: ", including …", " after …". A bare comma may stand
// within a list, or before what is meant: "a $1 trillion, 75 mile long wall", "run by fathers, sons and sisters".
const JOINT =
  /,? (?:after|amid|following|while|when|where|as|during|including|which|who)\s|, with\s| (?:--|—|–) (?!(?:and|or)\b)/gu;
// "a wall that will stretch" through what?
const ENDS_IN_VERB = /\b(?:will|would|can|could|may|might|must|shall|should|to) \p{Ll}+$/u;
// "more likely to have a banana than a plum": what is compared needs both.
const COMPARES = /\b(?:more|less|fewer|rather|other|\p{L}{2,}er) (?:[^.;]*\s)?than\b/u;
// A place at the end: "dropped a bomb at a field in China"; "arrived in China" and "is in China" need it.
const PLACE =
  /(?<!\b(?:is|are|was|were|be|been|\p{L}+ed|\p{L}+ing|came|went|back|set|put)) (?:in|at|near|outside) (?:the )?(?:\p{Ll}+ern )?\p{Lu}[^,;:]{2,40}$/u;

/**
 * Drops what hangs on behind, the last first, but never the tag that says whose claim it is; what
 * holds a figure only where nothing else can go.
 */
function dropTrailing(text: string): string {
  const stopless = text.replace(/(?<![.!?])[.!?]+$/u, "");
  const attribution = findAttribution(text);
  const tag = attribution?.trailing ? stopless.slice(attribution.start) : "";
  const body = attribution?.trailing ? stopless.slice(0, attribution.start) : stopless;
  const room = HEADLINE_LENGTH - tag.length;
  const spare = dropParts(body, room, isSpare);
  if (spare.length <= room) return `${spare}${tag}`;
  const phrase = COMPARES.test(spare) ? spare : dropPhrase(spare, room);
  if (phrase.length <= room && isWhole(phrase) && !ENDS_IN_VERB.test(phrase))
    return `${phrase}${tag}`;
  return `${dropParts(body, room, (part) => !changesClaim(part) && findHedge(part) === null)}${tag}`;
}

function dropParts(text: string, room: number, mayGo: (part: string) => boolean): string {
  let body = text;
  const place = PLACE.exec(body)?.index ?? 0;
  if (place > FEWEST_LETTERS && body.length > room && mayGo(body.slice(place))) {
    if (!holdsVerb(body.slice(place)) && isWhole(body.slice(0, place))) {
      body = body.slice(0, place);
    }
  }
  for (const { index } of Array.from(text.matchAll(JOINT)).reverse()) {
    if (index < FEWEST_LETTERS || body.length <= room) break;
    if (index >= body.length) continue;
    const [kept, part] = [body.slice(0, index), body.slice(index)];
    if (mayGo(part) && isWhole(kept) && !isTorn(kept, part)) body = kept;
  }
  return body;
}

// "A day after his party won the by-polls" is what the news comes behind.
const OPENS =
  /^(?:(?:\p{L}+ ){0,3}(?:second|minute|hour|day|night|week|month|year|decade)s? |(?:just|only|shortly|soon|even|long|ever|right|moments) )?(?:after|before|when|while|as|since|although|though|even though|if|because|once|until|unless|whereas)\s[^,]*$/iu;

/** A cut must not leave a quotation, a bracket or a clause open: "With the protests over the shooting" waits for more. */
function isWhole(text: string): boolean {
  if (OPENS.test(text)) return false;
  const hangs =
    /(?:\b(?:and|or|the|a|an|of|to|that|said|says|say|since|for|from|by|with|in|at|on|left|into|even|especially|particularly|not only)|[,:;])(?: \([^()]*\))?$/i.test(
      text,
    );
  return isBalanced(text) && !hangs && hasMainVerb(text);
}

// One mark at a time: a run of them in a run would be tried in every way that it can be cut.
const LOOSE_END =
  /(?:[\s,;:–—-]|\s(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|but|that|who|which|his|her|their|its|as|is|was|were|are|has|have|had|into|up))+$/i;

/** An ellipsis says that the sentence goes on, so that a cut never passes for the whole claim. */
function cutAtWord(text: string): string {
  const room = text.slice(0, HEADLINE_LENGTH - 1);
  const space = room.search(/\s\S*$/u);
  const kept = space > HEADLINE_LENGTH / 2 ? room.slice(0, space) : dropHalfPair(room);
  return `${kept.replace(LOOSE_END, "")}…`;
}

/** Half a surrogate pair at the cut is no letter. */
function dropHalfPair(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/u, "");
}
