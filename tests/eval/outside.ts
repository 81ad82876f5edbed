import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Brief, Draft, WriteBrief } from "#core/brief/brief.ts";
import type { Quote } from "#core/speech/quote.ts";
import { plainCopy } from "#edge/format/plain.ts";
import { type Check, wrong } from "./check.ts";
import { draftOf } from "./gold.ts";
import { isPronoun } from "./metric/names.ts";
import { type Rouge, rouge } from "./metric/rouge.ts";
import { type FoundSpan, type SpanCounts, scoreSpans } from "./metric/spans.ts";
import { notVerbatim } from "./metric/verbatim.ts";
import { wordsOf } from "./metric/words.ts";
import { brokenPromises, firstFaults } from "./promises.ts";

const Offsets = z.tuple([z.number(), z.number()]);
const Common = { id: z.string(), title: z.string().nullish(), text: z.string() };
const OutsideQuote = z.object({
  ...{ start: z.number(), end: z.number(), spans: z.array(Offsets).optional(), type: z.string() },
  ...{ speaker: z.string().nullish(), speakerResolved: z.string().nullish() },
  speakerAliases: z.array(z.string()).optional(),
});
type OutsideQuote = z.infer<typeof OutsideQuote>;
const Quoted = z.object({
  ...{ ...Common, quotes: z.array(OutsideQuote), ignore: z.array(Offsets).optional() },
});
const Summarised = z.object({ ...Common, reference: z.array(z.string()) });

/** One line of a set of labelled quotations, or of summaries. */
export type QuotedArticle = z.infer<typeof Quoted>;
export type SummarisedArticle = z.infer<typeof Summarised>;
export type OutsideSet =
  | { readonly kind: "quotes"; readonly articles: readonly QuotedArticle[] }
  | { readonly kind: "summaries"; readonly articles: readonly SummarisedArticle[] };

/** Reads a set, JSON lines; its kind is what its first line has, unless stated. */
export function readOutside(file: string, kind?: "quotes" | "summaries"): OutsideSet {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const values: unknown[] = lines.map((line) => JSON.parse(line));
  const quoted = kind === undefined ? Quoted.safeParse(values[0]).success : kind === "quotes";
  return quoted
    ? { kind: "quotes", articles: z.array(Quoted).parse(values) }
    : { kind: "summaries", articles: z.array(Summarised).parse(values) };
}

/** What the quotes of one article of a set are worth. */
export interface QuotedScore {
  readonly article: string;
  readonly spans: SpanCounts;
  readonly checks: readonly Check[];
}

/** A text of a set, read as `copydesk brief --jsonl` reads it. */
export function readDraft(article: SummarisedArticle | QuotedArticle): Draft {
  const { title, body } = plainCopy(article.text, article.title ?? null);
  return draftOf(article.id, title, body);
}

/** What the briefs of a set break of what every brief is promised to be, each with its article. */
export function brokenIn({ articles }: OutsideSet, writeBrief: WriteBrief): string[] {
  return articles.flatMap((article) =>
    [
      ...brokenPromises(readDraft(article), writeBrief),
      ...firstFaults(readDraft(article), writeBrief),
    ].map((what) => `${article.id}: ${what}`),
  );
}

/**
 * Where the quotes of a brief stand in the set's text: reading may have changed white space and
 * taken lines out, so that they are found by their words, each at its first place not yet taken.
 */
function foundIn(text: string, brief: Brief): FoundSpan[] {
  const words = wordsOf(text);
  const taken = new Set<number>();
  return brief.quotes.map(({ text: quote, speaker }) => {
    const wanted = wordsOf(quote).map((word) => word.text);
    const at = words.findIndex(
      (_, index) =>
        !taken.has(index) && wanted.every((word, offset) => words[index + offset]?.text === word),
    );
    taken.add(at);
    const [first, last] = [words[at], words[at + wanted.length - 1]];
    const name = speaker?.name ?? null;
    return { start: first?.start ?? 0, end: last?.end ?? 0, name };
  });
}

/** Scores the quotes of one article; labels of another type than `types` are left open. */
export function measureQuoted(
  article: QuotedArticle,
  writeBrief: WriteBrief,
  types: readonly string[],
): QuotedScore {
  const { text, id } = article;
  const brief = writeBrief(readDraft(article));
  const asked = article.quotes.filter(({ type }) => types.includes(type));
  const others = article.quotes.filter(({ type }) => !types.includes(type)).flatMap(rangesOf);
  const ignored = (article.ignore ?? []).map(([start, end]) => ({ start, end }));
  const labels = asked.map((quote) => ({ ranges: rangesOf(quote), names: namesOf(quote) }));
  const found = foundIn(text, brief);
  const score = scoreSpans(text, labels, found, [...others, ...ignored]);
  const said = ({ text: words, speaker }: Quote) => `${words} — ${speaker?.name ?? "nobody"}`;
  const gotOf = (index: number | null) => {
    const quote = index === null ? undefined : brief.quotes[index];
    return quote === undefined ? "–" : said(quote);
  };
  const lost = score.pairings.flatMap(({ label, found: index, covered, speaker }) => {
    const words = labels[label]?.ranges.map(({ start, end }) => text.slice(start, end)).join(" … ");
    const expected = `${words} — ${labels[label]?.names.join(" / ")}`;
    if (!covered) return wrong("missed quote", expected, gotOf(index));
    if (speaker === "right" || speaker === "unsettled") return [];
    return wrong(speaker === "wrong" ? "wrong speaker" : "no speaker", expected, gotOf(index));
  });
  const invented = score.spurious.map((index) => wrong("no quote", "", gotOf(index)));
  const altered = notVerbatim(brief).map((what) => wrong("not verbatim", "", what));
  return { article: id, spans: score.counts, checks: [...altered, ...invented, ...lost] };
}

function rangesOf({ spans, start, end }: OutsideQuote) {
  return (spans ?? [[start, end]]).map(([from = start, to = end]) => ({ start: from, end: to }));
}

/** The names that settle a speaker; the words as printed where nothing else does. */
function namesOf(quote: OutsideQuote): string[] {
  const isName = (name: string | null | undefined): name is string =>
    typeof name === "string" && name !== "" && !isPronoun(name);
  const settled = [quote.speakerResolved, ...(quote.speakerAliases ?? [])].filter(isName);
  return settled.length > 0 ? settled : [quote.speaker].filter(isName);
}

/** Scores the first `facts` facts of one article as its summary. */
export function measureSummarised(
  article: SummarisedArticle,
  writeBrief: WriteBrief,
  facts: number,
): Rouge {
  const brief = writeBrief(readDraft(article));
  return rouge(
    brief.facts.slice(0, facts).map(({ text }) => text),
    article.reference,
  );
}
