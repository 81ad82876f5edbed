import type { Fact } from "./brief.ts";
import type { FaultKind } from "./brief-fault.ts";

// Verbs that take what someone says, in the forms that they are printed in.
const SPEECH =
  "sa(?:id|ys?|ying)|t(?:old|ells?)|according to|wr(?:ote|ites?)|testif(?:ied|ies|y)|den(?:ied|ies|y)|repl(?:ied|ies|y)|th(?:ought|inks?)|shows?|showed|admit(?:s|ted)?|conced(?:e[sd]?)|(?:add|announc|warn|claim|stat|not|explain|argu|insist|alleg|confirm|report|tweet|acknowledg|reveal|suggest|believ|estimat|predict|stress|recall|maintain|contend|conclud|ask|observ|remark|agree|declar|indicat|fear|hop|vow|promis)(?:ed|es|e|s|d)?";
const SPEAKS = new RegExp(`\\b(?:${SPEECH})\\b`, "iu");
const HEDGES =
  /\b(?:reportedly|allegedly|alleged|purportedly|supposedly|apparently|seemingly|unconfirmed|possibly|probably|perhaps|likely|unlikely|presumably|suspected|may|might|could|appear(?:s|ed)? to|seem(?:s|ed)? to)\b/gi;
const BOUNDS =
  /\b(?:not|no|never|nor|neither|none|nobody|nothing|without|hardly|barely|cannot|if|unless|except|until|up to|at least|at most|more than|less than|fewer than|as many as)\b|\b(?:only|about|around|nearly|almost|some)(?:\s*$|\s+[$£€¥₹]|\s+\p{N}|\s+(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|half|dozens?|hundreds?|thousands?|millions?|\p{L}+(?:teen|ty))\b)|n['’]t\b|\p{N}/iu;
// However, | But | Meanwhile, | In addition, | And so
const MOST_CONNECTIVE = 5;

/** What the words that a fact leaves out take with them. */
export function lostBy(
  [before, behind]: readonly [string, string],
  { attribution, hedge }: Fact,
): FaultKind[] {
  const lost: FaultKind[] = [];
  for (const cut of [before, behind]) {
    if (!/[\p{L}\p{N}]/u.test(cut)) continue;
    const speaks = SPEAKS.test(cut);
    if (speaks && attribution === null) lost.push("owner lost");
    // The day on which it was said may go with who said it.
    if (BOUNDS.test(speaks ? cut.replace(/\p{N}+/gu, "") : cut)) lost.push("bound lost");
    if (hedgesOf(cut).some((word) => hedge?.toLowerCase().includes(word) !== true))
      lost.push("hedge lost");
    const isWhole = cut === before ? isOpening(cut, speaks) : speaks && TAG.test(cut);
    if (!isWhole) lost.push("fragment");
  }
  return lost;
}

// , police said on Monday | , said Dar | according to the ministry
const TAG = new RegExp(
  `^(?:,["'”’]? (?!(?:and|but|or|nor|so|yet|who|which|whose|where|when|while|as|because|if|unless|though|although|after|before|until|with|without|in|on|at|by|to)\\b)(?:[^\\s,]+,? ){0,12}?(?:${SPEECH})\\b|,? according to )`,
  "iu",
);
// Dar said that | According to police, | The ministry added
const HEAD = new RegExp(`(?:\\b(?:${SPEECH})(?: [^\\s,;:]+){0,4}|\\bthat|,) $`, "iu");

/** A connective, or an attribution up to what it says. */
function isOpening(cut: string, speaks: boolean): boolean {
  if (!/[\s"“‘']$/u.test(cut)) return false;
  if (speaks) return HEAD.test(cut);
  return (cut.match(/[\p{L}’']+/gu)?.length ?? 0) <= MOST_CONNECTIVE;
}

function hedgesOf(text: string): readonly string[] {
  return [...text.matchAll(HEDGES)].map(([word]) => word.toLowerCase());
}

const NAME = "\\p{Lu}[\\p{L}.’'-]*(?: (?:\\p{Lu}[\\p{L}.’'-]*|al|bin|de|van|von|der)){0,4}";
const VERB =
  "(?:said|says|told|added|warned|claimed|insisted|argued|testified|wrote|tweeted|reported|announced)";
// “…,” Dar said. | Dar said the dam held. | …, said Ishaq Dar.
// But: The court, in a ruling, said Dar, Roe, and others broke the law.
const LIST = "(?!, (?:\\p{Lu}[\\p{L}’'-]*,? )+and )";
const NAMED = [
  new RegExp(
    `(?=\\p{Lu})(?<![\\p{L}\\p{N}]|\\p{L}[.,’'&-] ?|\\p{Lu}[\\p{L}.’'-]* |\\b(?:of|for|by|to|with|in|at|and|the) )(?<name>${NAME}) ${VERB}\\b`,
    "gu",
  ),
  new RegExp(`[,”"’] (?:said|says|added) (?<name>${NAME})(?=[,.]|$)${LIST}`, "gu"),
];
const QUOTED = /[“«„][^”»“]*[”»“]?|"[^"]*"?/gu;
const NO_NAME =
  /^(?:S?he|They|It|We|I|You|But|And|The|One|Some|This|That|Police|Officials|(?:Sgt|Capt|Lt|Col|Gen|Maj|Det|Insp|Dr|Mr|Mrs|Ms|Rep|Sen|Gov|Prof|Rev|St)\.?$|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\w*)\b/u;

/** Those whom a sentence names beside a plain verb of speech, outside quotation marks. */
export function ownersBeside(sentence: string): readonly string[] {
  const plain = sentence.replace(QUOTED, (said) => "“".padEnd(said.length, " "));
  const names = NAMED.flatMap((pattern) =>
    [...plain.matchAll(pattern)].map(({ groups }) => groups?.name ?? ""),
  );
  return [...new Set(names)].filter((name) => !NO_NAME.test(name));
}

/** Says whether a sentence has the last of an owner's words: a name may be told shorter, or in full. */
export function hasOwner(sentence: string, owner: string): boolean {
  const words = owner.match(/[\p{L}\p{N}’'-]{3,}/gu) ?? [owner];
  return words.some((word) => sentence.includes(word));
}

/** Says whether someone speaks in a sentence whom it does not name: "she said", "the minister added". */
export function isReported(sentence: string): boolean {
  return (
    SPEAKS.test(sentence) ||
    /\p{Ll}{2}ed(?: out)? that\b/u.test(sentence) ||
    /\b(?:s?he|they|his|her|their)\b/i.test(sentence)
  );
}
