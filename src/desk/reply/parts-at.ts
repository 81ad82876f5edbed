import { audienceAt } from "#core/access/audience.ts";
import { isFor, type Readers } from "#core/article/audience.ts";
import type { Channel } from "#core/digest/channel.ts";
import type { Message } from "#core/message/message.ts";
import { withoutKept } from "#core/message/unread.ts";
import type { Asked } from "#core/reply/front-desk.ts";
import type { Archive } from "#desk/port/archive.ts";
import type { DeskParts, ReplyParts } from "./parts.ts";

/** Whoever reads what is answered to somebody where they ask. */
export function readersAt(
  { channels, internalSections }: Pick<DeskParts, "channels" | "internalSections">,
  { asker: { role }, channel, whereabouts }: Pick<Asked, "asker" | "channel" | "whereabouts">,
): Readers {
  return { audience: audienceAt({ role, channel, whereabouts }, channels()), internalSections };
}

/** What a question is answered from, by who asks and where: looked at anew for each. */
export function partsAt(parts: DeskParts, asked: Asked): ReplyParts {
  const readers = readersAt(parts, asked);
  const { archive, stories, heldCopyFor, latestEdition, ...rest } = parts;
  return {
    ...rest,
    readers,
    archive: archive.forReaders(readers),
    stories: stories.forReaders(readers),
    heldCopy: heldCopyFor(asked)?.forReaders(readers) ?? null,
    latestEdition: (channel) => latestFor(parts, channel, readers),
  };
}

/**
 * An edition goes to whoever its channel is for; and to nobody here where the newsroom has said since that something in it
 * is not for them.
 */
async function latestFor(
  { archive, latestEdition }: Pick<DeskParts, "archive" | "latestEdition">,
  channel: Channel,
  readers: Readers,
): Promise<Message | null | "elsewhere"> {
  if (!isFor(channel.audience, readers.audience)) return "elsewhere";
  const message = await latestEdition(channel);
  if (message === null) return null;
  if (!(await isForReaders(archive, [message], readers))) return "elsewhere";
  return withoutKept(message, readers.audience);
}

/** Whether nothing in what was posted is about what may not be shown to these readers by now, whoever read the place then. */
export async function isForReaders(
  archive: Pick<Archive, "keptFrom">,
  messages: readonly Message[],
  readers: Readers,
): Promise<boolean> {
  const sections = messages.flatMap((message) => message.sections);
  const ids = sections.flatMap(({ about, beside = [] }) => [about ?? [], ...beside].flat());
  return (await archive.keptFrom([...new Set(ids)], readers)).length === 0;
}
