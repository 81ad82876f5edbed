import type { Urgency } from "#core/article/article.ts";

/** One word, or several that stand beside each other in this order, as the newsroom wrote them. */
export interface Words {
  readonly text: string;
  /** The last word may go on: `flood*` is in `flooding`. */
  readonly prefix: boolean;
}

/** What an article is asked for beside its words. */
export const TOPIC_FIELDS = ["tag", "section", "place", "person", "source", "language"] as const;
export type TopicField = (typeof TOPIC_FIELDS)[number];

/** How an urgency is compared; 1 is the most urgent, so `<=3` is flash, bulletin and urgent. */
export type Comparison = "<" | "<=" | "=" | ">=" | ">";

/** What a channel is about: the expression of its `topics`, read. */
export type Topic =
  /** At least two. */
  | { readonly kind: "and" | "or"; readonly of: readonly Topic[] }
  | { readonly kind: "not"; readonly of: Topic }
  | { readonly kind: "words"; readonly words: Words }
  | { readonly kind: "field"; readonly field: TopicField; readonly words: Words }
  | { readonly kind: "urgency"; readonly is: Comparison; readonly than: Urgency };

/** Prints a topic so that reading it gives the same topic again. */
export function topicText(topic: Topic): string {
  switch (topic.kind) {
    case "and":
    case "or":
      return topic.of.map((part) => within(part, topic.kind)).join(` ${topic.kind.toUpperCase()} `);
    case "not":
      return `NOT ${within(topic.of, "not")}`;
    case "words":
      return wordsText(topic.words);
    case "field":
      return `${topic.field}:${wordsText(topic.words)}`;
    case "urgency":
      return `urgency${topic.is}${topic.than}`;
  }
}

/** `flood*`, `"Port Zelin"`: in quotes where it must be. */
export function wordsText({ text, prefix }: Words): string {
  const quoted = isBare(text) ? text : `"${text.replace(/["\\]/gu, "\\$&")}"`;
  return prefix ? `${quoted}*` : quoted;
}

/** Words that join others, in any case; to search for one, it is put in quotes. */
export function isOperator(word: string): boolean {
  return /^(?:and|or|not)$/i.test(word);
}

function isBare(text: string): boolean {
  // A minus before it would leave it out.
  return /^(?!-)[\p{L}\p{N}\p{M}._'’/&+#@-]+$/u.test(text) && !isOperator(text);
}

/** AND binds more closely than OR: parentheses stand where that would change the meaning. */
function within(part: Topic, around: "and" | "or" | "not"): string {
  const isLoose = part.kind === "or" || (part.kind === "and" && around !== "or");
  return isLoose ? `(${topicText(part)})` : topicText(part);
}
