import type { Range } from "#core/text/text.ts";
import type { Instant } from "./instant.ts";

/** Words of an article and where they stand: `body.slice(start, end) === text`, in UTF-16 units. */
export interface Words extends Range {
  readonly text: string;
}

/** A mention of somebody in an article, as its cast names them. */
export interface Named extends Range {
  readonly name: string;
  readonly role: string | null;
}

/**
 * One thing that an editor has mended in an article's brief, by the article's own words: it means the same whatever the
 * brief is numbered by, and a later revision keeps it where these words still stand.
 */
export type Mending =
  /** No key fact: by the sentence that the fact stands in. */
  | { readonly kind: "strike-fact"; readonly at: Words }
  /** No quote. */
  | { readonly kind: "strike-quote"; readonly at: Words }
  /** A key fact: by the whole sentence. */
  | { readonly kind: "use"; readonly at: Words }
  /** A quote is somebody else's than was read; `null`: the article does not settle whose. */
  | { readonly kind: "speaker"; readonly at: Words; readonly speaker: Named | null }
  | { readonly kind: "headline"; readonly text: string };

/** What editors have mended in an article's brief, beside what was written by the rules: later revisions keep it. */
export interface Mendings {
  /** Never empty; one of each kind about the same words. */
  readonly list: readonly Mending[];
  /** The last editor's name, as people call them. */
  readonly by: string;
  readonly at: Instant;
}

/** What copy that came did not keep of what editors had mended. */
export interface Unkept {
  /** Each as it is told: `struck a quote “It held” (its words stand there no more)`. Never empty. */
  readonly what: readonly string[];
  /** Who had mended it last, as people call them. */
  readonly by: string;
  /** When the copy came. */
  readonly at: Instant;
}
