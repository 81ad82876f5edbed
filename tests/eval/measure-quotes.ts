import type { Brief } from "#core/brief/brief.ts";
import type { Quote } from "#core/speech/quote.ts";
import { type Check, wrong } from "./check.ts";
import type { GoldArticle, LabelledQuote } from "./gold.ts";
import { rangeOf } from "./locate.ts";
import { sameForm, sameRole } from "./metric/names.ts";
import { type Pairing, type SpanCounts, scoreSpans } from "./metric/spans.ts";

/** Scores the quotes of a brief, their speakers, roles and cues. */
export function measureQuotes(
  article: GoldArticle,
  { quotes }: Brief,
): { readonly spans: SpanCounts; readonly checks: readonly Check[] } {
  const { body } = article;
  const labels = article.quotes.map(({ text, nth, who }) => ({
    ranges: [rangeOf(body, text, nth)],
    names: who ?? [],
  }));
  const found = quotes.map(({ start, end, speaker }) => {
    const name = speaker?.name ?? null;
    return { start, end, name };
  });
  const open = article.open.map((words) => rangeOf(body, words));
  const { counts, pairings, spurious } = scoreSpans(body, labels, found, open);
  const checks = pairings.flatMap((pairing) => {
    const label = article.quotes[pairing.label];
    const quote = pairing.found === null ? undefined : quotes[pairing.found];
    return label === undefined ? [] : checksOf(label, quote, pairing, rolesOf(article, label));
  });
  const invented = spurious.map((index) => wrong("no quote", "", shownQuote(quotes[index])));
  return { spans: counts, checks: [...checks, ...invented] };
}

/** The roles that the labels give a speaker, at any of his quotes. */
function rolesOf({ quotes }: GoldArticle, { who }: LabelledQuote): string[] {
  const own = quotes.filter((quote) => who !== null && quote.who?.[0] === who[0]);
  return own.flatMap(({ role }) => role ?? []);
}

function checksOf(
  label: LabelledQuote,
  quote: Quote | undefined,
  { covered, speaker }: Pairing,
  roles: readonly string[],
): Check[] {
  const [expected, got] = [shownLabel(label), shownQuote(quote)];
  if (!covered || quote === undefined) return [wrong("missed quote", expected, got)];
  const given = quote.speaker?.name ?? null;
  const checks: Check[] = [];
  const add = (kind: Check["kind"], right: boolean) => checks.push({ kind, right, expected, got });
  const invented = speaker === "unsettled" && quote.speaker !== null;
  // "Her publisher" is not the wrong man, only not the name that the article gives him.
  const described = speaker === "wrong" && roles.some((role) => eitherRole(given, role));
  add("wrong speaker", described || (speaker !== "wrong" && !invented));
  add("speaker only described", !described);
  if (speaker !== "unsettled") add("no speaker", speaker !== "unnamed");
  if (speaker === "right") {
    add(
      "name not in full",
      (label.who ?? []).some((full) => sameForm(given, full)),
    );
    const role = quote.speaker?.role ?? null;
    if (label.role !== undefined) add("wrong role", eitherRole(role, label.role));
  }
  if (label.cue !== undefined) {
    add("wrong cue", quote.cue?.toLowerCase() === label.cue?.toLowerCase());
  }
  return checks;
}

function eitherRole(given: string | null, expected: string | null): boolean {
  if (expected === null) return given === null;
  return expected.split("|").some((role) => sameRole(given, role));
}

function shownLabel({ text, who, role, cue }: LabelledQuote): string {
  return `“${text}” ${who?.[0] ?? "nobody"} (${role ?? "–"}) ${cue ?? "–"}`;
}

function shownQuote(quote: Quote | undefined): string {
  if (quote === undefined) return "–";
  const { text, speaker, cue } = quote;
  return `“${text}” ${speaker?.name ?? "nobody"} (${speaker?.role ?? "–"}) ${cue ?? "–"}`;
}
