import type { Dateline } from "#core/text/dateline.ts";
import type { Announced, Change } from "./change.ts";
import type { Decision } from "./decision.ts";
import type { Embargo } from "./embargo.ts";
import type { Instant } from "./instant.ts";
import type { Mendings, Unkept } from "./mending.ts";
import type { Picture } from "./picture.ts";
import type { Unread } from "./unread.ts";

/**
 * Names one article for good: the same in the store, in commands and in buttons.
 * Lower-case letters and digits only, at most 16 of them, so that people can type it.
 */
export type ArticleId = string;

/** How pressing the copy is, by IPTC's scale: 1 flash, 4 to 5 ordinary, 8 least; 9 is user-defined. */
export type Urgency = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/**
 * What may be done with copy, by IPTC's `pubStatus`: `withheld` is held until a revision says
 * otherwise, `killed` is shown nowhere again.
 */
export type Status = "usable" | "withheld" | "killed";

/** One revision of one article: copy whose fields have been read by the rules of this room. */
export interface Article {
  readonly id: ArticleId;
  /** 1 for the first text seen at a path, one more for every change of it, also by the desk. People are told `copyVersion`. */
  readonly revision: number;
  /** How many texts of its copy have come, this one counted; left out: as many as revisions. Read by `copyVersion`. */
  readonly texts?: number;
  /** Below the watched folder or bucket, with `/` between its parts. */
  readonly path: string;
  /** SHA-256 of what the story says, in hex: the same in two files that say the same. */
  readonly contentHash: string;
  readonly takenIn: Instant;
  readonly format: string;
  readonly title: string | null;
  readonly subheadline: string | null;
  /** Offsets of facts and quotes count UTF-16 units in this text. */
  readonly body: string;
  readonly dateline: Dateline | null;
  /** Where the news is, as the copy states it beside the story. */
  readonly located: string | null;
  readonly byline: string | null;
  /** `null` where the copy gives no date that can be read. */
  readonly published: Instant | null;
  readonly section: string | null;
  /** What the copy says of its own kind: `Opinion`, `Press release`. Left out: nothing. */
  readonly genre?: string;
  readonly tags: readonly string[];
  readonly subjects: readonly string[];
  readonly places: readonly string[];
  readonly people: readonly string[];
  readonly slug: string | null;
  readonly urgency: Urgency | null;
  readonly embargo: Embargo | null;
  readonly status: Status;
  /** Left out: no editor has decided anything. */
  readonly decision?: Decision;
  /** Left out: its brief is as it was written. */
  readonly mendings?: Mendings;
  /** What its copy did not keep of what editors had mended, until one mends it anew; left out: nothing. */
  readonly unkept?: Unkept;
  /** The file whose order killed or withheld it, where that is not its own; only that one takes it back undated. */
  readonly orderedBy?: string;
  /** Left out: what its file said last could be read. */
  readonly unread?: Unread;
  /** What this revision says of itself: a correction, a kill; `null` where it says nothing. */
  readonly announced: Announced | null;
  /** What it changes in the revision before it; `null` for the first. */
  readonly change: Change | null;
  /** The publisher's own name of the article; `null` where it gives none. */
  readonly guid: string | null;
  /** The publisher's own count of revisions; `null` where it gives none. */
  readonly version: number | null;
  /** From desk to desk: shown in internal channels alone. */
  readonly editorNote: string | null;
  readonly usageTerms: string | null;
  /** Its copy marks it for the desk alone; left out: it does not. */
  readonly internal?: true;
  readonly copyright: string | null;
  /** BCP 47: `en-GB`; `null` where it is neither stated nor certain. */
  readonly language: string | null;
  /** `http:` or `https:` only. */
  readonly sourceUrl: string | null;
  readonly source: string | null;
  /** One that it may be shown with; left out: it has none, or an earlier version stored it. */
  readonly picture?: Picture;
}
