import { findWords } from "#core/text/words.ts";
import type { Commonness } from "./story.ts";

/**
 * Words that any report may have: they tell little of which event it is about. The archive's own
 * counts say the rest, but a young archive has none.
 */
const NEWS_WORDS: ReadonlySet<string> = new Set(
  findWords(
    `people person man woman men women child children family official officials authority authorities
    police officer officers government minister ministry president prime chief head director leader
    spokesman spokeswoman spokesperson statement report reporter reporters news agency media press
    country countries city cities town village district region regional province state states
    nation national international local public world area areas place north south east west northern
    southern eastern western central kill killed killing dead death deaths die died injure injured
    wound wounded victim victims incident accident emergency service services rescue hospital doctor
    home house building road street office company group member members work worker workers team
    plan plans meeting talks call called ask asked say saying expect expected include including
    continue continued begin began start started end ended follow following month morning evening
    night afternoon early late today yesterday tomorrow hour hours minute number total million
    billion thousand hundred percent figure least around nearly least several large big small high
    higher low lower long major further next later earlier since number part case cause result
    change help need use set hold held leave left show find found give given add bring move open close
    confirm confirmed announce announced warn warned issue decision law court right order support
    party political security force forces military army time situation condition problem question
    january february march april june july august september october november december north-east`,
  ).map(({ key }) => key),
);

/** Documents that stand for the press at large, while the archive is young. */
const BACKGROUND = 1000;
const COMMON = 60;
const RARE = 2;

/** How much a key tells, after Spärck Jones (1972): the logarithm of how rare it is. */
export function rarity(key: string, { stored, of }: Commonness): number {
  const known = key.startsWith("w:") && NEWS_WORDS.has(key.slice(2)) ? COMMON : RARE;
  return Math.log((stored + BACKGROUND) / (of(key) + known));
}
