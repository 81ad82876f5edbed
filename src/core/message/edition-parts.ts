import type { Edition, Item } from "#core/digest/edition.ts";
import type { Terms } from "#core/digest/subscription.ts";
import { briefSections } from "./brief.ts";
import { composeEdition, composeHead, composeItem, type EditionFace, nameOf } from "./edition.ts";
import { itemsAsRead } from "./in-sections.ts";
import { type Call, tells, withRoomFor } from "./mention.ts";
import type { Budget, Message } from "./message.ts";
import { partMessage } from "./part.ts";

/** One message of an edition, in the order in which they are posted. */
export interface EditionPart {
  readonly message: Message;
  /** The index of the part in whose thread it stands; `null`: in the channel itself. */
  readonly under: number | null;
}

/** How a channel parts its editions. */
export type Parting = Pick<Terms, "thread" | "forum">;

/**
 * Sets an edition in the messages that its channel wants: as one, parted where it must be; each brief
 * by itself with the whole of it in its thread; or each brief as a post in a forum.
 *
 * @param call whom it mentions: in the first message in the channel that tells what for, and in no other; `null`: nobody
 */
export function editionParts(
  edition: Edition,
  face: EditionFace,
  parting: Parting,
  budget: Budget,
  call: Call | null = null,
): readonly EditionPart[] {
  if (call === null) return allParts(edition, face, parting, budget);
  const parts = allParts(edition, face, parting, withRoomFor(call, budget));
  const first = parts.findIndex(({ message, under }) => under === null && tells(message, call));
  return parts.map((part, index) =>
    index === first ? { ...part, message: { ...part.message, mention: call.group } } : part,
  );
}

function allParts(
  edition: Edition,
  face: EditionFace,
  { thread, forum }: Parting,
  budget: Budget,
): readonly EditionPart[] {
  if (forum !== null)
    return itemsAsRead(edition).flatMap(asForumPost(edition, face, forum, budget));
  if (thread === "none") return inChannel(parted(composeEdition(edition, face), edition, budget));
  const parts = [...inChannel(parted(composeHead(edition, face), edition, budget))];
  for (const item of itemsAsRead(edition))
    parts.push(...asThread(edition, face, item, budget, parts.length));
  return parts;
}

/** The lead is named with the first part alone: what becomes of it is not told in those that follow. */
function parted(message: Message, edition: Edition, budget: Budget): readonly Message[] {
  const parts = partMessage(message, budget);
  const later = (index: number) => `${nameOf(edition)} (${index + 1} of ${parts.length})`;
  return parts.map((part, index) => (index === 0 ? part : { ...part, summary: later(index) }));
}

function inChannel(messages: readonly Message[]): readonly EditionPart[] {
  return messages.map((message) => ({ message, under: null }));
}

/** The brief stands in the channel in short, and whole in its thread. */
function asThread(
  edition: Edition,
  face: EditionFace,
  item: Item,
  budget: Budget,
  index: number,
): readonly EditionPart[] {
  const short = composeItem(edition, { ...face, layout: "compact" }, item);
  const posts = inChannel(partMessage(short, budget));
  const whole = { summary: short.summary, sections: briefSections(item.filed, edition.timeZone) };
  return [...posts, ...partMessage(whole, budget).map((message) => ({ message, under: index }))];
}

/** A forum takes no message outside a post: what does not fit into the first follows under it. */
function asForumPost(
  edition: Edition,
  face: EditionFace,
  tags: readonly string[],
  budget: Budget,
): (item: Item, index: number) => readonly EditionPart[] {
  let posted = 0;
  return (item) => {
    const first = posted;
    const messages = partMessage(composeItem(edition, face, item), budget);
    posted += messages.length;
    const forumPost = { title: item.filed.brief.headline, tags };
    return messages.map((message, index) =>
      index === 0 ? { message: { ...message, forumPost }, under: null } : { message, under: first },
    );
  };
}
