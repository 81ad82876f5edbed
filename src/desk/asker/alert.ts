import { type Channel, isAlert, subscription } from "#core/digest/channel.ts";
import { type Topic, topicText } from "#core/digest/topic.ts";
import { parseTopic } from "#core/digest/topic-parse.ts";
import type { Message } from "#core/message/message.ts";
import { count, plainMessage } from "#core/message/say.ts";
import { type AlertShown, alertAnswer, alertsAnswer, NO_QUIET } from "#core/reply/alert-answer.ts";
import { directPlatform, type Question } from "#core/reply/front-desk.ts";
import { namingFor } from "#core/reply/naming.ts";
import { clockTime, type QuietWords, readQuietWords } from "#core/reply/quiet-words.ts";
import { alertName, isForOutside, MOST_ALERTS } from "#desk/editor/own-digest.ts";
import { auditOf, labelled } from "#desk/editor/parts.ts";
import type { ChatOrder } from "#desk/port/standing-orders.ts";
import type { AskerParts } from "./parts.ts";

/** Where nothing else is said: in the night nothing, and five messages a day. */
const USUAL_QUIET: QuietWords = { from: 22 * 60, to: 7 * 60 };
const USUAL_MOST = 5;
const MOST_A_DAY = 50;
/** Everything goes at once, whatever its urgency. */
const EVERY_URGENCY = 8;
/** What waits comes together, so many at a time. */
const MOST_TOGETHER = 20;
const LONGEST_TITLE = 80;

/** `/alert`: what the asker hears of as it happens, beside digests. */
export async function alert(parts: AskerParts, question: Question): Promise<Message> {
  const { topic = "", end } = question.options;
  const own = alertsOf(parts, question);
  if (end !== undefined) return endOne(parts, question, own, end);
  const words = topic.trim();
  const named = namingFor(question);
  if (words === "") return alertsAnswer(own, named);
  if (words.toLowerCase() === "off") return endAll(parts, question, own);
  const reading = parseTopic(words);
  if (!reading.ok) return plainMessage(`“${words}” cannot be read: ${reading.fault.says}`);
  return order(parts, question, own, reading.topic);
}

/** In the order of their numbers. */
function alertsOf({ live }: AskerParts, { asker }: Question): readonly AlertShown[] {
  const byName = new Map(live.list().map((channel) => [channel.name, channel]));
  return Array.from({ length: MOST_ALERTS }, (_, index) => index + 1).flatMap((number) => {
    const channel = byName.get(alertName(asker, number));
    return channel?.owner === asker.id && isAlert(channel) ? [{ number, channel }] : [];
  });
}

async function order(
  parts: AskerParts,
  question: Question,
  own: readonly AlertShown[],
  topic: Topic,
): Promise<Message> {
  const { asker } = question;
  const platform = directPlatform(asker);
  if (platform === null) {
    return plainMessage(`The page has no direct messages: ask on ${labelled(parts.chats)}.`);
  }
  const before = own.find(({ channel }) => isOf(channel, topic));
  const number = before?.number ?? freeNumber(own);
  if (number === null) {
    return plainMessage(
      `You have ${count(MOST_ALERTS, "alert")} already: end one first, by ${namingFor(question)("alert")}`,
    );
  }
  const terms = termsOf(parts, question, before?.channel ?? null);
  if (typeof terms === "string") return plainMessage(terms);
  const name = alertName(asker, number);
  const title = `Alert: ${topicText(topic)}`.slice(0, LONGEST_TITLE);
  const isPublic = isForOutside(parts, question);
  const entry = { name, title, topics: topicText(topic), ...terms, public: isPublic };
  // What cannot be read is told before anything is opened.
  const trial = parts.readOrder(entry);
  if (!trial.ok) return plainMessage("That cannot be ordered so.", ...trial.faults);
  const address = await parts.openDirect(asker);
  const by = { by: asker.id, byName: asker.name, owner: asker.id, at: parts.clock.now() };
  await save(parts, question, { name, entry: { ...entry, [platform]: address }, ...by });
  const saved = alertsOf(parts, question).find((one) => one.number === number);
  return saved === undefined ? all(parts, question) : alertAnswer(saved);
}

function all(parts: AskerParts, question: Question): Message {
  return alertsAnswer(alertsOf(parts, question), namingFor(question));
}

function isOf({ topics }: Channel, topic: Topic): boolean {
  return topics !== null && topicText(topics) === topicText(topic);
}

function freeNumber(own: readonly AlertShown[]): number | null {
  const taken = new Set(own.map(({ number }) => number));
  const all = Array.from({ length: MOST_ALERTS }, (_, index) => index + 1);
  return all.find((number) => !taken.has(number)) ?? null;
}

/** What is not said stays as it was, or is usual; a sentence where something cannot be read. */
function termsOf(
  { timeZone }: AskerParts,
  { options }: Question,
  before: Channel | null,
): ChatOrder["entry"] | string {
  const quiet = options.quiet === undefined ? quietOf(before) : readQuietWords(options.quiet);
  if (quiet === null) return `“${options.quiet}” are no hours: write quiet:22-7, or quiet:off`;
  const most =
    options.most === undefined ? (before?.atOnceMost ?? USUAL_MOST) : Number(options.most);
  if (!Number.isInteger(most) || most < 1 || most > MOST_A_DAY) {
    return `“${options.most}” is no number of messages a day: write most:5, or any from 1 to ${MOST_A_DAY}`;
  }
  const end = quiet === "none" ? NO_QUIET : quiet.to;
  const hours = quiet === "none" ? [] : [`${clockTime(quiet.from)}-${clockTime(quiet.to)}`];
  return {
    // The rest of the day comes once it is quiet no more.
    schedule: `${end % 60} ${Math.floor(end / 60)} * * *`,
    timeZone: options.zone ?? before?.cadence.timeZone ?? timeZone,
    quiet: hours.map((one) => ({ hours: one, urgent: "wait" })),
    ...{ atOnce: EVERY_URGENCY, atOnceMost: most, most: MOST_TOGETHER },
    ...{ baseline: 0, layout: "compact" },
  };
}

function quietOf(before: Channel | null): QuietWords | "none" {
  if (before === null) return USUAL_QUIET;
  const [hush] = before.cadence.quiet;
  return hush === undefined ? "none" : { from: hush.from, to: hush.to % (24 * 60) };
}

/**
 * An alert begins with what is filed from now on: it passes what is there within the transaction in which it is saved, so
 * that it has neither a first edition, nor to wait for one until its quiet hours are over.
 */
async function save(parts: AskerParts, question: Question, order: ChatOrder): Promise<void> {
  const { live, store, readOrder } = parts;
  const { name, at, entry } = order;
  const known = live.orderOf(name) !== null;
  const reading = readOrder(entry);
  const platform = directPlatform(question.asker);
  await store.transaction(async (tx) => {
    const did = `${known ? "changed" : "ordered"} ${name}`;
    await tx.orders.save(order, auditOf(question, at, did));
    if (!reading.ok || platform === null) return;
    const { id } = subscription(reading.channel, platform, String(entry[platform]));
    if ((await tx.editions.lastSlot(id)) !== null) return;
    await tx.editions.takeSlots([{ subscription: id, slot: at, now: at, late: false }]);
    await tx.editions.pass([{ subscription: id, waiting: null }], at);
  });
  await live.refresh();
}

async function endOne(
  parts: AskerParts,
  question: Question,
  own: readonly AlertShown[],
  end: string,
): Promise<Message> {
  const found = own.find(({ number }) => String(number) === end.trim());
  if (found === undefined)
    return plainMessage(
      `You have no alert ${end}.`,
      `All of yours: ${namingFor(question)("alert")}`,
    );
  await remove(parts, question, [found]);
  return all(parts, question);
}

async function endAll(
  parts: AskerParts,
  question: Question,
  own: readonly AlertShown[],
): Promise<Message> {
  if (own.length === 0) return alertsAnswer([], namingFor(question));
  await remove(parts, question, own);
  return plainMessage(`${count(own.length, "alert")} of yours ended: you hear no more of it.`);
}

async function remove(
  { store, live, clock }: AskerParts,
  question: Question,
  alerts: readonly AlertShown[],
): Promise<void> {
  await store.transaction(async (tx) => {
    for (const { channel } of alerts) {
      const audit = auditOf(question, clock.now(), `ended ${channel.name}`);
      await tx.orders.remove(channel.name, audit);
    }
  });
  await live.refresh();
}
