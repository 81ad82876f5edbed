import { ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import type { Token } from "#core/text/token.ts";
import type { NounPhrase } from "./noun-phrase.ts";

/** "Rupert Callow, who wrote it", "Rupert Callow, 41,": told of as only people are. */
export function isTold(tokens: readonly Token[], last: number): boolean {
  const [comma, next] = [tokens[last + 1], tokens[last + 2]];
  return comma?.lower === "," && (next?.kind === "number" || /^who/u.test(next?.lower ?? ""));
}

/** "he asked Mori": whoever stands at a token is spoken to. */
export function isToldTo(tokens: readonly Token[], at: number): boolean {
  return HEARS.test(tokens[at - 1]?.lower ?? "");
}

const HEARS =
  /^(?:told|tells|asked|asks|reminded|warned|urged|thanked|assured|informed|answered)$/u;

/** "The clerk recalled that he said, “Run”": another's words, of whom the clerk tells. */
export function isRetold(tokens: readonly Token[], pronoun: number): boolean {
  const verb = tokens[pronoun - 1]?.lower === "that" ? pronoun - 2 : pronoun - 1;
  const told = /^(?:then|also|later|once|had)$/u.test(tokens[pronoun + 1]?.lower ?? "") ? 2 : 1;
  return TELLS.test(tokens[verb]?.lower ?? "") && TOLD.test(tokens[pronoun + told]?.lower ?? "");
}

const TELLS =
  /^(?:said|says|claim(?:s|ed)|alleges|recall(?:s|ed)|recount(?:s|ed)|remember(?:s|ed)|reported|testified|alleged)$/u;
const TOLD = /^(?:said|announced|told|asked|shouted|yelled|replied|answered|warned|threatened)$/u;

/** "he added": who adds has spoken before. */
export function isGoingOn(verb: Token | undefined): boolean {
  return GOES_ON.test(verb?.lower ?? "");
}

const GOES_ON = /^(?:add(?:s|ed)|continue[sd]|went|goes)$/u;

/** "In jailing Mori, told him": whoever it was done to is not who speaks, and who does is left out. */
export function isDoneTo(tokens: readonly Token[], { first, last }: NounPhrase): boolean {
  const at = DOES.test(tokens[first]?.lower ?? "") ? first : first - 1;
  const does = at < last && DOES.test(tokens[at]?.lower ?? "") && tokens[at]?.capital === false;
  return does && BY_DOING.test(tokens[at - 1]?.lower ?? "") && tokens[last + 1]?.lower === ",";
}

const DOES = /^\p{Ll}{3,}ing$/u;
const BY_DOING = /^(?:in|by|on|upon|when|while|after|before)$/u;

/** "The president sent a card, while Interior Minister Ann Mori wrote": no longer about the president. */
export function turnsAway(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (at - before < 5) {
    const word = tokens[before];
    if (word?.kind !== "word" || (!word.capital && !ROLE_NOUNS.has(word.lower))) break;
    before -= 1;
  }
  return TURN.test(tokens[before]?.lower ?? "");
}

const TURN = /^(?:while|whereas|but|though|although)$/u;
