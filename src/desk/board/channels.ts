import type { Instant } from "#core/article/instant.ts";
import { nextSlots } from "#core/digest/cadence.ts";
import { type Channel, isAlert, subscriptionsOf } from "#core/digest/channel.ts";
import { PAGE, platformLabel } from "#core/digest/subscription.ts";
import { topicText } from "#core/digest/topic.ts";
import type { Asked } from "#core/reply/front-desk.ts";
import { approvalWords } from "#core/reply/order-answer.ts";
import { openChannels } from "#desk/open-channels.ts";
import { partsAt } from "#desk/reply/parts-at.ts";
import type { Paged } from "./held.ts";
import { type BoardParts, PAGE_ROWS } from "./parts.ts";

/** Where a channel is posted, and how that place takes what it is sent. */
export interface PlaceRow {
  /** `Slack C0123` */
  readonly place: string;
  /** What is wrong there, for editors; `null`: nothing, or nobody but editors is told. */
  readonly trouble: string | null;
}

export interface ChannelRow {
  readonly name: string;
  /** What it carries. */
  readonly carries: string;
  /** When, in words. */
  readonly schedule: string;
  readonly timeZone: string;
  readonly next: readonly Instant[];
  /** The slot of its newest edition on the page; `null` before the first. */
  readonly last: Instant | null;
  /** Until when it rests; `null`: it does not · `forever`: until it is resumed. */
  readonly rests: Instant | "forever" | null;
  readonly places: readonly PlaceRow[];
  readonly audience: Channel["audience"];
  readonly layout: Channel["layout"];
  /** What must happen before an edition is posted, in words; `null`: it is posted as it is made. */
  readonly approval: string | null;
  /** Who ordered it, in chat or on the page, where it may be ended; `null`: it stands in the config. */
  readonly ordered: string | null;
  /** Whoever looks ordered it, so that they edit this one without editing the newsroom. */
  readonly mine: boolean;
}

type ChannelParts = Pick<
  BoardParts,
  "live" | "reader" | "placeTroubles" | "inWords" | "newest" | "platforms"
>;

const SLOTS = 5;

/** The channels that somebody may open, in their order. @param isEditor is told what is wrong with places */
export async function channelRows(
  parts: ChannelParts,
  asked: Asked,
  page: number,
  isEditor: boolean,
): Promise<Paged<ChannelRow>> {
  const known = openChannels(partsAt(parts.reader, asked), asked).filter(
    (channel) => !isAlert(channel),
  );
  const first = (page - 1) * PAGE_ROWS;
  const shown = known.slice(first, first + PAGE_ROWS);
  const newest = await parts.newest();
  const now = parts.reader.clock.now();
  const standing = isEditor ? await parts.placeTroubles.standing(now) : [];
  const troubles = new Map(standing.map(({ subscription, error }) => [subscription, error]));
  const mine = new Set(isEditor ? [] : parts.live.orderedBy(asked.asker.id));
  const rows = shown.map((channel) => ({
    ...rowOf(parts, channel, now),
    mine: mine.has(channel.name),
    last: newest.get(channel.name) ?? null,
    places: placesOf(parts, channel, troubles),
  }));
  return { rows, page, more: known.length > first + PAGE_ROWS };
}

function rowOf({ live, inWords }: ChannelParts, channel: Channel, now: Instant) {
  const { name, cadence, sections, tags, topics } = channel;
  const named = [...sections, ...tags.map((tag) => `#${tag}`)].join(", ");
  const what = [named, topics === null ? "" : topicText(topics)].filter((part) => part !== "");
  const { pauseUntil: until, timeZone } = cadence;
  const rests = until !== null && until > now ? until : null;
  return {
    ...{ name, timeZone, schedule: inWords(cadence), next: nextSlots(cadence, now, SLOTS) },
    carries: what.length === 0 ? "Every article" : what.join(", "),
    rests: rests === null || Number.isFinite(rests) ? rests : ("forever" as const),
    ...{ audience: channel.audience, layout: channel.layout },
    approval: channel.approval === null ? null : approvalWords(channel.approval),
    ordered: orderedBy(live.orderOf(name)),
  };
}

/** `Ana, on Slack`: by the account that they used, whether they wrote to the bot there or signed in on the page with it. */
function orderedBy(order: ReturnType<ChannelParts["live"]["orderOf"]>): string | null {
  if (order === null) return null;
  const platform = order.by.split(":", 1)[0] ?? PAGE;
  return `${order.byName}, on ${platformLabel(platform)}`;
}

function placesOf(
  { platforms }: ChannelParts,
  channel: Channel,
  troubles: ReadonlyMap<string, string>,
): readonly PlaceRow[] {
  return subscriptionsOf([channel], platforms)
    .filter(({ platform }) => platform !== PAGE)
    .map(({ id, platform, address }) => ({
      place: `${platformLabel(platform)} ${address}`,
      trouble: troubles.get(id) ?? null,
    }));
}
