import type { Filed } from "#core/digest/edition.ts";
import { LABELS } from "#core/language/labels.ts";
import { amid } from "#core/message/direction.ts";
import type { Block, Button, Message } from "#core/message/message.ts";
import { note, paragraph, plainMessage, section } from "#core/message/say.ts";
import { LONGEST_ASK } from "./button.ts";
import { type Asked, directPlatform } from "./front-desk.ts";
import { alertLine, digestLine } from "./keep-posted.ts";
import { namingFor } from "./naming.ts";
import { parseLine } from "./parse.ts";
import { SCHEDULES, USUAL_TIME } from "./schedule-words.ts";
import type { Wish } from "./wish.ts";
import type { WishTopic } from "./wish-topic.ts";

/** What somebody is sent by themselves already. */
export interface SentAlready {
  readonly digest: boolean;
  readonly alerts: boolean;
}

type Sendable = Exclude<Wish, { readonly kind: "forget" | "report" }>;

/**
 * What was understood of a wish to be sent something, or no more of it, with the button that does it: by itself nothing is
 * ordered, and nothing ended.
 */
export function wishAnswer(wish: Sendable, asked: Asked, already: SentAlready): Message {
  if (wish.kind === "unread-when") return unreadWhen(wish.typed, asked);
  if (directPlatform(asked.asker) === null) return onThePage(wish, asked);
  switch (wish.kind) {
    case "digest": {
      const { about, at } = wish;
      const ask = digestLine(about.text, at);
      const label = already.digest ? LABELS.change : LABELS.orderDigest;
      return offer(digestAsked(about, at, already), about, { kind: "ask", label, ask }, asked);
    }
    case "alert": {
      const { about } = wish;
      const button = {
        kind: "ask",
        label: LABELS.asItHappens,
        ask: alertLine(about.text),
      } as const;
      const says = `Do you want to hear of ${named(about)} by direct message as it happens?`;
      return offer(says, about, button, asked);
    }
    case "less": {
      const { about } = wish;
      const ask = `digest me minus:${about.text}`;
      return offer(
        lessAsked(about, already),
        about,
        { kind: "ask", label: LABELS.leaveOut, ask },
        asked,
      );
    }
    case "stop":
      return stopAnswer(wish.of, already);
  }
}

function named({ text }: WishTopic): string {
  return text === "" ? "every article" : `“${text}”`;
}

function digestAsked(about: WishTopic, at: string | null, { digest }: SentAlready): string {
  if (!digest) {
    const when = at ?? `daily at ${USUAL_TIME}`;
    return `Do you want a digest of your own by direct message, of ${named(about)}, ${when}?`;
  }
  const wanted = [
    ...(about.text === "" ? [] : [`carry ${named(about)} as well`]),
    ...(at === null ? [] : [`come ${at}`]),
  ];
  return `Do you want your digest to ${wanted.join(", and to ")}?`;
}

function lessAsked(about: WishTopic, { digest }: SentAlready): string {
  if (digest) return `Do you want ${named(about)} left out of your digest?`;
  return `You have no digest of your own that could leave out ${named(about)}. Do you want one of everything else, daily at ${USUAL_TIME}?`;
}

type Ask = Extract<Button, { readonly kind: "ask" }>;

function offer(says: string, about: WishTopic, button: Ask, asked: Asked): Message {
  return offered(says, [...leftOut(about), note({ text: UNTIL_PRESSED })], button, asked);
}

const UNTIL_PRESSED = "Nothing is ordered or changed until you press.";

function leftOut({ leftOut: words }: WishTopic): readonly Block[] {
  return words.length === 0 ? [] : [note({ text: `Left out: ${words.join(", ")}` })];
}

/** A sentence, and the button that does it; where it is too long for one, the command to type. */
function offered(says: string, notes: readonly Block[], button: Ask, asked: Asked): Message {
  const does: readonly Block[] =
    button.ask.length <= LONGEST_ASK
      ? [...notes, { kind: "buttons", buttons: [button] }]
      : [paragraph({ text: `It is too long for a button. Type: ${namingFor(asked)(button.ask)}` })];
  return { summary: says, sections: [section(paragraph({ text: says }), ...does)] };
}

function unreadWhen(typed: string, asked: Asked): Message {
  const example = namingFor(asked)("digest me plus:flood at:weekdays at noon");
  return plainMessage(
    `When it is to come cannot be read of “${typed}”.`,
    `Write it so: ${example}`,
    `Or one of: ${SCHEDULES.join(" · ")}`,
  );
}

/** The page has no direct messages: what can be had there is a digest made now. */
function onThePage(
  wish: Exclude<Sendable, { readonly kind: "unread-when" }>,
  asked: Asked,
): Message {
  const no = "The page has no direct messages: nothing is sent to you from it.";
  if (wish.kind === "stop") return plainMessage(no);
  const { about } = wish;
  const wanted = wish.kind === "less" ? `NOT (${about.text})` : about.text;
  const ask = wanted === "" ? "digest now" : `digest now topic:${wanted}`;
  const of = wish.kind === "less" ? `without ${named(about)}` : `of ${named(about)}`;
  const says = `${no} Ask the bot in a chat for that. Here a digest ${of} can be made now.`;
  return offered(says, leftOut(about), { kind: "ask", label: LABELS.makeNow, ask }, asked);
}

function stopAnswer(of: "digest" | "alert" | "all", already: SentAlready): Message {
  const digest = already.digest && of !== "alert";
  const alerts = already.alerts && of !== "digest";
  if (!digest && !alerts) {
    const none = { digest: "no digest", alert: "no alert", all: "no digest and no alert" };
    return plainMessage(
      `Nothing of the kind is sent to you: you have ${none[of]} of your own.`,
      "What is posted in a channel is for everybody there, and its editors order it.",
    );
  }
  const buttons: readonly Ask[] = [
    ...(digest ? [{ kind: "ask", label: LABELS.endMyDigest, ask: "digest off" } as const] : []),
    ...(alerts ? [{ kind: "ask", label: LABELS.endMyAlerts, ask: "alert off" } as const] : []),
  ];
  const what =
    digest && alerts ? "your digest or your alerts" : digest ? "your digest" : "your alerts";
  const says = `Do you want ${what} to end?`;
  const blocks = [
    note({ text: "Nothing ends until you press." }),
    { kind: "buttons", buttons } as const,
  ];
  return { summary: says, sections: [section(paragraph({ text: says }), ...blocks)] };
}

/**
 * What somebody says is wrong, for them to send: at once where the article and what is wrong in it are known, or else by the
 * form.
 * @param filed the article that was meant; `null` where none is found
 */
export function reportAnswer(
  { article, what }: Extract<Wish, { readonly kind: "report" }>,
  filed: Filed | null,
  asked: Asked,
): Message {
  const line = filed === null ? "wrong" : `wrong ${filed.article.id}`;
  const whole = `${line} what:${what}`;
  const read = parseLine(whole, asked);
  // Reads: the article: it names another one. What would be taken for an option is not put into a line.
  const isRead = "options" in read && read.options.what === what;
  const isWhole = filed !== null && what !== "" && isRead;
  const fits = isWhole && whole.length <= LONGEST_ASK;
  const meant = filed === null ? "an article" : `“${amid(filed.brief.headline)}”`;
  const says = `Do you want to tell the editors that something is wrong in ${meant}?`;
  const button: Ask = fits
    ? { kind: "ask", label: LABELS.reportIt, ask: whole }
    : { kind: "ask", label: LABELS.thisIsWrong, ask: line };
  const unsure = article === "" ? "the article" : `“${article}”`;
  return {
    summary: says,
    sections: [
      section(
        paragraph({ text: says }),
        ...saidWrong(what),
        ...(filed === null
          ? [
              note({
                text: `Which article is meant by ${unsure} is not found: the form asks for it.`,
              }),
            ]
          : []),
        ...(isWhole && !fits
          ? [note({ text: `It is too long for a button. Type: ${namingFor(asked)(whole)}` })]
          : []),
        note({ text: "Nothing is reported until you send it." }),
        { kind: "buttons", buttons: [button] },
      ),
    ],
  };
}

/** What somebody says is wrong, in their words. */
export function saidWrong(what: string): readonly Block[] {
  return what === "" ? [] : [{ kind: "quote", text: what, by: [{ text: "you" }] }];
}
