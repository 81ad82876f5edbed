import { audienceOfOwn } from "#core/access/audience.ts";
import { type Topic, topicText } from "#core/digest/topic.ts";
import { parseTopic } from "#core/digest/topic-parse.ts";
import { minusTopic, plusTopic } from "#core/digest/topic-sum.ts";
import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import { directPlatform, type Question } from "#core/reply/front-desk.ts";
import { namingFor } from "#core/reply/naming.ts";
import type { ChatOrder } from "#desk/port/standing-orders.ts";
import { entryOf, slug } from "./order-entry.ts";
import { auditOf, labelled, type OrderParts } from "./parts.ts";
import { draft, save, unreadableSchedule } from "./subscribe.ts";

/** `/digest me`: a digest to the asker's direct messages, at a time that they choose. */
export async function digestMe(parts: OrderParts, question: Question): Promise<Message> {
  const { asker, options } = question;
  const platform = directPlatform(asker);
  if (platform === null) {
    return plainMessage(`The page has no direct messages: ask on ${labelled(parts.chats)}.`);
  }
  const unreadable = unreadableSchedule(question, "digest me");
  if (unreadable !== null) return unreadable;
  const name = ownName(question);
  const before = parts.live.orderOf(name);
  const carried = changed(question, before);
  if (carried.kind === "told") return plainMessage(carried.says);
  const said = {
    ...{ ...before?.entry, ...entryOf(parts, options, before), ...topicsOf(carried), name },
    public: isForOutside(parts, question),
  };
  const trial = parts.readOrder(said);
  // What cannot be read is told before anything is opened.
  if (!trial.ok) return draft(parts, question, { name, entry: said, owner: asker.id }, name);
  const address = await parts.openDirect(asker);
  const entry = { ...said, [platform]: address };
  const order = { name, entry, owner: asker.id, by: asker.id, byName: asker.name };
  return save(parts, question, { ...order, at: parts.clock.now() });
}

/** Whether what somebody orders for themselves leaves out what the outside world may not see. */
export function isForOutside(
  { live }: Pick<OrderParts, "live">,
  { whereabouts }: Pick<Question, "whereabouts">,
): boolean {
  return audienceOfOwn(whereabouts, live.list()) === "public";
}

function topicsOf(carried: Carried): ChatOrder["entry"] {
  if (carried.kind !== "carried") return {};
  // Every article is carried by an order that names no topic.
  return { topics: carried.topic === null ? undefined : topicText(carried.topic) };
}

/** What it is to carry, or why nothing is changed. */
type Carried =
  | { readonly kind: "carried"; readonly topic: Topic | null }
  | { readonly kind: "as-before" }
  | { readonly kind: "told"; readonly says: string };

/** `plus:` and `minus:` change what was ordered; what is so already is said to be. */
function changed(question: Question, before: ChatOrder | null): Carried {
  const { plus = "", minus = "" } = question.options;
  const [more, less] = [plus.trim(), minus.trim()];
  if (more === "" && less === "") return { kind: "as-before" };
  const added = more === "" ? null : topicIn(more);
  const taken = less === "" ? null : topicIn(less);
  if (typeof added === "string") return told(added);
  if (typeof taken === "string") return told(taken);
  const ordered = orderedTopic(before);
  // A digest that is ordered by it carries nothing else.
  const summed = added === null ? ordered : before === null ? added : plusTopic(ordered, added);
  const topic = taken === null ? summed : minusTopic(summed, taken);
  if (topic === "nothing") {
    return told(
      `Your digest carries nothing but “${less}”: to get none any more, say ${namingFor(question)("digest off")}`,
    );
  }
  if (before === null || topic !== ordered) return { kind: "carried", topic };
  // Reads: digest me plus:cricket at:07:30, of a digest that carries it: when it comes is changed.
  if (OTHER_TERMS.some((name) => question.options[name] !== undefined))
    return { kind: "as-before" };
  if (taken !== null) return told(`Your digest leaves out “${less}” already.`);
  return told(
    ordered === null
      ? "Your digest carries every article already."
      : `Your digest carries “${more}” already.`,
  );
}

/** What may be changed beside what is carried. */
const OTHER_TERMS = ["at", "zone", "layout"] as const;

function topicIn(text: string): Topic | string {
  const reading = parseTopic(text);
  return reading.ok ? reading.topic : `“${text}” cannot be read: ${reading.fault.says}`;
}

function orderedTopic(before: ChatOrder | null): Topic | null {
  const text = before?.entry.topics;
  const reading = typeof text === "string" ? parseTopic(text) : null;
  return reading?.ok === true ? reading.topic : null;
}

function told(says: string): Carried {
  return { kind: "told", says };
}

/** `/digest off`: ends it. */
export async function digestOff(parts: OrderParts, question: Question): Promise<Message> {
  const name = ownName(question);
  const audit = auditOf(question, parts.clock.now(), `ended ${name}`);
  const removed = await parts.orders.remove(name, audit);
  await parts.live.refresh();
  return plainMessage(
    removed
      ? "You get no digest any more."
      : `You have no digest: order one with ${namingFor(question)("digest me")}`,
  );
}

/** The same for one person for good, whatever they call themselves. */
function ownName({ asker }: Pick<Question, "asker">): string {
  return `for-${slug(asker.id)}`.slice(0, 40);
}

/** Every name that somebody's digests can have, ordered now or before. */
export function ownNames(asker: Question["asker"]): readonly string[] {
  const alerts = Array.from({ length: MOST_ALERTS }, (_, index) => alertName(asker, index + 1));
  return [ownName({ asker }), ...alerts];
}

/** Alerts that one person can have. */
export const MOST_ALERTS = 20;

/** The name of somebody's alert, by its number from 1. */
export function alertName({ id }: Question["asker"], number: number): string {
  return `alert-${number}-${slug(id)}`.slice(0, 40);
}
