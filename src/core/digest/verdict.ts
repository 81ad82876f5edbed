import type { Article } from "#core/article/article.ts";
import { type Readers, refusalOf } from "#core/article/audience.ts";
import type { Filed } from "./edition.ts";
import type { Subscription } from "./subscription.ts";
import { wordsText } from "./topic.ts";
import { failingPart, hasWords, matchesTopic, type Subject, subjectOf } from "./topic-match.ts";

/** What a subscription orders by name: its sections and tags. */
export type Order = Pick<Subscription, "sections" | "tags">;

/** All that decides whether a place carries an article. */
export type Wanted = Order & Readers & Pick<Subscription, "topics" | "mute">;

/** Whether a place carries an article; if not, by which rule, as a sentence for the editor. */
export type Verdict =
  | { readonly carried: true }
  | { readonly carried: false; readonly by: "filter" | "mute"; readonly rule: string };

/** Judges an article by all that a place ordered and muted. */
export function verdict(filed: Filed, wanted: Wanted): Verdict {
  return verdictOn(subjectOf(filed), wanted);
}

/** The same, of an article that is judged for many places: its text is folded once for them all. */
export function verdictOn(subject: Subject, wanted: Wanted): Verdict {
  const { article } = subject.filed;
  if (!sectionFits(article, wanted)) return refusal("filter", sectionRule(article, wanted));
  if (!tagsFit(article, wanted)) {
    return refusal("filter", `It has none of the channel's tags (${wanted.tags.join(", ")})`);
  }
  const terms = refusalOf(article, wanted);
  if (terms !== null) return refusal("filter", terms);
  return verdictOnWords(subject, wanted);
}

/** Judges an article for thousands of places: those that order and mute the same are judged once. */
export function judgeOnce(subject: Subject): (wanted: Wanted) => boolean {
  const judged = new Map<string, boolean>();
  return (wanted) => {
    const order = orderOf(wanted);
    const known = judged.get(order) ?? verdictOn(subject, wanted).carried;
    judged.set(order, known);
    return known;
  };
}

const orders = new WeakMap<Wanted, string>();

/** The same for places that order and mute the same. */
export function orderOf(wanted: Wanted): string {
  const known = orders.get(wanted);
  if (known !== undefined) return known;
  const { sections, tags, topics, mute, audience, internalSections } = wanted;
  const order = JSON.stringify([sections, tags, topics, mute, audience, internalSections]);
  orders.set(wanted, order);
  return order;
}

/** What of an article's own it is that a place ordered: `its section is local`; empty where the place orders everything. */
export function orderedBy({ article }: Filed, { sections, tags, topics }: Wanted): string {
  const tagged = article.tags.filter((own) => tags.some((tag) => same(tag, own)));
  const reasons = [
    ...(sections.length > 0 && article.section !== null
      ? [`its section is ${article.section}`]
      : []),
    ...(tagged.length > 0 ? [`it is tagged ${tagged.join(", ")}`] : []),
    ...(topics === null ? [] : ["it meets the channel's topics"]),
  ];
  return reasons.join(", and ");
}

function verdictOnWords(subject: Subject, { topics, mute }: Wanted): Verdict {
  const muted = mute.find((words) => hasWords(words, subject));
  if (muted !== undefined) return refusal("mute", `The channel mutes ${wordsText(muted)}`);
  if (topics === null || matchesTopic(topics, subject)) return { carried: true };
  return refusal(
    "filter",
    `It does not meet the channel's topics: ${failingPart(topics, subject)}`,
  );
}

/**
 * Says whether an article is of the sections and tags that a place ordered. `verdict` has the last
 * word: it also looks at topics and muted words.
 */
export function isOrdered(article: Article, order: Order): boolean {
  return sectionFits(article, order) && tagsFit(article, order);
}

function sectionFits({ section }: Article, { sections }: Order): boolean {
  return sections.length === 0 || sections.some((name) => same(name, section));
}

function tagsFit(article: Article, { tags }: Order): boolean {
  return tags.length === 0 || tags.some((tag) => article.tags.some((own) => same(tag, own)));
}

function same(ordered: string, own: string | null): boolean {
  return own !== null && ordered.trim().toLowerCase() === own.trim().toLowerCase();
}

function sectionRule({ section }: Article, { sections }: Order): string {
  const own = section === null ? "It has no section" : `Its section is ${section}`;
  return `${own}, and the channel carries ${sections.join(", ")}`;
}

function refusal(by: "filter" | "mute", rule: string): Verdict {
  return { carried: false, by, rule };
}
