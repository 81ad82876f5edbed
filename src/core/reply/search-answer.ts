import type { ArticleId } from "#core/article/article.ts";
import { sourceOf } from "#core/change/filing.ts";
import type { Filed } from "#core/digest/edition.ts";
import { LABELS } from "#core/language/labels.ts";
import { dateOf, headlineBlock, moreButton } from "#core/message/brief.ts";
import type { Block, Message, Section, Span } from "#core/message/message.ts";
import { count, note, paragraph, section } from "#core/message/say.ts";
import type { Page } from "./button.ts";
import type { Asked } from "./front-desk.ts";
import { keepPosted } from "./keep-posted.ts";
import { type Found, nothingFound, pages } from "./list-answer.ts";
import { matchedSentence } from "./matched.ts";
import type { Sought } from "./sought.ts";
import { alternativesOf } from "./word-forms.ts";

/** More are not counted. */
export const MOST_COUNTED = 1_000;

/** Where an article was posted. */
export interface PostedIn {
  /** As the newsroom calls it. */
  readonly channel: string;
  readonly url: string;
}

/** What a search found, and what is told of it. */
export interface SearchFound extends Found {
  readonly asked: Asked;
  /** What was looked for. */
  readonly sought: Sought;
  /** Articles a page. */
  readonly size: number;
  /** How many there are, as far as one more than `MOST_COUNTED`. */
  readonly total: number;
  readonly posted: ReadonlyMap<ArticleId, PostedIn>;
}

/** What a search found, best first: each with the sentence that matched, its source, its date, and where it was posted. */
export function searchAnswer(articles: readonly Filed[], found: SearchFound): Message {
  const { about, page } = found;
  if (articles.length === 0) return nothingFound(about, page.number);
  const title = `Articles for ${about}`;
  const which = sayWhich(found);
  return {
    summary: `${title}: ${which}`,
    sections: [
      section(paragraph({ text: title, style: "strong" }), note({ text: which })),
      ...articles.map((filed) => hitSection(filed, found)),
      section(...openers(articles), ...keepPosted(found.sought, found.asked)),
      ...pages(page),
    ],
  };
}

/** `3 articles`, `11 to 20 of 43`. */
function sayWhich({ page, size, total }: SearchFound): string {
  if (total <= size) return count(total, "article");
  const first = (page.number - 1) * size + 1;
  const last = page.more ? first + size - 1 : total;
  const all = total > MOST_COUNTED ? `more than ${MOST_COUNTED}` : total;
  return `${first} to ${last} of ${all}`;
}

function hitSection(filed: Filed, { sought, posted, ...found }: SearchFound): Section {
  const sentence = matchedSentence(filed, alternativesOf(sought));
  return section(
    headlineBlock(filed),
    ...(sentence === null ? [] : [paragraph(...sentence)]),
    note(...provenance(filed, posted.get(filed.article.id), found)),
  );
}

function provenance(
  { article }: Filed,
  posted: PostedIn | undefined,
  { timeZone, now }: Pick<Found, "timeZone" | "now">,
): readonly Span[] {
  const source = sourceOf(article);
  const { word, span } = dateOf(article, timeZone, now);
  const before = `${source === null ? "" : `${source} · `}${word}`;
  const said = before === "" ? [span] : [{ text: before }, span];
  if (posted === undefined) return said;
  return [...said, { text: " · " }, { text: `in ${posted.channel}`, href: posted.url }];
}

/** A menu that opens the sheet of each; the one button of a single one. */
function openers(articles: readonly Filed[]): readonly Block[] {
  const [only, ...others] = articles;
  if (only === undefined) return [];
  if (others.length === 0) return [{ kind: "buttons", buttons: [moreButton(only)] }];
  const choices = articles.map(({ article, brief }) => ({
    ...{ label: brief.headline, ask: `brief ${article.id}` },
  }));
  return [{ kind: "menu", label: LABELS.moreOnOne, choices }];
}

/** How many articles were found where a page shows that by itself; `null`: they are to be counted. */
export function totalShown(page: Page, size: number, shown: number): number | null {
  return page.more ? null : (page.number - 1) * size + shown;
}
