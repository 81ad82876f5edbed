import type { Instant } from "#core/article/instant.ts";
import type { Fact } from "#core/brief/brief.ts";
import type { Filed } from "#core/digest/edition.ts";
import { LABELS } from "#core/language/labels.ts";
import { factSpans, headlineBlock, provenanceBlock, quoteBlocks } from "#core/message/brief.ts";
import { amid } from "#core/message/direction.ts";
import type { Block, Message, Section, Span } from "#core/message/message.ts";
import { count, note, paragraph, section } from "#core/message/say.ts";
import type { Quote } from "#core/speech/quote.ts";
import { articleButtons, type Page, pageBlocks } from "./button.ts";
import type { CommandName } from "./command.ts";
import type { Told } from "./on-subject.ts";
import type { Sought } from "./sought.ts";

/** A page of what was found, and in whose times it is told. */
export interface Found {
  /** What was looked for, as a reader would say it: `“flood” since 8 May`. */
  readonly about: string;
  readonly page: Page;
  readonly timeZone: string;
  /** When it is told: what is of another year says of which. */
  readonly now: Instant;
}

/** Several articles fit: who asks chooses, and the same is asked of that one. */
export function choiceAnswer(
  words: string,
  fitting: readonly Filed[],
  timeZone: string,
  command: CommandName = "brief",
  stateOf: (filed: Filed) => string | null = () => null,
): Message {
  const summary = `Several articles fit “${words}”. Which one?`;
  return {
    summary,
    sections: [
      section(paragraph({ text: summary, style: "strong" })),
      ...fitting.map((filed) =>
        section(
          headlineBlock(filed),
          ...stated(stateOf(filed)),
          provenanceBlock(filed, timeZone, { unnumbered: true }),
          {
            kind: "buttons",
            buttons: [
              { kind: "ask", label: LABELS.thisOne, ask: `${command} ${filed.article.id}` },
            ],
          },
        ),
      ),
    ],
  };
}

function stated(state: string | null): readonly Block[] {
  return state === null ? [] : [note({ text: state })];
}

/** Most choices of one menu. */
const MENU_MOST = 25;

/** Several articles stand in a message: who asks chooses one of them. */
export function postAnswer(articles: readonly Filed[]): Message {
  const summary = `${count(articles.length, "article")} stand in that message. Which one?`;
  const menus = Array.from({ length: Math.ceil(articles.length / MENU_MOST) }, (_, menu): Block => {
    const choices = articles
      .slice(menu * MENU_MOST, (menu + 1) * MENU_MOST)
      .map(({ article, brief }) => ({ label: brief.headline, ask: `brief ${article.id}` }));
    return { kind: "menu", label: LABELS.chooseArticle, choices };
  });
  return { summary, sections: [section(paragraph({ text: summary }), ...menus)] };
}

/** No article fits, and what to try. */
export function nothingFound(about: string, page = 1): Message {
  const summary =
    page > 1 ? `There is no page ${page} for ${about}.` : `Nothing found for ${about}.`;
  const hint =
    page > 1
      ? "Ask for an earlier page."
      : "Every word must stand in the article: try fewer words, or a name.";
  return { summary, sections: [section(paragraph({ text: summary }), note({ text: hint }))] };
}

/** What was typed for a search has signs alone: `-` or `"`. */
export function noWords(typed: string): Message {
  const summary = `“${typed}” has no word to search for.`;
  const signs = 'Quotation marks hold words together ("harbour bridge"), a minus leaves a word out';
  return {
    summary,
    sections: [section(paragraph({ text: summary }), note({ text: `${signs} (bridge -ferry).` }))],
  };
}

/** A question of which no word is left that an article could be found by. */
export function noQuestion(text: string): Message {
  const summary = `“${shortened(text)}” names nothing that could be looked for.`;
  const hint = "Name who, where or what it is about: a few words are enough.";
  return {
    summary,
    sections: [
      section(paragraph({ text: summary }), note({ text: hint }), {
        kind: "buttons",
        buttons: [{ kind: "ask", label: LABELS.whatCanIAsk, ask: "help" }],
      }),
    ],
  };
}

const LONGEST_SHOWN = 100;

function shortened(text: string): string {
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN - 1)}…`;
}

/** A page of what was found on a subject. */
export interface FoundOn extends Found {
  readonly sought: Pick<Sought, "words" | "speaker">;
  /** Whether anything is on the subject, on this page or one beside it. */
  readonly isAnyOn: boolean;
  /** So many articles were looked at, of more that fit; `null`: all that fit. */
  readonly looked: number | null;
}

/** Who said what, on the subject first and then newest first, each with role, date and the article. */
export function quotesFoundAnswer(told: readonly Told<Quote>[], found: FoundOn): Message {
  const { timeZone, now } = found;
  return toldAnswer("Quotes", "quote", told, found, ({ filed, parts }) => [
    ...quoteBlocks(filed.brief, parts).map((block) => section(block)),
    section(fromArticle(filed, timeZone, now), articleButtons(filed, "brief", "context")),
  ]);
}

/** Key facts on a subject, each with its owner, under its article. */
export function factsFoundAnswer(told: readonly Told<Fact>[], found: FoundOn): Message {
  const { timeZone, now } = found;
  return toldAnswer("Key facts", "key fact", told, found, ({ filed, parts }) => [
    section(
      { kind: "list", items: parts.map(factSpans) },
      fromArticle(filed, timeZone, now),
      articleButtons(filed, "brief", "context"),
    ),
  ]);
}

function toldAnswer<T>(
  heading: string,
  one: string,
  told: readonly Told<T>[],
  found: FoundOn,
  sectionsOf: (of: Told<T>) => readonly Section[],
): Message {
  const { about, page } = found;
  if (told.length === 0) return nothingFound(about, page.number);
  const title = `${heading}: ${about}`;
  const on = told.filter(({ near }) => near !== "none");
  const others = told.filter(({ near }) => near === "none");
  return {
    summary: title,
    sections: [
      section(paragraph({ text: title, style: "strong" })),
      ...on.flatMap(sectionsOf),
      ...(others.length === 0 ? [] : [section(note({ text: saysOfOthers(one, found) }))]),
      ...others.flatMap(sectionsOf),
      ...pages(page),
    ],
  };
}

/** Stands above what is from articles on a subject and says nothing of it. */
function saysOfOthers(one: string, { sought, isAnyOn, looked }: FoundOn): string {
  const subject = `“${sought.words.join(" ")}”`;
  if (isAnyOn)
    return `The following do not say ${subject} themselves; they are from articles that do.`;
  const by = sought.speaker === null ? "" : ` by ${sought.speaker}`;
  const among = looked === null ? "" : ` in the ${looked} articles looked at`;
  return `No ${one}${by}${among} says ${subject} itself; these are from articles that do.`;
}

/** How one gets to the other pages. */
export function pages(page: Page): readonly Section[] {
  const blocks = pageBlocks(page);
  return blocks.length === 0 ? [] : [{ blocks }];
}

/** The article that something stands in, as small print. */
function fromArticle(filed: Filed, timeZone: string, now: Instant): Block {
  const { sourceUrl } = filed.article;
  const headline: Span = {
    text: amid(filed.brief.headline),
    style: "emphasis",
    ...(sourceUrl !== null && { href: sourceUrl }),
  };
  const provenance = provenanceBlock(filed, timeZone, { now, unnumbered: true });
  const rest = provenance.kind === "note" ? provenance.spans : [];
  return note(headline, { text: " · " }, ...rest);
}
