import type { AnalysedText } from "#core/text/analysed.ts";
import { adjoins, type NameRun, readNameRun, SURNAMES_TOO } from "#core/text/name.ts";
import type { Quotation } from "#core/text/quotation-marks.ts";
import {
  FEMALE_NOUNS,
  GROUP_NOUNS,
  INSCRIBED_NOUNS,
  MALE_NOUNS,
  ORG_WORDS,
  PLACE_OPENERS,
  PLACE_WORDS,
  ROLE_NOUNS,
} from "#core/text/role-lexicon.ts";
import { type Token, tokenAt } from "#core/text/token.ts";
import { isAdverb, isFunctionWord } from "#core/text/word-class.ts";
import { readCue } from "./cue.ts";
import type { EntityKind, Gender } from "./mention.ts";
import { findRole } from "./role.ts";

/** Words that open a sentence before a name and are no part of it: "Former Pennsylvania governor". */
const OPENERS: ReadonlySet<string> = new Set(
  `former late acting senior new top retired veteran local fellow longtime long-time likewise indeed
  perhaps maybe therefore nevertheless nonetheless moreover additionally overall asked speaking
  according citing absent certainly given despite growing there here like dear yes no well oh says said photo image video watch`.split(
    /\s+/,
  ),
);

/** Peoples and parties: "Muslim Americans". */
const PEOPLES = /(?:icans|eans|ians|ists|crats|uslims|hristians)$/u;

const ADVERBIAL = /(?:wise|fore|while|more|less|where)$/u;

export interface Sighting {
  readonly run: NameRun;
  readonly quoted: boolean;
  readonly sentence: number;
  /** The words of the name proper, in lower case. */
  readonly words: readonly string[];
  readonly kind: EntityKind;
  readonly gender: Gender;
  readonly role: string | null;
  readonly placed: boolean;
}

export function findSightings(text: AnalysedText, quotations: readonly Quotation[]): Sighting[] {
  const { body, tokens, sentences, passages } = text;
  const sightings: Sighting[] = [];
  const lowered = new Set<string>();
  const inner = new Set<string>();
  for (const token of tokens) if (token.kind === "word" && !token.capital) lowered.add(token.lower);
  let quote = 0;
  sentences.forEach((sentence, index) => {
    const kind = passages[sentence.passage]?.kind;
    if (kind === "furniture" || kind === "heading") return;
    const first = tokenAt(tokens, sentence.start);
    const end = tokenAt(tokens, sentence.end);
    if (isTitleCase(tokens, first, end)) return;
    for (let at = first; at < end; at += 1) {
      const run = readNameRun(body, tokens, at, end);
      if (run === null) continue;
      at = run.last;
      const start = tokens[run.first]?.start ?? 0;
      while ((quotations[quote]?.close ?? Infinity) <= start) quote += 1;
      const quoted = start >= (quotations[quote]?.open ?? Infinity);
      const opens = run.first === first || tokens[run.first - 1]?.kind === "mark";
      const trimmed = opens ? trimOpener(tokens, run, lowered, inner) : run;
      if (trimmed === null) continue;
      if (!opens)
        for (let word = run.first; word <= run.last; word += 1)
          inner.add(tokens[word]?.lower ?? "");
      if (trimmed.name > trimmed.last) continue;
      sightings.push(toSighting(text, trimmed, quoted, index));
    }
  });
  return sightings;
}

/**
 * Headlines in capitals of their own say nothing about names. With "said" it is a sentence; so it is
 * with a stop behind a word in small letters: "Prime Minister Ola Rist and Mette Skov met on Friday."
 */
function isTitleCase(tokens: readonly Token[], first: number, end: number): boolean {
  const stopped = tokens.slice(Math.max(first, end - 2), end).some(({ lower }) => lower === ".");
  let long = 0;
  let capital = 0;
  for (let at = first; at < end; at += 1) {
    const token = tokens[at];
    if (token?.kind !== "word") continue;
    if (stopped && !token.capital && !isFunctionWord(token.lower)) return false;
    if (token.end - token.start < 4) continue;
    if (!token.capital && readCue(token.lower) !== null) return false;
    long += 1;
    if (token.capital) capital += 1;
  }
  return long > 4 && capital > long * 0.75;
}

/** The word that opens a sentence is capitalised anyway: "Residents fled", "Police Chief Ray". */
function trimOpener(
  tokens: readonly Token[],
  run: NameRun,
  lowered: ReadonlySet<string>,
  inner: ReadonlySet<string>,
): NameRun | null {
  const lower = tokens[run.first]?.lower ?? "";
  if (run.last > run.first) {
    const trims =
      (OPENERS.has(lower) || (isAdverb(lower) && lowered.has(lower))) && run.name <= run.first;
    return trims ? { ...run, first: run.first + 1, name: run.name + 1, role: run.role + 1 } : run;
  }
  if (inner.has(lower)) return run;
  if (OPENERS.has(lower) || lowered.has(lower) || GROUP_NOUNS.has(lower)) return null;
  if (ROLE_NOUNS.has(lower) || INSCRIBED_NOUNS.has(lower)) return null;
  // "Likewise, the council": an adverb. But: "his sister, Effie, asked".
  const next = tokens[run.first + 1]?.lower ?? "";
  if (next === "," && ADVERBIAL.test(lower)) return null;
  return /ing$/u.test(lower) && isFunctionWord(next) ? null : run;
}

function toSighting(text: AnalysedText, run: NameRun, quoted: boolean, sentence: number): Sighting {
  const { body, tokens } = text;
  const words: string[] = [];
  for (let at = run.name; at <= run.last; at += 1) {
    const lower = tokens[at]?.lower ?? "";
    if (!/^(?:jr|sr|ii|iii|iv)\.?$/u.test(lower)) words.push(lower);
  }
  const found = quoted ? null : findRole(body, tokens, run);
  const role = found === null ? null : oneLine(body.slice(found.start, found.end));
  const kind = kindOf(text, run, words, role !== null);
  const gender = genderOf(run, role);
  const placed =
    /^(?:in|near|across|outside|inside|throughout|to|from|at)$/u.test(
      tokens[run.first - 1]?.lower ?? "",
    ) &&
    (words.length === 1 || !/^(?:to|from|at)$/u.test(tokens[run.first - 1]?.lower ?? ""));
  return {
    run,
    quoted,
    sentence,
    words,
    kind,
    gender,
    role: kind === "person" ? role : null,
    placed,
  };
}

function kindOf(
  { body, tokens }: AnalysedText,
  run: NameRun,
  words: readonly string[],
  hasRole: boolean,
): EntityKind {
  const last = words.at(-1) ?? "";
  const honoured = run.honorific !== null;
  if (!honoured && words.length > 1 && words.some((word) => ORG_WORDS.has(word))) {
    // "The band's drummer, Petronella Cross": a role makes a person of her.
    if (!hasRole || (ORG_WORDS.has(last) && !SURNAMES_TOO.has(last))) return "organisation";
  }
  if (GROUP_NOUNS.has(last) || (words.length > 1 && PEOPLES.test(last))) return "group";
  const printed = body.slice(tokens[run.name]?.start, tokens[run.last]?.end);
  if (words.length === 1 && !honoured && isAcronym(printed)) return "organisation";
  if (hasRole || honoured) return "person";
  if (PLACE_WORDS.has(last)) return "place";
  if (words.length === 2 && PLACE_OPENERS.has(words[0] ?? "")) return "place";
  const before = tokens[run.first - 1];
  if (before !== undefined && adjoins(body, before, tokens[run.first])) {
    // In "the Reed campaign" the article belongs to the campaign.
    const next = tokens[run.last + 1];
    const attributive =
      next?.kind === "word" &&
      !next.capital &&
      !isFunctionWord(next.lower) &&
      adjoins(body, tokens[run.last], next);
    if (before.lower === "the" && !attributive) return "organisation";
  }
  if (words.length === 1) {
    if (ORG_WORDS.has(last)) return "organisation";
    return "unknown";
  }
  if (words.some((word) => /^(?:of|for|&|and|on|at)$/u.test(word))) return "organisation";
  return words.length <= 5 ? "person" : "unknown";
}

function isAcronym(printed: string): boolean {
  return /^[\p{Lu}.&\d-]{2,}$/u.test(printed);
}

function genderOf(run: NameRun, role: string | null): Gender {
  if (run.honorific === "male" || run.honorific === "female") return run.honorific;
  for (const word of (role ?? "").toLowerCase().split(/[^\p{L}-]+/u)) {
    if (MALE_NOUNS.has(word)) return "male";
    if (FEMALE_NOUNS.has(word)) return "female";
  }
  return "unknown";
}

export function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ");
}
