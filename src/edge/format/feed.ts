import { type AnyFeed, parseFeed } from "feedsmith";
import type { Reading } from "#desk/port.ts";
import { type FeedEntry, storyOf } from "./feed-entry.ts";
import { atomEntries, jsonEntries, rdfEntries, rssEntries } from "./feed-fields.ts";
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
    return { ok: true, stories: entries.map((entry) => storyOf(format, entry)) };
  },
};

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
