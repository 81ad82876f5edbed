import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Brief } from "#core/brief/brief.ts";
import type { Filed } from "#core/digest/edition.ts";
import { foldedWords } from "#core/digest/fold.ts";
import { LABELS } from "#core/language/labels.ts";
import { factSpans, headlineBlock, provenanceBlock, quoteBlocks } from "#core/message/brief.ts";
import type { Block, Message, Section, Span } from "#core/message/message.ts";
import { note, paragraph, section, shortMoment } from "#core/message/say.ts";
import { type Page, pageBlocks } from "./button.ts";
import type { Outcome, ReportState } from "./report.ts";
import { mendButton } from "./sheet.ts";

/** What a reader says is wrong, for editors. */
export interface ReportShown {
  readonly number: number;
  readonly article: ArticleId;
  /** The reader's own words. */
  readonly what: string;
  readonly who: string;
  readonly at: Instant;
  readonly state: ReportState;
}

/** By what editors know a reader: `Ines (slack:U0123)`. */
export function reporterName(byName: string, by: string): string {
  return `${byName} (${by})`;
}

/**
 * What the editors are told of a report: the words, who says so, the item with its own sentences, and what can be
 * done. The item stands in a section of its own, so that it is withdrawn and corrected there as in every post.
 */
export function reportNotice(shown: ReportShown, filed: Filed, timeZone: string): Message {
  const { number, article } = shown;
  const summary = `Report ${number}: a reader says that something is wrong`;
  return {
    summary,
    sections: [
      section(paragraph({ text: summary, style: "strong" }), ...saidBlocks(shown, timeZone)),
      {
        about: article,
        blocks: [
          headlineBlock(filed),
          provenanceBlock(filed, timeZone),
          ...inQuestion(filed.brief, shown.what),
        ],
      },
      section(reportButtons(shown)),
    ],
  };
}

/** The notice of a report whose reader is forgotten: neither the name nor the words stay. */
export function withoutReporter(message: Message, who: string): Message {
  const gone = paragraph({ text: "Whoever reported it is forgotten, with what they said." });
  const isTheirs = (block: Block) => block.kind === "quote" && block.by[0]?.text === who;
  const sections = message.sections.map((one) => {
    return { ...one, blocks: one.blocks.map((block) => (isTheirs(block) ? gone : block)) };
  });
  return { ...message, sections };
}

function saidBlocks({ what, who, at }: ReportShown, timeZone: string): readonly Block[] {
  return [
    { kind: "quote", text: what, by: [{ text: who, style: "strong" }] },
    note(shortMoment(at, timeZone)),
  ];
}

/** What an editor can do about it: commands that exist, and two words about the report itself. */
function reportButtons({ number, article, state }: ReportShown): Block {
  const correct = {
    kind: "ask",
    label: LABELS.willBeCorrected,
    ask: `reports ${number} answer:correct`,
  } as const;
  return {
    kind: "buttons",
    buttons: [
      { kind: "ask", label: LABELS.holdIt, ask: `hold ${article}` },
      { kind: "ask", label: LABELS.killIt, ask: `kill ${article}` },
      mendButton(article),
      ...(state === "open" ? [correct] : []),
      { kind: "ask", label: LABELS.dismiss, ask: `reports ${number} answer:dismiss` },
    ],
  };
}

/** So many of an article's sentences are shown beside a report. */
const MOST_SENTENCES = 3;
/** Shorter words say nothing of what is meant, but for figures. */
const SHORTEST_WORD = 4;

/** The article's own sentences that share most words with what a reader says; its first facts where none does. */
export function inQuestion(brief: Brief, what: string): readonly Block[] {
  const words = new Set(
    foldedWords(what).filter((word) => word.length >= SHORTEST_WORD || /^\d/u.test(word)),
  );
  const shared = (text: string) =>
    new Set(foldedWords(text).filter((word) => words.has(word))).size;
  const all = [
    ...brief.facts.map(
      (fact) => ({ kind: "fact", fact, start: fact.start, shared: shared(fact.text) }) as const,
    ),
    ...brief.quotes.map(
      (quote) =>
        ({ kind: "quote", quote, start: quote.start, shared: shared(quote.text) }) as const,
    ),
  ];
  const meant = all
    .filter((one) => one.shared > 0)
    .toSorted((one, other) => other.shared - one.shared)
    .slice(0, MOST_SENTENCES)
    .toSorted((one, other) => one.start - other.start);
  if (meant.length === 0) return factList(brief.facts.slice(0, MOST_SENTENCES).map(factSpans));
  return meant.flatMap((one) =>
    one.kind === "fact" ? factList([factSpans(one.fact)]) : quoteBlocks(brief, [one.quote]),
  );
}

function factList(items: readonly (readonly Span[])[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: "list", items }];
}

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  held: "The newsroom holds the article back since then.",
  killed: "The newsroom has withdrawn the article.",
  corrected: "It was put right: a later version of the article, or of its brief, has come.",
  dismissed: "The editors have looked at it, and leave the article as it is.",
};

/**
 * What a reader hears of their report. It names the article by their own words alone: it may be held by now, and
 * the button asks for it as everybody does.
 */
export function outcomeMessage(
  { what, article, at }: Pick<ReportShown, "what" | "article" | "at">,
  outcome: Outcome,
  timeZone: string,
): Message {
  const stands = outcome === "corrected" || outcome === "dismissed";
  const button = { kind: "ask", label: LABELS.showIt, ask: `brief ${article}` } as const;
  return {
    summary: `What became of your report: ${OUTCOMES[outcome]}`,
    sections: [
      section(
        paragraph({ text: "What you said was wrong on " }, shortMoment(at, timeZone), {
          text: ":",
        }),
        { kind: "quote", text: what, by: [{ text: "you" }] },
        paragraph({ text: OUTCOMES[outcome], style: "strong" }),
        ...(stands ? [{ kind: "buttons", buttons: [button] } as const] : []),
      ),
    ],
  };
}

/** What stands in the thread of the editors' notice once it is settled. */
export function settledLine(number: number, outcome: Outcome, by: string | null): string {
  const done = {
    held: "the article is held",
    killed: "the article is killed",
    corrected: "a later version has come",
    dismissed: "dismissed",
  };
  return `Report ${number} is closed: ${done[outcome]}${by === null ? "" : ` (${by})`}.`;
}

/** A report in the editors' list, with the headline where the article may be shown. */
export interface ReportRow extends ReportShown {
  readonly filed: Filed | null;
}

/** What readers say is wrong and nobody has settled, the latest first. */
export function reportsAnswer(rows: readonly ReportRow[], page: Page, timeZone: string): Message {
  const summary = rows.length === 0 ? "No reader's report is open." : "What readers say is wrong";
  return {
    summary,
    sections: [
      section(paragraph({ text: summary, ...(rows.length > 0 && { style: "strong" as const }) })),
      ...rows.map((row) => rowSection(row, timeZone)),
      ...[pageBlocks(page)]
        .filter((blocks) => blocks.length > 0)
        .map((blocks) => section(...blocks)),
    ],
  };
}

function rowSection(row: ReportRow, timeZone: string): Section {
  const { number, article, filed, state } = row;
  const name =
    filed === null ? `Article ${article}, which may not be shown now` : filed.brief.headline;
  const promised = state === "awaited" ? " · a correction is promised" : "";
  return section(
    paragraph({ text: `Report ${number}: `, style: "strong" }, { text: `${name}${promised}` }),
    ...saidBlocks(row, timeZone),
    reportButtons(row),
  );
}
