import type { Quote } from "#core/speech/quote.ts";
import type { TextKind } from "#core/text/kind.ts";
import { findPassages } from "#core/text/passages.ts";
import { ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import { oneLine } from "#core/text/space.ts";
import type { Passage, Range } from "#core/text/text.ts";
import type { Brief, Draft, Fact } from "./brief.ts";
import type { BriefFault, FaultKind } from "./brief-fault.ts";
import { isSignedBy } from "./proof-signature.ts";
import { hasOwner, isReported, lostBy, ownersBeside } from "./proof-words.ts";

const MOST_FACTS = 5;

/**
 * What a brief breaks of what every brief is promised to be; empty where it keeps all. It reads the
 * article by itself: rules and models that write briefs pass through one gate, and none of them is asked.
 *
 * @param passages those of the body, where `core/text` has read it already
 */
export function proveBrief(
  brief: Brief,
  {
    title,
    subheadline = null,
    body,
    byline = null,
  }: Pick<Draft, "title" | "subheadline" | "body" | "byline">,
  passages: readonly Passage[] = findPassages(body),
): readonly BriefFault[] {
  const flat = flatten(`${title ?? ""}\n${body}`);
  let words: readonly string[] | null = null;
  // Most briefs print the article's words side by side, and need no list of them.
  const readWords = () => (words ??= wordsOf(flat));
  const { kind } = brief;
  const source: Source = { title, body, passages, flat, words: readWords, byline, kind };
  return [
    ...headlineFaults(source, brief, subheadline),
    ...orderFaults(brief),
    ...brief.facts.flatMap((fact) => factFaults(source, fact, brief.quotes)),
    ...brief.quotes.flatMap((quote) => quoteFaults(source, quote, SPOKEN.has(kind))),
  ];
}

const SPOKEN: ReadonlySet<TextKind> = new Set(["transcript", "interview"]);

/** The article as the gate sees it. */
interface Source {
  readonly title: string | null;
  readonly body: string;
  readonly passages: readonly Passage[];
  /** Title and body with one space between words. */
  readonly flat: string;
  /** Its words, in lower case. */
  readonly words: () => readonly string[];
  readonly byline: string | null;
  /** As the brief has it. */
  readonly kind: TextKind;
}

function fault(kind: FaultKind, text: string): BriefFault {
  return { kind, text };
}

function flatten(text: string): string {
  return oneLine(text).trim();
}

function headlineFaults(
  { flat, words }: Source,
  { headline }: Brief,
  subheadline: string | null,
): BriefFault[] {
  if (!SAYS.test(flat)) return [];
  // An editor may take the copy's second line.
  if (SAYS.test(headline) && headline === subheadline) return [];
  // A headline that was cut ends in a part of a word.
  const whole = flat.includes(headline.replace(/…$/u, "")) || isInOrder(wordsOf(headline), words());
  return SAYS.test(headline) && whole ? [] : [fault("headline", headline)];
}

function orderFaults({ facts, quotes }: Brief): BriefFault[] {
  const many = facts.slice(MOST_FACTS).map(({ text }) => fault("out of order", text));
  const seen = new Set<number>();
  const twice = facts.filter(({ start }) => seen.size === seen.add(start).size);
  const early = quotes.filter(({ start }, index) => start < (quotes[index - 1]?.end ?? 0));
  return [...many, ...[...twice, ...early].map(({ text }) => fault("out of order", text))];
}

const SAYS = /[\p{L}\p{N}]/u;
// A capital, a figure, or a letter of a script that has no capitals; behind an opening mark or none.
const OPENS = /^["'“”‘’«»„‹「『（【《◆(¿¡[*—–-]*\s?(?:[\p{Lu}\p{Lt}\p{Lo}\p{N}$£€¥₹#@])/u;
// What is written small on purpose: iPhone, eBay.
const OPENS_SMALL = /^\p{Ll}{1,2}\p{Lu}/u;
const CLOSES = /[.!?…。！？।۔؟]["'“”‘’«»„›」』)\]]*$/u;

function factFaults(source: Source, fact: Fact, quotes: readonly Quote[]): BriefFault[] {
  const { start, end, text } = fact;
  const { body, passages } = source;
  if (!isWithin(body, fact)) return [fault("not verbatim", text)];
  const sentence = flatten(body.slice(start, end));
  const cuts = cutsOf(source, flatten(text), sentence);
  if (cuts === null) return [fault("not verbatim", text)];
  const broken: FaultKind[] = [];
  if (!isWhole(text, source, fact)) broken.push("fragment");
  if (isFurnitureAt(passages, fact)) broken.push("furniture");
  broken.push(...lostBy(cuts, fact));
  if (!isOwned(source, fact, sentence, quotes)) broken.push("wrong owner");
  return broken.map((kind) => fault(kind, text));
}

const REFERENT = /^\[(?<words>[^\]]+)\] /u;

/**
 * The words that a fact leaves out before and behind what it prints; `null` where it does not print its
 * sentence's own letters, in one piece. A referent in square brackets stands for the pronoun that opens it.
 */
function cutsOf(
  { flat }: Source,
  text: string,
  sentence: string,
): readonly [string, string] | null {
  const given = sentence.startsWith("[") ? undefined : REFERENT.exec(text);
  if (given !== null && given !== undefined && !flat.includes(given.groups?.words ?? ""))
    return null;
  const own = given == null ? text : text.slice(given[0].length);
  // The stop of a sentence whose attribution was cut is its own, set anew.
  const bare = own.replace(/[.!?]$/u, "");
  // Its first letter may be another: a capital behind a cut, which `isWhole` looks at.
  const found = sentence.indexOf(bare.slice(1));
  const at = sentence.startsWith(bare) ? 0 : found - 1;
  if (sentence.charAt(at).toLowerCase() !== bare.charAt(0).toLowerCase()) return null;
  if (at < 0 || bare === "") return null;
  const before = sentence.slice(0, at);
  const behind = sentence.slice(at + bare.length).replace(/^[.!?](?=["'”’]*$|,)/u, "");
  return [given == null ? before : before.replace(PRONOUN, ""), behind];
}

const PRONOUN = /(?:^|\s)(?:s?he|they|it|his|her|their|its|the \S+(?: \S+)?)\s$/i;

/** Whole to its reader: it opens and closes as sentences do, and so does what it stands in. */
function isWhole(text: string, { body, passages }: Source, { start, end }: Fact): boolean {
  const opens = OPENS.test(text) || OPENS_SMALL.test(text);
  return (
    opens &&
    CLOSES.test(text.trimEnd()) === CLOSES.test(body.slice(start, end).trimEnd()) &&
    isBounded(
      body,
      start,
      end,
      passages.some((passage) => passage.start === start),
    )
  );
}

// OSLO The talks · COLOMBO (Tarn 1st); The talks · Ann Field Facebook Twitter Print The talks
const HEADED =
  /(?:^|\n)(?:\p{Lu}[\p{Lu} /]{2,40}|\p{Lu}[^\n;]{2,60}\);|\p{Lu}[^\n.!?]{0,60}(?:Email|Print|Share|Tweet|Save)) $/u;
const LONGEST_HEAD = 80;

/**
 * No sentence begins behind a comma or in a word, or ends in front of one that goes on small; but a
 * passage begins behind a sub-head or a name that ran on into it.
 */
function isBounded(body: string, start: number, end: number, opensPassage: boolean): boolean {
  const before = /(?<mark>\S)(?<space>\s*)$/u.exec(
    body.slice(Math.max(0, start - 12), start),
  )?.groups;
  const begins =
    opensPassage ||
    before === undefined ||
    before.space?.includes("\n") === true ||
    !/[\p{L},;]/u.test(before.mark ?? "") ||
    HEADED.test(body.slice(Math.max(0, start - LONGEST_HEAD), start));
  const behind = body.slice(end, end + 12);
  // Copy that lost a space, or whose script has none: "on Monday.The police".
  const own = body.slice(start, end);
  const stops =
    /[。！？]["'”’」』]*$/u.test(own) || (CLOSES.test(own) && /^[\p{Lu}\p{Lo}]/u.test(behind));
  return begins && (stops || !/^[\p{L}\p{N}]|^[ \t]*[,;]|^ \p{Ll}(?!\p{Lu})/u.test(behind));
}

function isWithin(body: string, { start, end, text }: Range & { readonly text: string }): boolean {
  return start >= 0 && start < end && end <= body.length && SAYS.test(text);
}

function isFurnitureAt(passages: readonly Passage[], { start, end }: Range): boolean {
  return passages.some(
    (passage) => passage.kind === "furniture" && passage.start < end && start < passage.end,
  );
}

/** The owner is the article's own words, and no other is named as the one who says this. */
function isOwned(
  source: Source,
  { attribution, start, end }: Fact,
  sentence: string,
  quotes: readonly Quote[],
): boolean {
  // An opinion is its writer's, and a release its sender's.
  if (attribution === null || source.byline?.includes(attribution)) return true;
  if (isSignedBy(source, attribution)) return true;
  if (!SAYS.test(attribution) || !isIn(source, attribution)) return false;
  const rivals = ownersBeside(sentence);
  if (rivals.length === 1 && !sharesName(rivals[0] ?? "", attribution)) return false;
  const quoted = quotes.some(
    (quote) => quote.start < end && start < quote.end && quote.speaker?.name === attribution,
  );
  return quoted || hasOwner(sentence, attribution) || isReported(sentence);
}

/** Words of a name; titles and small words tell nobody apart. "Brad" is a Bradley, and "Mueller" a Müller. */
function sharesName(one: string, other: string): boolean {
  const words = wordsOf(one).filter((word) => word.length > 2);
  if (words.length === 0) return true;
  const others = wordsOf(other).filter((word) => word.length > 2);
  return words.some((word) => others.some((name) => isOneName(word, name)));
}

function isOneName(word: string, name: string): boolean {
  if (word === name || plainLetters(word) === plainLetters(name)) return true;
  return word.length > 2 && name.startsWith(word);
}

function plainLetters(word: string): string {
  return word
    .replace(/(?<=[aou])e/gu, "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}

// A mark, a mark that was lost to "?" or "\ufffd", the dash of a dialogue, or the head of a line.
const OPENS_WORDS = /(?:["'“”‘’«»„‚‹›「『〈《:—–-]\s*|[—–]\.\s|(?:^|[\s("“])[?\ufffd]|\n\s*)$/u;
// MR. KRALL: The storm will reach Arden at six.
const TURN = /^\s*[\p{L}\p{M}\p{N}.'’() -]{1,60}:\s/u;

/** In a transcript nobody's words stand in marks: who speaks opens the line. */
function isInTurn(body: string, at: number): boolean {
  return TURN.test(body.slice(body.lastIndexOf("\n", at) + 1, at));
}

function quoteFaults(source: Source, quote: Quote, isSpoken: boolean): BriefFault[] {
  const { text, start, end, speaker } = quote;
  const { body, passages } = source;
  if (!isWithin(body, quote) || body.slice(start, end) !== text)
    return [fault("not verbatim", text)];
  const broken: FaultKind[] = [];
  // Marks, the dash of a dialogue, the colon of a transcript, or the line of an epigraph open what is said.
  const before = body.slice(Math.max(0, start - 4), start);
  if (!OPENS_WORDS.test(before) && start > 0 && !(isSpoken && isInTurn(body, start)))
    broken.push("false quote");
  if (isFurnitureAt(passages, quote)) broken.push("furniture");
  if (speaker !== null && !isSpeaker(source, speaker, quote)) broken.push("no such speaker");
  return broken.map((kind) => fault(kind, text));
}

/** A mention of the article, outside the words that are said, of the one who is named. */
function isSpeaker(
  source: Source,
  { name, role, start, end }: NonNullable<Quote["speaker"]>,
  said: Range,
): boolean {
  const { body } = source;
  const inside =
    start < 0 || start >= end || end > body.length || !SAYS.test(body.slice(start, end));
  if (inside || (start < said.end && said.start < end)) return false;
  if (!SAYS.test(name) || !isIn(source, name)) return false;
  if (role !== null && !isIn(source, role)) return false;
  const mention = body.slice(start, end);
  // A name that is mentioned is the name of whom it mentions.
  return !isBareName(mention) || sharesName(mention, name) || isSpelt(mention, name);
}

/** "TWA" and "The TWA" of "Tarn Water Authority". */
function isSpelt(mention: string, name: string): boolean {
  const initials = name.match(/(?<![\p{L}’'-])\p{Lu}/gu) ?? [];
  return initials.length > 2 && mention.replace(/^The /u, "") === initials.join("");
}

/** "Dar", "Ishaq Dar": nothing but words with a capital. But "The PM" and "The Governor" are offices, and no names. */
function isBareName(mention: string): boolean {
  const words = mention.split(/\s+/u);
  if (words[0] === "The" && ROLE_NOUNS.has((words.at(-1) ?? "").toLowerCase())) return false;
  return (
    words.every((word) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word)) &&
    !/^(?:S?he|They|It|We|I|The \p{Lu}{2,3})$/u.test(mention)
  );
}

/** Words side by side somewhere in the article, whatever marks stand between them. */
function isIn({ flat, words }: Source, part: string): boolean {
  return flat.includes(part) || isInOrder(wordsOf(part), words());
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)?/gu;

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().replaceAll("’", "'").match(WORD) ?? [];
}

function isInOrder(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0;
  for (const word of part) {
    at = whole.indexOf(word, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
