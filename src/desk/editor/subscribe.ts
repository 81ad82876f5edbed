import { isEditor } from "#core/access/role.ts";
import { PAGE } from "#core/digest/subscription.ts";
import { LABELS } from "#core/language/labels.ts";
import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import type { Asked, Question } from "#core/reply/front-desk.ts";
import { namingFor } from "#core/reply/naming.ts";
import { orderAnswer, orderQuestion } from "#core/reply/order-answer.ts";
import { readSchedule, SCHEDULES } from "#core/reply/schedule-words.ts";
import { zonesLike } from "#core/reply/zone.ts";
import type { ChatOrder } from "#desk/port/standing-orders.ts";
import { refused } from "#desk/reply/refused.ts";
import type { OrderReading } from "./channels.ts";
import { entryMeant, NAME_TAKEN, nameMeant, orderedFor, saysEnoughNow } from "./order-entry.ts";
import { auditOf, channelMeant, labelled, mayOrder, type OrderParts, shownOrder } from "./parts.ts";

/** `/subscribe`: shows what an order means, and saves it when that is confirmed. */
export async function subscribe(parts: OrderParts, question: Question): Promise<Message> {
  const { options, place } = question;
  if (options.draft !== undefined) return saveDraft(parts, question, options.draft);
  if (place === null) {
    return plainMessage(
      `Ask in the channel that is to have it. For yourself alone: ${namingFor(question)("digest me")}`,
    );
  }
  if (place.platform === PAGE) {
    return plainMessage(
      `The page has every channel already: order one on ${labelled(parts.chats)}, or in config/newsroom.yaml.`,
    );
  }
  const ordered = orderedFor(parts, place);
  if (ordered !== null && parts.live.orderOf(ordered) === null) {
    return plainMessage(
      `config/newsroom.yaml orders “${ordered}” for this channel: change it there.`,
    );
  }
  const unreadable = unreadableSchedule(question, "subscribe flood");
  if (unreadable !== null) return unreadable;
  const before = ordered === null ? null : parts.live.orderOf(ordered);
  const name = nameMeant(parts, question, place);
  if (name === null) return plainMessage(`${NAME_TAKEN}.`);
  if (!mayOrderHere(question, name, ordered)) return refused(parts, question);
  const meant = await entryMeant(parts, question, place, name);
  if (meant === null) return plainMessage(NOT_FOR_THE_DESK);
  const title = before === null ? `Order a digest as “${name}”?` : `Change the digest “${name}”?`;
  return draft(parts, question, { name, entry: meant.entry, owner: null }, title, meant.warnings);
}

/** A further order for a place, under another name, is a new one. */
function mayOrderHere(question: Question, name: string, ordered: string | null): boolean {
  if (name === ordered) return mayOrder(question, name);
  return question.asker.runsPlace === true || isEditor(question.asker);
}

const NOT_FOR_THE_DESK =
  "People of another company read this channel, so that it cannot be for the desk alone: make it public under Set-up on the page.";

/** Reads an order, and shows what it means before it is saved. */
export async function draft(
  parts: OrderParts,
  question: Question,
  order: Pick<ChatOrder, "name" | "entry" | "owner">,
  title: string,
  warnings: readonly string[] = [],
): Promise<Message> {
  const { asker } = question;
  const reading = parts.readOrder(order.entry);
  if (!reading.ok) return mistakes(reading.faults, question.options.zone ?? "");
  const [key, at] = [parts.newKey(), parts.clock.now()];
  const whole: ChatOrder = { ...order, by: asker.id, byName: asker.name, at };
  await parts.orders.keepDraft(key, { by: asker.id, order: whole, at });
  const asOrdered = shownOrder(parts, reading.channel, [...reading.warnings, ...warnings]);
  const shown = { ...asOrdered, orderedBy: asker.name };
  return orderQuestion(shown, key, title);
}

/** The button below what was shown; only who was shown it may press it. */
async function saveDraft(parts: OrderParts, question: Question, key: string): Promise<Message> {
  const at = parts.clock.now();
  const kept = await parts.orders.draft(key, at);
  if (kept === null || kept.by !== question.asker.id) {
    return plainMessage("That was too long ago: please order it once more.");
  }
  if (!maySave(parts, question, kept.order)) return refused(parts, question);
  if (!(await saysEnoughNow(parts, question, kept.order))) {
    return plainMessage("Others may read this channel by now: please order it once more.");
  }
  return save(parts, question, { ...kept.order, at });
}

/** Who might order it when it was shown may not by now. */
function maySave({ live }: OrderParts, question: Question, order: ChatOrder): boolean {
  const { name, entry } = order;
  if (live.orderOf(name) !== null) return mayOrder(question, name);
  const { place, asker } = question;
  const isHere = place !== null && entry[place.platform] === place.address;
  return isEditor(asker) || (isHere && asker.runsPlace === true);
}

/** Saves an order that can be read, wherever it was made; it counts at once. */
export async function keep(
  parts: Pick<OrderParts, "readOrder" | "live" | "orders">,
  asked: Pick<Asked, "asker">,
  order: ChatOrder,
): Promise<OrderReading> {
  const reading = parts.readOrder(order.entry);
  if (!reading.ok) return reading;
  const before = parts.live.orderOf(order.name);
  const did = `${before === null ? "ordered" : "changed"} ${order.name}`;
  await parts.orders.save(order, auditOf(asked, order.at, did));
  await parts.live.refresh();
  return reading;
}

/** The same, with what is said of it. */
export async function save(parts: OrderParts, asked: Asked, order: ChatOrder): Promise<Message> {
  const reading = await keep(parts, asked, order);
  if (!reading.ok) return mistakes(reading.faults, "");
  const channel = parts.live.list().find(({ name }) => name === order.name) ?? reading.channel;
  const { sections } = orderAnswer(shownOrder(parts, channel, reading.warnings));
  const summary = `Saved “${order.name}”.`;
  return { summary, sections: [...plainMessage(summary).sections, ...sections] };
}

/** `/unsubscribe`: ends an order that was made in chat. */
export async function unsubscribe(parts: OrderParts, question: Question): Promise<Message> {
  const channel = channelMeant(parts, question);
  if (channel === null)
    return plainMessage(`Name the channel: ${namingFor(question)("unsubscribe")} NAME`);
  const { name } = channel;
  if (!mayOrder(question, name)) return refused(parts, question);
  if (parts.live.orderOf(name) === null) {
    return plainMessage(`config/newsroom.yaml orders “${name}”: take it out there.`);
  }
  if (question.options.sure !== "yes") {
    const summary = `End the digest “${name}”? What is posted stays.`;
    const button = {
      kind: "ask",
      label: LABELS.endIt,
      ask: `unsubscribe ${name} sure:yes`,
    } as const;
    const [first] = plainMessage(summary).sections;
    return {
      summary,
      sections: [{ blocks: [...(first?.blocks ?? []), { kind: "buttons", buttons: [button] }] }],
    };
  }
  await parts.orders.remove(name, auditOf(question, parts.clock.now(), `ended ${name}`));
  await parts.live.refresh();
  return plainMessage(`“${name}” has no digest any more.`);
}

/**
 * What is said of a schedule that cannot be read: the words as they were typed, and how to write them.
 * @param before what the command's line begins with, for the example
 */
export function unreadableSchedule(question: Question, before: string): Message | null {
  const { schedule, at } = question.options;
  const when = schedule ?? at ?? "";
  const reading = when.trim() === "" ? null : readSchedule(when);
  if (reading === null || reading.ok) return null;
  const key = schedule === undefined ? "at" : "schedule";
  return plainMessage(
    `“${key}:${when}” cannot be read: ${reading.says}.`,
    `Write it so: ${namingFor(question)(`${before} ${key}:08:00`)}`,
    `Or one of: ${SCHEDULES.join(" · ")}`,
  );
}

function mistakes(faults: readonly string[], zone: string): Message {
  const near = zone === "" ? [] : zonesLike(zone).slice(0, 3);
  const isAbout = (key: string) => faults.some((fault) => fault.startsWith(key));
  return plainMessage(
    "That cannot be ordered so.",
    ...faults,
    ...(isAbout("schedule") ? [`Write one of: ${SCHEDULES.join(" · ")}`] : []),
    ...(isAbout("timeZone") && near.length > 0 ? [`Did you mean ${near.join(", ")}?`] : []),
  );
}
