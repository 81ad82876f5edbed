import { PAGE } from "#core/digest/subscription.ts";
import { topicText } from "#core/digest/topic.ts";
import { parseTopic } from "#core/digest/topic-parse.ts";
import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { namingFor } from "#core/reply/naming.ts";
import type { ChatOrder } from "#desk/port/standing-orders.ts";
import { auditOf, labelled, type OrderParts } from "./parts.ts";
import { draft, entryOf, save, slug, unreadableSchedule } from "./subscribe.ts";

/** `/digest me`: a digest to the asker's direct messages, at a time that they choose. */
export async function digestMe(parts: OrderParts, question: Question): Promise<Message> {
  const { asker, options } = question;
  const [platform = PAGE] = asker.id.split(":", 1);
  if (platform === PAGE) {
    return plainMessage(`The page has no direct messages: ask on ${labelled(parts.chats)}.`);
  }
  const unreadable = unreadableSchedule(question, "digest me");
  if (unreadable !== null) return unreadable;
  const name = ownName(question);
  const before = parts.live.orderOf(name);
  const added = addTopic(options, before);
  if (added.kind === "told") return plainMessage(added.says);
  const said = { ...before?.entry, ...entryOf(parts, added.options, before), name };
  const trial = parts.readOrder(said);
  // What cannot be read is told before anything is opened.
  if (!trial.ok) return draft(parts, question, { name, entry: said, owner: asker.id }, name);
  const address = await parts.openDirect(asker);
  const entry = { ...said, [platform]: address };
  const order = { name, entry, owner: asker.id, by: asker.id, byName: asker.name };
  return save(parts, question, { ...order, at: parts.clock.now() });
}

/** What is ordered, or why nothing is. */
type Added =
  | { readonly kind: "ordered"; readonly options: Question["options"] }
  | { readonly kind: "told"; readonly says: string };

/** `plus:` adds to what is ordered; what is carried already is said to be. */
function addTopic(options: Question["options"], before: ChatOrder | null): Added {
  const { plus = "", ...others } = options;
  if (plus.trim() === "") return { kind: "ordered", options: others };
  const reading = parseTopic(plus.trim());
  if (!reading.ok) return told(`“${plus.trim()}” cannot be read: ${reading.fault.says}`);
  if (before === null) return { kind: "ordered", options: { ...others, topic: plus.trim() } };
  const ordered = before.entry.topics;
  const known = typeof ordered === "string" ? parseTopic(ordered) : null;
  if (known?.ok !== true) return told("Your digest carries every article already.");
  const parts = known.topic.kind === "or" ? known.topic.of : [known.topic];
  const text = topicText(reading.topic);
  if (parts.some((one) => topicText(one) === text)) {
    return told(`Your digest carries “${text}” already.`);
  }
  const topic = topicText({ kind: "or", of: [...parts, reading.topic] });
  return { kind: "ordered", options: { ...others, topic } };
}

function told(says: string): Added {
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
