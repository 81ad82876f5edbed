import type { Quote } from "#core/speech/quote.ts";
import type { Word } from "#core/text/words.ts";
import { dangles } from "./dangling.ts";
import { isHeld } from "./held.ts";
import { leansBack, pointsOutside, speaksOfOthers } from "./leaning.ts";
import { findMeant, type Meant } from "./meant.ts";
import { isThing, pointsAway } from "./pointing.ts";
import { rareLetters } from "./standing.ts";

/** What answers someone, or goes on with what was said before: nobody reads to what. */
const ANSWERS =
  /^["'“‘(]*(?:yes|yeah|yep|no|nope|well|so|and|but|or|because|absolutely|exactly|obviously|of course|sure|okay|ok|right|correct|oh|look|listen|maybe|perhaps|also|again|then|either|neither|me too|thank|thanks|you know|i mean|who|which|whose|when|if so|what i(?:['’]m| am) saying|instead(?! of)|rather(?! than)|meanwhile|in the meantime|even so|otherwise|(?:as|like) i (?:said|say))(?![\p{L}’'-])/iu;
const QUESTION = /\?["'”’)]*$/u;
/** To one who said or wrote something that is told elsewhere, or of what was shown. */
const TO_SOMEONE =
  /\b(?:what|as|like) you(?:['’](?:re|ve)| are| have)? (?:just )?(?:say(?:ing)?|said|mention(?:ed)?|ask(?:ed)?|describ\p{Ll}+|suggest\p{Ll}*|refer\p{Ll}*)\b|\byour (?:\p{Ll}+ )?(?:question|letter|comments?|point|statement|remarks?|email|message|request|report|article)\b|\bthe (?:\p{Ll}+ )?\p{Ll}+ (?:cited|mentioned|described|referred to|in question)\b/iu;
/** One with no more things than these, none of which is printed, tells of nothing that a reader knows. */
const FEW_THINGS = 2;

/** What is printed beside a quote, and where it was said. */
export interface Printed {
  /** The words of headline and facts, by their keys. */
  readonly known: ReadonlySet<string>;
  readonly text: string;
  readonly body: string;
  /** The people of the article, by their fullest names. */
  readonly people: readonly string[];
}

/** Says whether a quote can be read by who knows headline and facts alone. */
export function isReadAlone(quote: Quote, words: readonly Word[], printed: Printed): boolean {
  const { text } = quote;
  const { known } = printed;
  if (ANSWERS.test(text) || QUESTION.test(text) || TO_SOMEONE.test(text)) return false;
  if (leansBack(text) || pointsOutside(text) || isHeld(text)) return false;
  if (speaksOfOthers(text) || dangles(text, false)) return false;
  if (pointsAway(text, words, known)) return false;
  // "the model": which one, a reader of headline and facts must know.
  const isTold = ({ keys }: Meant) => keys.some((key) => known.has(key));
  if (!findMeant(text, words).every(isTold)) return false;
  return isOfMatter(text, words, known) && namesInFull(quote, words, printed);
}

/** Says whether a quote has to do with what is printed, or tells enough by itself. */
function isOfMatter(text: string, words: readonly Word[], known: ReadonlySet<string>): boolean {
  if (words.some(({ content, key }) => content && known.has(key))) return true;
  return (
    new Set(words.filter((word) => isThing(word, text)).map(({ key }) => key)).size > FEW_THINGS
  );
}

/** Says whether whoever is named in a quote, and what its letters are short for, is printed in full or stands there so. */
function namesInFull(
  { text, speaker }: Quote,
  words: readonly Word[],
  { text: shown, body, people }: Printed,
): boolean {
  const printed = `${shown} ${speaker?.name ?? ""}`;
  const isOpened = (letters: string) =>
    printed.includes(letters) ||
    initialsOf(printed).includes(letters) ||
    // "GET OUT" is no name, as the article writes it small elsewhere.
    new RegExp(`(?<!\\p{L})${letters.toLowerCase()}(?!\\p{L})`, "u").test(body);
  if (!rareLetters(text, words).every(isOpened)) return false;
  return barePeople(text, words, people).every((name) => printed.includes(name));
}

function initialsOf(text: string): string {
  return Array.from(text.matchAll(/(?<!\p{L})\p{Lu}/gu), ([letter]) => letter).join("");
}

const TITLED = /(?:\b[Tt]he|(?<=\p{L} )(?!(?:Mr|Mrs|Ms|Mme|Dr)\b)\p{Lu}[\p{L}-]+) $/u;

/** Single words of people's names: "Moe" without "Ida". Behind a title it says who it is: "Attorney General Moe". */
function barePeople(
  text: string,
  words: readonly Word[],
  people: readonly string[],
): readonly string[] {
  const forms = words
    .filter(
      ({ capital, content, start }) => capital && content && !TITLED.test(text.slice(0, start)),
    )
    .map(({ start, end }) => text.slice(start, end));
  return forms.filter((form) =>
    people.some((name) => {
      const parts = name.split(" ");
      if (parts.length < 2 || parts.includes("and") || !parts.includes(form)) return false;
      return !form.includes(".") && !parts.some((part) => isElsewhere(part, form, text));
    }),
  );
}

function isElsewhere(part: string, form: string, text: string): boolean {
  return part !== form && part.length > 1 && text.includes(part);
}
