import { FEMALE_NOUNS, MALE_NOUNS, ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import { findWords } from "#core/text/words.ts";
import type { Draft } from "./brief.ts";
import { contentKeys, type Story } from "./candidate.ts";
import { stands } from "./choose.ts";
import { findEligible } from "./facts.ts";
import { readStory } from "./read.ts";

/** What somebody has read who is shown a sentence of an article. */
export interface Read {
  /** Headlines and ledes: what they name may be called by "the". */
  readonly lines: readonly string[];
  /** Whole texts: whom they name in full may be called by the surname. */
  readonly texts: readonly string[];
}

/** Where the sentences start that a reader understands who has read this, and nothing else of the article. */
export function standingAlone(
  draft: Omit<Draft, "id">,
  { lines, texts }: Read,
): ReadonlySet<number> {
  const story = readStory(draft);
  const known = contentKeys(lines.flatMap((line) => findWords(line)));
  const told = known.union(recalledIn(story, texts));
  const alone = findEligible(story).filter((one) => {
    const held = one.standing.held && opensWithSomeone(one.candidate.text, known);
    return stands({ ...one, standing: { ...one.standing, held } }, [], told);
  });
  return new Set(alone.map(({ at }) => at));
}

/** "Moe" recalls Ida Moe to whoever has read of her; "Ida" is half a name. */
function recalledIn({ entities }: Story, texts: readonly string[]): ReadonlySet<string> {
  const read = entities.filter(({ name }) => texts.some((text) => text.includes(name)));
  return contentKeys(read.flatMap(({ name }) => findWords(name.split(" ").at(-1) ?? "")));
}

// "The gunman was held", "The charges include": which, the sentence before says.
const OPENS =
  /^(?:The|This|That|These|Those|Both) (?:[\p{Ll}\d][\p{L}\d-]* ){0,2}?(?<noun>\p{Ll}+)(?= (?:of (?:the|an?) \p{Ll}|(?:is|are|was|were|has|have|had|will|faces?|includes?|said|says|told)\b))/u;
const SOMEONE =
  /^(?:teen(?:ager)?|youth|suspect|gun(?:man|men)|shooter|attacker|victim|child|children|infant|baby|toddler|couple|pair|trio|group|person|people|men|women|others?|charge|count)s?$/u;

/** Whether a sentence opens with somebody or a charge that those lines have not named. */
function opensWithSomeone(text: string, known: ReadonlySet<string>): boolean {
  const noun = OPENS.exec(text)?.groups?.noun ?? "";
  const one = noun.replace(/s$/u, "");
  const isSomeone = [FEMALE_NOUNS, MALE_NOUNS, ROLE_NOUNS].some((nouns) => nouns.has(one));
  const [key] = findWords(noun).map((word) => word.key);
  return (isSomeone || SOMEONE.test(noun)) && !known.has(key ?? "");
}
