import { COUNTRIES } from "#core/text/countries.ts";
import { type Copy, isMasthead, isNamedByPage, isUnheardOf } from "./masthead.ts";

// What parts a headline from who published it; dashes and colons also part it from who said it.
const BAR = /^(?:\||::?|«|»|·|•)$/u;
const SEPARATOR = /\s(?<mark>\||::?|«|»|·|•|[–—-])\s+|(?<=\p{L}\p{L})(?<colon>:)\s+/gu;
// BusinessTimes, HarbourNOW, TheHarbour: one word that only a masthead has.
const RUN_TOGETHER = /^(?:The)?\p{Lu}\p{Ll}{2,}\p{Lu}(?:\p{Ll}+|\p{Lu}+)$|^The\p{Lu}\p{Ll}+$/u;
// The Bench: Rowing News from the Coast | Port Blog: Stories from the Quay
const BLOG =
  /^(?:The )?\p{Lu}[\p{L}’' ]{2,30}: [^.!?]*\b(?:News|Blogs?|Updates|Coverage|Stories|Analysis|Opinion|Headlines|Commentary|Reviews)\b/u;
const ADDRESS = /^[\p{L}\d-]+\.(?:com|org|net|co\.\p{L}{2}|info|tv|fm|\p{L}{2})$/iu;
const FEWEST_WORDS = 3;
const WORDS_BEFORE = 5;
const MOST_PARTS = 3;
const MOST_WORDS = 5;
const WORDS_OF_TAG = 4;

/**
 * Takes off who published it: "Harbour closes | Tarn Daily News". Behind a dash may stand who said
 * it ("Bank is sound – Adeyo", "Minister quits – Tarn Mail"): there only the article's own source
 * goes, or the name of a newspaper that the article does not speak of.
 */
export function withoutPublisher(headline: string, source: string | null, body: string): string {
  const copy = { source, body };
  let text = withoutMasthead(wholeTail(headline, copy) ?? headline, copy);
  for (let count = 0; count < MOST_PARTS; count += 1) {
    const last = separatorsOf(text).at(-1);
    if (last === undefined) return text;
    const [before, behind] = [text.slice(0, last.start).trim(), text.slice(last.end).trim()];
    if (!isPublisher(behind, last, { ...copy, before })) return text;
    text = ADDRESS.test(behind) ? withoutSection(before) : before;
  }
  return text;
}

interface Separator {
  readonly start: number;
  readonly end: number;
  readonly kind: "bar" | "dash" | "colon";
}

function separatorsOf(text: string): readonly Separator[] {
  return Array.from(text.matchAll(SEPARATOR)).map(({ 0: found, index, groups }) => ({
    start: index,
    end: index + found.length,
    kind: groups?.colon !== undefined ? "colon" : BAR.test(groups?.mark ?? "") ? "bar" : "dash",
  }));
}

/** "Ferry closes - WTRN Channel 4 - Tarn News, Weather & Sports": a name that holds separators itself. */
function wholeTail(headline: string, copy: Copy): string | null {
  for (const { start, end, kind } of separatorsOf(headline)) {
    const before = headline.slice(0, start).trim();
    if (kind === "colon" || wordsOf(before).length < FEWEST_WORDS) continue;
    const tail = headline.slice(end).trim();
    if (isMasthead(tail, copy) || isBlog(tail, copy)) return before;
  }
  return null;
}

/** "WTRN 5 - Ferry to close again in May": the name stands before. */
function withoutMasthead(headline: string, copy: Copy): string {
  const [first] = separatorsOf(headline);
  if (first === undefined || first.kind === "colon") return headline;
  const [name, rest] = [headline.slice(0, first.start).trim(), headline.slice(first.end).trim()];
  if (wordsOf(rest).length < WORDS_BEFORE || wordsOf(name).length > WORDS_OF_TAG) return headline;
  const isName =
    isMasthead(name, copy) || (first.kind === "bar" && isUnheardOf(wordsOf(name), copy));
  return isName ? rest : headline;
}

function isBlog(name: string, { body }: Copy): boolean {
  return BLOG.test(name) && !body.includes(name);
}

const SECTION =
  /^(?:World|National|Nation|Local|Region|Metro|Sports?|Business|Markets|Money|Politics|Opinion|Culture|Entertainment|Lifestyle|Technology|Tech|Science|Health|Movies|News|Home|Breaking)$/u;

/** The part of a site that has the sport: "- CUP Rowing", "- Women's Football". */
const SPORT =
  /^(?:\p{Lu}[\p{L}’']*\s){0,2}(?:Football|Soccer|Rugby|Cricket|Tennis|Golf|Hockey|Baseball|Basketball|Netball|Volleyball|Boxing|Racing|Rowing|Cycling|Athletics|Swimming|Wrestling|Motorsport)$/u;
/** Before a site's address may stand the part of the site: "Ferry closes - World - TARNPOST.COM". */
function withoutSection(headline: string): string {
  const found = /^(?<own>.+\S)\s[-–—|]\s(?<part>\p{Lu}[\p{L} ]{2,20})$/u.exec(headline)?.groups;
  if (found?.own === undefined || found.part === undefined) return headline;
  const isPart = SECTION.test(found.part) || COUNTRIES.has(found.part);
  return isPart && wordsOf(found.own).length >= FEWEST_WORDS ? found.own : headline;
}

interface Known extends Copy {
  readonly before: string;
}

function isPublisher(name: string, { kind }: Separator, { source, body, before }: Known): boolean {
  const copy = { source, body };
  const [words, earlier] = [wordsOf(name), wordsOf(before).length];
  if (kind === "colon") {
    return earlier >= WORDS_BEFORE && words.length > 1 && isUnheardOf(words, copy);
  }
  if (source !== null && plain(name) === plain(source)) return true;
  if (words.length > MOST_WORDS || earlier < FEWEST_WORDS) return false;
  if (ADDRESS.test(name)) return true;
  const isName = words.every((word) => /^(?:[\p{Lu}\d&]|of$|and$|the$|for$)/u.test(word));
  // Behind a bar stands no part of a headline that is whole before it: "… | Orvania pipeline".
  if (kind === "bar") return isName || (earlier >= WORDS_BEFORE && isTag(name, words));
  if (isMasthead(name, copy) || isNamedByPage(name, copy)) return true;
  if (RUN_TOGETHER.test(name) && !body.includes(name)) return true;
  if (SPORT.test(name) && earlier >= WORDS_BEFORE) return true;
  if (isName && earlier >= WORDS_BEFORE && isOffice(name, before)) return true;
  return isName && earlier >= WORDS_BEFORE && isUnheardOf(words, copy);
}

const OFFICE =
  /\b(?:Office|Ministry|Department|Council|Government|Commission|Agency|Authority|Bureau|Police|Service|University|College|Institute|Embassy)\b/u;

/**
 * "Rents to fall - The Tarn Mayor's Office", "RENTS TO FALL - Tarn Ministry of Housing": an office's own site. Who says
 * so stands without an article, and in capitals where the headline does: "Rents to fall - Ministry of Housing".
 */
function isOffice(name: string, before: string): boolean {
  const isSetOff = !/\p{Ll}/u.test(before) && wordsOf(name).length >= FEWEST_WORDS;
  return OFFICE.test(name) && (/^The \p{Lu}/u.test(name) || isSetOff);
}

function isTag(name: string, words: readonly string[]): boolean {
  return words.length <= WORDS_OF_TAG && /^\p{Lu}[^.!?]*$/u.test(name);
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/u);
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s|\.(?:com|org|net|co\.\p{L}{2})$/gu, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
