import type { Brief, Fact } from "#core/brief/brief.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Quote } from "#core/speech/quote.ts";
import { entryIn } from "./contents.ts";
import type { Block, Message } from "./message.ts";
import { wordsOf } from "./say.ts";
import { isFrom } from "./withdraw.ts";

/** What the desk has mended of what readers of a post have read, or read in it from now on. */
export interface DeskMending {
  /** In order of weight: `a quote of Mira Solen is taken back`. Never empty. */
  readonly details: readonly string[];
  /** It is no longer said, or said otherwise: who has read it must learn of it. */
  readonly takesBack: boolean;
  /** A sentence is struck: whatever line was drawn from the article may be of it. */
  readonly isStruck: boolean;
}

/**
 * What differs for readers of a post between two briefs of one text, of which an editor has mended one; `null` where they
 * would find nothing else. It tells of what the post prints alone, and never says a struck fact or quote again.
 *
 * @param read what the post shows of the article
 * @param isDrawnAlike whether the post would show the same of both
 */
export function mendedIn(
  posted: Message,
  read: Filed,
  now: Filed,
  isDrawnAlike: () => boolean,
): DeskMending | null {
  const back = takenBack(posted, read.brief, now.brief);
  if (back.length === 0 && isDrawnAlike()) return null;
  const told = [...back, ...givenAgain(read, now)];
  if (told.length > 0) {
    const isStruck = read.brief.facts.some((fact) => !hasFact(now.brief, fact));
    return { details: [...new Set(told)], takesBack: true, isStruck };
  }
  const added = [
    ...now.brief.facts
      .filter((fact) => !hasFact(read.brief, fact))
      .map(() => "another key fact is told"),
    ...now.brief.quotes
      .filter((quote) => quoteAt(read.brief, quote) === null)
      .map(() => "another quote is told"),
  ];
  return added.length === 0
    ? null
    : { details: [...new Set(added)], takesBack: false, isStruck: false };
}

function takenBack(posted: Message, read: Brief, now: Brief): readonly string[] {
  const { id } = read;
  const blocks = posted.sections.flatMap((one) => one.blocks);
  const isNamed =
    entryIn(posted, id) !== null ||
    posted.sections.some(
      (one) => one.about === id && one.blocks.some(({ kind }) => kind === "headline"),
    );
  const headline = isNamed && read.headline !== now.headline ? ["another headline"] : [];
  const quotes = read.quotes
    .filter(({ text }) => blocks.some((block) => block.kind === "quote" && block.text === text))
    .flatMap((quote) => quoteLost(quote, quoteAt(now, quote)));
  // A line of what is new in it may be of any of its sentences.
  const isDrawn = blocks.some((block) => isFrom(block, id) && block.kind !== "note");
  const facts = read.facts
    .filter((fact) => !hasFact(now, fact))
    .filter((fact) => isDrawn || blocks.some((block) => prints(block, bare(fact.text))))
    .map(() => "a key fact is taken back");
  return [...quotes, ...facts, ...headline];
}

/** What was struck when the post was last amended, and stands in the brief again. */
function givenAgain({ article, brief }: Filed, now: Filed): readonly string[] {
  const struck = (kind: "strike-fact" | "strike-quote") =>
    new Set(
      (article.mendings?.list ?? []).flatMap((one) => (one.kind === kind ? one.at.start : [])),
    );
  const [facts, quotes] = [struck("strike-fact"), struck("strike-quote")];
  return [
    ...now.brief.quotes
      .filter((quote) => quotes.has(quote.start) && quoteAt(brief, quote) === null)
      .map((quote) => `${ofWhom(quote)} stands after all`),
    ...now.brief.facts
      .filter((fact) => facts.has(fact.start) && !hasFact(brief, fact))
      .map(() => "a key fact stands after all"),
  ];
}

function quoteLost(read: Quote, now: Quote | null): readonly string[] {
  if (now === null) return [`${ofWhom(read)} is taken back`];
  const [was, is] = [read.speaker?.name ?? null, now.speaker?.name ?? null];
  if (was === is) return [];
  if (is === null) return [`who said a quote is not settled: it was given as ${was}’s`];
  return [was === null ? `a quote is ${is}’s` : `a quote is ${is}’s, not ${was}’s`];
}

function ofWhom({ speaker }: Quote): string {
  return speaker === null ? "a quote" : `a quote of ${speaker.name}`;
}

function hasFact({ facts }: Brief, { start, text }: Fact): boolean {
  return facts.some((fact) => fact.start === start && fact.text === text);
}

function quoteAt({ quotes }: Brief, { start, end }: Quote): Quote | null {
  return quotes.find((quote) => quote.start === start && quote.end === end) ?? null;
}

/** Without its stop, behind which its owner may stand. */
function bare(text: string): string {
  return text.replace(/[.!?]+$/u, "");
}

function prints(block: Block, words: string): boolean {
  return block.kind === "list" && block.items.some((item) => wordsOf(item).includes(words));
}
