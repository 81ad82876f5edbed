import type { Article, ArticleId } from "#core/article/article.ts";
import { type Readers, signOfDesk } from "#core/article/audience.ts";
import { copyVersion } from "#core/article/copy-version.ts";
import { heldReason, isKilled } from "#core/article/held.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Fact } from "#core/brief/brief.ts";
import { sourceOf } from "#core/change/filing.ts";
import type { Filed } from "#core/digest/edition.ts";
import { factOwner } from "#core/message/brief.ts";
import type { StoryId } from "#core/story/story.ts";

/**
 * How far an article has got. `shown`: readers may see it, and nobody has asked for more · `open`: it waits for its
 * channels, or none orders it · `told`: another report of its story stands for it.
 */
export type RowStatus = "shown" | "open" | "posted" | "told" | "held" | "killed";

/** A fact as it is read, with what must stand behind it: who claims it, and its hedge; `null` where its text says so itself. */
export interface FactLine {
  readonly text: string;
  readonly owner: string | null;
}

export function factLine(fact: Fact): FactLine {
  return { text: fact.text, owner: factOwner(fact) };
}

/** An article in a list, with as much of its brief as tells it from others. */
export interface ArticleRow {
  readonly id: ArticleId;
  readonly headline: string;
  /** The first facts of its brief. */
  readonly facts: readonly FactLine[];
  readonly quotes: number;
  readonly source: string | null;
  readonly byline: string | null;
  /** `report`, or what else the text is. */
  readonly kind: string;
  readonly section: string | null;
  readonly tags: readonly string[];
  readonly takenIn: Instant;
  /** `null` where the copy gives no date. */
  readonly published: Instant | null;
  readonly revision: number;
  /** `null`: it stands in none, or may not be shown. */
  readonly story: StoryId | null;
  readonly status: RowStatus;
  /** That it is for the desk alone; `null` where it is not. */
  readonly sign: string | null;
  /** Why it is shown nowhere, as a sentence without its full stop; `null` where it may be shown. */
  readonly rule: string | null;
  /** Until when; `null` where it may be shown, and where nobody can say. */
  readonly until: Instant | null;
}

/** Facts that a row shows. */
const FACTS = 2;

/** @param reached how far it has got where nothing holds it */
export function articleRow(
  { article, brief }: Filed,
  now: Instant,
  reached: RowStatus,
  story: StoryId | null = null,
): ArticleRow {
  const held = heldReason(article, now);
  return {
    ...{ id: article.id, headline: brief.headline, quotes: brief.quotes.length },
    facts: brief.facts.slice(0, FACTS).map(factLine),
    ...{ source: sourceOf(article), byline: article.byline, kind: brief.kind, story },
    ...{ section: article.section, tags: article.tags.slice(0, MOST_TAGS) },
    ...{ takenIn: article.takenIn, published: article.published, revision: copyVersion(article) },
    sign: signOfDesk(article),
    status: held === null ? reached : statusOf(article),
    ...{ rule: held?.rule ?? null, until: held?.until ?? null },
  };
}

/**
 * To those who may not see all copy a row tells nothing of how many versions came, of which some may be kept from them; the article
 * itself tells which they may know of.
 */
export function rowFor(row: ArticleRow, { audience }: Pick<Readers, "audience">): ArticleRow {
  return audience === "internal" ? row : { ...row, revision: 1 };
}

/** Some feeds give every article a hundred. */
const MOST_TAGS = 12;

function statusOf(article: Article): RowStatus {
  return isKilled(article) ? "killed" : "held";
}
