import { adjoins } from "#core/text/name.ts";
import { GROUP_NOUNS, ORG_WORDS, ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import type { Token } from "#core/text/token.ts";
import {
  AUXILIARIES,
  DAYS_AND_MONTHS,
  isAdverbToken,
  SUBJECT_PRONOUNS,
} from "#core/text/word-class.ts";
import type { Cast, NameMention } from "./cast.ts";
import { readCue } from "./cue.ts";

/** Who or what a clause speaks of, as token indexes, both inclusive. */
export interface NounPhrase {
  readonly first: number;
  readonly last: number;
  readonly form: "name" | "pronoun" | "description";
  /** For a name: its mention in the cast. */
  readonly name: NameMention | null;
  /** For a description: the noun that says what it is. */
  readonly head: number;
  /** Two named together: "Collins and Reed". */
  readonly joint: boolean;
}

/** The words of one article with the names that begin and end at each. */
export interface Ground {
  readonly body: string;
  readonly tokens: readonly Token[];
  readonly nameEnding: ReadonlyMap<number, NameMention>;
  readonly nameOpening: ReadonlyMap<number, NameMention>;
  readonly isPerson: (name: NameMention) => boolean;
  /** Says which tokens stand in quotation marks: what stands there says nothing of who speaks. */
  readonly isQuoted: (token: number) => boolean;
}

/** Lays out names by the tokens that they begin and end at. */
export function layGround(
  body: string,
  tokens: readonly Token[],
  { names, entities }: Cast,
  isQuoted: (token: number) => boolean,
): Ground {
  return {
    body,
    tokens,
    isQuoted,
    isPerson: ({ entity }) => entities[entity]?.kind === "person",
    nameEnding: new Map(names.map((name) => [name.run.last, name])),
    nameOpening: new Map(names.map((name) => [name.run.first, name])),
  };
}

export const LONGEST = 12;

export function isHead(lower: string): boolean {
  return ROLE_NOUNS.has(lower) || GROUP_NOUNS.has(lower) || ORG_WORDS.has(lower);
}

/** Says whether a word is a verb of speech and nothing else: no "report", no "leader". */
export function isFiniteCue(token: Token): boolean {
  if (token.capital) return false;
  const cue = readCue(token.lower);
  return (
    cue !== null &&
    cue.form === "past" &&
    (cue.use === "say" || cue.use === "shout") &&
    !ROLE_NOUNS.has(token.lower)
  );
}

export const QUANTITIES: ReadonlySet<string> = new Set(
  "one some many several most few others another both two three four five all".split(" "),
);

export function isSubjectPronoun(token: Token): boolean {
  return SUBJECT_PRONOUNS.has(token.lower);
}

/** Words for a time never speak: "Monday", "week", "year". */
export function isTime(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (DAYS_AND_MONTHS.has(token.lower)) return true;
  return TIMES.has(token.lower);
}

const TIMES: ReadonlySet<string> = new Set(
  "second minute hour week month year decade morning afternoon evening night day time interview speech"
    .split(" ")
    .flatMap((one) => [one, `${one}s`]),
);

export function adjoinsOrOwner(
  body: string,
  left: Token | undefined,
  right: Token | undefined,
): boolean {
  if (left === undefined || right === undefined) return false;
  return left.end === right.start || adjoins(body, left, right);
}

export function plain(
  first: number,
  last: number,
  form: NounPhrase["form"],
  name: NameMention | null,
  head: number,
): NounPhrase {
  return { first, last, form, name, head, joint: false };
}

export function bare(lower: string): string {
  return lower.endsWith(".") ? lower.slice(0, -1) : lower;
}

/** Says whether a token may stand between a subject and its verb. */
export function isBetween(token: Token): boolean {
  return AUXILIARIES.has(token.lower) || isAdverbToken(token);
}
