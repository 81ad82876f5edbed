import { isNameWord, nameIn, type PlainName, runEnd, runStart } from "./table-name.ts";
import { isBeside, isWord, lowerAt, type Page } from "./table-page.ts";

const LONGEST_PHRASE = 10;
const STOP = /^[.!?…;:()[\]»”“"'’۔؟–—-]$/u;

/** The subject that stands behind a verb of speech: its name, or `null` where it has none that is sure. */
export function nameBehind(page: Page, from: number, limit: number): PlainName | null {
  let at = from;
  while (at < limit && page.table.fillers.has(lowerAt(page, at)) && !isNameWord(page, at)) at += 1;
  const head = at;
  let owned = false;
  for (; at < Math.min(limit, head + LONGEST_PHRASE); at += 1) {
    const lower = lowerAt(page, at);
    if (lower === ",")
      return owned && !isHeadTitle(page, head) ? null : apposed(page, head, at, limit);
    if (!isWord(page, at)) return null;
    if (isNameWord(page, at)) {
      const last = runEnd(page, at, limit);
      if (last === null) return null;
      const inPlace = at > head && isOwner(page, at - 1);
      if (!inPlace && endsWell(page, last, limit)) return named(page, head, at, last, owned);
      if (inPlace && page.table.prepositions.has(lower)) return null;
      at = last;
      continue;
    }
    if (isPreposition(page, at)) {
      if (at === head) return null;
      owned = true;
    }
  }
  return null;
}

/** The name of a phrase that opens at `head`, whose run of capitals is `first` to `last`. */
function named(
  page: Page,
  head: number,
  first: number,
  last: number,
  owned: boolean,
): PlainName | null {
  const name = nameIn(page, first, last);
  if (name === null || head === first) return name;
  if (!isWord(page, first - 1) || !isBeside(page, first - 1)) return null;
  const beside = lowerAt(page, first - 1);
  // "dijo la Policía", "sagte die Polizei": an article makes a noun of it, but for a title behind it.
  if (page.table.determiners.has(beside)) return name.titled ? name : null;
  if (page.table.conjunctions.has(beside)) return null;
  if (!owned) return name;
  // "el portavoz del ministro Juan López" is not Juan López: two people stand in the phrase.
  return isHeadTitle(page, head) && titlesIn(page, head, first) === 1 ? name : null;
}

function isHeadTitle(page: Page, head: number): boolean {
  for (let at = head; at < head + 3; at += 1) {
    const lower = lowerAt(page, at);
    if (page.table.title.test(lower)) return true;
    if (!page.table.determiners.has(lower) && !isAdjective(page, at)) return false;
  }
  return false;
}

/** What stands before the head of a phrase: "nowy rzecznik", "бывший министр". */
function isAdjective(page: Page, at: number): boolean {
  return page.table.grammar === "cases" && /(?:y|i|a|ий|ый|ая|ой)$/u.test(lowerAt(page, at));
}

function titlesIn(page: Page, first: number, end: number): number {
  let count = 0;
  for (let at = first; at < end; at += 1) if (isTitled(page, at)) count += 1;
  return count;
}

/** An office, also where a preposition is joined to it: dell'avvocato. */
function isTitled(page: Page, at: number): boolean {
  const { table } = page;
  const lower = lowerAt(page, at);
  return table.title.test(lower) || table.title.test(lower.slice(lower.indexOf("'") + 1));
}

/** "su presidente, Tomás Llorente," : a name that says who the phrase before it is. */
function apposed(page: Page, head: number, comma: number, limit: number): PlainName | null {
  if (comma === head) return null;
  const opens = page.table.determiners.has(lowerAt(page, head)) || isHeadTitle(page, head);
  if (!opens || titlesIn(page, head, comma) > 1 || page.table.grammar === "cases") return null;
  if (hasConjunction(page, head, comma)) return null;
  const last = runEnd(page, comma + 1, limit);
  if (last === null || last === comma + 1 || !closesWell(page, last, limit)) return null;
  const name = nameIn(page, comma + 1, last);
  return name?.first === comma + 1 ? name : null;
}

function hasConjunction(page: Page, first: number, end: number): boolean {
  for (let at = first; at < end; at += 1) {
    if (page.table.conjunctions.has(lowerAt(page, at))) return true;
  }
  return false;
}

/** What follows a name that speaks: no "and", no other half of it. */
function endsWell(page: Page, last: number, limit: number): boolean {
  const next = lowerAt(page, last + 1);
  if (last + 1 >= limit || !isWord(page, last + 1))
    return page.tokens[last + 1]?.kind !== "possessive";
  return !page.table.conjunctions.has(next) && !/^'/u.test(next);
}

function closesWell(page: Page, last: number, limit: number): boolean {
  return last + 1 >= limit || STOP.test(lowerAt(page, last + 1)) || lowerAt(page, last + 1) === ",";
}

function isPreposition(page: Page, at: number): boolean {
  const lower = lowerAt(page, at);
  return page.table.prepositions.has(lower) || /^(?:d|dell|nell|all|dall|sull)'/u.test(lower);
}

/** What stands behind one of these is not who speaks: "de la Casa Blanca". */
function isOwner(page: Page, at: number): boolean {
  if (isPreposition(page, at)) return true;
  return page.table.determiners.has(lowerAt(page, at)) && isPreposition(page, at - 1);
}

/** The subject that ends right before a token, in a stretch that begins at `from`. */
export function nameBefore(page: Page, end: number, from: number): PlainName | null {
  if (lowerAt(page, end - 1) === ",") return nameBeforeComma(page, end - 1, from);
  const first = runStart(page, end - 1, from);
  return first === null ? null : nameOfPhrase(page, first, end - 1, from);
}

/** "La ministra, Lucía Ortega, dijo": the name between the commas, or the one before an apposition. */
function nameBeforeComma(page: Page, comma: number, from: number): PlainName | null {
  let open = comma - 1;
  while (open > from && !STOP.test(lowerAt(page, open)) && lowerAt(page, open) !== ",") open -= 1;
  if (lowerAt(page, open) !== ",") return null;
  const start = runStart(page, open - 1, from);
  const subject = start === null ? null : nameOfPhrase(page, start, open - 1, from);
  const last = runEnd(page, open + 1, comma);
  const aside = last === comma - 1 && last > open + 1 ? nameIn(page, open + 1, last) : null;
  if (aside === null) return hasConjunction(page, open + 1, open + 2) ? null : subject;
  return subject === null && titlesIn(page, from, open) <= 1 && !hasConjunction(page, from, open)
    ? aside
    : null;
}

/** The name of the phrase that ends in a run of capitals, by what stands before it. */
function nameOfPhrase(page: Page, first: number, last: number, from: number): PlainName | null {
  const name = nameIn(page, first, last);
  if (name === null) return null;
  let head = first;
  while (
    head > from &&
    first - head < LONGEST_PHRASE &&
    isWord(page, head - 1) &&
    isBeside(page, head - 1)
  )
    head -= 1;
  if (head === first) return name;
  const before = lowerAt(page, first - 1);
  if (page.table.conjunctions.has(before)) return null;
  if (isOwner(page, first - 1)) return null;
  const phrase = openingOf(page, head, first);
  if (phrase === null) return null;
  return phrase === first
    ? name
    : named(page, phrase, first, last, ownsSomething(page, phrase, first));
}

/** Where the noun phrase opens that goes up to a name; `null` where another clause stands in it. */
function openingOf(page: Page, head: number, first: number): number | null {
  for (let at = first - 1; at >= head; at -= 1) {
    const lower = lowerAt(page, at);
    if (page.table.links.has(lower)) return at + 1 === first ? first : null;
    if (page.table.fillers.has(lower)) return at + 1;
  }
  return head;
}

function ownsSomething(page: Page, first: number, end: number): boolean {
  for (let at = first; at < end; at += 1) if (isPreposition(page, at)) return true;
  return false;
}
