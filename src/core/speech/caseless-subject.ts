import type { Beside } from "./table-beside.ts";
import type { PlainName } from "./table-name.ts";
import { isWord, lowerAt, type Page } from "./table-page.ts";
import { verbAt } from "./table-verb.ts";

/** How far from the words their verb may stand. */
const FURTHEST = 16;
const LONGEST_NAME = 3;
/** Behind a subject in Urdu. */
const SUBJECT_MARK = "نے";
const HONORIFIC = /^(?:بی|بیگم|صاحب|صاحبہ)$/u;
/** Offices of two words, by the first of them and what it may be of. */
const OFFICES: ReadonlyMap<string, RegExp> = new Map([
  ["وزیر", /^(?:اعظم|اعلیٰ|خزانہ|خارجہ|داخلہ|دفاع|اطلاعات|تعلیم|صحت|قانون|ریلوے|توانائی)$/u],
  ["آرمی", /^چیف$/u],
  ["چیف", /^(?:جسٹس|سیکرٹری|سیکریٹری|ایگزیکٹو)$/u],
  ["اٹارنی", /^جنرل$/u],
]);
const LINKED_ADJECTIVE = /^ال\p{L}+(?:ي|ية|ى)$/u;
const ARTICLE = /^ال/u;
const JOINED = /^(?:بن|بنت|عبد|أبو|ابو|آل)$/u;

/**
 * Who speaks, in a script without capitals: a name that stands behind a title and ends where the grammar
 * shows it; nobody else.
 */
export function caselessBehind(page: Page, from: number, end: number): Beside | null {
  if (page.table.code === "ar") {
    const verb = verbAt(page, from);
    return verb === null
      ? null
      : { name: titledBehind(page, verb.last + 1, end), verb, side: "behind", tie: "direct" };
  }
  for (let at = from; at < Math.min(end, from + FURTHEST); at += 1) {
    if (!isWord(page, at)) return null;
    const verb = verbAt(page, at);
    if (verb !== null)
      return { name: markedBefore(page, from, at), verb, side: "behind", tie: "direct" };
  }
  return null;
}

export function caselessBefore(page: Page, start: number, open: number): Beside | null {
  const last = lowerAt(page, open - 1);
  const tie = last === ":" ? "colon" : page.table.links.has(last) ? "link" : null;
  for (let at = open - 1; at >= Math.max(start, open - FURTHEST); at -= 1) {
    const verb = verbAt(page, at);
    if (verb === null) continue;
    if (tie === null && verb.last < open - 3) return null;
    const name =
      page.table.code === "ar"
        ? titledBehind(page, verb.last + 1, open)
        : markedBefore(page, start, at);
    return { name, verb, side: "before", tie: tie ?? "direct" };
  }
  return null;
}

/** وزیر خزانہ احمد رضا نے: the words before the mark of the subject, behind a title. */
function markedBefore(page: Page, from: number, verbFirst: number): PlainName | null {
  let mark = verbFirst - 1;
  while (mark >= Math.max(from, verbFirst - 6) && lowerAt(page, mark) !== SUBJECT_MARK) mark -= 1;
  if (lowerAt(page, mark) !== SUBJECT_MARK || mark < from) return null;
  let first = mark - 1;
  while (first >= from && isWord(page, first) && !page.table.prepositions.has(lowerAt(page, first)))
    first -= 1;
  first += 1;
  const start = behindTitle(page, first, mark);
  const words = mark - start;
  const honoured =
    HONORIFIC.test(lowerAt(page, mark - 1)) && start === first && words <= LONGEST_NAME;
  if (start === first && !honoured) return null;
  return words >= 2 && words <= LONGEST_NAME ? nameOf(page, start, mark - 1) : null;
}

/** The token behind the last title of a stretch; its first where it holds none. */
function behindTitle(page: Page, first: number, end: number): number {
  for (let at = end - 1; at >= first; at -= 1) {
    if (OFFICES.get(lowerAt(page, at - 1))?.test(lowerAt(page, at)) && at - 1 >= first)
      return at + 1;
    if (page.table.title.test(lowerAt(page, at))) return at + 1;
  }
  return first;
}

/** قال الرئيس السوري بشار الأسد إن: two words behind a title, and what a name cannot go on with. */
function titledBehind(page: Page, from: number, end: number): PlainName | null {
  if (!page.table.title.test(lowerAt(page, from))) return null;
  let first = from + 1;
  if (lowerAt(page, first) === ".") first += 1;
  while (page.table.title.test(lowerAt(page, first))) first += 1;
  if (LINKED_ADJECTIVE.test(lowerAt(page, first))) first += 1;
  if (
    !isWord(page, first) ||
    ARTICLE.test(lowerAt(page, first)) ||
    page.table.prepositions.has(lowerAt(page, first))
  )
    return null;
  let last = first;
  while (
    last + 1 < end &&
    isWord(page, last + 1) &&
    !page.table.prepositions.has(lowerAt(page, last + 1))
  )
    last += 1;
  const words = last - first + 1;
  const joined = page.tokens.slice(first, last + 1).some(({ lower }) => JOINED.test(lower));
  const surname = ARTICLE.test(lowerAt(page, last));
  return words === 2 || (words === 3 && (joined || surname)) ? nameOf(page, first, last) : null;
}

function nameOf({ body, tokens }: Page, first: number, last: number): PlainName {
  const start = tokens[first]?.start ?? 0;
  const end = tokens[last]?.end ?? start;
  return {
    name: body.slice(start, end).replace(/\s+/gu, " "),
    start,
    end,
    first,
    last,
    titled: true,
  };
}
