import type { Instant } from "#core/article/instant.ts";
import type { Channel } from "#core/digest/channel.ts";
import type { Edition, Filed } from "#core/digest/edition.ts";
import type { Candidate } from "#core/digest/group.ts";
import { selectItems } from "#core/digest/select.ts";
import { type Layout, PLAIN_TERMS } from "#core/digest/subscription.ts";
import type { Topic } from "#core/digest/topic.ts";
import { parseTopic } from "#core/digest/topic-parse.ts";
import { minusTopic, plusTopic } from "#core/digest/topic-sum.ts";
import type { Wanted } from "#core/digest/verdict.ts";
import { LABELS } from "#core/language/labels.ts";
import { composeEdition } from "#core/message/edition.ts";
import type { Message } from "#core/message/message.ts";
import { dayAndTime, paragraph, plainMessage, section } from "#core/message/say.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { lineFor } from "#core/reply/line.ts";
import { CANNOT_BE, cannotBe, type Period, sayPeriod } from "#core/reply/period.ts";
import { ANYTHING } from "#core/reply/sought.ts";
import { toldElsewhere } from "./elsewhere.ts";
import { periodOf } from "./options.ts";
import type { ReplyParts } from "./parts.ts";
import { inStory } from "./story.ts";

const DAY = 24 * 60 * 60 * 1000;
/** Articles that a digest made now is chosen from: the latest of them. */
const MOST_LOOKED_AT = 500;
/** Of headlines alone, which take little room; as many as an edition may have at most. */
const MOST_HEADLINES = 50;

/** An edition for the asker alone: of what came in within a day, or of what is of the time that is asked for. */
export async function digestNow(
  parts: ReplyParts,
  question: Question,
  channel: Channel | null,
): Promise<Message> {
  const { clock, timeZone } = parts;
  const now = clock.now();
  const time = periodOf(question, { now, timeZone });
  if ("unreadable" in time) return time.unreadable;
  const order = orderOf(question, channel);
  if (typeof order === "string") return plainMessage(order);
  const { sections, tags, mute } = channel ?? PLAIN_TERMS;
  const { audience } = parts.readers;
  const wanted: Wanted = { sections, tags, topics: order.topics, mute, ...parts.readers };
  const asked = layoutOf(question);
  if (asked === "unreadable") return noSuchLayout(question);
  const layout = asked ?? channel?.layout ?? PLAIN_TERMS.layout;
  const most = asked === "headlines" ? MOST_HEADLINES : (channel?.most ?? PLAIN_TERMS.most);
  const look = await lookAt(parts, time.period, now);
  const { items, waiting } = selectItems(
    await placed(parts, look.filed, now),
    { ...wanted, most },
    now,
  );
  if (items.length === 0)
    return toldElsewhere(
      nothingFits(question, time.period, { ...look, now, label: order.label }),
      parts.readers,
    );
  const name = order.label === "" ? look.when : `${order.label} ${look.when}`;
  const edition: Edition = {
    ...{ subscription: question.asker.id, channel: channel?.name ?? "for you", slot: now },
    ...{ timeZone, items, waiting, name },
  };
  return composeEdition(edition, { layout, tally: null, audience, isAnswer: true });
}

/** What a digest made now is chosen from. */
interface Look {
  readonly filed: readonly Filed[];
  /** `came in since Thursday 7 May, 06:20`, `from 1 to 5 March 2026`. */
  readonly when: string;
}

/** With no time, what came in within a day, whatever its date; else what is of that time by its own date. */
async function lookAt(
  { archive, timeZone }: ReplyParts,
  period: Period,
  now: Instant,
): Promise<Look> {
  const said = sayPeriod(period, { now, timeZone });
  if (said === null) {
    const when = `came in since ${dayAndTime(now - DAY, timeZone)}`;
    return { when, filed: await archive.arrived(now - DAY, now, MOST_LOOKED_AT) };
  }
  const slice = { skip: 0, limit: MOST_LOOKED_AT };
  return {
    when: said,
    filed: await archive.find({ ...ANYTHING, ...period }, "newest", now, slice),
  };
}

async function placed(
  { stories }: ReplyParts,
  filed: readonly Filed[],
  now: Instant,
): Promise<readonly Candidate[]> {
  const places = await stories.placements(
    filed.map(({ article }) => article.id),
    now,
  );
  return filed.map((one) => ({
    ...{ filed: one, carried: null },
    ...inStory(places.get(one.article.id)),
  }));
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

interface NothingFits extends Look {
  readonly label: string;
  readonly now: Instant;
}

/** Said where nothing fits; where no time was named, a button looks further back. */
function nothingFits(
  question: Question,
  period: Period,
  { filed, when, label, now }: NothingFits,
): Message {
  const on = label === "" ? " that fits" : label.startsWith("“") ? ` on ${label}` : ` ${label}`;
  const isTimed = period.since !== null || period.until !== null;
  const summary = `Nothing${on} ${when}.`;
  const why = cannotBe(period, now);
  if (why !== null) return plainMessage(summary, CANNOT_BE[why]);
  // More came than are looked at.
  if (filed.length === MOST_LOOKED_AT)
    return plainMessage(
      summary,
      `Only the newest ${MOST_LOOKED_AT} articles of that time were looked at.`,
    );
  const options = { ...question.options, edition: "now", since: FURTHER_BACK };
  const ask = isTimed ? null : lineFor("digest", options);
  if (ask === null) return plainMessage(summary);
  const buttons = [{ kind: "ask", label: LABELS.weekBack, ask } as const];
  return {
    summary,
    sections: [section(paragraph({ text: summary }), { kind: "buttons", buttons })],
  };
}

const FURTHER_BACK = "7d";

/** What the asker orders. */
interface Order {
  readonly topics: Topic | null;
  /** As it was typed: `“grain” without “wheat”`; empty for everything. */
  readonly label: string;
}

/** The channel's own order, narrowed to the topic, with more or less of another; a sentence where that cannot be read. */
function orderOf({ options }: Question, channel: Channel | null): Order | string {
  const text = (name: "topic" | "plus" | "minus") => options[name]?.trim() ?? "";
  const read = (name: "topic" | "plus" | "minus") => {
    const reading = text(name) === "" ? null : parseTopic(text(name));
    return reading === null || reading.ok
      ? (reading?.topic ?? null)
      : `“${text(name)}” cannot be read: ${reading.fault.says}`;
  };
  const [topic, more, less] = [read("topic"), read("plus"), read("minus")];
  if (typeof topic === "string") return topic;
  if (typeof more === "string") return more;
  if (typeof less === "string") return less;
  const carried = channel?.topics ?? PLAIN_TERMS.topics;
  // What is asked for by nothing but plus carries nothing else, as in a digest that is ordered so.
  const own = more === null || topic === null ? (topic ?? more) : plusTopic(topic, more);
  const both: Topic | null =
    carried === null || own === null ? (carried ?? own) : { kind: "and", of: [carried, own] };
  const topics = less === null ? both : minusTopic(both, less);
  if (topics === "nothing") return `Nothing is left of it without “${text("minus")}”.`;
  return { topics, label: labelOf(text) };
}

function labelOf(text: (name: "topic" | "plus" | "minus") => string): string {
  const own = [text("topic"), text("plus")].filter((one) => one !== "").map((one) => `“${one}”`);
  const without = text("minus") === "" ? [] : [`without “${text("minus")}”`];
  return [own.join(" and "), ...without].filter((one) => one !== "").join(" ");
}
