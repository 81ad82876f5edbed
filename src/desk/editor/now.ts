import { isFor, type Readers } from "#core/article/audience.ts";
import type { Instant } from "#core/article/instant.ts";
import { nextSlots } from "#core/digest/cadence.ts";
import {
  addressOn,
  type Channel,
  onThePage,
  subscription,
  subscriptionsOf,
} from "#core/digest/channel.ts";
import type { Edition } from "#core/digest/edition.ts";
import type { Platform, Subscription } from "#core/digest/subscription.ts";
import { composeEdition } from "#core/message/edition.ts";
import type { Message } from "#core/message/message.ts";
import { withoutPictures } from "#core/message/picture.ts";
import { count, plainMessage } from "#core/message/say.ts";
import { postQuestion } from "#core/reply/editorial-answer.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { namingFor } from "#core/reply/naming.ts";
import type { EditionDesk } from "#desk/edition.ts";
import { faceOf } from "#desk/made.ts";
import { editionsElsewhere } from "#desk/reply/elsewhere.ts";
import { readersAt } from "#desk/reply/parts-at.ts";
import { channelsOf } from "./editorial.ts";
import { auditOf, channelOrdered, type OrderParts } from "./parts.ts";

export interface NowParts extends OrderParts, Pick<Readers, "internalSections"> {
  readonly editions: EditionDesk;
  /** Platforms that are set up. */
  readonly platforms: ReadonlySet<Platform>;
  /** Has what is in the outbox carried now. */
  readonly carry: () => void;
}

/** `/preview`: a channel's next edition as it would be now; stores and posts nothing. */
export async function preview(parts: NowParts, question: Question): Promise<Message> {
  const channel = channelOrdered(parts, question);
  if ("summary" in channel) return channel;
  const { audience } = readersAt({ ...parts, channels: parts.live.list }, question);
  if (!isFor(channel.audience, audience)) return editionsElsewhere(channel.name, question);
  const place = placeOf(channel, question);
  const edition = await parts.editions.rehearse(place, nextOf(parts, channel));
  if (edition === null) return plainMessage(`Nothing waits for ${channel.name}.`);
  // As in every answer.
  return withoutPictures(composeEdition(edition, faceOf(place)));
}

/** The place that the question is asked in, where the channel goes there; else the page's. */
function placeOf(channel: Channel, { place }: Question): Subscription {
  const address = place === null ? null : addressOn(channel, place.platform);
  return place !== null && address !== null
    ? subscription(channel, place.platform, address)
    : onThePage(channel);
}

function nextOf({ clock }: NowParts, { cadence }: Channel): Instant {
  return nextSlots(cadence, clock.now(), 1)[0] ?? clock.now();
}

/** `/post`: asks, then posts a channel's next edition everywhere it goes. */
export async function post(parts: NowParts, question: Question): Promise<Message> {
  const channel = channelOrdered(parts, question);
  if ("summary" in channel) return channel;
  const { name } = channel;
  const places = subscriptionsOf([channel], parts.platforms);
  if (question.options.sure !== "yes") return askFirst(parts, name, places);
  const waits = channel.approval !== null;
  const say = (editions: readonly Edition[]) => {
    const articles = Math.max(...editions.map(({ items }) => items.length));
    const made = places.filter(({ id }) => editions.some((one) => one.subscription === id));
    return `${count(articles, "article")} to ${channelsOf(made.map(toPost)).join(", ")}`;
  };
  let isNoted = false;
  try {
    const made = await parts.editions.makeNow(places, async ({ orders }, editions) => {
      isNoted = true;
      const did = `${waits ? "made" : "posted"} ${name} now: ${say(editions)}`;
      await orders.note(auditOf(question, parts.clock.now(), did));
    });
    if (made.length === 0) return plainMessage(`Nothing waits for ${name}.`);
    return waits
      ? plainMessage(
          `Made: ${say(made)}. It waits for an editor: ${namingFor(question)(`approve ${name}`)}`,
        )
      : plainMessage(`On its way: ${say(made)}.`);
  } finally {
    // Also where it fails for one place: what was made for the others goes out.
    if (isNoted) parts.carry();
  }
}

async function askFirst(
  { editions, clock }: NowParts,
  name: string,
  places: readonly Subscription[],
): Promise<Message> {
  const due: Subscription[] = [];
  let articles = 0;
  for (const place of places) {
    const edition = await editions.rehearse(place, clock.now());
    if (edition === null) continue;
    due.push(place);
    articles = Math.max(articles, edition.items.length);
  }
  return due.length === 0
    ? plainMessage(`Nothing waits for ${name}.`)
    : postQuestion(name, articles, channelsOf(due.map(toPost)));
}

const toPost = ({ id, platform }: Subscription) => ({ subscription: id, platform });
