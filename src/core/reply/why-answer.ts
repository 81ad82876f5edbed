import type { Instant } from "#core/article/instant.ts";
import type { Message } from "#core/message/message.ts";
import { paragraph, plainMessage, section, shortDate, titleCase } from "#core/message/say.ts";

/** One thing that became of a file. */
export interface Step {
  readonly at: Instant;
  readonly stage: string;
  /** The rule that decided, as a sentence. */
  readonly rule: string;
}

/** Whether a channel carries the article. */
export interface ChannelVerdict {
  readonly channel: string;
  readonly carried: boolean;
  /** Why not; empty where it does. */
  readonly rule: string;
}

/** What became of a file, stage by stage, and which channels order it. */
export function whyAnswer(
  path: string,
  steps: readonly Step[],
  channels: readonly ChannelVerdict[],
  timeZone: string,
): Message {
  const summary = `What became of ${path}`;
  return {
    summary,
    sections: [
      section(paragraph({ text: summary, style: "strong" }), {
        kind: "list",
        items: steps.map(({ at, stage, rule }) => [
          { text: `${shortDate(at, timeZone)} · ` },
          { text: titleCase(stage), style: "strong" } as const,
          { text: ` · ${rule}` },
        ]),
      }),
      ...(channels.length === 0 ? [] : [section(...channelBlocks(channels))]),
    ],
  };
}

function channelBlocks(channels: readonly ChannelVerdict[]) {
  return [
    paragraph({ text: "Channels", style: "strong" }),
    {
      kind: "list",
      items: channels.map(({ channel, carried, rule }) => [
        { text: channel, style: "strong" } as const,
        { text: carried ? " · orders it" : ` · ${rule}` },
      ]),
    } as const,
  ];
}

/** Nobody knows of such a file, or nobody may. */
export function unknownFile(words: string): Message {
  return plainMessage(
    `Nothing is known of “${words}”.`,
    "Name an article by its headline or id, or a file by its path below the watched folder or bucket.",
  );
}
