import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { auditOf, type OrderParts } from "./parts.ts";
import { draft, entryOf, save, slug, unreadableSchedule } from "./subscribe.ts";

/** `/digest me`: a digest to the asker's direct messages, at a time that they choose. */
export async function digestMe(parts: OrderParts, question: Question): Promise<Message> {
  const { asker, options } = question;
  const [platform] = asker.id.split(":", 1);
  if (platform !== "slack" && platform !== "discord") {
    return plainMessage("The page has no direct messages: ask on Slack or Discord.");
  }
  const unreadable = unreadableSchedule(options, "digest me");
  if (unreadable !== null) return unreadable;
  const name = ownName(question);
  const before = parts.live.orderOf(name);
  const said = { ...before?.entry, ...entryOf(parts, options, before), name };
  const trial = parts.readOrder(said);
  // What cannot be read is told before anything is opened.
  if (!trial.ok) return draft(parts, question, { name, entry: said, owner: asker.id }, name);
  const address = await parts.openDirect(asker);
  const entry = { ...said, [platform]: address };
  const order = { name, entry, owner: asker.id, by: asker.id, byName: asker.name };
  return save(parts, question, { ...order, at: parts.clock.now() });
}

/** `/digest off`: ends it. */
export async function digestOff(parts: OrderParts, question: Question): Promise<Message> {
  const name = ownName(question);
  const audit = auditOf(question, parts.clock.now(), `ended ${name}`);
  const removed = await parts.orders.remove(name, audit);
  await parts.live.refresh();
  return plainMessage(
    removed ? "You get no digest any more." : "You have no digest: order one with digest me",
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
