import { adjoins } from "#core/text/name.ts";
import type { Quotation } from "#core/text/quotation-marks.ts";
import { isFunctionWord } from "#core/text/word-class.ts";
import type { Commitment } from "./cue-lexicon.ts";
import { type Ground, type NounPhrase, plain } from "./noun-phrase.ts";
import { phraseOpeningAt } from "./phrase-behind.ts";

/** Words of the article that say who speaks. */
export interface Attribution {
  /** `null` where a cue stands there, but the article doesn't show plainly whose it is. */
  readonly subject: NounPhrase | null;
  /** Token indexes of the cue, both inclusive; `null` where a colon or a dash stands for one. */
  readonly cue: { readonly first: number; readonly last: number } | null;
  readonly commitment: Commitment;
  /** Takes a term, not a quotation: "called", "dubbed". */
  readonly naming: boolean;
  /** Takes any words, however few: "chanted", "shouted". */
  readonly shouting: boolean;
  /** Where it was found, for those who ask why. */
  readonly rule:
    | "inverted"
    | "behind"
    | "according to"
    | "dash"
    | "next sentence"
    | "credit below"
    | "credit above"
    | "before"
    | "colon"
    | "set form"
    | "indirect"
    | "learned";
  /** Stands right beside the quotation, with the comma or colon that ties them. */
  readonly tied: boolean;
}

const LONGEST_TERM = 8;

export const FURTHEST_CUE = 45;

export const DASH = /^[—–―-]$/u;

/** "according to police" at a token. */
export function accordingTo(ground: Ground, at: number, limit: number): Attribution | null {
  const { tokens } = ground;
  if (tokens[at]?.lower !== "according" || tokens[at + 1]?.lower !== "to") return null;
  if (/^(?:him|her|them)$/u.test(tokens[at + 2]?.lower ?? "") && tokens[at + 3]?.kind !== "word")
    return make(
      plain(at + 2, at + 2, "pronoun", null, at + 2),
      { first: at, last: at + 1 },
      "according to",
    );
  const written = writerOf(ground, at + 2, limit);
  if (written !== null) return make(written, { first: at, last: at + 1 }, "set form");
  const subject = phraseOpeningAt(ground, at + 2, limit);
  if (subject === null) return null;
  const { last: before } = subject;
  // "the TCT/UWO report": which of two colleges the report is of, and neither speaks.
  if (subject.form === "name" && tokens[before + 1]?.lower === "/")
    return make(null, { first: at, last: at + 1 }, "according to");
  let last = behindMarks(ground, before, limit) ?? before;
  // "news reports": here no verb can follow that would end the phrase.
  while (subject.form === "description" && last + 1 < limit && isPlainWord(ground, last + 1))
    last += 1;
  return make({ ...subject, last }, { first: at, last: at + 1 }, "according to");
}

const WRITTEN = /^(?:tweet|statement|post|email|e-mail|message|letter|release)$/u;
const FURTHEST_WRITER = 7;

/** "according to a tweet on Monday by Orva's envoy, Ann Roe": her words; the paper has none of its own. */
function writerOf(ground: Ground, from: number, limit: number): NounPhrase | null {
  const { tokens } = ground;
  const end = Math.min(limit, from + FURTHEST_WRITER);
  let written = false;
  for (let at = from; at < end; at += 1) {
    const word = tokens[at];
    if (word?.kind !== "word") return null;
    written ||= WRITTEN.test(word.lower);
    if (written && /^(?:by|from)$/u.test(word.lower)) return phraseOpeningAt(ground, at + 1, limit);
  }
  return null;
}

/** The new “dot plot” of the bank: the phrase goes on through the term in marks. */
function behindMarks({ body, tokens }: Ground, last: number, limit: number): number | null {
  const open = tokens[last + 1];
  if (open === undefined || !/^["“‘«]$/u.test(open.lower)) return null;
  if (body.slice(tokens[last]?.end, open.start) !== " ") return null;
  for (let at = last + 2; at < Math.min(limit, last + LONGEST_TERM); at += 1) {
    const word = tokens[at];
    if (word?.kind !== "mark") continue;
    return /^["”’»]$/u.test(word.lower) ? at : null;
  }
  return null;
}

function isPlainWord({ body, tokens }: Ground, at: number): boolean {
  const word = tokens[at];
  if (word?.kind !== "word" || !adjoins(body, tokens[at - 1], word)) return false;
  return !isFunctionWord(word.lower) && !/(?:ed|ing)$/u.test(word.lower);
}

export function make(
  subject: NounPhrase | null,
  cue: Attribution["cue"],
  rule: Attribution["rule"],
  commitment: Commitment = "neutral",
): Attribution {
  return { subject, cue, commitment, naming: false, shouting: false, rule, tied: true };
}

/** Where a quotation's words end a sentence of their own. */
export function endsSentence(body: string, { end }: Quotation): boolean {
  return /[.!?…]["'’”)\]]*$/u.test(body.slice(Math.max(0, end - 4), end));
}
