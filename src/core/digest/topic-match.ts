import type { Filed } from "./edition.ts";
import { fold, foldedWords } from "./fold.ts";
import { type Comparison, type Topic, type TopicField, topicText, type Words } from "./topic.ts";

/** Copy that states no urgency counts as ordinary: IPTC's 5. */
export const ORDINARY_URGENCY = 5;

/** An article as topics look at it. Its text is folded once, and only when a topic asks for words. */
export interface Subject {
  readonly filed: Filed;
  /** Headline, standfirst, story, tags and subjects: each word with a space on both sides. */
  text(): string;
}

/** Between texts, so that no phrase reaches from one into the next. */
const BREAK = "|";

/** Many places judge one article. */
const subjects = new WeakMap<Filed, Subject>();

export function subjectOf(filed: Filed): Subject {
  const known = subjects.get(filed);
  if (known !== undefined) return known;
  const subject = newSubject(filed);
  subjects.set(filed, subject);
  return subject;
}

function newSubject(filed: Filed): Subject {
  let text: string | null = null;
  return {
    filed,
    text() {
      text ??= spaced(textsOf(filed));
      return text;
    },
  };
}

/** Says whether an article is what a topic asks for. */
export function matchesTopic(topic: Topic, subject: Subject): boolean {
  switch (topic.kind) {
    case "and":
      return topic.of.every((part) => matchesTopic(part, subject));
    case "or":
      return topic.of.some((part) => matchesTopic(part, subject));
    case "not":
      return !matchesTopic(topic.of, subject);
    case "words":
      return hasWords(topic.words, subject);
    case "field":
      return fieldFits(topic.field, topic.words, subject.filed);
    case "urgency":
      return compare(subject.filed.article.urgency ?? ORDINARY_URGENCY, topic.is, topic.than);
  }
}

/**
 * Says whether words stand in an article: whole ones, in their order, without regard to case and accents. The whole name
 * of its section counts too: whoever writes `NOT sport` wants none of SPORT, whatever word its matches are told in.
 */
export function hasWords(words: Words, subject: Subject): boolean {
  const { section } = subject.filed.article;
  return stands(words, subject.text()) || (section !== null && isName(words, section));
}

/** The part of a topic that an article fails, as text: of several that must all be met, the first. */
export function failingPart(topic: Topic, subject: Subject): string {
  const part =
    topic.kind === "and" ? topic.of.find((one) => !matchesTopic(one, subject)) : undefined;
  return part === undefined ? topicText(topic) : failingPart(part, subject);
}

/**
 * A tag and a section are meant whole, `tag:wind` is not “wind farms”; a place, a person and a source
 * by any of their words, `person:Solen` is Mira Solen; `language:en` is `en-GB` too.
 */
function fieldFits(field: TopicField, words: Words, filed: Filed): boolean {
  const own = ownOf(field, filed);
  if (field === "tag" || field === "section") return own.some((one) => isName(words, one));
  if (field !== "language") return stands(words, spaced(own));
  const wanted = fold(words.text);
  return own.map(fold).some((tag) => tag === wanted || tag.startsWith(`${wanted}-`));
}

function ownOf(field: TopicField, { article, brief }: Filed): readonly string[] {
  const stated = (...texts: readonly (string | null | undefined)[]) =>
    texts.filter((text) => text !== null && text !== undefined);
  switch (field) {
    case "tag":
      return article.tags;
    case "section":
      return stated(article.section);
    case "place":
      return stated(...article.places, article.located, article.dateline?.place);
    case "person":
      return stated(...article.people, ...brief.quotes.map(({ speaker }) => speaker?.name));
    case "source":
      return stated(article.source, article.dateline?.agency);
    case "language":
      return stated(article.language);
  }
}

function textsOf({ article, brief }: Filed): readonly string[] {
  const { title, subheadline, body, tags, subjects } = article;
  const texts = [brief.headline, title, subheadline, body, ...tags, ...subjects];
  return texts.filter((text) => text !== null);
}

function spaced(texts: readonly string[]): string {
  const words = texts.flatMap((text) => [...foldedWords(text), BREAK]);
  return ` ${words.join(" ")} `;
}

/** A topic is held against every article that comes in: its words are folded once. */
const folded = new WeakMap<Words, string>();

function foldedOnce(words: Words): string {
  const known = folded.get(words);
  if (known !== undefined) return known;
  const wanted = foldedWords(words.text).join(" ");
  folded.set(words, wanted);
  return wanted;
}

function stands(words: Words, within: string): boolean {
  const { prefix } = words;
  const wanted = foldedOnce(words);
  return wanted !== "" && within.includes(prefix ? ` ${wanted}` : ` ${wanted} `);
}

function isName(words: Words, name: string): boolean {
  const { prefix } = words;
  const wanted = foldedOnce(words);
  if (wanted === "") return false;
  const own = foldedWords(name).join(" ");
  return prefix ? own.startsWith(wanted) : own === wanted;
}

function compare(value: number, is: Comparison, than: number): boolean {
  switch (is) {
    case "<":
      return value < than;
    case "<=":
      return value <= than;
    case "=":
      return value === than;
    case ">=":
      return value >= than;
    case ">":
      return value > than;
  }
}
