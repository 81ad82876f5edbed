import { setImmediate } from "node:timers/promises";
import cronstrue from "cronstrue";
import type { Instant } from "#core/article/instant.ts";
import { type Cadence, nextSlots } from "#core/digest/cadence.ts";
import { type Channel, subscriptionsOf } from "#core/digest/channel.ts";
import type { Filed } from "#core/digest/edition.ts";
import { BEFORE_FIRST } from "#core/digest/select.ts";
import { topicText } from "#core/digest/topic.ts";
import { verdict } from "#core/digest/verdict.ts";
import { placeName } from "#core/message/notice.ts";
import { createEditionDesk, type EditionDesk } from "#desk/edition.ts";
import { createLiveChannels, type LiveChannels } from "#desk/editor/channels.ts";
import { createIntake, type Intake } from "#desk/intake.ts";
import { createNoticeDesk, type NoticeDesk } from "#desk/notice.ts";
import type { AdminPlace } from "#desk/port/notices.ts";
import type { Prepare } from "#desk/prepare.ts";
import { createStoryDesk, type StoryDesk } from "#desk/story.ts";
import { tallySince } from "#desk/tally.ts";
import { readEntry } from "#edge/config/read-order.ts";
import type { Board } from "#edge/preview/board.ts";
import type { Store } from "#edge/store/store.ts";
import { BUDGETS } from "./face.ts";
import { articleId } from "./identity.ts";
import { clock, onThePage, type Setting } from "./setting.ts";
import type { Source } from "./source.ts";

export function intakeOf(
  { orders }: Setting,
  { archive, ledger, retries }: Store,
  prepare: Prepare,
  { isThere }: Pick<Source, "isThere">,
): Intake {
  const { deleteMeansKill } = orders;
  return createIntake({
    ...{ archive, ledger, retries, clock, prepare, articleIdAt: articleId },
    deleteKills: deleteMeansKill,
    isThere,
  });
}

/** The admins' channels on the platforms that are set up. */
export function adminPlaces({ orders, live }: Setting): readonly AdminPlace[] {
  const { adminChannel } = orders;
  return (["slack", "discord"] as const).flatMap((platform) => {
    const address = adminChannel?.[platform] ?? null;
    if (address === null || !live.has(platform)) return [];
    return [{ id: `admin@${platform}:${address}`, platform, address }];
  });
}

export function noticeDeskOf(setting: Setting, { notices }: Store): NoticeDesk {
  return createNoticeDesk({ notices, clock, places: adminPlaces(setting) });
}

/** Why no channel will carry an article; `null` where one will. */
export async function whyFiltered(
  { live }: Setting,
  { editions }: Store,
  channels: readonly Channel[],
): Promise<(filed: Filed, number: number) => string | null> {
  const subscriptions = subscriptionsOf(channels, live);
  const passed = await editions.passed();
  return (filed, number) => {
    const verdicts = subscriptions.map((one) => ({ id: one.id, verdict: verdict(filed, one) }));
    const carrying = verdicts.filter((one) => one.verdict.carried);
    if (carrying.some(({ id }) => number > (passed.get(id) ?? 0))) return null;
    if (carrying.length > 0) return BEFORE_FIRST;
    const rules = verdicts.flatMap((one) => (one.verdict.carried ? [] : [one.verdict.rule]));
    return rules[0] ?? "No channel is configured";
  };
}

/** The channels of the config file and those ordered in chat. */
export function liveChannels(
  { orders }: Setting,
  store: Store,
  onUnreadable: (name: string, faults: readonly string[]) => void,
): Promise<LiveChannels> {
  return createLiveChannels({
    ofFile: orders.channels,
    orders: store.orders,
    readOrder: (entry) => readEntry(entry, orders.timeZone),
    onUnreadable,
  });
}

/** Between two articles of a backlog, and two places of a round, readers and the watch have their turn. */
const pause = () => setImmediate();

export function storyDeskOf({ stories }: Store): StoryDesk {
  return createStoryDesk({ stories, clock, pause });
}

export function editionDeskOf(
  { live }: Setting,
  store: Store,
  channels: () => readonly Channel[],
): EditionDesk {
  const { editions, archive, ledger } = store;
  return createEditionDesk({
    ...{ editions, clock, shown: clock.shown, budgets: BUDGETS, pause },
    subscriptions: () => subscriptionsOf(channels(), live),
    tally: (all, since) => tallySince({ archive, ledger, clock, pause }, all, since),
  });
}

/** What the page shows: each channel with the editions that it had. */
export function boardOf(
  { live }: Setting,
  { editions, ledger, placeTroubles }: Store,
  channels: () => readonly Channel[],
): Board {
  return {
    quarantined: async () => (await ledger.quarantined()).length,
    channels: async () => {
      const standing = await placeTroubles.standing(clock.now());
      // Whatever channel is open: it may be the admins' own that cannot be posted to.
      const troubles = standing.map((place) => `${placeName(place)}: ${place.error}`);
      return channels().map((channel) => ({
        troubles,
        name: channel.name,
        description: describe(channel),
        nextSlot: nextSlot(channel),
        timeZone: channel.cadence.timeZone,
        places: [
          ...(channel.slack !== null && live.has("slack") ? [`Slack ${channel.slack}`] : []),
          ...(channel.discord !== null && live.has("discord")
            ? [`Discord ${channel.discord}`]
            : []),
        ],
      }));
    },
    editions: async (name, limit) => {
      const channel = channels().find((one) => one.name === name);
      if (channel === undefined) return [];
      const issued = await editions.issued(onThePage(channel).id, limit);
      return issued.flatMap(({ slot, postedAt, messages, replies }) =>
        messages.map((message, index) => {
          return { slot, postedAt, message, replies: replies[index] ?? [] };
        }),
      );
    },
  };
}

export function nextSlot({ cadence }: Channel): Instant | null {
  return nextSlots(cadence, clock.now(), 1)[0] ?? null;
}

/** `at 08:00, 13:00 and 18:00`; of several lines, one after the other. */
export function inWords({ lines }: Cadence): string {
  const words = lines.map(({ cron }) => cronstrue.toString(cron, { use24HourTimeFormat: true }));
  return words.map((text) => text.charAt(0).toLowerCase() + text.slice(1)).join("; ");
}

function describe({ sections, tags, topics, cadence }: Channel): string {
  const named = [...sections, ...tags.map((tag) => `#${tag}`)].join(", ");
  const what = [named, topics === null ? "" : topicText(topics)].filter((part) => part !== "");
  return `${what.length === 0 ? "every article" : what.join(", ")} · ${inWords(cadence)}`;
}
