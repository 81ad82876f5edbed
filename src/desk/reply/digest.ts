import type { Instant } from "#core/article/instant.ts";
import { type Channel, knownTo } from "#core/digest/channel.ts";
import type { Edition } from "#core/digest/edition.ts";
import { selectItems } from "#core/digest/select.ts";
import { type Layout, PLAIN_TERMS } from "#core/digest/subscription.ts";
import { parseTopic } from "#core/digest/topic-parse.ts";
import type { Wanted } from "#core/digest/verdict.ts";
import { LABELS } from "#core/language/labels.ts";
import { composeEdition } from "#core/message/edition.ts";
import type { Message } from "#core/message/message.ts";
import { withoutPictures } from "#core/message/picture.ts";
import { dayAndTime, paragraph, plainMessage, section } from "#core/message/say.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { lineFor } from "#core/reply/line.ts";
import { namingFor } from "#core/reply/naming.ts";
import { notForMe } from "./not-for-me.ts";
import { notAMoment, sinceOf } from "./options.ts";
import { audienceOf, mayReadEdition, type ReplyParts } from "./parts.ts";
import { inStory } from "./story.ts";

const DAY = 24 * 60 * 60 * 1000;
/** Articles that a digest made now is chosen from: the latest of them. */
const MOST_LOOKED_AT = 500;
/** Of headlines alone, which take little room; as many as any edition may have. */
const MOST_HEADLINES = 50;

/** `/digest`: the latest edition of a channel, or one made now of what has come since. */
export async function digest(parts: ReplyParts, question: Question): Promise<Message> {
  const known = knownTo(parts.channels(), question.asker.id);
  const { edition, topic, since, channel, layout } = withChannel(question, known).options;
  const name = channel?.trim() || question.channel || "";
  const found = channelNamed(known, name);
  if (name !== "" && found === null) return noSuchChannel(known, name);
  const asked = edition?.trim().toLowerCase();
  if (asked === "mute") return notForMe(parts, question, found);
  const isNow = asked === "now";
  // Topic, moment and layout are nothing that an edition which is out could still be asked for.
  if (isNow || [topic, since, layout].some((text) => text?.trim())) {
    return digestNow(parts, withChannel(question, known), found);
  }
  const reader = audienceOf(parts, question);
  const readable = known.filter(({ audience }) => mayReadEdition(audience, reader));
  if (found !== null && !readable.includes(found)) {
    return plainMessage(
      `The editions of ${found.name} are not for this place.`,
      `Ask in that channel, or for a digest made for here: ${namingFor(question)("digest now")}`,
    );
  }
  return latestDigest(parts, found ?? readable[0] ?? null);
}

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

async function latestDigest(parts: ReplyParts, channel: Channel | null): Promise<Message> {
  if (channel === null) return plainMessage("This newsroom has no channel yet.");
  const latest = await parts.latestEdition(channel);
  // Of an answer that a platform refuses for a picture that it cannot fetch, nobody would make a second one.
  if (latest !== null) return withoutPictures(latest);
  const next = parts.nextSlot(channel);
  const when = next === null ? "" : ` The next one is due ${dayAndTime(next, parts.timeZone)}.`;
  return plainMessage(`No edition of ${channel.name} has been posted yet.${when}`);
}

async function digestNow(
  parts: ReplyParts,
  question: Question,
  channel: Channel | null,
): Promise<Message> {
  const { archive, clock, timeZone } = parts;
  const now = clock.now();
  const since = sinceOf(question, { now, timeZone });
  if (since === "unreadable") return notAMoment(question.options.since ?? "");
  const wanted = wantedOf(parts, question, channel);
  if (typeof wanted === "string") return plainMessage(wanted);
  const start = since ?? now - DAY;
  const filed = await archive.arrived(start, now, MOST_LOOKED_AT);
  const asked = layoutOf(question);
  if (asked === "unreadable") return noSuchLayout(question);
  const layout = asked ?? channel?.layout ?? PLAIN_TERMS.layout;
  const most = asked === "headlines" ? MOST_HEADLINES : (channel?.most ?? PLAIN_TERMS.most);
  const placed = await parts.stories.placements(
    filed.map(({ article }) => article.id),
    now,
  );
  const fresh = filed.map((one) => ({
    ...{ filed: one, carried: null },
    ...inStory(placed.get(one.article.id)),
  }));
  const { items, waiting } = selectItems(fresh, { ...wanted, most }, now);
  const topic = question.options.topic?.trim() ?? "";
  if (items.length === 0) {
    const what = topic === "" ? "Nothing that fits" : `Nothing on “${topic}”`;
    return nothingCame(question, `${what} has come since ${dayAndTime(start, timeZone)}.`);
  }
  const edition: Edition = {
    ...{ subscription: question.asker.id, channel: channel?.name ?? "for you", slot: now },
    ...{ timeZone, items, waiting, name: sinceName(topic, start, timeZone) },
  };
  return composeEdition(edition, {
    ...{ layout, tally: null, audience: wanted.audience, isAnswer: true },
  });
}

const LAYOUTS: readonly Layout[] = ["full", "compact", "headlines"];

/** The layout that is asked for; `null` for none. */
function layoutOf({ options }: Question): Layout | null | "unreadable" {
  const text = options.layout?.trim().toLowerCase() ?? "";
  return text === "" ? null : (LAYOUTS.find((one) => one === text) ?? "unreadable");
}

function noSuchLayout({ options }: Question): Message {
  return plainMessage(
    `There is no layout “${options.layout}”.`,
    `Write one of: ${LAYOUTS.join(", ")}`,
  );
}

/** What an edition made now is of: `“grain” since Thursday 7 May, 06:20`. */
function sinceName(topic: string, start: Instant, timeZone: string): string {
  const since = `since ${dayAndTime(start, timeZone)}`;
  return topic === "" ? since : `“${topic}” ${since}`;
}

/** Said where nothing fits; where no moment was named, a button looks further back. */
function nothingCame(question: Question, summary: string): Message {
  if (question.options.since !== undefined) return plainMessage(summary);
  const ask = lineFor("digest", { ...question.options, edition: "now", since: FURTHER_BACK });
  if (ask === null) return plainMessage(summary);
  const buttons = [{ kind: "ask", label: LABELS.weekBack, ask } as const];
  return {
    summary,
    sections: [section(paragraph({ text: summary }), { kind: "buttons", buttons })],
  };
}

const FURTHER_BACK = "7d";

/** What the asker orders: the channel's own order, narrowed to the topic; a sentence where that cannot be read. */
function wantedOf(parts: ReplyParts, question: Question, channel: Channel | null): Wanted | string {
  const { sections, tags, topics, mute } = channel ?? PLAIN_TERMS;
  const audience = audienceOf(parts, question);
  const text = question.options.topic?.trim() ?? "";
  if (text === "") return { sections, tags, topics, mute, audience };
  const reading = parseTopic(text);
  if (!reading.ok) return `“${text}” cannot be read: ${reading.fault.says}`;
  const { topic } = reading;
  const both = topics === null ? topic : ({ kind: "and", of: [topics, topic] } as const);
  return { sections, tags, topics: both, mute, audience };
}
