import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Draft } from "#core/brief/brief.ts";
import { findDateline } from "#core/text/find-dateline.ts";

const Text = z.union([z.string(), z.number().transform(String)]);
const Texts = z.array(Text).default([]);

/** One thing that someone says in the article. */
const LabelledQuote = z.strictObject({
  /** Its words; ` [...] ` stands for some left out. */
  text: z.string(),
  /** Which occurrence of the words, counted from 1. */
  nth: z.number().int().positive().default(1),
  /** The fullest name first, other right ones after it; `null` where the article settles none. */
  who: z.union([z.string().transform((name) => [name]), z.array(z.string()), z.null()]),
  /** Not scored where it is left out; `null` where the article states none; `a|b` is either. */
  role: z.string().nullish(),
  cue: z.string().nullish(),
});
export type LabelledQuote = z.infer<typeof LabelledQuote>;

/** A sentence that a fact may be made of, and what it must keep then. */
const Claim = z.strictObject({
  /** Words of the sentence. */
  has: Text,
  /** Whose claim it is: words that `attribution` or the fact must have. */
  owner: z.string().optional(),
  hedge: z.string().optional(),
});
export type Claim = z.infer<typeof Claim>;

/** What the pronoun of a sentence stands for. */
const Referent = z.strictObject({ has: z.string(), is: z.string() });

/** An article of the gold set with its labels. */
export const GoldArticle = z.strictObject({
  styles: z.array(z.string()).min(1),
  /** What makes it hard. */
  traps: z.array(z.string()).default([]),
  title: z.string().nullable(),
  body: z.string(),
  quotes: z.array(LabelledQuote),
  /** Strings in quotation marks that nobody says. */
  notQuotes: Texts,
  /** Strings that may be taken for quotes or left. */
  open: Texts,
  /** What the five facts must tell, most important first: words that one fact has; `a|b` is either. */
  facts: z.array(z.array(Text).min(1)).min(1),
  claims: z.array(Claim).default([]),
  /** Words of sentences that the article says in its own voice: a fact of them has no owner. */
  ownVoice: Texts,
  /** Sentences that can't stand alone, and what a square bracket in them must say. */
  referents: z.array(Referent).default([]),
  /** Strings that may stand in no fact, no quote and no headline. */
  furniture: Texts,
  /** For an article without a title: words that the headline keeps. */
  headline: z.strictObject({ has: z.array(Text).min(1) }).optional(),
});
export type GoldArticle = z.infer<typeof GoldArticle> & { readonly name: string };

/** A label file that does not say what such a file says. */
export class GoldError extends Error {
  override readonly name = "GoldError";

  constructor(file: string, cause: z.ZodError) {
    super(`${file}: ${z.prettifyError(cause)}`, { cause });
  }
}

const FOLDER = join(import.meta.dirname, "gold");

/** Reads the gold set, in the order of its file names. */
export function readGold(folder = FOLDER): GoldArticle[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
  return files.sort().map((file) => {
    const read = GoldArticle.safeParse(parse(readFileSync(join(folder, file), "utf8")));
    if (!read.success) throw new GoldError(file, read.error);
    return { ...read.data, name: file.replace(/\.yaml$/u, "") };
  });
}

/** What the brief of a labelled article is written from. */
export function draftOf(name: string, title: string | null, body: string): Draft {
  return { id: name, title, body, dateline: findDateline(body)?.dateline ?? null, language: "en" };
}
