import { type NewsWish, newsWish } from "./wish-news.ts";
import { type ReportWish, reportWish } from "./wish-report.ts";
import { type Said, saidIn } from "./wish-said.ts";
import { type WishTopic, wishTopic } from "./wish-topic.ts";

/** What somebody asks the bot to do for them, in their own words. */
export type Wish =
  | NewsWish
  | ReportWish
  /** They want less of something. */
  | { readonly kind: "less"; readonly about: WishTopic }
  /** What is stored of them is to go. */
  | { readonly kind: "forget" }
  /** They want to be sent something no more. */
  | { readonly kind: "stop"; readonly of: Sent };

/** What the bot sends somebody by themselves. */
export type Sent = "digest" | "alert" | "all";

const FORGET =
  /^(?:delete|erase|remove|wipe|clear|purge|forget|destroy) (?:(?:all )?(?:of )?my (?:personal )?(?:data|account|history|information|info|profile|details|records?|traces)(?: and (?:my )?(?:data|account|history|alerts|digests))?|everything (?:(?:that )?you (?:know|have|store|stored|keep|saved) )?(?:about|on|of) me|(?:all )?(?:data|information|what you (?:know|have|store|stored)) (?:about|on|of) me|(?:about )?me)$/iu;

const DIGESTS = "digests?|summar(?:y|ies)|briefings?|newsletters?|subscriptions?";
const ALERTS = "alerts?|notifications?|warnings?|pings?";
const MESSAGES = "messages?|anything|everything|e?mails?|dms?|things?|stuff|this|these|news";
const WHOSE =
  "(?: (?:any|more|the|my|these|those|your|all|of|so many|daily|weekly|direct|me|us|to me))*";
const STOPS: readonly RegExp[] = [
  /^(?:stop|quit|cease|enough)(?: (?:it|that|now|everything|all of it|bot|copydesk))?$/iu,
  /^(?:unsubscribe|opt out|leave me alone|unsubscribe (?:me|us)|cancel everything)$/iu,
  new RegExp(
    `^(?:stop|quit) (?:sending|giving|posting|writing|messaging|spamming|bothering|texting|mailing|dming)${WHOSE}(?: (?<of>${DIGESTS}|${ALERTS}|${MESSAGES}))?$`,
    "iu",
  ),
  /^(?:stop|quit) (?<of>alert|notify|ping|warn)ing (?:me|us)$/iu,
  new RegExp(
    `^(?:stop|cancel|end|turn off|switch off|disable|unsubscribe(?: me)? from|opt out of|get rid of|no more|(?:i )?(?:don't|do not) (?:want|need|send me|get me))${WHOSE} (?<of>${DIGESTS}|${ALERTS}|messages?|dms?)$`,
    "iu",
  ),
];

/** More words than these are a headline's. */
const FEW = 3;
const SOME = 5;
const NEWS = "(?:(?:news|stories|articles|items|pieces|coverage|things|stuff|headlines) )?";
/** With how many words of a topic each can be meant, and whether it needs a courtesy beside it. */
const LESS: readonly { readonly of: RegExp; readonly most: number; readonly asked?: true }[] = [
  { of: /^(?:i(?:'m| am) )?not (?:really |at all )?interested in (?<rest>.+)$/iu, most: FEW },
  {
    of: /^(?:i )?(?:don't|do not) (?:want|care (?:about|for))(?: to (?:see|read|hear|get|have|receive|know))?(?: (?:about|any|more|of))* (?!to )(?<rest>.+)$/iu,
    most: SOME,
  },
  {
    of: /^(?:don't|do not|stop|quit|never) (?:send|sending|show|showing|give|giving|tell|telling|bring|bringing) (?:me|us)(?: (?:any|more|about|of|with))* (?<rest>.+)$/iu,
    most: SOME,
  },
  {
    of: new RegExp(
      `^(?:no more|less|fewer|nothing(?: more)?) ${NEWS}(?:about|on|of) (?<rest>.+)$`,
      "iu",
    ),
    most: FEW,
  },
  {
    of: /^(?:no more|less|fewer|enough|no)(?: of)?(?: (?:the|this|that|these|those|all))* (?<rest>.+)$/iu,
    most: FEW,
    asked: true,
  },
  {
    of: /^(?:mute|hide|exclude|skip|drop|block|ignore) (?:all )?(?<rest>.+)$/iu,
    most: FEW,
    asked: true,
  },
  { of: /^(?:leave out|filter out) (?:all )?(?<rest>.+)$/iu, most: FEW },
  { of: /^i(?:'m| am) (?:sick|tired|bored) of (?<rest>.+)$/iu, most: FEW },
  { of: /^unsubscribe(?: me| us)? from (?<rest>.+)$/iu, most: FEW },
];

/**
 * Reads a line as a wish: what the bot is to do from now on, or for good. English. A wish names a command; nothing is done by it.
 * @returns `null` for any other line: questions, headlines, commands with their slash
 */
export function readWish(text: string): Wish | null {
  if (/^\s*\/(?!desk\s)/iu.test(text)) return null;
  const said = saidIn(text.trim().replace(/^\/?desk\s+/iu, ""));
  if (FORGET.test(said.core)) return { kind: "forget" };
  return stopWish(said) ?? reportWish(said) ?? newsWish(said) ?? lessWish(said);
}

function stopWish({ core }: Said): Wish | null {
  for (const pattern of STOPS) {
    const found = pattern.exec(core);
    if (found !== null) return { kind: "stop", of: sentBy(found.groups?.of ?? "") };
  }
  return null;
}

function sentBy(word: string): Sent {
  const is = (words: string) => new RegExp(`^(?:${words})$`, "iu").test(word);
  if (is(DIGESTS)) return "digest";
  return is(ALERTS) || is("notify|warn") ? "alert" : "all";
}

function lessWish({ core, isAsked }: Said): Wish | null {
  for (const { of, most, asked } of LESS) {
    const rest = of.exec(core)?.groups?.rest;
    if (rest === undefined || (asked && !isAsked) || /[,;:]/u.test(rest)) continue;
    if (rest.split(" ").length > most) continue;
    const about = wishTopic(rest);
    if (about !== null && about.text !== "") return { kind: "less", about };
  }
  return null;
}
