import type { Brief, WriteBrief } from "#core/brief/brief.ts";
import { type Check, wrong } from "./check.ts";
import { draftOf, type GoldArticle } from "./gold.ts";
import { measureFacts } from "./measure-facts.ts";
import { measureQuotes } from "./measure-quotes.ts";
import type { SpanCounts } from "./metric/spans.ts";
import { notVerbatim } from "./metric/verbatim.ts";

/** What the brief of one gold article is worth. */
export interface ArticleScore {
  readonly article: string;
  readonly spans: SpanCounts;
  readonly checks: readonly Check[];
}

/** Scores the brief of one gold article, by its labels. */
export function measureGold(article: GoldArticle, writeBrief: WriteBrief): ArticleScore {
  const brief = writeBrief(draftOf(article.name, article.title, article.body));
  const { spans, checks } = measureQuotes(article, brief);
  return {
    article: article.name,
    spans,
    checks: [
      ...checks,
      ...measureFacts(article, brief),
      ...leaksOf(article, brief),
      ...headlineFaults(article, brief).map((what) => wrong("headline", what, brief.headline)),
      ...notVerbatim(brief).map((what) => wrong("not verbatim", "", what)),
    ],
  };
}

function leaksOf({ furniture }: GoldArticle, { facts, quotes, headline }: Brief): Check[] {
  const shown = [...facts.map(({ text }) => text), ...quotes.map(({ text }) => text), headline];
  return furniture.flatMap((words) =>
    shown.filter((text) => text.includes(words)).map((text) => wrong("furniture", words, text)),
  );
}

/** Two or three lines on a phone; a lede that has nothing to spare is longer than an editor would write. */
const LONGEST_HEADLINE = 200;

function headlineFaults(article: GoldArticle, { headline }: Brief): string[] {
  if (article.title !== null) return headline === article.title ? [] : [article.title];
  if (headline.trim() === "") return ["a headline"];
  const lower = headline.toLowerCase();
  const lost = (article.headline?.has ?? []).filter(
    (words) => !words.split("|").some((word) => lower.includes(word.toLowerCase())),
  );
  return headline.length > LONGEST_HEADLINE ? [...lost, `${LONGEST_HEADLINE} characters`] : lost;
}
