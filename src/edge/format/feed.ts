import { type AnyFeed, parseFeed } from "feedsmith";
import { z } from "zod";
import type { Reading } from "#desk/port/copy.ts";
import { fieldAsides } from "./aside.ts";
import { type FeedEntry, type StatedEntry, storyOf } from "./feed-entry.ts";
import { atomEntries, jsonEntries, rdfEntries, rssEntries } from "./feed-fields.ts";
import { type RawEntry, type RawFeed, readRawFeed } from "./feed-raw.ts";
import { feedFault } from "./feed-shape.ts";
import { quarantine } from "./quarantine.ts";
import type { FormatReader } from "./reader.ts";
import { rootOf } from "./xml-root.ts";

const EMPTY = "There is no entry in this feed; put the stories themselves into the folder.";

/**
 * Feeds: RSS 0.9x, 1.0 and 2.0, Atom and JSON Feed. Each entry is a story, named by its guid, else its
 * link, else its headline; an entry of a headline alone is accounted for with the reason.
 */
export const feedReader: FormatReader = {
  name: "feed",
  recognises: ({ text }) => isJsonFeed(text) || /^(?:rss|feed|rdf)$/iu.test(rootOf(text) ?? ""),
  read({ text }): Reading {
    const fault = isJsonFeed(text) ? null : feedFault(text);
    if (fault !== null) return quarantine(fault);
    const { format, entries } = entriesOf(parseFeed(text));
    if (entries.length === 0) return quarantine(EMPTY);
    const raw = format === "json-feed" ? readJsonFeed(text) : readRawFeed(text);
    const find = rawFinder(raw, entries.length);
    const stories = entries.map((entry, index) =>
      storyOf(format, stating(entry, find(entry, index), raw)),
    );
    return { ok: true, stories };
  },
};

/** Which raw entry is an entry's: the library leaves out what it takes for empty, and then its names tell. */
function rawFinder(
  { entries }: RawFeed,
  count: number,
): (entry: FeedEntry, index: number) => RawEntry | undefined {
  if (entries.length === count) return (_entry, index) => entries[index];
  const named = new Map<string, RawEntry>();
  for (const one of entries) {
    for (const key of ["guid", "id", "link", "title"]) {
      const name = one.stated.get(key) ?? "";
      if (name !== "" && !named.has(name)) named.set(name, one);
    }
  }
  return ({ fields }) =>
    [fields.guid, fields.sourceUrl, fields.title]
      .map((name) => named.get(name ?? ""))
      .find((one) => one !== undefined);
}

/** What the feed says of an entry in any namespace: Atom's `app:draft` (RFC 5023, 13.1.1), WordPress's `wp:status`. */
function stating(entry: FeedEntry, raw: RawEntry | undefined, feed: RawFeed): StatedEntry {
  const isDraft = /^(?:yes|true|1)$/iu.test(raw?.stated.get("app:draft") ?? "");
  const status = raw?.stated.get("wp:status") ?? (isDraft ? "draft" : null);
  return {
    ...entry,
    fields: { ...entry.fields, ...(status === null ? {} : { status }) },
    kind: raw?.stated.get("wp:post_type") ?? null,
    asides: [...(raw?.asides ?? []), ...feed.asides],
  };
}

function readJsonFeed(text: string): RawFeed {
  const Feed = z.record(z.string(), z.unknown());
  const { items = [], ...around } = Feed.parse(JSON.parse(text));
  const entries = z.array(z.unknown()).catch([]).parse(items);
  return {
    asides: fieldAsides("the fields of the feed", around),
    entries: entries.map((item) => ({
      stated: new Map(),
      asides: fieldAsides("the fields of the item", item, (name) => /^content_/u.test(name)),
    })),
  };
}

function entriesOf(parsed: AnyFeed): { format: string; entries: readonly FeedEntry[] } {
  switch (parsed.format) {
    case "rss":
      return { format: "rss", entries: rssEntries(parsed.feed) };
    case "rdf":
      return { format: "rss", entries: rdfEntries(parsed.feed) };
    case "atom":
      return { format: "atom", entries: atomEntries(parsed.feed) };
    case "json":
      return { format: "json-feed", entries: jsonEntries(parsed.feed) };
  }
}

// Reads: { "version": "https://jsonfeed.org/version/1.1", …
function isJsonFeed(text: string): boolean {
  return /^\s*\{/u.test(text) && /"version"\s*:\s*"https?:\/\/jsonfeed\.org\//u.test(text);
}
