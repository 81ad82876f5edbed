import { saysEnough, toBeSaid } from "#core/access/audience.ts";
import { isEditor } from "#core/access/role.ts";
import { PAGE } from "#core/digest/subscription.ts";
import { LABELS } from "#core/language/labels.ts";
import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import type { Asked, Place, Question } from "#core/reply/front-desk.ts";
import { namingFor } from "#core/reply/naming.ts";
import { orderAnswer, orderQuestion } from "#core/reply/order-answer.ts";
import { readSchedule, SCHEDULES, USUAL_TIME } from "#core/reply/schedule-words.ts";
import { zonesLike } from "#core/reply/zone.ts";
import type { ChatOrder } from "#desk/port/standing-orders.ts";
import { refused } from "#desk/reply/refused.ts";
import type { OrderReading } from "./channels.ts";
import { withTerms } from "./entry-lines.ts";
import { auditOf, channelMeant, labelled, mayOrder, type OrderParts, shownOrder } from "./parts.ts";
import { audienceSaid, isSharedIn, saidFor, unknownReaders } from "./place-readers.ts";

const LONGEST_NAME = 40;
/** Names tried before giving up: `news`, `news-2`, …. */
const MOST_NAMES = 50;

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

export const NAME_TAKEN = "That name is taken: choose another one";

const NOT_FOR_THE_DESK =
  "People of another company read this channel, so that it cannot be for the desk alone: make it public under Set-up on the page.";

/** What a place's order is called; `null` where no name is left for it. */
export function nameMeant(
  parts: Pick<OrderParts, "live">,
  { options }: Pick<Question, "options">,
  place: Place,
): string | null {
  const ordered = orderedFor(parts, place);
  return nameFor(parts, options.name ?? ordered ?? place.name ?? "", place, ordered);
}

/** The entry of the config that an order would be, which may have faults, and what perhaps is not as it is meant. */
export interface EntryMeant {
  readonly entry: ChatOrder["entry"];
  readonly warnings: readonly string[];
}

/** `null`: whoever reads there may not have it. */
export async function entryMeant(
  parts: OrderParts,
  { options, whereabouts }: Question,
  place: Place,
  name: string,
): Promise<EntryMeant | null> {
  const { platform, address } = place;
  const ordered = orderedFor(parts, place);
  const before = ordered === null ? null : parts.live.orderOf(ordered);
  const entry = { ...entryAfter(parts, options, before), name, [platform]: placed(before, place) };
  const reading = await parts.places(platform);
  const isShared = isSharedIn(reading, address);
  const said = saidFor(entry, toBeSaid({ whereabouts, isShared }, parts.live.list()));
  if (said === null) return null;
  // In whose server or workspace it is given, is known: whether others read there too, the list alone tells.
  const isKnown = reading.ok && !reading.canBeShared;
  return {
    entry: said,
    warnings: isKnown ? [] : unknownReaders(reading, place, audienceSaid(said)),
  };
}

/** A place keeps what is asked for there. */
function placed(before: ChatOrder | null, { platform, address }: Place): unknown {
  const own = before?.entry[platform];
  return typeof own === "object" && own !== null ? own : address;
}

/** An order's entry with what is said now; topics that were emptied ask for everything. */
export function entryAfter(
  parts: Pick<OrderParts, "timeZone">,
  options: Question["options"],
  before: ChatOrder | null,
): ChatOrder["entry"] {
  const { topics, ...rest } = { ...before?.entry, ...entryOf(parts, options, before) };
  return topics === undefined || options.topics?.trim() === "" ? rest : { ...rest, topics };
}

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

/** Who reads in a place may be others by now than when its order was shown. */
async function saysEnoughNow(
  { places, live }: OrderParts,
  { place, whereabouts }: Question,
  { entry, owner }: ChatOrder,
): Promise<boolean> {
  if (place === null || owner !== null) return true;
  const isShared = isSharedIn(await places(place.platform), place.address);
  return saysEnough(audienceSaid(entry), toBeSaid({ whereabouts, isShared }, live.list()));
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

/** The channel that goes to a place already. */
export function orderedFor(
  { live }: Pick<OrderParts, "live">,
  { platform, address }: Place,
): string | null {
  const found = live.list().find((channel) => channel.places[platform] === address);
  return found?.name ?? null;
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

/** The values of an entry that were said; what was not said stays as it was, or is usual. */
export function entryOf(
  { timeZone }: Pick<OrderParts, "timeZone">,
  { topics, schedule, at, topic, zone, layout, approval }: Question["options"],
  before: ChatOrder | null,
): ChatOrder["entry"] {
  const when = schedule ?? at ?? (before === null ? USUAL_TIME : undefined);
  const what = topics ?? topic;
  const reading = when === undefined ? null : readSchedule(when);
  return {
    ...(reading?.ok && { schedule: withTerms(reading.lines, before?.entry.schedule) }),
    ...(before === null && { timeZone }),
    ...(zone !== undefined && { timeZone: zone }),
    ...(what !== undefined && { topics: what }),
    ...(layout !== undefined && { layout: layout.toLowerCase() }),
    ...(approval !== undefined && { approval: approval.toLowerCase() }),
  };
}

/** `null` where no name is left. */
function nameFor(
  { live }: Pick<OrderParts, "live">,
  wanted: string,
  place: Place,
  own: string | null,
): string | null {
  const plain = slug(wanted) || slug(`${place.platform}-${place.address}`);
  const taken = new Set(live.list().map(({ name }) => name));
  if (own !== null) taken.delete(own);
  if (!taken.has(plain)) return plain;
  const others = Array.from(
    { length: MOST_NAMES },
    (_, index) => `${plain.slice(0, 36)}-${index + 2}`,
  );
  return others.find((name) => !taken.has(name)) ?? null;
}

/** The name of a channel as the config file would have it. */
export function slug(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .slice(0, LONGEST_NAME)
    .replace(/^-+|-+$/gu, "");
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
