import type { Instant } from "#core/article/instant.ts";
import type { Channel } from "#core/digest/channel.ts";
import type { Message } from "#core/message/message.ts";
import {
  byClock,
  dayAndTime,
  paragraph,
  plainMessage,
  section,
  shortMoment,
} from "#core/message/say.ts";
import { pageBlocks } from "#core/reply/button.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { orderAnswer } from "#core/reply/order-answer.ts";
import { readUntil } from "#core/reply/until.ts";
import { namedTo } from "#desk/open-channels.ts";
import type { AuditEntry } from "#desk/port/standing-orders.ts";
import { notAMoment, pageOf, sinceOf } from "#desk/reply/options.ts";
import { inSight, type SightParts } from "./in-sight.ts";
import { withHeadlines } from "./named-in-audit.ts";
import {
  auditOf,
  channelMeant,
  channelOrdered,
  noChannel,
  type OrderParts,
  shownOrder,
} from "./parts.ts";

const AUDIT_PAGE = 10;

/** `/schedule`: when a channel's next editions come; without a channel, of all of them. */
export async function schedule(parts: OrderParts, question: Question): Promise<Message> {
  const channel = channelMeant(parts, question);
  if (channel !== null) return orderAnswer(shownOrder(parts, channel));
  if (question.options.channel !== undefined) return noChannel(parts, question);
  const all = namedTo(parts.live.list(), question).map((one) =>
    orderAnswer(shownOrder(parts, one)),
  );
  return {
    summary: "The channels and when they come",
    sections: all.flatMap((one) => one.sections),
  };
}

/** `/pause`: lets a channel rest until a moment, or until it is resumed. */
export async function pause(parts: OrderParts, question: Question): Promise<Message> {
  const channel = channelOrdered(parts, question);
  if ("summary" in channel) return channel;
  const now = parts.clock.now();
  const until = untilOf(question, channel, now);
  if (until === null) return notAMoment(question.options.until ?? "");
  const { name, cadence } = channel;
  const when = Number.isFinite(until)
    ? `until ${dayAndTime(until, cadence.timeZone)}`
    : "until it is resumed";
  await parts.orders.pause(name, until, auditOf(question, now, `paused ${name} ${when}`));
  await parts.live.refresh();
  return plainMessage(`“${name}” rests ${when}. What comes meanwhile waits for its next edition.`);
}

/** `Infinity` where no end is named; `null` for what is no moment to come. */
function untilOf({ options }: Question, { cadence }: Channel, now: Instant): Instant | null {
  const text = options.until?.trim() ?? "";
  if (text === "") return Infinity;
  const until = readUntil(text, { now, timeZone: cadence.timeZone });
  return until === null || until <= now ? null : until;
}

/** `/resume`: ends the rest of a channel. */
export async function resume(parts: OrderParts, question: Question): Promise<Message> {
  const channel = channelOrdered(parts, question);
  if ("summary" in channel) return channel;
  const { name } = channel;
  const now = parts.clock.now();
  const rested = await parts.orders.resume(name, auditOf(question, now, `resumed ${name}`));
  await parts.live.refresh();
  const own = parts.live.list().find((one) => one.name === name) ?? channel;
  const until = own.cadence.pauseUntil;
  if (until !== null && until > now) {
    return plainMessage(`config/newsroom.yaml lets “${name}” rest: change pauseUntil there.`);
  }
  const message = orderAnswer(shownOrder(parts, own));
  const summary = rested ? `“${name}” comes again.` : `“${name}” does not rest.`;
  return { summary, sections: [section(paragraph({ text: summary })), ...message.sections] };
}

/** `/audit`: who changed what, the latest first. */
export async function audit(parts: OrderParts & SightParts, question: Question): Promise<Message> {
  const { timeZone, clock } = parts;
  const since = sinceOf(question, { now: clock.now(), timeZone });
  if (since === "unreadable") return notAMoment(question.options.since ?? "");
  const number = pageOf(question) ?? 1;
  const rows = await parts.orders.audit(since ?? 0, (number - 1) * AUDIT_PAGE, AUDIT_PAGE + 1);
  if (rows.length === 0) return plainMessage("Nobody has changed anything.");
  const { command, options } = question;
  const page = { command, options, number, more: rows.length > AUDIT_PAGE };
  const sight = inSight(parts, question);
  const headlineOf = async (id: string) => {
    const filed = await parts.archive.current(id);
    return filed !== null && sight.mayName(filed) ? filed.brief.headline : null;
  };
  const entries: AuditEntry[] = [];
  for (const entry of rows.slice(0, AUDIT_PAGE)) {
    const did = byClock(entry.did, timeZone, entry.at);
    entries.push({ ...entry, did: await withHeadlines(headlineOf, did) });
  }
  return {
    summary: "Who changed what",
    sections: [
      section(
        paragraph({ text: "Who changed what", style: "strong" }),
        {
          kind: "list",
          items: entries.map(({ at, name, by, did }) => [
            shortMoment(at, timeZone),
            { text: " · " },
            { text: name, style: "strong" },
            { text: ` ${did} (${by})` },
          ]),
        },
        ...pageBlocks(page),
      ),
    ],
  };
}
