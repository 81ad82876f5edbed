import type { AnalysedText } from "#core/text/analysed.ts";
import { FEMALE_NOUNS, MALE_NOUNS } from "#core/text/role-lexicon.ts";
import type { Sentence } from "#core/text/text.ts";
import { tokenAt } from "#core/text/token.ts";
import { FEMALE_PRONOUNS, MALE_PRONOUNS } from "#core/text/word-class.ts";
import type { Cast } from "./cast.ts";
import type { Gender } from "./mention.ts";
import type { Ground } from "./noun-phrase.ts";

interface Votes {
  male: number;
  female: number;
}

/** What the names and pronouns of one sentence show. */
interface Showing {
  readonly people: ReadonlySet<number>;
  /** The gender of a pronoun that stands before any name. */
  readonly opened: Gender | null;
  /** The genders of the pronouns behind a name. */
  readonly shown: ReadonlySet<Gender>;
}

/** The gender that a third-person pronoun shows; `null` for every other word. */
export function genderOfPronoun(lower: string): Gender | null {
  if (MALE_PRONOUNS.has(lower)) return "male";
  return FEMALE_PRONOUNS.has(lower) ? "female" : null;
}

/** The gender that words like "father" or "actress" show. */
export function genderOfWords(words: readonly string[]): Gender {
  if (words.some((word) => MALE_NOUNS.has(word))) return "male";
  return words.some((word) => FEMALE_NOUNS.has(word)) ? "female" : "unknown";
}

/**
 * Learns whether people are men or women, as the article itself shows it: where one person alone
 * stands near one kind of pronoun, twice at least.
 */
export function learnGenders(
  text: AnalysedText,
  ground: Ground,
  cast: Cast,
  isQuoted: (token: number) => boolean,
): ReadonlyMap<number, Gender> {
  const votes = new Map<number, Votes>();
  let before: number | null = null;
  for (const sentence of text.sentences) {
    const { people, opened, shown } = readSentence(sentence, ground, cast, isQuoted);
    const [only] = people;
    const [gender] = shown;
    if (people.size === 1 && only !== undefined && opened === null && shown.size === 1) {
      vote(votes, only, gender);
    }
    if (opened !== null && before !== null && people.size === 0) vote(votes, before, opened);
    // "He said Leed had left. He …": whoever the sentence opens with goes on, not whom it names.
    if (people.size > 0) before = people.size === 1 && opened === null ? (only ?? null) : null;
  }
  return count(votes);
}

function readSentence(
  sentence: Sentence,
  { tokens, nameOpening }: Ground,
  cast: Cast,
  isQuoted: (token: number) => boolean,
): Showing {
  const people = new Set<number>();
  const shown = new Set<Gender>();
  let opened: Gender | null = null;
  const end = tokenAt(tokens, sentence.end);
  for (let at = tokenAt(tokens, sentence.start); at < end; at += 1) {
    if (isQuoted(at)) continue;
    const name = nameOpening.get(at);
    const gender = genderOfPronoun(tokens[at]?.lower ?? "");
    if (name !== undefined) {
      if (cast.entities[name.entity]?.kind === "person") people.add(name.entity);
    } else if (gender !== null && people.size === 0) opened ??= gender;
    else if (gender !== null) shown.add(gender);
  }
  return { people, opened, shown };
}

function vote(votes: Map<number, Votes>, id: number, gender: Gender | undefined): void {
  const counts = votes.get(id) ?? { male: 0, female: 0 };
  if (gender === "male") counts.male += 1;
  if (gender === "female") counts.female += 1;
  votes.set(id, counts);
}

function count(votes: ReadonlyMap<number, Votes>): ReadonlyMap<number, Gender> {
  const genders = new Map<number, Gender>();
  for (const [id, { male, female }] of votes) {
    if (male > 1 && male > 2 * female) genders.set(id, "male");
    else if (female > 1 && female > 2 * male) genders.set(id, "female");
  }
  return genders;
}
