import type { Change } from "#core/article/change.ts";
import type { Edition, Filed } from "#core/digest/edition.ts";
import { type Amended, amendMessage, amendmentReply } from "#core/message/amend.ts";
import type { EditionFace } from "#core/message/edition.ts";
import { editionParts, type Parting } from "#core/message/edition-parts.ts";
import type { Message } from "#core/message/message.ts";
import { type Withdrawn, withdrawMessage, withdrawnReply } from "#core/message/withdraw.ts";
import type { Board, ShownChannel, ShownEdition } from "#edge/preview/board.ts";
import * as copy from "./copy.ts";
import { storyItems } from "./stories.ts";

const { DUE } = copy;
const TIME_ZONE = "Europe/London";
const HOUR = 3_600_000;
const ROOM = { fits: () => true };

/** One channel of the pictures, and what stands in it, newest first. */
interface Shown {
  readonly channel: string;
  readonly description: string;
  readonly editions: readonly ShownEdition[];
}

const FACE: EditionFace = { layout: "full", audience: null, tally: null };
const WHOLE: Parting = { thread: "none", forum: null };

const TALLY = { merged: 3, filtered: 1, quarantined: 1 };
const ALL = [
  ...[copy.FERRY, copy.RATE, copy.BRIDGE_ARABIC, copy.DATA_ARABIC],
  ...[copy.WOLVERINES, copy.HARVEST, copy.REGATTA],
];

const CHANNELS: readonly Shown[] = [
  {
    channel: "front-page",
    description: "every article · at 08:00, 13:00 and 18:00",
    editions: shown(edition("front-page", ALL, { name: "Morning" }), {
      ...FACE,
      tally: TALLY,
    }),
  },
  {
    channel: "corrected",
    description: "every article, and what became of it since",
    editions: shown(
      edition("corrected", [copy.FERRY, copy.CHEMICALS, copy.WOLVERINES], {
        name: "Morning",
        late: 2 * HOUR,
      }),
      { ...FACE, tally: TALLY },
    ).map(withChanges),
  },
  {
    channel: "one-story",
    description: "each story once",
    editions: shown({ ...edition("one-story", []), items: storyItems() }, FACE),
  },
  {
    channel: "at-once",
    description: "flashes and bulletins, as they come",
    editions: shown(edition("at-once", [copy.FERRY], { kind: "at-once" }), {
      ...FACE,
      pictures: true,
    }),
  },
  {
    channel: "business",
    description: "business · compact",
    editions: shown(edition("business", [copy.RATE, copy.HARVEST, copy.DATA_ARABIC]), {
      ...FACE,
      layout: "compact",
    }),
  },
  {
    channel: "headlines",
    description: "every headline · weekdays at 07:00",
    editions: shown(edition("headlines", ALL), { ...FACE, layout: "headlines", tally: TALLY }),
  },
  {
    channel: "news-desk",
    description: "a thread for each brief",
    editions: shown(edition("news-desk", [copy.FERRY, copy.RATE]), FACE, {
      ...WHOLE,
      thread: "per-brief",
    }),
  },
];

/** The newsroom of the pictures: every layout has a channel of its own. */
export const BOARD: Board = {
  mayOpen: () => true,
  channels: async () => CHANNELS.map(toChannel),
  quarantined: async () => 0,
  newest: async () =>
    new Map(CHANNELS.flatMap(({ channel, editions: [one] }) => (one ? [[channel, one.slot]] : []))),
  troubles: async () => [],
  editions: async (name) => CHANNELS.find(({ channel }) => channel === name)?.editions ?? null,
};

/** Every message of the pictures under the name of its channel. */
export const MESSAGES: readonly (readonly [channel: string, message: Message])[] = CHANNELS.flatMap(
  ({ channel, editions }) =>
    editions.flatMap(({ message, replies = [] }) =>
      [message, ...replies].map((one) => [channel, one] as const),
    ),
);

function toChannel({ channel, description }: Shown): ShownChannel {
  const places = channel === "front-page" ? ["Slack #news", "Discord #digest"] : [];
  return {
    ...{ name: channel, description, places, timeZone: TIME_ZONE },
    nextSlot: DUE + 5 * HOUR,
  };
}

function edition(channel: string, filed: readonly Filed[], fields: Partial<Edition> = {}): Edition {
  return {
    ...{ subscription: `${channel}@preview:${channel}`, channel, slot: DUE, timeZone: TIME_ZONE },
    items: filed.map((one) => ({ filed: one, update: one === copy.WOLVERINES })),
    waiting: 0,
    ...fields,
  };
}

/** The messages of an edition, each with what stands in its thread. */
function shown(
  made: Edition,
  face: EditionFace,
  parting: Parting = WHOLE,
): readonly ShownEdition[] {
  const parts = editionParts(made, face, parting, ROOM);
  return parts.flatMap(({ message, under }, index) => {
    if (under !== null) return [];
    const replies = parts.filter((part) => part.under === index).map((part) => part.message);
    return [{ slot: made.slot, postedAt: made.slot, message, replies }];
  });
}

/** A toll is corrected, and another article is killed, five hours after the edition. */
function withChanges(posted: ShownEdition): ShownEdition {
  const at = DUE + 6 * HOUR + 5 * 60_000;
  const moment = { at, timeZone: TIME_ZONE };
  const corrected = copy.FERRY_CORRECTED;
  const amended: Amended = {
    ...{ filed: corrected, change: corrected.article.change ?? REPLACED, ...moment },
    headline: copy.FERRY.brief.headline,
  };
  const withdrawn: Withdrawn = { posted: copy.CHEMICALS, how: "killed", ...moment };
  const { message } = withdrawMessage(amendMessage(posted.message, amended, ROOM), withdrawn, ROOM);
  const replies = [amendmentReply(message, amended), withdrawnReply(message, withdrawn)];
  return { ...posted, message, replies: replies.filter((reply) => reply !== null) };
}

const REPLACED: Change = { kind: "update", details: [], note: null };
