import { OF_THE_NEWSROOM } from "#core/access/audience.ts";
import type { Article } from "#core/article/article.ts";
import type { Brief, Fact } from "#core/brief/brief.ts";
import type { Cadence } from "#core/digest/cadence.ts";
import type { Channel } from "#core/digest/channel.ts";
import type { Filed } from "#core/digest/edition.ts";
import { PLAIN_TERMS, type Subscription } from "#core/digest/subscription.ts";
import type { Visitor } from "#core/reply/front-desk.ts";
import type { Quote } from "#core/speech/quote.ts";

/** An article for tests that do not look at its text. */
export function sampleArticle(fields: Partial<Article> = {}): Article {
  const id = fields.id ?? "a1";
  return {
    id,
    revision: 1,
    path: `${id}.txt`,
    contentHash: id.padEnd(64, "0"),
    takenIn: Date.UTC(2026, 4, 8, 6),
    format: "text",
    title: "Bridge reopens",
    body: "The bridge reopened on Friday. “It held,” said Mira Solen.",
    dateline: null,
    byline: null,
    published: null,
    section: null,
    tags: [],
    slug: null,
    urgency: null,
    embargo: null,
    sourceUrl: null,
    source: null,
    ...{ subheadline: null, located: null, subjects: [], places: [], people: [] },
    ...{ status: "usable", announced: null, change: null, guid: null, version: null },
    ...{ editorNote: null, usageTerms: null, copyright: null, language: null },
    ...fields,
  };
}

export function sampleFact(fields: Partial<Fact> = {}): Fact {
  return {
    ...{
      text: "The bridge reopened on Friday.",
      start: 0,
      end: 30,
      attribution: null,
      hedge: null,
    },
    ...fields,
  };
}

export function sampleQuote(fields: Partial<Quote> = {}): Quote {
  const speaker = { name: "Mira Solen", role: "engineer", start: 46, end: 56 };
  return {
    text: "It held",
    start: 32,
    end: 39,
    cue: "said",
    hedge: null,
    through: null,
    speaker,
    ...fields,
  };
}

export function sampleBrief(article: Article, fields: Partial<Brief> = {}): Brief {
  return {
    ...{
      id: article.id,
      headline: article.title ?? "",
      body: article.body,
      language: "en",
      kind: "report",
      speakersRead: true,
    },
    ...{ dateline: article.dateline, facts: [sampleFact()], quotes: [sampleQuote()] },
    ...fields,
  };
}

export function sampleFiled(fields: Partial<Article> = {}, brief: Partial<Brief> = {}): Filed {
  const article = sampleArticle(fields);
  return { article, brief: sampleBrief(article, brief) };
}

/** Every hour, on the hour, in UTC. */
export const HOURLY: Cadence = {
  lines: [
    {
      ...{ cron: "0 * * * *", name: null, most: null, timeZone: "UTC" },
      minutes: [0],
      hours: Array.from({ length: 24 }, (_, hour) => hour),
      daysOfMonth: Array.from({ length: 31 }, (_, day) => day + 1),
      months: Array.from({ length: 12 }, (_, month) => month + 1),
      daysOfWeek: [0, 1, 2, 3, 4, 5, 6],
    },
  ],
  ...{ timeZone: "UTC", quiet: [], pauseUntil: null },
};

export function sampleSubscription(fields: Partial<Subscription> = {}): Subscription {
  return {
    id: "front-page@preview:front-page",
    channel: "front-page",
    platform: "preview",
    address: "front-page",
    ...PLAIN_TERMS,
    cadence: HOURLY,
    ...fields,
  };
}

/** A channel that goes to the page alone, every hour. */
/** What holds in every channel of a newsroom that keeps no section for its desk. */
export const HOUSE = { timeZone: "UTC", internalSections: [] };

export function sampleChannel(name: string): Channel {
  return { ...PLAIN_TERMS, name, cadence: HOURLY, places: {}, forum: null };
}

/** Who looks at the page and is no editor. */
export const ANYBODY: Visitor = { id: "page:1", name: "", role: "reader", as: OF_THE_NEWSROOM };
