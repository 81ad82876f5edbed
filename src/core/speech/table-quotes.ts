import type { AnalysedText } from "#core/text/analysed.ts";
import type { LanguageTable } from "#core/text/language/table.ts";
import { findQuotations, type Quotation } from "#core/text/quotation-marks.ts";
import type { Range } from "#core/text/text.ts";
import { tokenAt } from "#core/text/token.ts";
import { type DashSaid, findDashSpeech } from "./dash-speech.ts";
import type { Quote } from "./quote.ts";
import type { Beside } from "./table-beside.ts";
import { createFullest, type Fullest } from "./table-fullest.ts";
import { mayBeSubject, type PlainName } from "./table-name.ts";
import { layPage, lowerAt, type Page, sentenceAt } from "./table-page.ts";
import { isQuotable } from "./table-quotable.ts";
import { speechBefore, speechBehind, subjectBeforeWords } from "./table-speech.ts";
import { nameBehind } from "./table-subject.ts";

/** What an article in a language without rules of its own says in quotation marks. */
export interface TableFindings {
  readonly quotes: readonly Quote[];
  /** All that stands in marks or behind a dialogue dash, whoever says it. */
  readonly marked: readonly Range[];
}

/** More than any article has: beyond them stands a book, or a row of marks. */
const MOST_QUOTES = 4000;

/** A quote on its way: who said it is known once every name of the article is. */
interface Found extends Range {
  readonly cue: Range | null;
  readonly name: PlainName | null;
}

/**
 * Finds the quotations of an article by its language's table: a speaker is named only where a name stands
 * right beside the verb of speech. `speakers` false: nobody is named, whatever stands there.
 */
export function findTableQuotes(
  text: AnalysedText,
  table: LanguageTable,
  speakers: boolean,
): TableFindings {
  const page = layPage(text, table);
  const dashes = findDashSpeech(page).slice(0, MOST_QUOTES);
  const quotations = outside(findQuotations(text.body, text.passages, false), dashes).slice(
    0,
    MOST_QUOTES,
  );
  const found = [
    ...readQuotations(page, quotations),
    ...dashes.map((dash) => readDash(page, dash)),
  ];
  found.sort((one, other) => one.start - other.start);
  const fullest = createFullest(
    page,
    found.flatMap(({ name }) => name ?? []),
  );
  const marked = [...quotations.map(({ open, close }) => ({ start: open, end: close })), ...dashes];
  return {
    quotes: found.map((one) => toQuote(text.body, one, speakers ? fullest : null)),
    marked: marked.sort((one, other) => one.start - other.start),
  };
}

/** The quotations that stand in no speech behind a dash; both come in order. */
function outside(quotations: readonly Quotation[], dashes: readonly Range[]): Quotation[] {
  let at = 0;
  return quotations.filter(({ open, close }) => {
    while ((dashes[at]?.end ?? close) <= open) at += 1;
    return (dashes[at]?.start ?? close) >= close;
  });
}

function readQuotations(page: Page, quotations: readonly Quotation[]): Found[] {
  const found: Found[] = [];
  let last: { quotation: Quotation; beside: Beside | null; found: Found } | null = null;
  quotations.forEach((quotation, index) => {
    const previous = quotations[index - 1];
    const next = quotations[index + 1];
    // A mark that never closes holds nobody's words for sure, unless the next paragraph goes on with it.
    if (!quotation.closed && next?.continues !== true) return;
    const beside = quotation.continues ? null : besideOf(page, quotation, previous, next);
    const sentence = sentenceAt(page, quotation.open);
    if (!isQuotable(page.body, quotation, beside, sentence)) return;
    const kept: Pick<Found, "name" | "cue"> =
      last !== null && goesOn(page, last, quotation, previous, beside)
        ? last.found
        : { name: beside?.name ?? null, cue: beside === null ? null : cueOf(page, beside) };
    const one: Found = {
      start: quotation.start,
      end: quotation.end,
      name: kept.name,
      cue: beside === null ? kept.cue : cueOf(page, beside),
    };
    found.push(one);
    last = { quotation, beside: beside ?? last?.beside ?? null, found: one };
  });
  return found;
}

/** Says whether a quotation goes on with the one before it: over a paragraph, or behind its attribution. */
function goesOn(
  page: Page,
  last: { readonly quotation: Quotation; readonly beside: Beside | null },
  quotation: Quotation,
  previous: Quotation | undefined,
  beside: Beside | null,
): boolean {
  if (last.quotation !== previous) return false;
  if (quotation.continues) return true;
  if (
    beside !== null ||
    last.quotation.passage !== quotation.passage ||
    last.beside?.side !== "behind"
  )
    return false;
  // No other sentence stands between the attribution and these words.
  const before = sentenceAt(page, quotation.open - 1);
  return before === undefined || before.start <= last.quotation.close;
}

function besideOf(
  page: Page,
  quotation: Quotation,
  previous: Quotation | undefined,
  next: Quotation | undefined,
): Beside | null {
  const passage = page.passages[quotation.passage];
  const limit = tokenAt(page.tokens, Math.min(passage?.end ?? 0, next?.open ?? Infinity));
  const from = tokenAt(page.tokens, Math.max(passage?.start ?? 0, previous?.close ?? 0));
  const behind = speechBehind(page, quotation, limit);
  if (behind !== null && behind.name === null && page.table.verbLast) {
    const name = subjectBeforeWords(page, quotation, from);
    const bare = endsPhrase(page, behind.verb.last + 1, limit);
    if (name !== null && bare && page.table.code !== "ur") return { ...behind, name };
  }
  const before = speechBefore(page, quotation, from);
  if (behind === null || before === null) return behind ?? before;
  // Both sides name someone: where they do not agree, nobody is sure.
  if (behind.name !== null && before.name !== null && behind.name.name !== before.name.name)
    return { ...behind, name: null };
  return behind;
}

/** Says whether nothing stands behind a verb that might be its subject. */
function endsPhrase(page: Page, at: number, limit: number): boolean {
  return (
    at >= limit ||
    /^[.,;!?…]$/u.test(lowerAt(page, at)) ||
    page.table.conjunctions.has(lowerAt(page, at))
  );
}

function readDash(page: Page, dash: DashSaid): Found {
  const { start, end, verb, asideEnd } = dash;
  if (verb === null) return { start, end, name: null, cue: null };
  const name = verb.hasPronoun ? null : nameBehind(page, verb.last + 1, asideEnd);
  const sure = name !== null && mayBeSubject(page, name, lowerAt(page, verb.last)) ? name : null;
  return { start, end, name: sure, cue: rangeOf(page, verb.first, verb.last) };
}

function cueOf(page: Page, { verb }: Beside): Range {
  return rangeOf(page, verb.first, verb.last);
}

function rangeOf({ tokens }: Page, first: number, last: number): Range {
  const start = tokens[first]?.start ?? 0;
  return { start, end: tokens[last]?.end ?? start };
}

function toQuote(body: string, { start, end, cue, name }: Found, fullest: Fullest | null): Quote {
  const speaker =
    name === null || fullest === null
      ? null
      : { name: fullest(name), role: null, start: name.start, end: name.end };
  return {
    ...{ text: body.slice(start, end), start, end, hedge: null, through: null, speaker },
    cue: cue === null ? null : body.slice(cue.start, cue.end),
  };
}
