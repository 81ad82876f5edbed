import type { Article } from "#core/article/article.ts";
import { heldReason, isKilled } from "#core/article/held.ts";
import type { Instant } from "#core/article/instant.ts";
import { amid } from "#core/message/direction.ts";
import type { Block, Message, Section, Span } from "#core/message/message.ts";
import {
  dayMoment,
  note,
  paragraph,
  plainMessage,
  section,
  shortMoment,
  titleCase,
} from "#core/message/say.ts";
import type { Page } from "./button.ts";
import { pages } from "./list-answer.ts";

/** Lines of each list on a page. */
export const WHY_PAGE = 10;

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

/** What is told of a file. */
export interface Traced {
  readonly path: string;
  /** What it became; `null`: several articles, or none. */
  readonly headline: string | null;
  /** Why it is shown nowhere, if so; `null`: it may be shown, or nothing is known of that. */
  readonly state: readonly Span[] | null;
  /** The first of them first. */
  readonly steps: readonly Step[];
  readonly channels: readonly ChannelVerdict[];
  readonly page: Omit<Page, "more">;
  readonly timeZone: string;
}

/** What became of a file, stage by stage, the latest steps on the first page, and which channels order it. */
export function whyAnswer({ headline, path, ...traced }: Traced): Message {
  const { state, steps, channels, timeZone } = traced;
  const { number } = traced.page;
  const summary = `What became of ${headline === null ? amid(path) : `“${amid(headline)}”`}`;
  const told = steps.slice(
    Math.max(0, steps.length - number * WHY_PAGE),
    steps.length - (number - 1) * WHY_PAGE,
  );
  const shown = channels.slice((number - 1) * WHY_PAGE, number * WHY_PAGE);
  const more = Math.max(steps.length, channels.length) > number * WHY_PAGE;
  return {
    summary,
    sections: [
      section(
        paragraph({ text: summary, style: "strong" }),
        ...(headline === null ? [] : [note({ text: path })]),
        ...(state === null ? [] : [paragraph(...state)]),
      ),
      ...(told.length === 0 ? [] : [section(stepList(told, timeZone))]),
      ...(shown.length === 0 ? [] : [channelSection(shown)]),
      ...pages({ ...traced.page, more }),
    ],
  };
}

/**
 * Why an article is shown nowhere, in words: `Held back: embargo until Saturday 9 May, 01:01`, with what says so;
 * `null` where it may be shown.
 */
export function heldSpans(
  article: Article,
  now: Instant,
  timeZone: string,
): readonly Span[] | null {
  const held = heldReason(article, now);
  if (held === null) return null;
  const { until, rule } = held;
  if (isKilled(article)) return [{ text: "Killed", style: "strong" }, behind("Killed ", rule)];
  const back: Span = { text: "Held back", style: "strong" };
  if (until === null) return [back, behind("Held ", rule)];
  return [back, { text: ": embargo until " }, dayMoment(until, timeZone), { text: ` (${rule})` }];
}

/** A rule behind its own first word, which is not said twice: `Held back by Ana until …`. */
function behind(first: string, rule: string): Span {
  return { text: rule.startsWith(first) ? ` ${rule.slice(first.length)}` : `: ${rule}` };
}

/** What each stage of the ledger is called. */
const STAGES: Readonly<Record<string, string>> = {
  "taken-in": "Taken in",
  briefed: "Ready for editions",
  held: "Held back",
  gone: "File deleted",
  merged: "Known already",
  opened: "Holds several stories",
  retried: "To be read again",
  dismissed: "Not for us",
  told: "Told by another report",
  "left-out": "Left out",
};

function stepList(steps: readonly Step[], timeZone: string): Block {
  return {
    kind: "list",
    items: steps.map(({ at, stage, rule }) => [
      shortMoment(at, timeZone),
      { text: " · " },
      { text: STAGES[stage] ?? titleCase(stage), style: "strong" } as const,
      { text: ` · ${rule}` },
    ]),
  };
}

function channelSection(channels: readonly ChannelVerdict[]): Section {
  return section(paragraph({ text: "Channels", style: "strong" }), {
    kind: "list",
    items: channels.map(({ channel, carried, rule }) => [
      { text: channel, style: "strong" } as const,
      { text: carried ? " · orders it" : ` · ${rule}` },
    ]),
  });
}

/** What a reader is told of an article. */
export interface ShownTraced {
  readonly headline: string;
  /** Each with what it has to do with the article. */
  readonly channels: readonly { readonly channel: string; readonly says: string }[];
  readonly page: Omit<Page, "more">;
}

/** Where an article stands, for those who may see neither its file nor how it was dealt with. */
export function whyShownAnswer({ headline, channels, page }: ShownTraced): Message {
  const { number } = page;
  const shown = channels.slice((number - 1) * WHY_PAGE, number * WHY_PAGE);
  const summary = `Where “${amid(headline)}” stands`;
  const none = number === 1 ? [paragraph({ text: "No channel that you may read orders it." })] : [];
  const list: Block = {
    kind: "list",
    items: shown.map(({ channel, says }) => [
      { text: channel, style: "strong" } as const,
      { text: ` · ${says}` },
    ]),
  };
  return {
    summary,
    sections: [
      section(
        paragraph({ text: summary, style: "strong" }),
        ...(shown.length === 0 ? none : [list]),
      ),
      ...pages({ ...page, more: channels.length > number * WHY_PAGE }),
    ],
  };
}

/** Nobody knows of such an article, or nobody may. */
export function unknownArticle(words: string): Message {
  return plainMessage(`Nothing is known of “${words}”.`, "Name an article by its headline or id.");
}

/** Nobody knows of such a file, or nobody may. */
export function unknownFile(words: string): Message {
  return plainMessage(
    `Nothing is known of “${words}”.`,
    "Name an article by its headline or id, or a file by its path below the watched folder or bucket.",
  );
}
