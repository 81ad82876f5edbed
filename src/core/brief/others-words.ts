import type { Passage } from "#core/text/text.ts";

// Q: How many? | A: We have counted. | Coastal Review: What was it like? | VOLD: I was nineteen.
const TURN = /^(?:[QA]|\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3}): \S/u;

/** A longer passage is no question, though it ends with one. */
const LONGEST_QUESTION = 320;
const QUESTION = /\?["'”’)]*$/u;
const TO_YOU = /(?=y)(?<![\p{L}’'])(?:you|your|yours|yourself)(?!\p{L})/iu;
const FROM_ME = /(?=[IMOWmouw])(?<![\p{L}’'])(?:I|we|my|our|us|We|My|Our)(?![\p{L}.])/u;
const MARKED = /^["“«‘'„]/u;

/** As many words as the sentence has that gives the word to another: "And the Tarn Post looked back:". */
const FEWEST_WORDS = 5;
/** What the article itself tells point by point: "Here is what the council decided:". */
const LISTS =
  /^["'“‘(]*(?:here|below|these|those|see|among)\b|\b(?:here|following|below|follows|includ(?:e|es|ed|ing)|are|is|was|were|like|such as|things|steps|reasons|ways|tips|points|takeaways|highlights|details|results|scores|lists?|facts|questions|know|rules|findings|options|conditions|demands|measures)(?: (?!on\b|of\b)\p{Ll}+){0,3}:$/iu;
const SAYS =
  /\b(?:said|says|wrote|writes|told|tweeted|posted|explained|added|continued|reads?|stated|statement|quot\p{Ll}+|replied|answered|asked)\b/u;

interface Page {
  readonly body: string;
  readonly passages: readonly Passage[];
}

/**
 * The passages that someone else wrote or said, though no mark shows it: the turns of an interview, the
 * answers below its questions, what another paper is quoted with below a colon.
 */
export function findOthersWords({ body, passages }: Page): ReadonlySet<number> {
  const texts = passages.map(({ start, end }) => body.slice(start, end).trim());
  return new Set([...findTurns(texts), ...findAnswers(texts), ...findBlocks(texts, passages)]);
}

/** A single label makes no interview. */
function findTurns(texts: readonly string[]): readonly number[] {
  const turns = indices(texts, (text) => TURN.test(text.slice(0, 80)));
  return turns.length > 1 ? turns : [];
}

/** From the first question on, where several go to "you" and "I" answer. */
function findAnswers(texts: readonly string[]): readonly number[] {
  const asked = indices(texts, isQuestion);
  const [first] = asked;
  const toYou = asked.filter((index) => TO_YOU.test(texts[index] ?? ""));
  const answered = asked.filter((index) => FROM_ME.test(texts[index + 1] ?? ""));
  if (first === undefined || toYou.length < 2 || answered.length < 2) return [];
  return indices(texts, (_, index) => index >= first);
}

function isQuestion(text: string): boolean {
  return text.length <= LONGEST_QUESTION && QUESTION.test(text) && !MARKED.test(text);
}

function findBlocks(texts: readonly string[], passages: readonly Passage[]): readonly number[] {
  return indices(texts, (text, index) => {
    const before = texts[index - 1] ?? "";
    if (passages[index]?.kind !== "prose" || passages[index - 1]?.kind !== "prose") return false;
    return !MARKED.test(text) && givesWord(before);
  });
}

function givesWord(text: string): boolean {
  if (!text.endsWith(":") || text.split(/\s+/u).length < FEWEST_WORDS) return false;
  const sentence = text.split(/(?<=[.!?]["'”’)]?)\s+(?=["'“‘(]?\p{Lu})/u).at(-1) ?? text;
  return SAYS.test(sentence) || !LISTS.test(sentence);
}

function indices(
  texts: readonly string[],
  isOne: (text: string, index: number) => boolean,
): readonly number[] {
  return texts.flatMap((text, index) => (isOne(text, index) ? [index] : []));
}
