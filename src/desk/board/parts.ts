import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Cadence } from "#core/digest/cadence.ts";
import type { Platform } from "#core/digest/subscription.ts";
import type { Asked } from "#core/reply/front-desk.ts";
import type { StatusShown } from "#core/reply/status-answer.ts";
import type { LiveChannels } from "#desk/editor/channels.ts";
import type { Arrivals } from "#desk/port/arrivals.ts";
import type { PostedPlace } from "#desk/port/decisions.ts";
import type { Ledger } from "#desk/port/ledger.ts";
import type { Peek } from "#desk/port/peek.ts";
import type { PlaceTroubles } from "#desk/port/place-troubles.ts";
import type { Retries } from "#desk/port/retries.ts";
import type { StandingOrders } from "#desk/port/standing-orders.ts";
import type { DeskParts } from "#desk/reply/parts.ts";

/** What the tabs of the page are made of. */
export interface BoardParts {
  /** As answers to readers are made: `partsAt` gives of it what may be shown to whoever looks, and there is no other way to it. */
  readonly reader: DeskParts;
  readonly arrivals: Arrivals;
  readonly ledger: Pick<Ledger, "inQuarantine" | "quarantined">;
  readonly retries: Pick<Retries, "of">;
  readonly orders: Pick<StandingOrders, "audit">;
  readonly live: Pick<LiveChannels, "orderOf" | "orderedBy">;
  readonly platforms: ReadonlySet<Platform>;
  /** The slot of each channel's newest edition on the page, by its name. */
  readonly newest: () => Promise<ReadonlyMap<string, Instant>>;
  readonly placeTroubles: Pick<PlaceTroubles, "standing">;
  readonly peek: Peek;
  /** How the bot is doing, as `/status` tells it. */
  readonly status: (asked: Asked) => Promise<StatusShown>;
  /** A schedule as people say it. */
  readonly inWords: (cadence: Cadence) => string;
  /** The posts that show something of an article. */
  readonly postsOf: (id: ArticleId) => Promise<readonly PostedPlace[]>;
}

/** Rows of a page. */
export const PAGE_ROWS = 20;
