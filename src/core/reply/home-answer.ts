import type { Instant } from "#core/article/instant.ts";
import { LABELS } from "#core/language/labels.ts";
import type { Block, Message, Section, Span } from "#core/message/message.ts";
import { dayMoment, note, paragraph, section } from "#core/message/say.ts";

/** A channel, and when its next edition comes. */
export interface HomeChannel {
  readonly name: string;
  /** `null` for never. */
  readonly next: Instant | null;
  readonly timeZone: string;
}

/** What someone finds where the bot is at home. */
export interface Home {
  /** Their digests by direct message. */
  readonly own: readonly HomeChannel[];
  readonly channels: readonly HomeChannel[];
  /** The latest edition that has been posted; `null` before the first. */
  readonly latest: { readonly channel: string; readonly message: Message } | null;
}

const SUMMARY = "Copydesk: your digests and the latest edition";

/** The asker's subscriptions and the latest edition, and the ways to ask. */
export function homeAnswer({ own, channels, latest }: Home): Message {
  const edition: readonly Section[] =
    latest === null
      ? [section(note({ text: "No edition has been posted yet." }))]
      : [section(heading(`The latest edition of ${latest.channel}`)), ...latest.message.sections];
  return {
    summary: SUMMARY,
    sections: [
      section({ kind: "title", text: "Your digests" }, ...ownBlocks(own), ASK),
      section(heading("Channels"), listOf(channels), { kind: "rule" }),
      ...edition,
    ],
  };
}

const ASK: Block = {
  kind: "buttons",
  buttons: [
    { kind: "ask", label: LABELS.search, ask: "search" },
    { kind: "ask", label: LABELS.newest, ask: "brief" },
    { kind: "ask", label: LABELS.whatCanIAsk, ask: "help" },
  ],
};

function ownBlocks(own: readonly HomeChannel[]): readonly Block[] {
  if (own.length > 0) {
    return [
      listOf(own.map((channel) => ({ ...channel, name: "To you" }))),
      { kind: "buttons", buttons: [{ kind: "ask", label: LABELS.noMoreOfIt, ask: "digest off" }] },
    ];
  }
  return [
    paragraph({ text: "You get none by direct message." }),
    {
      kind: "buttons",
      buttons: [{ kind: "ask", label: LABELS.daily, ask: "digest me at:08:00" }],
    },
  ];
}

function listOf(channels: readonly HomeChannel[]): Block {
  if (channels.length === 0) return note({ text: "None yet." });
  return { kind: "list", items: channels.map(said) };
}

function said({ name, next, timeZone }: HomeChannel): readonly Span[] {
  if (next === null) return [{ text: `${name}: it rests` }];
  return [{ text: `${name}: next ` }, dayMoment(next, timeZone)];
}

function heading(text: string): Block {
  return paragraph({ text, style: "strong" });
}
