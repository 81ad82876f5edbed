import type { AtomFeed, DcNs, JsonFeed, RdfFeed, RssFeed, XmlNs } from "feedsmith";
import type { FeedEntry, FeedText } from "./feed-entry.ts";
import { type Enclosure, feedPictures } from "./feed-pictures.ts";

type Dc = DcNs.ItemOrFeed<string> | undefined;
type Xml = XmlNs.ItemOrFeed | undefined;

/** Entries of RSS 0.9x and 2.0. */
export function rssEntries(feed: RssFeed.Feed<string>): readonly FeedEntry[] {
  return (feed.items ?? []).map((item) => ({
    fields: {
      title: item.title ?? first(item.dc?.titles),
      byline: namesOf(item.dc?.creators ?? item.authors?.map(({ name }) => name)),
      date: item.pubDate ?? first(item.dc?.dates),
      guid: item.guid?.value ?? null,
      sourceUrl: absolute(item.link ?? permalinkOf(item), feed.link),
      source: item.source?.title ?? first(item.dc?.publishers) ?? feed.title ?? null,
      copyright: first(item.dc?.rights) ?? feed.copyright ?? first(feed.dc?.rights),
      language: languageOf(item.dc, item.xml) ?? feed.language ?? languageOf(feed.dc, feed.xml),
    },
    tags: [
      ...(item.categories ?? []).map(({ name }) => name),
      ...(item.dc?.subjects ?? []),
    ].flatMap(tagOf),
    contents: [textOf(item.content?.encoded, null), textOf(item.description, null)],
    pictures: feedPictures(item.media, item.enclosures),
  }));
}

/** Entries of RSS 0.90 and 1.0. */
export function rdfEntries(feed: RdfFeed.Feed<string>): readonly FeedEntry[] {
  return (feed.items ?? []).map((item) => ({
    fields: {
      title: item.title ?? first(item.dc?.titles),
      byline: namesOf(item.dc?.creators),
      date: first(item.dc?.dates),
      guid: first(item.dc?.identifiers) ?? item.rdf?.about ?? null,
      sourceUrl: absolute(item.link ?? item.rdf?.about, feed.link),
      source: first(item.dc?.publishers) ?? first(feed.dc?.publishers) ?? feed.title ?? null,
      copyright: first(item.dc?.rights) ?? first(feed.dc?.rights),
      language: languageOf(item.dc, item.xml) ?? languageOf(feed.dc, feed.xml),
    },
    tags: (item.dc?.subjects ?? []).flatMap(tagOf),
    contents: [textOf(item.content?.encoded, null), textOf(item.description, null)],
    pictures: feedPictures(item.media),
  }));
}

/** Entries of Atom 1.0 and 0.3. */
export function atomEntries(feed: AtomFeed.Feed<string>): readonly FeedEntry[] {
  const home = linkOf(feed.links);
  const title = feed.title?.value ?? null;
  return (feed.entries ?? []).map((entry) => ({
    fields: {
      title: entry.title?.value ?? null,
      byline: namesOf(
        entry.dc?.creators ??
          names(entry.authors) ??
          names(entry.source?.authors) ??
          names(feed.authors),
      ),
      date: entry.published ?? entry.updated ?? first(entry.dc?.dates),
      version: versionOf(entry.published, entry.updated),
      guid: entry.id ?? null,
      sourceUrl: absolute(linkOf(entry.links), home),
      source: entry.source?.title?.value ?? title,
      copyright: entry.rights?.value ?? feed.rights?.value ?? null,
      language: languageOf(entry.dc, entry.xml) ?? languageOf(feed.dc, feed.xml),
    },
    tags: (entry.categories ?? []).flatMap(({ label, term }) => tagOf(label ?? term)),
    contents: [atomText(entry.content), atomText(entry.summary)],
    pictures: feedPictures(entry.media, enclosuresOf(entry.links)),
  }));
}

/** Entries of JSON Feed 1.0 and 1.1. */
export function jsonEntries(feed: JsonFeed.Feed<string>): readonly FeedEntry[] {
  return (feed.items ?? []).map((item) => ({
    fields: {
      title: item.title ?? null,
      byline: namesOf((item.authors ?? feed.authors)?.map(({ name }) => name)),
      date: item.date_published ?? item.date_modified ?? null,
      version: versionOf(item.date_published, item.date_modified),
      guid: item.id ?? null,
      sourceUrl: absolute(item.url ?? item.external_url, feed.home_page_url),
      source: feed.title ?? null,
      language: item.language ?? feed.language ?? null,
    },
    tags: (item.tags ?? []).flatMap(tagOf),
    contents: [
      textOf(item.content_html, true),
      textOf(item.content_text, false),
      textOf(item.summary, false),
    ],
  }));
}

/** By RFC 4287, 4.1.3: `html` and `xhtml` hold markup, `text` and none say none; a `src` alone holds nothing. */
function atomText(content: AtomFeed.Content | AtomFeed.Text | undefined): FeedText | null {
  const type = content?.type?.toLowerCase() ?? "text";
  if (/^(?:text|text\/plain)$/u.test(type)) return textOf(content?.value, null);
  return /html|xml/u.test(type) ? textOf(content?.value, true) : null;
}

function textOf(text: string | undefined, html: boolean | null): FeedText | null {
  return text === undefined || text.trim() === "" ? null : { text, html };
}

function permalinkOf({ guid }: RssFeed.Item<string>): string | undefined {
  return guid?.isPermaLink !== false && /^https?:\/\//iu.test(guid?.value ?? "")
    ? guid?.value
    : undefined;
}

/** An entry that was published once and changed since is a later version of itself: the moment of the change counts. */
function versionOf(published: string | undefined, updated: string | undefined): string | null {
  const moment = Date.parse(updated ?? "");
  if (published === undefined || Number.isNaN(moment) || moment === Date.parse(published))
    return null;
  return new Date(moment).toISOString();
}

function enclosuresOf(links: readonly AtomFeed.Link<string>[] | undefined): readonly Enclosure[] {
  return (links ?? [])
    .filter(({ rel }) => rel === "enclosure")
    .map(({ href, type }) => ({ url: href, type }));
}

function linkOf(links: readonly AtomFeed.Link<string>[] | undefined): string | undefined {
  const found = (links ?? []).find(({ rel }) => rel === undefined || rel === "alternate");
  return found?.href;
}

/** An address may be written as seen from the feed's own site: `/2025/05/harbour`. */
function absolute(link: string | undefined, home: string | undefined): string | null {
  if (link === undefined) return null;
  const url = URL.canParse(link, home) ? new URL(link, home) : null;
  return url === null || URL.canParse(link) ? link : url.href;
}

function names(people: readonly AtomFeed.Person[] | undefined): readonly string[] | undefined {
  return people?.flatMap(({ name }) => name ?? []);
}

/** A name that is an address of mail or of a page names nobody. */
function namesOf(people: readonly (string | undefined)[] | undefined): string | null {
  const found = (people ?? []).flatMap((name) => {
    const text = name?.replace(/<[^<>]*>/gu, "").trim() ?? "";
    return text === "" || /^\S[^\s@]*@\S+$|^https?:/u.test(text) ? [] : [text];
  });
  return found.length === 0 ? null : [...new Set(found)].join(", ");
}

/** Atom's terms may be addresses of a vocabulary. */
function tagOf(name: string | undefined): readonly string[] {
  const text = name?.replace(/(?<!\/)\/+$/u, "").trim() ?? "";
  return text === "" || /^https?:/iu.test(text) ? [] : [text];
}

function languageOf(dc: Dc, xml: Xml): string | null {
  return first(dc?.languages) ?? xml?.lang ?? null;
}

function first(values: readonly string[] | undefined): string | null {
  return values?.find((value) => value.trim() !== "") ?? null;
}
