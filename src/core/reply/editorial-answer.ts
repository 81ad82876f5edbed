import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import { LABELS } from "#core/language/labels.ts";
import { headlineBlock, provenanceBlock } from "#core/message/brief.ts";
import { amid } from "#core/message/direction.ts";
import type { Button, Message } from "#core/message/message.ts";
import { byClock, count, note, paragraph, plainMessage, section } from "#core/message/say.ts";

/** The posts of an article: those that it stands in, or may; that are on their way this moment; that nobody can have read yet. */
export interface PostCounts {
  readonly stand: number;
  readonly underWay: number;
  readonly wait: number;
}

/**
 * What a kill would withdraw, and the button that does it.
 *
 * @param channels where it stands, or will in a moment
 */
export function killQuestion(
  filed: Filed,
  { stand, underWay, wait }: PostCounts,
  channels: readonly string[],
  timeZone: string,
): Message {
  const posts = stand + underWay;
  const standing =
    posts === 0
      ? "It stands in no post."
      : `It stands in ${count(posts, "post")}: ${channels.join(", ")}. Each of them will say KILLED – do not use.`;
  const where = [standing, ...waiting(wait)].join(" ");
  const button = ask(LABELS.killIt, `kill ${filed.article.id} sure:yes`);
  return questionAbout(filed, { summary: "Withdraw this article?", text: where, button, timeZone });
}

interface Asked {
  readonly summary: string;
  readonly text: string;
  /** Does it. */
  readonly button: Button;
  readonly timeZone: string;
}

function questionAbout(filed: Filed, { summary, text, button, timeZone }: Asked): Message {
  return {
    summary,
    sections: [
      section(
        paragraph({ text: summary, style: "strong" }),
        headlineBlock(filed),
        provenanceBlock(filed, timeZone),
        paragraph({ text }),
        { kind: "buttons", buttons: [button] },
      ),
    ],
  };
}

/** What an editor has decided, and how it is taken back. */
export function decidedAnswer(
  kind: "hold" | "kill",
  { article, brief }: Filed,
  { stand, underWay, wait }: PostCounts,
): Message {
  const done = kind === "kill" ? "Killed" : "Held";
  const told = [
    ...(stand === 0 ? [] : [`${count(stand, "post")} will say so.`]),
    ...(underWay === 0
      ? []
      : [
          `${count(underWay, "post")} ${are(underWay)} on ${its(underWay)} way and will be taken back.`,
        ]),
    ...waiting(wait),
  ];
  const shown = told.length === 0 ? "It stood in no post." : told.join(" ");
  const summary = `${done}: “${amid(brief.headline)}”. ${shown}`;
  return {
    summary,
    sections: [
      section(
        paragraph({ text: summary }),
        note({ text: `Nobody sees it until it is released: release ${article.id}` }),
        { kind: "buttons", buttons: [ask(LABELS.releaseIt, `release ${article.id}`)] },
      ),
    ],
  };
}

/** Nobody has read it there. */
function waiting(posts: number): readonly string[] {
  if (posts === 0) return [];
  return [`${count(posts, "post")} that ${posts === 1 ? "waits goes" : "wait go"} out without it.`];
}

function are(posts: number): string {
  return posts === 1 ? "is" : "are";
}

function its(posts: number): string {
  return posts === 1 ? "its" : "their";
}

/** What is asked before words in the copy are overruled. */
export interface ReleaseAsked {
  /** Each with the words that hold it. */
  readonly rules: readonly string[];
  /** One of them is an embargo that has a moment. */
  readonly isEarly: boolean;
  /** Whoever asks was shown an earlier revision, whose words may have been others. */
  readonly isNewer: boolean;
  readonly timeZone: string;
  readonly now: Instant;
}

/** The words that hold an article, and the button that lets it go against them. */
export function releaseQuestion(
  filed: Filed,
  { rules, isEarly, isNewer, timeZone, now }: ReleaseAsked,
): Message {
  const summary = `Let this article go ${isEarly ? "before its time" : "against what its copy says"}?`;
  const { id, revision } = filed.article;
  const button = ask(LABELS.releaseNow, `release ${id} sure:yes revision:${revision}`);
  const changed = isNewer ? "It has changed since you were asked. " : "";
  const text = `${changed}${rules.map((rule) => `${byClock(rule, timeZone, now)}.`).join(" ")}`;
  return questionAbout(filed, { summary, text, button, timeZone });
}

/** Channels that are named; of more it is said how many. */
const MOST_CARRIERS = 8;

/**
 * Readers see it from now on.
 * @param carriers the channels that may carry it; `null`: they are not for this place
 */
export function releasedAnswer(
  { article, brief }: Filed,
  carriers: readonly string[] | null,
): Message {
  return plainMessage(
    `Released: “${amid(brief.headline)}” (id ${article.id}).`,
    `Posts that withheld it show it again.${carriers === null ? "" : ` ${carriedBy(carriers)}`}`,
  );
}

function carriedBy(carriers: readonly string[]): string {
  if (carriers.length === 0) return "No channel may carry it, or has ordered it.";
  const more = carriers.length - MOST_CARRIERS;
  const named = `${carriers.slice(0, MOST_CARRIERS).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  return `It may come in ${named}, from the next edition on where it was not carried yet.`;
}

/** An editor's hold is taken back, and what its publisher says still holds it; whether an editor may let that go, too. */
export function stillHeldAnswer({ article }: Filed, rule: string, mayGo: boolean): Message {
  const summary = "Released. Its publisher still holds it, so it is shown nowhere.";
  const buttons = [ask(LABELS.letItGo, `release ${article.id}`)];
  return {
    summary,
    sections: [
      section(
        paragraph({ text: summary }),
        note({ text: rule }),
        ...(mayGo ? [{ kind: "buttons", buttons } as const] : []),
      ),
    ],
  };
}

/** An edition that would be posted now, and the button that does it. */
export function postQuestion(
  channel: string,
  articles: number,
  places: readonly string[],
): Message {
  const summary = `Post an edition of ${channel} now?`;
  return {
    summary,
    sections: [
      section(
        paragraph({ text: summary, style: "strong" }),
        paragraph({ text: `${count(articles, "article")} to ${places.join(", ")}.` }),
        { kind: "buttons", buttons: [ask(LABELS.postIt, `post ${channel} sure:yes`)] },
      ),
    ],
  };
}

function ask(label: string, line: string) {
  return { kind: "ask", label, ask: line } as const;
}
