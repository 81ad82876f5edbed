import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Filing } from "#core/change/filing.ts";
import type { Details } from "./details.ts";

/** Names a story for good: the id of the article that opened it. */
export type StoryId = ArticleId;

/**
 * What sort of copy an article is, as far as grouping goes: a `round-up` tells of several events and
 * belongs to none of them; a `look-back` tells of an event months or years ago, and is no part of it; a `view` is what somebody
 * thinks of an event, and neither tells it nor is told by its reports.
 */
export type CopyKind = "report" | "look-back" | "round-up" | "view";

/**
 * What grouping needs to know of one article. Strings and numbers only, so that it can be stored as
 * JSON; a few kilobytes at most, however long the article is.
 */
export interface Signature {
  readonly article: ArticleId;
  /** Who filed it, as printed; `null` where the copy does not say. */
  readonly source: string | null;
  /** When it was published, else taken in. */
  readonly at: Instant;
  readonly kind: CopyKind;
  /** Keys of the words of headline and opening that say something, names among them. */
  readonly lede: readonly string[];
  /** Of those, the keys of the first sentence; none where it says itself that it tells of another event. */
  readonly opener: readonly string[];
  /** Keys of the words of the headline; left out in what an earlier version has stored. */
  readonly headed?: readonly string[];
  /** Keys of the words by which it calls those it names, without the names: they tell who, not what. Left out likewise. */
  readonly tags?: readonly string[];
  /** Keys of the words of the news beyond those. */
  readonly words: readonly string[];
  /** Keys of the names of the headline. */
  readonly titled: readonly string[];
  /** Keys of the words of headline and opening that are written with a capital for their own sake. */
  readonly named: readonly string[];
  /** The same of the news beyond those. */
  readonly mentioned: readonly string[];
  /** Folded full names of people. */
  readonly people: readonly string[];
  /** Folded names of where the news is: the places of its opening, else those of dateline and fields. */
  readonly scene: readonly string[];
  /** Keys of names of places, bodies and officials: what all reports of a town share. Left out likewise. */
  readonly local?: readonly string[];
  readonly details: Details;
  /** What the headline numbers and no figure of the story explains: `17` of “Plan 17 is approved”. */
  readonly numbered: readonly string[];
  /** A MinHash sketch of the body's shingles (Broder 1997), to tell near-identical copy. */
  readonly sketch: readonly number[];
  /** How many shingles the body has. */
  readonly length: number;
}

/** How common the keys of signatures are in what is stored. */
export interface Commonness {
  /** How many signatures are stored. */
  readonly stored: number;
  /** How many of them have a key; 0 for a key never seen. */
  of(key: string): number;
}

/** Near-identical copy that is stored already. */
export interface Duplicate {
  readonly of: ArticleId;
}

/** Where an article belongs, and why, as data for `why`. */
export interface Placement {
  /** An existing story, or the article's own id for a new one. */
  readonly story: StoryId;
  readonly isNew: boolean;
  /** `null`: it is no copy of what is stored. */
  readonly duplicate: Duplicate | null;
  /** How like the story it is, 0 to 1; 0 for a new one. */
  readonly likeness: number;
  /** What it shares with the story, the most telling first; empty for a new one. */
  readonly shared: readonly string[];
  readonly rule: PlacingRule;
}

export type PlacingRule = "alike" | "same text" | "nothing alike" | "round-up";

/** What an edition says of a story: `known`: there is nothing that readers do not know. */
export type Mark = "new" | "update" | "correction" | "known";

/** The other reports of a story from one source. */
export interface Other {
  readonly source: string;
  /** How many; near-identical copies count once. */
  readonly reports: number;
  /** Where the first of them by rank stands on its site; `null` where the copy does not say. */
  readonly url: string | null;
}

/** A piece of `also: AFP, Reuters (3 reports)`, and where the report that it names stands. */
export interface OtherPiece {
  readonly text: string;
  readonly href: string | null;
}

/** Who tells a story, and who else reports it. */
export interface Telling {
  readonly lead: Filing;
  /** All that are counted, the lead first. */
  readonly distinct: readonly Filing[];
  /** By number of reports, then by name. */
  readonly others: readonly Other[];
  /** Of all of them, with those of unnamed sources; near-identical copies count once. */
  readonly reports: number;
}

/** One ground for the place of a story in an edition. */
export interface Reason {
  readonly kind: "urgency" | "recency" | "dated" | "sources" | "topics";
  /** What was weighed: the IPTC urgency, hours, sources, topics met. */
  readonly value: number;
  /** What it adds to the score. */
  readonly points: number;
}

/** How much a story matters to one channel now. Stories are compared by `score`. */
export interface Importance {
  readonly score: number;
  /** The weightiest first. */
  readonly reasons: readonly Reason[];
}
