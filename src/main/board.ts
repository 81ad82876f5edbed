import cronstrue from "cronstrue";
import { audienceAt } from "#core/access/audience.ts";
import { isAtLeast, isEditor } from "#core/access/role.ts";
import { isFor } from "#core/article/audience.ts";
import type { Instant } from "#core/article/instant.ts";
import { type Cadence, nextSlots } from "#core/digest/cadence.ts";
import { byName, type Channel, isAlert, livePlaces, onThePage } from "#core/digest/channel.ts";
import { topicText } from "#core/digest/topic.ts";
import { createClocks } from "#core/digest/wall-clock.ts";
import type { Message } from "#core/message/message.ts";
import { placeName } from "#core/message/notice.ts";
import { withoutKept } from "#core/message/unread.ts";
import { isForReaders } from "#desk/reply/parts-at.ts";
import type { Board, ShownChannel, ShownEdition } from "#edge/preview/board.ts";
import type { Store } from "#edge/store/store.ts";
import { pause } from "./desks.ts";
import type { Newest } from "./newest.ts";
import { clock, type Setting } from "./setting.ts";

/** Channels that are listed between two turns of others. */
const LISTED_AT_ONCE = 500;
/** Places that the page names of those that cannot be posted to; of the others it says how many. */
const MOST_TROUBLES = 20;

/** What of the setting the page goes by. */
export interface BoardSetting extends Pick<Setting, "live"> {
  readonly orders: Pick<Setting["orders"], "internalSections">;
}

/** What the page shows: each channel with the editions that it had. */
export function boardOf(
  { live, orders: { internalSections } }: BoardSetting,
  {
    archive,
    editions,
    ledger,
    placeTroubles,
  }: Pick<Store, "archive" | "editions" | "ledger" | "placeTroubles">,
  channels: () => readonly Channel[],
  newest: Newest,
): Board {
  const rows: Rows = new WeakMap();
  const channelNamed = byName(channels);
  return {
    mayOpen: (name, { id, role, as }) => {
      const channel = channelNamed(name);
      if (channel === undefined || isAtLeast(role, "admin")) return true;
      // Somebody's own is for them alone.
      if (channel.owner !== undefined) return channel.owner === id;
      const standing = { role, channel: null, whereabouts: { kind: "page", as } } as const;
      return isFor(channel.audience, audienceAt(standing, channels()));
    },
    quarantined: async () => (await ledger.quarantined()).length,
    channels: async () => {
      const shown: ShownChannel[] = [];
      const now = clock.now();
      for (const channel of channels()) {
        // It is one reader's own, and nothing of it stands on the page.
        if (isAlert(channel)) continue;
        shown.push(shownOf(channel, live, now, rows));
        if (shown.length % LISTED_AT_ONCE === 0) await pause();
      }
      return shown;
    },
    newest: newest.all,
    troubles: async (visitor) => {
      // They name channels, and whose digests they are.
      if (!isEditor(visitor)) return [];
      // Whatever channel is open: it may be the admins' own that cannot be posted to.
      const standing = await placeTroubles.standing(clock.now());
      const told = standing.slice(0, MOST_TROUBLES);
      const more = standing.length - told.length;
      return [
        ...told.map((place) => `${placeName(place)}: ${place.error}`),
        ...(more > 0 ? [`${more} more places cannot be posted to: /status names them.`] : []),
      ];
    },
    editions: async (name, limit, { role, as }) => {
      const channel = channels().find((one) => one.name === name);
      if (channel === undefined) return null;
      const standing = { role, channel: null, whereabouts: { kind: "page", as } } as const;
      const readers = { audience: audienceAt(standing, channels()), internalSections };
      const issued = await editions.issued(onThePage(channel).id, limit);
      const shown: ShownEdition[] = [];
      for (const { slot, postedAt, messages, replies } of issued) {
        if (!(await isForReaders(archive, [...messages, ...replies.flat()], readers))) continue;
        for (const [index, message] of messages.entries()) {
          const own = (one: Message) => withoutKept(one, readers.audience);
          const answers = (replies[index] ?? []).map(own);
          shown.push({ slot, postedAt, message: own(message), replies: answers });
        }
      }
      return shown;
    },
  };
}

/** A row stays the same while its channel and its next slot are: whoever draws it does so once. */
type Rows = WeakMap<Channel, ShownChannel>;

function shownOf(channel: Channel, live: Setting["live"], now: Instant, rows: Rows): ShownChannel {
  const slot = nextSlot(channel, now);
  const known = rows.get(channel);
  if (known?.nextSlot === slot) return known;
  const { name, cadence } = channel;
  const row = {
    name,
    description: known?.description ?? describe(channel),
    nextSlot: slot,
    timeZone: cadence.timeZone,
    places: livePlaces(channel, live),
  };
  rows.set(channel, row);
  return row;
}

/** What was found out about a schedule, for as long as the schedule is the channel's. */
interface Coming {
  readonly asked: Instant;
  readonly slot: Instant | null;
}

const clocks = createClocks();
const coming = new WeakMap<Cadence, Coming>();

/** The next slot stays the next one until it has come: the page and its list ask for thousands at once. */
export function nextSlot(
  { cadence }: Pick<Channel, "cadence">,
  now: Instant = clock.now(),
): Instant | null {
  const known = coming.get(cadence);
  if (known !== undefined && known.asked <= now && (known.slot === null || now < known.slot))
    return known.slot;
  const slot = nextSlots(cadence, now, 1, clocks)[0] ?? null;
  coming.set(cadence, { asked: now, slot });
  return slot;
}

/** Many channels share a line, and saying one takes longer than all the rest of a channel's row. */
const said = new Map<string, string>();
const MOST_SAID = 10_000;

/** `at 08:00, 13:00 and 18:00`; of several lines, one after the other. */
export function inWords({ lines }: Cadence): string {
  return lines.map(({ cron }) => lineInWords(cron)).join("; ");
}

function lineInWords(cron: string): string {
  const known = said.get(cron);
  if (known !== undefined) return known;
  const text = cronstrue.toString(cron, { use24HourTimeFormat: true });
  const words = text.charAt(0).toLowerCase() + text.slice(1);
  if (said.size >= MOST_SAID) said.clear();
  said.set(cron, words);
  return words;
}

function describe({ sections, tags, topics, cadence }: Channel): string {
  const named = [...sections, ...tags.map((tag) => `#${tag}`)].join(", ");
  const what = [named, topics === null ? "" : topicText(topics)].filter((part) => part !== "");
  return `${what.length === 0 ? "every article" : what.join(", ")} · ${inWords(cadence)}`;
}
