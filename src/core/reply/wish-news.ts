import type { Said } from "./wish-said.ts";
import { type WishTopic, wishTopic } from "./wish-topic.ts";
import { recurs, scheduleOf, type WhenFound, whenIn } from "./wish-when.ts";

/** Somebody wants to be sent something from now on. */
export type NewsWish =
  /** `at`: the schedule; `null`: when digests come anyway. */
  | { readonly kind: "digest"; readonly about: WishTopic; readonly at: string | null }
  /** It is to come again and again, and when can't be read. */
  | { readonly kind: "unread-when"; readonly typed: string }
  | { readonly kind: "alert"; readonly about: WishTopic };

const DIGEST =
  "digest|summary|briefing|round-?up|newsletter|overview|bulletin|updates?|headlines|news|stories";
const SENDS =
  "(?:send|give|get|make|mail|email|dm|write|bring|deliver|message|set up|order|create|schedule|prepare)";
// Reads: send me a daily digest about cricket … · digest on mondays at 9 · a weekly summary of
const ORDERED = new RegExp(
  `^(?<verb>${SENDS}(?: me| us)? )?(?:my |our |an? |the |one )?(?:(?<often>daily|weekly|hourly|nightly|morning|evening|weekday)\\b |regular |personal |own |private )*(?<what>${DIGEST})\\b(?: (?:for|to) me\\b)?(?<rest>.*)$`,
  "iu",
);
// Reads: digest off · digest me grain weekdays at noon; "digest me every day at 7 about cricket" is none
const IS_COMMAND =
  /^ (?:(?:now|latest|off|mute)\b|me\b(?! (?:every|each|daily|weekly|weekdays|once|twice|at|on) .*\b(?:about|on|of|with)\b)|.*(?<=\s)(?:at|topic|plus|minus|since|layout|zone|channel):)/iu;
const OFTEN: Readonly<Record<string, string>> = {
  ...{ morning: "every morning", evening: "every evening", weekday: "weekdays" },
};
// Reads: send me the grain news every morning at 7
const SENT = new RegExp(`^${SENDS} (?:me|us)(?<rest> .+)$`, "iu");
// Reads: every day at 7 send me the headlines about Marna
const WHEN_FIRST = new RegExp(
  `^(?<when>.{3,60}?),? (?:please )?(?:${SENDS} (?:me|us)|i(?:'d| would)? (?:like|want)) (?:my |an? |the )?(?:(?:${DIGEST})\\b)?(?<rest>.*)$`,
  "iu",
);
const KEEP =
  "keep (?:me|us) (?:posted|updated|informed|up[ -]to[ -](?:date|speed)|in the loop|abreast|current)";
// Reads: keep me posted on the Hormuz crisis · subscribe me to grain · i want to follow the inquiry
const FOLLOWED = new RegExp(
  `^(?:${KEEP}|subscribe (?:me|us) to|sign (?:me|us) up (?:for|to)|be kept (?:posted|informed|updated)|stay (?:informed|up[ -]to[ -]date)|regular updates)(?: (?:on|about|of|with|regarding|concerning))?(?<rest> .+)$`,
  "iu",
);
// Reads: follow the inquiry for me · keep an eye on grain, please: of a headline without a courtesy it could be one
const ASKED_TO_FOLLOW =
  /^(?:subscribe to|follow|track|watch|keep (?:an eye on|track of)|monitor)(?<rest> .+)$/iu;
const AT_ONCE = "(?: (?:at once|immediately|right away|straight away|instantly))?";
const WHEN = "(?:when(?:ever)?|if|once|as soon as|the moment|every time|each time)";
const ALERTED: readonly RegExp[] = [
  // Reads: alert me when there is news about hormuz · notify me of earthquakes
  new RegExp(
    `^(?:alert|notify|ping|warn|buzz) (?:me|us)${AT_ONCE} (?:${WHEN}|about|of|on|for)(?<rest> .+)$`,
    "iu",
  ),
  new RegExp(
    `^(?:let me know|message me|dm me|text me|inform me|write(?: to)? me)${AT_ONCE} ${WHEN}(?<rest> .+)$`,
    "iu",
  ),
  new RegExp(
    `^tell (?:me|us) (?:(?:at once|immediately|right away|straight away|instantly)(?: ${WHEN})?|as soon as|once|whenever|the moment|every time)(?<rest> .+)$`,
    "iu",
  ),
  /^(?:send|give|set(?: up)?|create|make|order|get|want)(?: me| us)? (?:an? )?(?:news )?alerts?(?: up)? (?:for|about|on|when|of|if)(?<rest> .+)$/iu,
];
// Reads: let me know if you have anything about the flood · … when the vote is
const IS_QUESTION = /^let me know if (?:you|we|there)\b|^let me know .*\b(?:is|was|are|were)$/iu;

/** Reads a wish to be sent something from now on; `null` for any other line. */
export function newsWish({ core, isAsked }: Said): NewsWish | null {
  return ordered(core, isAsked) ?? followed(core, isAsked) ?? alerted(core);
}

function ordered(core: string, isAsked: boolean): NewsWish | null {
  const { verb, often = "", what = "", rest: given = "" } = ORDERED.exec(core)?.groups ?? {};
  const isDigest = /^digest$/iu.test(what);
  if (isDigest && verb === undefined && IS_COMMAND.test(given)) return null;
  const rest = isDigest ? given.replace(/^ me\b/iu, "") : given;
  if (what !== "" && (verb !== undefined || isAsked || isDigest)) {
    const named = OFTEN[often.toLowerCase()] ?? often.toLowerCase();
    const found = whenIn(rest, named);
    if (found !== null) return digestOf(found);
    return recurs(`${often} ${rest}`) ? { kind: "unread-when", typed: core } : null;
  }
  const sent = SENT.exec(core)?.groups?.rest;
  const when = sent === undefined ? null : whenIn(sent);
  if (when !== null) return digestOf(when);
  const first = WHEN_FIRST.exec(core)?.groups;
  const at = first?.when === undefined ? null : scheduleOf(first.when.toLowerCase());
  return at === null ? null : digestOf({ at, rest: first?.rest ?? "" });
}

function digestOf({ at, rest }: WhenFound): NewsWish | null {
  const about = wishTopic(rest);
  return about === null ? null : { kind: "digest", about, at };
}

function followed(core: string, isAsked: boolean): NewsWish | null {
  const found = FOLLOWED.exec(core) ?? (isAsked ? ASKED_TO_FOLLOW.exec(core) : null);
  const rest = found?.groups?.rest?.trim();
  if (rest === undefined) return null;
  const when = whenIn(rest);
  if (when !== null) return digestOf(when);
  if (recurs(rest)) return { kind: "unread-when", typed: core };
  const about = wishTopic(rest);
  return about === null ? null : { kind: "digest", about, at: null };
}

function alerted(core: string): NewsWish | null {
  if (IS_QUESTION.test(core)) return null;
  for (const pattern of ALERTED) {
    const rest = pattern.exec(core)?.groups?.rest;
    const about = rest === undefined ? null : wishTopic(rest);
    if (about !== null && about.text !== "") return { kind: "alert", about };
  }
  return null;
}
