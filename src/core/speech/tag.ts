import type { AnalysedText } from "#core/text/analysed.ts";
import type { Referents } from "./coreference.ts";
import { mentionsFrom } from "./mention.ts";
import type { Ground, NounPhrase } from "./noun-phrase.ts";

/** What is read of an article when a tag is looked at. */
interface Read {
  readonly text: AnalysedText;
  readonly ground: Ground;
  readonly referents: Referents;
}

const LONGEST_OPENER = 24;
// "When Moe came, he said “…”", "At the mill that Moe built, he said": what a sentence opens with is the writer's own.
const FRONTED =
  /^(?:["“‘'(]|(?:and|but|so|then|later),? )*(?:when|as|after|before|while|since|although|though|because|until|once|whenever|despite|in|at|on|by|with|without|for|from|to|of|during|asked|speaking|\p{L}+ing)\b/iu;

/**
 * Says whether the pronoun of a tag was taken for one whom its sentence reports on: “He had no part” in robbing Moe, he
 * said; had Moe known of it, he added, “…”. A name within the words reported is never the tag's own pronoun.
 */
export function isOwnSubject(
  { text, ground: { tokens }, referents: { mentions } }: Read,
  { form, first }: NounPhrase,
  entity: number | null,
): boolean {
  if (entity === null || form !== "pronoun" || tokens[first - 1]?.lower !== ",") return false;
  const at = mentionsFrom(mentions, tokens[first]?.start ?? 0);
  const index = mentions[at]?.sentence ?? -1;
  const start = text.sentences[index]?.start;
  if (start === undefined || FRONTED.test(text.body.slice(start, start + LONGEST_OPENER)))
    return false;
  return mentions
    .slice(mentionsFrom(mentions, start), at)
    .some((one) => one.entity === entity && one.form === "name" && !one.quoted);
}
