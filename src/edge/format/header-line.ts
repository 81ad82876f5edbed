import { readDate } from "#core/article/read-date.ts";
import { readUrgency } from "#core/article/urgency.ts";
import { readByline } from "./byline.ts";

/** A field that a line above the story states. */
export type HeaderField =
  | "title"
  | "byline"
  | "date"
  | "section"
  | "tags"
  | "slug"
  | "urgency"
  | "embargo"
  | "sourceUrl"
  | "source";

export interface HeaderLine {
  readonly field: HeaderField | "note";
  readonly value: string;
}

/** What newsrooms call the fields, in front of a colon and in front matter. */
const NAMES: Readonly<Record<string, HeaderField>> = {
  title: "title",
  headline: "title",
  head: "title",
  hed: "title",
  byline: "byline",
  author: "byline",
  authors: "byline",
  by: "byline",
  writer: "byline",
  creator: "byline",
  date: "date",
  published: "date",
  "published at": "date",
  publisheddate: "date",
  publishdate: "date",
  "publish date": "date",
  "publication date": "date",
  pubdate: "date",
  datepublished: "date",
  created: "date",
  section: "section",
  category: "section",
  categories: "section",
  desk: "section",
  tags: "tags",
  tag: "tags",
  keywords: "tags",
  topics: "tags",
  subjects: "tags",
  slug: "slug",
  slugline: "slug",
  urgency: "urgency",
  priority: "urgency",
  embargo: "embargo",
  "embargo until": "embargo",
  embargoed: "embargo",
  "embargoed until": "embargo",
  embargountil: "embargo",
  embargoeduntil: "embargo",
  url: "sourceUrl",
  link: "sourceUrl",
  permalink: "sourceUrl",
  canonical: "sourceUrl",
  "canonical url": "sourceUrl",
  canonicalurl: "sourceUrl",
  "source url": "sourceUrl",
  sourceurl: "sourceUrl",
  source: "source",
  agency: "source",
  publisher: "source",
  "source name": "source",
  sourcename: "source",
};

/** The field that a name stands for, whatever its case and whether its words are parted by `_`, `-` or a space. */
export function fieldNamed(name: string): HeaderField | null {
  const key = name.trim().toLowerCase().replace(/[_-]/gu, " ");
  return Object.hasOwn(NAMES, key) ? (NAMES[key] ?? null) : null;
}

// Reads: PAKISTAN-INDIA/NSA, BC-LT--Argentina-Cancer, Germany-politics/
const SLUG =
  /^(?:\p{Lu}[\p{Lu}\d]*(?:[-/]{1,2}[\p{Lu}\d]+)+|\p{L}+(?:-\p{L}+)+\/)(?: \((?:UPDATE|CORRECTED|REFILE|URGENT|WRAPUP|FACTBOX)[^()]*\))?$/u;
// Reads: 1st Ld-Writethru, UPDATE 2, Eds: With AP Photos., (EDS: …)
const NOTE =
  /^(?:\(?(?:eds?|editors?['’]?(?:\snotes?)?|note to editors?)\s?:|(?:\d(?:st|nd|rd|th)\s)?(?:ld|lead)[-\s](?:writethru|writethrough)\b|(?:update|wrapup|refile)\s\d{1,2}$)/iu;
const LABELLED = /^(?<name>\p{L}[\p{L} _-]{1,20}?)\s?:\s+(?<value>\S.*)$/u;

/** Reads one line above a story, but for an embargo; `null` where it is no header, and may be the headline or the lede. */
export function readHeaderLine(line: string): HeaderLine | null {
  const text = line.trim();
  const byline = readByline(text);
  if (byline !== null) return { field: "byline", value: byline };
  const labelled = LABELLED.exec(text)?.groups;
  const field = fieldNamed(labelled?.name ?? "");
  if (field !== null && labelled?.value !== undefined) return { field, value: labelled.value };
  const word = text.replace(/^[\s*(]+|[\s*)]+$/gu, "");
  if (/^\p{Lu}+$/u.test(word) && readUrgency(word) !== null)
    return { field: "urgency", value: word };
  if (SLUG.test(text)) return { field: "slug", value: text.replace(/\/$/u, "") };
  if (NOTE.test(text)) return { field: "note", value: text };
  if (text.length <= 60 && /\d/u.test(text) && readDate(text) !== null)
    return { field: "date", value: text };
  return null;
}
