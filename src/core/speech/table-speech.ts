import type { Quotation } from "#core/text/quotation-marks.ts";
import { tokenAt } from "#core/text/token.ts";
import { caselessBefore, caselessBehind } from "./caseless-subject.ts";
import type { Beside } from "./table-beside.ts";
import { isNameWord, mayBeSubject, nameIn, type PlainName, runEnd } from "./table-name.ts";
import { isWord, lowerAt, type Page, sentenceAt } from "./table-page.ts";
import { nameBefore, nameBehind } from "./table-subject.ts";
import { lastVerb, type Verb, verbAt } from "./table-verb.ts";

/** A stretch of words that someone may be said to have said. */
export type Said = Pick<Quotation, "start" | "end" | "open" | "close" | "passage">;

/** How far before a quotation its verb may stand. */
const FURTHEST = 14;
const SOFT = /^[,،—–-]$/u;
const CLOSES = /^[)\]]$/u;
const COLON = /^[:：]$/u;

/** Scripts that have no capitals are read by other signs. */
export function hasCapitals({ table }: Page): boolean {
  return table.code !== "ar" && table.code !== "ur";
}

/** Reads the words behind a quotation: «A», dijo Ana Ruiz. */
export function speechBehind(page: Page, said: Said, limit: number): Beside | null {
  let at = tokenAt(page.tokens, said.close);
  while (at < limit && SOFT.test(lowerAt(page, at))) at += 1;
  const end = Math.min(limit, sentenceEnd(page, at));
  if (!hasCapitals(page)) return caselessBehind(page, at, end);
  while (at < end && page.table.fillers.has(lowerAt(page, at)) && verbAt(page, at) === null)
    at += 1;
  const verb = verbAt(page, at);
  if (verb === null || page.tokens[at]?.capital === true) return subjectFirst(page, at, end);
  if (verb.hasPronoun) return { name: null, verb, side: "behind", tie: "direct" };
  // “The Guardian” relatou que…: here the words in marks speak, and nobody says them.
  if (page.table.links.has(lowerAt(page, verb.last + 1))) return null;
  const name = sure(page, nameBehind(page, verb.last + 1, end), verb);
  return { name, verb, side: "behind", tie: "direct" };
}

/** „A“, Söder sagte. Only a bare name may stand between the words and their verb. */
function subjectFirst(page: Page, at: number, end: number): Beside | null {
  if (!SOFT.test(lowerAt(page, at - 1))) return null;
  for (let verbFirst = at + 1; verbFirst < Math.min(end, at + 7); verbFirst += 1) {
    if (!isWord(page, verbFirst)) return null;
    const verb = verbAt(page, verbFirst);
    if (verb === null) continue;
    // In «Mar», Ana dijo: «…» the verb tells of what comes.
    if (COLON.test(lowerAt(page, verb.last + 1))) return null;
    const name = sure(page, nameBefore(page, verbFirst, at), verb);
    return name?.first === at ? { name, verb, side: "behind", tie: "direct" } : null;
  }
  return null;
}

/** Reads the words before a quotation, in its sentence: Ana Ruiz dijo: «A». */
export function speechBefore(page: Page, said: Said, from: number): Beside | null {
  const open = tokenAt(page.tokens, said.open);
  const start = Math.max(from, sentenceStart(page, open));
  if (!hasCapitals(page)) return caselessBefore(page, start, open);
  const verb = lastVerb(page, Math.max(start, open - FURTHEST), open);
  if (verb === null) return null;
  const tie = tieOf(page, verb, open);
  if (tie === null) return null;
  const side = "before";
  if (verb.hasPronoun) return { name: null, verb, side, tie };
  const before = sure(page, nameBefore(page, verb.first, start), verb);
  const behind = sure(page, nameBehind(page, verb.last + 1, open), verb);
  // "Söder sagte Bild:" has two names, and one is told.
  const far = page.table.verbLast ? farSubject(page, verb, start) : null;
  const name =
    before !== null && behind !== null
      ? null
      : (before ?? freely(page, verb, start, behind) ?? far);
  return { name, verb, side, tie };
}

/** "Tuğlu, maçtan sonra şunları söyledi:": a name that opens its sentence, and no other before the verb. */
function farSubject(page: Page, verb: Verb, start: number): PlainName | null {
  const last = runEnd(page, start, verb.first);
  if (last === null || lowerAt(page, last + 1) !== ",") return null;
  for (let at = last + 2; at < verb.first; at += 1) if (isNameWord(page, at)) return null;
  return nameIn(page, start, last);
}

/** A subject behind its verb, where nothing before the verb can be one: "Am Montag sagte Söder: „…“". */
function freely(page: Page, verb: Verb, start: number, name: PlainName | null): PlainName | null {
  if (name === null || verb.first === start) return name;
  const before = lowerAt(page, verb.first - 1);
  const { table, tokens } = page;
  if (table.grammar === "plain") {
    return table.links.has(before) ||
      table.fillers.has(before) ||
      table.conjunctions.has(before) ||
      SOFT.test(before)
      ? name
      : null;
  }
  return table.fillers.has(before) ||
    tokens[verb.first - 1]?.kind === "number" ||
    table.conjunctions.has(before)
    ? name
    : null;
}

/** What ties the words to the verb before them; `null` where they are not what it says. */
function tieOf(page: Page, verb: Verb, open: number): Beside["tie"] | null {
  const { links } = page.table;
  const isLink = (at: number): boolean => links.has(lowerAt(page, at).replace(/'$/u, ""));
  let linked = false;
  for (let at = verb.last + 1; at < open; at += 1) {
    // "(lo mismo que dijo el ministro), y que «…»": what brackets hold is told beside.
    if (CLOSES.test(lowerAt(page, at))) return null;
    linked ||= isLink(at);
  }
  const last = lowerAt(page, open - 1);
  if (COLON.test(last)) return "colon";
  if (verb.last === open - 1) return "direct";
  // "afirmó que la medida es «un paso atrás que nadie pidió»": a part of what is said.
  if (linked) return "link";
  return last === "," && verb.last >= open - 6 ? "direct" : null;
}

function sure(page: Page, name: PlainName | null, verb: Verb): PlainName | null {
  return name !== null && mayBeSubject(page, name, lowerAt(page, verb.last)) ? name : null;
}

/**
 * The subject that stands right before a quotation whose verb stands behind it: Mehmet Demir, “…” diye
 * konuştu.
 */
export function subjectBeforeWords(page: Page, said: Said, from: number): PlainName | null {
  const open = tokenAt(page.tokens, said.open);
  const start = Math.max(from, sentenceStart(page, open));
  const end = SOFT.test(lowerAt(page, open - 1)) ? open - 1 : open;
  return end > start ? nameBefore(page, end, start) : null;
}

/** Index of the first token of the sentence in which a token stands. */
function sentenceStart(page: Page, at: number): number {
  const sentence = sentenceAt(page, page.tokens[at]?.start ?? 0);
  return sentence === undefined ? 0 : tokenAt(page.tokens, sentence.start);
}

/** Index behind the last token of the sentence in which a token stands. */
function sentenceEnd(page: Page, at: number): number {
  const sentence = sentenceAt(page, page.tokens[at]?.start ?? 0);
  return sentence === undefined ? page.tokens.length : tokenAt(page.tokens, sentence.end);
}
