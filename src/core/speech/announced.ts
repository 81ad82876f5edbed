import type { Mention } from "./mention.ts";
import type { Scene, Verdict } from "./scene.ts";

/** How far into its sentence a subject may stand, in UTF-16 units, to open it. */
const OPENING = 40;
/** A longer sentence tells more than that someone speaks. */
const LONGEST = 160;

// "She spoke for ten minutes.", "Roe took the microphone.", "He rose to speak.", "Her answer was short."
const SPOKE =
  /\b(?:spoke|speaks|addressed|addresses|took (?:the|to the) (?:stage|microphone|mic|podium|floor|stand|lectern|pulpit)|(?:rose|stood(?: up)?|began|started|got up|stepped up|stepped forward) to (?:speak|answer|reply|respond)|had (?:a|this|one|another) (?:message|warning|question|answer|plea|word)|gave (?:a|his|her) (?:\p{L}+ )?(?:speech|talk|answer|address|account|statement|version)|made (?:a|his|her) (?:\p{L}+ )?(?:speech|statement|plea|case|pitch|appeal)|made (?:the following|this|these) (?:comments?|remarks?|statements?|points?|observations?)|(?:spells?|spelled|spelt) out (?:why|how|what|where)|(?:explains?|explained|tells?|told|describes?|described|recalls?|recalled) (?:how|why|what)|(?:was|were|is) (?:blunt|clear|defiant|adamant|brief|scathing|unrepentant|emphatic|categorical)|did (?:not|n['’]t) (?:mince|hold back)|read (?:out|aloud|from)\b)/u;
const NEGATED = /\b(?:not|never|nobody|refused|declined|without comment)\b|n['’]t\b/u;
const KEPT_BACK = /\bdid(?: not|n['’]t) (?:mince|hold back)/u;

// "The minister thanked the crews for their patience.", "Roe took the opportunity to thank them."
const ADDRESSED =
  /^(?:\s(?:also|later|then|again|\p{Ll}+ly|ha[sd])|[,‚]? ?(?:however|meanwhile|though)[,‚])*\s(?:(?:took|used) (?:the|this|his|her) (?:opportunity|occasion|chance|visit|speech|moment|time) to (?:thank|praise|applaud|congratulate|salute|condemn|denounce|criticise|criticize|defend|urge|warn|appeal|call|apologise|apologize|stress)|thanked|thanks|praised|praises|applauded|congratulated|saluted|condemned|denounced|criticised|criticized|slammed|blasted|lamented|defended|apologised|apologized|appealed|pleaded|hailed|welcomed|dismissed|rejected|reflected on|extended (?:(?:his|her) )?(?:\p{Ll}+ )?(?:thanks|gratitude|appreciation|congratulations|condolences|apologies)|questioned (?:if|whether|why|how)|wondered (?:if|whether|why|how|aloud))\b/u;
const LONGEST_ADDRESS = 240;

/** A sentence in which its subject speaks of something, and that tells nothing else. */
function addresses(rest: string): boolean {
  return rest.length <= LONGEST_ADDRESS && ADDRESSED.test(rest) && !/;|, (?:but|and) /u.test(rest);
}

/**
 * Speech that the sentence before it announces, in a paragraph of its own: She spoke for ten
 * minutes.⏎⏎“They tell us the crane is tired.” Whose sentence it is speaks, where it is a person.
 */
export function announced(scene: Scene, at: number): Verdict | null {
  const { text, utterances, quoting, referents } = scene;
  const utterance = utterances[at];
  if (utterance === undefined) return null;
  const index = utterance.sentence.first - 1;
  const sentence = text.sentences[index];
  if (sentence === undefined || quoting.has(index)) return null;
  if (sentence.passage < utterance.quotation.passage - 1) return null;
  if (sentence.passage !== utterance.quotation.passage && !utterance.alone) return null;
  const told = text.body.slice(sentence.start, sentence.end);
  if (NEGATED.test(told) && !KEPT_BACK.test(told)) return null;
  const mention: Mention | null = referents.subjects[index] ?? null;
  if (mention === null || mention.start - sentence.start > OPENING) return null;
  const spoke = told.length <= LONGEST && SPOKE.test(told);
  if (!spoke && !addresses(text.body.slice(mention.end, sentence.end))) return null;
  const { entity } = mention;
  if (entity === null || referents.entities[entity]?.kind !== "person") return null;
  return { cue: null, mention, entity, sieve: "announced" };
}
