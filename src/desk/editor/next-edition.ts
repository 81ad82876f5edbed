import type { ArticleId, Urgency } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import { sourceOf } from "#core/change/filing.ts";
import type { Channel } from "#core/digest/channel.ts";
import type { Item } from "#core/digest/edition.ts";
import type { Choice } from "#core/digest/select.ts";
import { platformLabel, type Subscription } from "#core/digest/subscription.ts";
import { itemsAsRead } from "#core/message/in-sections.ts";
import { titleCase } from "#core/message/say.ts";
import type { Ahead } from "#desk/edition.ts";

/** A story that waits for a channel, as editors see it. */
export interface WaitingStory {
  readonly id: ArticleId;
  readonly headline: string;
  readonly section: string | null;
  /** Who reports it; `null` where its copy does not say. */
  readonly source: string | null;
  readonly urgency: Urgency | null;
  /** The channel has carried an earlier revision, or another report of the story. */
  readonly update: boolean;
  /** Why it stands where it does, or is not carried: a sentence. */
  readonly why: string;
}

/** A report that the next edition does not carry by itself. */
export interface LeftStory extends WaitingStory {
  readonly kind: Exclude<Choice["kind"], "chosen">;
}

/** What the next edition of a channel will carry, if nothing else comes. */
export interface NextEdition {
  readonly channel: string;
  readonly title: string;
  /** `null`: none will ever be due. */
  readonly slot: Instant | null;
  readonly timeZone: string;
  /** In the order in which they are read. */
  readonly items: readonly WaitingStory[];
  /** An editor has set the order. */
  readonly arranged: boolean;
  /** What is not in it: what has no room first, then what editors have left out, then the rest. */
  readonly left: readonly LeftStory[];
  /** So many more are not in it. */
  readonly more: number;
  /** Places whose next edition has other items or another order, as people call them: `Slack`. */
  readonly differs: readonly string[];
}

/** One of a channel's places, and what it would be sent. */
export interface PlaceAhead {
  readonly place: Subscription;
  /** Its last slot when it was looked at. */
  readonly last: Instant | null;
  readonly ahead: Ahead;
}

/** A channel that carries one section of many leaves out the others: so many are shown. */
const MOST_LEFT = 60;

const RANK: Readonly<Record<LeftStory["kind"], number>> = {
  ...{ waiting: 0, "put-off": 1, "left-out": 2, told: 3, muted: 4, filtered: 5 },
};

/** The page's place is shown, or the first one where a channel is not on the page; the others are held against it. */
export function aheadOf(
  { name, title, cadence }: Pick<Channel, "name" | "title" | "cadence">,
  slot: Instant | null,
  views: readonly PlaceAhead[],
): NextEdition {
  const [shown, ...others] = views;
  const choices = shown?.ahead.choices ?? [];
  const why = new Map(choices.map((one) => [one.filed.article.id, one.rule]));
  const items = itemsOf(shown);
  const left = choices
    .filter((one): one is Choice & Pick<LeftStory, "kind"> => one.kind !== "chosen")
    .toSorted((one, other) => RANK[one.kind] - RANK[other.kind]);
  return {
    ...{ channel: name, title: title ?? titleCase(name), slot, timeZone: cadence.timeZone },
    items: items.map(({ filed, update }) => ({
      ...storyOf(filed, why.get(filed.article.id) ?? ""),
      update,
    })),
    arranged: shown?.ahead.edition?.arranged ?? false,
    left: left.slice(0, MOST_LEFT).map(({ filed, rule, kind }) => {
      return { ...storyOf(filed, rule), update: false, kind };
    }),
    more: Math.max(0, left.length - MOST_LEFT),
    differs: others
      .filter((one) => orderOf(one) !== orderOf(shown))
      .map(({ place }) => platformLabel(place.platform)),
  };
}

function itemsOf(view: PlaceAhead | undefined): readonly Item[] {
  const edition = view?.ahead.edition ?? null;
  return edition === null ? [] : itemsAsRead(edition);
}

function orderOf(view: PlaceAhead | undefined): string {
  return itemsOf(view)
    .map(({ filed }) => `${filed.article.id} ${filed.article.revision}`)
    .join("\n");
}

function storyOf({ article, brief }: Item["filed"], why: string): Omit<WaitingStory, "update"> {
  const { id, section, urgency } = article;
  return { id, headline: brief.headline, section, source: sourceOf(article), urgency, why };
}
