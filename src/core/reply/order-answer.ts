import type { Instant } from "#core/article/instant.ts";
import type { Channel } from "#core/digest/channel.ts";
import type { Approval } from "#core/digest/subscription.ts";
import { topicText } from "#core/digest/topic.ts";
import { LABELS } from "#core/language/labels.ts";
import type { Block, Button, Message, Span } from "#core/message/message.ts";
import { dayMoment, duration, note, paragraph, section } from "#core/message/say.ts";

/** What a channel orders, for people. */
export interface OrderShown {
  readonly channel: Channel;
  /** The schedule in words: `at 08:00 and 13:00`. */
  readonly inWords: string;
  /** Its next slots. */
  readonly next: readonly Instant[];
  /** `config/newsroom.yaml`, or who ordered it and when. */
  readonly orderedBy: string;
  /** What works, but perhaps not as meant. */
  readonly warnings: readonly string[];
}

/** What would be saved, with the next slots, and the buttons that save or change it. */
export function orderQuestion(shown: OrderShown, draft: string, title: string): Message {
  return message(title, shown, FIRST_EDITION, [
    { kind: "ask", label: LABELS.save, ask: `subscribe draft:${draft}` },
    { kind: "ask", label: LABELS.change, ask: "subscribe" },
  ]);
}

/** A channel's order as it stands. */
export function orderAnswer(shown: OrderShown): Message {
  return message(shown.channel.name, shown, null, []);
}

/** Whoever orders one does not expect to post by it. */
const FIRST_EDITION =
  "Once it is saved, a place that has had no edition yet gets its first one within a minute: the newest that is there for it.";

function message(
  title: string,
  shown: OrderShown,
  hint: string | null,
  buttons: readonly Button[],
): Message {
  const blocks: readonly Block[] = [
    paragraph({ text: title, style: "strong" }),
    { kind: "list", items: items(shown) },
    ...(hint === null ? [] : [paragraph({ text: hint })]),
    ...shown.warnings.map((text) => paragraph({ text, style: "emphasis" })),
    note({ text: `Ordered by ${shown.orderedBy}` }),
    ...(buttons.length === 0 ? [] : [{ kind: "buttons", buttons } as const]),
  ];
  return { summary: title, sections: [section(...blocks)] };
}

function items({ channel, inWords, next }: OrderShown): readonly (readonly Span[])[] {
  const { cadence, layout, sections, tags, topics, approval, audience } = channel;
  const { timeZone, pauseUntil } = cadence;
  const carried = [...sections, ...tags.map((tag) => `#${tag}`)].join(", ");
  const what = [carried, topics === null ? "" : topicText(topics)].filter((part) => part !== "");
  const slots = next.flatMap((slot, index): readonly Span[] => [
    ...(index === 0 ? [] : [{ text: "; " }]),
    dayMoment(slot, timeZone),
  ]);
  return [
    line("Carries", { text: what.length === 0 ? "every article" : what.join(", ") }),
    line("Comes", { text: `${inWords} (${timeZone})` }),
    line("Shows", { text: layout }),
    ...(audience === null ? [] : [line("For", { text: READERS[audience] })]),
    ...(approval === null ? [] : [line("Posts", { text: approvalWords(approval) })]),
    line("Next", ...(next.length === 0 ? [{ text: none(pauseUntil) }] : slots)),
  ];
}

const READERS = {
  public: "people outside the newsroom as well: what may not go out is left out",
  internal: "the desk alone",
} as const;

/** What has to happen before its editions are posted. */
export function approvalWords({ after }: Approval): string {
  const word = "once an editor lets it go";
  return after === null ? word : `${word}, or by itself after ${duration(after)}`;
}

function none(pauseUntil: Instant | null): string {
  return pauseUntil === Infinity ? "it rests until it is resumed" : "no edition will ever be due";
}

function line(name: string, ...spans: readonly Span[]): readonly Span[] {
  return [{ text: `${name}: `, style: "strong" }, ...spans];
}
