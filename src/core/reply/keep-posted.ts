import { type Topic, type TopicField, topicText } from "#core/digest/topic.ts";
import { LABELS } from "#core/language/labels.ts";
import type { Block, Button } from "#core/message/message.ts";
import { LONGEST_ASK } from "./button.ts";
import { type Asked, directPlatform } from "./front-desk.ts";
import { namingFor } from "./naming.ts";
import type { Sought } from "./sought.ts";

/**
 * What a search looks for, as a digest's topic; `null` where it names nothing that must stand there. A moment since when
 * is no part of it: what comes from now on is later.
 */
export function topicOfSearch({ words, without, from, speaker, place }: Sought): Topic | null {
  const field = (name: TopicField, text: string | null): readonly Topic[] =>
    text === null ? [] : [{ kind: "field", field: name, words: { text, prefix: false } }];
  const wanted: readonly Topic[] = [
    ...words.map(wordsOf),
    ...field("source", from),
    ...field("person", speaker),
    ...field("place", place),
  ];
  if (wanted.length === 0) return null;
  return all([...wanted, ...without.map((text): Topic => ({ kind: "not", of: wordsOf(text) }))]);
}

function wordsOf(text: string): Topic {
  return { kind: "words", words: { text, prefix: false } };
}

function all(of: readonly Topic[]): Topic {
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { kind: "and", of };
}

/**
 * The line that has a digest of one's own carry a topic as well.
 * @param topic empty for every article
 * @param at when it is to come; `null` as before, or as usual
 */
export function digestLine(topic: string, at: string | null = null): string {
  const plus = topic === "" ? "" : ` plus:${topic}`;
  return `digest me${plus}${at === null ? "" : ` at:${at}`}`;
}

/** The line that orders an alert. */
export function alertLine(topic: string): string {
  // The word by which alerts end must not be what a wish for it asks.
  return `alert ${/^off$/iu.test(topic) ? `"${topic}"` : topic}`;
}

/** Ways to be kept posted on what was searched for, below what was found; none for whom nobody can write to directly. */
export function keepPosted(sought: Sought, asked: Asked): readonly Block[] {
  const topic = topicOfSearch(sought);
  if (topic === null || directPlatform(asked.asker) === null) return [];
  const text = topicText(topic);
  const daily = digestLine(text);
  const buttons: readonly Button[] = [
    { kind: "ask", label: LABELS.keepPosted, ask: daily },
    { kind: "ask", label: LABELS.asItHappens, ask: alertLine(text) },
  ];
  const fitting = buttons.filter((one) => one.kind === "ask" && one.ask.length <= LONGEST_ASK);
  // It is too long for a button.
  return fitting.length === buttons.length
    ? [{ kind: "buttons", buttons }]
    : [{ kind: "note", spans: [{ text: `To be kept posted: ${namingFor(asked)(daily)}` }] }];
}
