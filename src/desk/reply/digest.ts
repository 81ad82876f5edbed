import { isFor } from "#core/article/audience.ts";
import type { Channel } from "#core/digest/channel.ts";
import type { Message } from "#core/message/message.ts";
import { withoutPictures } from "#core/message/picture.ts";
import { dayAndTime, plainMessage } from "#core/message/say.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { namedTo } from "#desk/open-channels.ts";
import { digestNow } from "./digest-now.ts";
import { editionsElsewhere } from "./elsewhere.ts";
import { notForMe } from "./not-for-me.ts";
import type { ReplyParts } from "./parts.ts";

/** `/digest`: the latest edition of a channel, or one made now. */
export async function digest(parts: ReplyParts, question: Question): Promise<Message> {
  const known = namedTo(parts.channels(), question);
  const asking = withChannel(question, known);
  const { edition, channel } = asking.options;
  // Whoever has a channel open on the page that is not for them asks as from none.
  const here = channelNamed(known, question.channel ?? "")?.name ?? "";
  const name = channel?.trim() || here;
  const found = channelNamed(known, name);
  if (name !== "" && found === null) return noSuchChannel(known, name);
  const asked = edition?.trim().toLowerCase();
  if (asked === "mute") return notForMe(parts, question, found);
  if (asked === "now" || OF_ONE_MADE_NOW.some((name) => asking.options[name]?.trim())) {
    return digestNow(parts, asking, found);
  }
  const readable = known.filter(({ audience }) => isFor(audience, parts.readers.audience));
  return latestDigest(parts, found ?? readable[0] ?? null, question);
}

/** They are nothing that an edition which is out could still be asked for. */
const OF_ONE_MADE_NOW = ["topic", "plus", "minus", "since", "until", "layout"] as const;

/** Reads: digest front-page */
function withChannel(question: Question, channels: readonly Channel[]): Question {
  const { topic, channel, ...rest } = question.options;
  if (channel !== undefined || topic === undefined) return question;
  const found = channelNamed(channels, topic);
  return found === null ? question : { ...question, options: { ...rest, channel: found.name } };
}

/** A channel of the newsroom by its name, with or without its sign. */
function channelNamed(channels: readonly Channel[], name: string): Channel | null {
  const wanted = name.trim().replace(/^#/, "").toLowerCase();
  return channels.find((one) => one.name.toLowerCase() === wanted) ?? null;
}

function noSuchChannel(channels: readonly Channel[], name: string): Message {
  const names = channels.map((one) => one.name);
  const there = names.length === 0 ? "There is none yet." : `There are: ${names.join(", ")}.`;
  return plainMessage(`There is no channel “${name}” in this newsroom. ${there}`);
}

async function latestDigest(
  parts: ReplyParts,
  channel: Channel | null,
  question: Question,
): Promise<Message> {
  if (channel === null) return plainMessage("This newsroom has no channel yet.");
  const latest = await parts.latestEdition(channel);
  if (latest === "elsewhere") return editionsElsewhere(channel.name, question);
  // Of an answer that a platform refuses for a picture that it cannot fetch, nobody would make a second one.
  if (latest !== null) return withoutPictures(latest);
  const next = parts.nextSlot(channel);
  const when = next === null ? "" : ` The next one is due ${dayAndTime(next, parts.timeZone)}.`;
  return plainMessage(`No edition of ${channel.name} has been posted yet.${when}`);
}
