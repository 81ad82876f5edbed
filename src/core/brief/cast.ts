import type { AnalysedText } from "./analysed.ts";
import { readCue } from "./cue.ts";
import type { Entity, EntityKind, Gender } from "./mention.ts";
import { adjoins, type NameRun, readNameRun } from "./name.ts";
import type { Quotation } from "./quotation-marks.ts";
import { findRole } from "./role.ts";
import {
  FEMALE_NOUNS,
  GROUP_NOUNS,
  MALE_NOUNS,
  ORG_WORDS,
  PLACE_OPENERS,
  PLACE_WORDS,
  ROLE_NOUNS,
} from "./role-lexicon.ts";
import { type Token, tokenAt } from "./token.ts";
import { isAdverb, isFunctionWord } from "./word-class.ts";

/** One place where a name stands. */
export interface NameMention {
  readonly run: NameRun;
  readonly entity: number;
  readonly quoted: boolean;
  readonly sentence: number;
}

/** Everyone and everything that an article names. */
export interface Cast {
  readonly entities: readonly Entity[];
  /** In order of appearance. */
  readonly names: readonly NameMention[];
}

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

/** Keeps the work linear where thousands share a word. */
const MOST_NAMESAKES = 40;

interface Sighting {
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

interface Draft {
  words: readonly string[];
  name: string;
  kind: EntityKind;
  gender: Gender;
  role: string | null;
  /** How often its full name stands in the article. */
  full: number;
  /** How often it stands at all, and how often behind a word like "in". */
  seen: number;
  /** Stands only in quotations so far. */
  quoted: boolean;
  placed: number;
}

/** Finds the names of an article and groups them by whom they name. */
export function findCast(text: AnalysedText, quotations: readonly Quotation[]): Cast {
  const sightings = findSightings(text, quotations);
  const drafts: Draft[] = [];
  const owners = new Map<Sighting, number>();
  const byWord = new Map<string, number[]>();
  const alone = new Map<string, number>();
  // Full names first, so that "Dar" in the headline finds the "Ishaq Dar" of the lede.
  for (const sighting of sightings) {
    if (sighting.words.length > 1) owners.set(sighting, placeFull(text, sighting, drafts, byWord));
  }
  for (const sighting of sightings) {
    if (sighting.words.length === 1)
      owners.set(sighting, placeShort(text, sighting, drafts, byWord, alone));
  }
  const names = sightings.map((sighting) => {
    const { run, quoted, sentence } = sighting;
    return { run, quoted, sentence, entity: owners.get(sighting) ?? -1 };
  });
  const entities = drafts.map((draft, id) => {
    const { name, gender, role } = draft;
    const kind = isPlace(draft) ? "place" : draft.kind;
    return { id, name, kind, gender, plural: kind === "group", role };
  });
  return { entities, names };
}

/** What mostly stands behind "in" or "near" is a place, whatever its name looks like. */
function isPlace({ kind, role, gender, seen, placed }: Draft): boolean {
  if (kind === "organisation" || role !== null || gender !== "unknown") return false;
  return placed > 0 && placed * 2 >= seen;
}

function findSightings(text: AnalysedText, quotations: readonly Quotation[]): Sighting[] {
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

/** Headlines in capitals of their own say nothing about names; with "said" it is a sentence. */
function isTitleCase(tokens: readonly Token[], first: number, end: number): boolean {
  let long = 0;
  let capital = 0;
  for (let at = first; at < end; at += 1) {
    const token = tokens[at];
    if (token?.kind !== "word" || token.end - token.start < 4) continue;
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
  if (OPENERS.has(lower) || lowered.has(lower) || GROUP_NOUNS.has(lower) || ROLE_NOUNS.has(lower))
    return null;
  // "Likewise, the council": an adverb, unless it is a name elsewhere.
  const next = tokens[run.first + 1]?.lower ?? "";
  if (next === "," && lower.endsWith("e")) return null;
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
    if (!hasRole || ORG_WORDS.has(last)) return "organisation";
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

function placeFull(
  text: AnalysedText,
  sighting: Sighting,
  drafts: Draft[],
  byWord: Map<string, number[]>,
): number {
  const { words } = sighting;
  const last = words.at(-1) ?? "";
  const known = (byWord.get(last) ?? []).find((id) => isVariant(drafts[id]?.words ?? [], words));
  if (known !== undefined) {
    merge(drafts[known], sighting, nameOf(text, sighting));
    if (drafts[known] !== undefined) index(drafts[known].words, known, byWord);
    return known;
  }
  const id = drafts.length;
  drafts.push(draftOf(text, sighting));
  index(words, id, byWord);
  return id;
}

function index(words: readonly string[], id: number, byWord: Map<string, number[]>): void {
  for (const word of words) {
    const ids = byWord.get(word);
    if (ids === undefined) byWord.set(word, [id]);
    else if (ids.length < MOST_NAMESAKES && !ids.includes(id)) ids.push(id);
  }
}

/** Two forms of one name: "Joe Biden", "Joseph R. Biden"; but not "Hillary" and "Bill Clinton". */
function isVariant(known: readonly string[], words: readonly string[]): boolean {
  if (known.length < 2 || known.at(-1) !== words.at(-1)) return false;
  const first = known[0] ?? "";
  const other = words[0] ?? "";
  if (first === other) return true;
  const initial = /^\p{L}\.$/u;
  if (initial.test(first) || initial.test(other)) return first.charAt(0) === other.charAt(0);
  return known.every((word) => words.includes(word)) || words.every((word) => known.includes(word));
}

function merge(draft: Draft | undefined, sighting: Sighting, name: string): void {
  if (draft === undefined) return;
  const { words, kind, gender, role } = sighting;
  // "Crooked Hillary Clinton", in someone's mouth, is no fuller a name.
  if (draft.words.length === 1 && words.length === 1 && name.length > draft.name.length)
    draft.name = name;
  if (words.length > draft.words.length && (!sighting.quoted || draft.quoted)) {
    draft.words = words;
    draft.name = name;
  }
  if (draft.kind === "unknown" || (kind === "person" && role !== null)) draft.kind = kind;
  if (draft.gender === "unknown") draft.gender = gender;
  draft.role ??= role;
  if (words.length > 1) draft.full += 1;
  draft.seen += 1;
  draft.quoted &&= sighting.quoted;
  if (sighting.placed) draft.placed += 1;
}

/** A single word names the one whose surname it is; else whose first word; else someone of its own. */
function placeShort(
  text: AnalysedText,
  sighting: Sighting,
  drafts: Draft[],
  byWord: ReadonlyMap<string, readonly number[]>,
  alone: Map<string, number>,
): number {
  const [word = ""] = sighting.words;
  const ids = (byWord.get(word) ?? []).filter((id) => fits(drafts[id], sighting));
  const surnames = ids.filter((id) => drafts[id]?.words.at(-1) === word);
  const firsts = ids.filter(
    (id) => drafts[id]?.words[0] === word && drafts[id]?.words.length !== 1,
  );
  const chosen =
    theOne(surnames, drafts) ?? (surnames.length === 0 ? theOne(firsts, drafts) : null);
  if (chosen !== null) {
    merge(drafts[chosen], sighting, "");
    return chosen;
  }
  const own = alone.get(word);
  if (own !== undefined) {
    merge(drafts[own], sighting, nameOf(text, sighting));
    return own;
  }
  const id = drafts.length;
  drafts.push(draftOf(text, sighting));
  alone.set(word, id);
  return id;
}

function fits(draft: Draft | undefined, sighting: Sighting): boolean {
  if (draft === undefined) return false;
  if (draft.gender !== "unknown" && sighting.gender !== "unknown")
    return draft.gender === sighting.gender;
  return sighting.role === null || draft.kind === "person" || draft.kind === "unknown";
}

/** Of several of one surname, the one that the article is plainly about; else none. */
function theOne(ids: readonly number[], drafts: readonly Draft[]): number | null {
  const [first, second] = ids.toSorted((a, b) => (drafts[b]?.full ?? 0) - (drafts[a]?.full ?? 0));
  if (first === undefined) return null;
  if (second === undefined) return first;
  return (drafts[first]?.full ?? 0) > 2 * (drafts[second]?.full ?? 0) ? first : null;
}

function draftOf(text: AnalysedText, sighting: Sighting): Draft {
  const { words, kind, gender, role, placed } = sighting;
  const full = words.length > 1 ? 1 : 0;
  const name = nameOf(text, sighting);
  const { quoted } = sighting;
  return { words, name, kind, gender, role, full, seen: 1, quoted, placed: placed ? 1 : 0 };
}

/** A surname keeps the title that it stands with: "Ms Hart". */
function nameOf({ body, tokens }: AnalysedText, { run, words }: Sighting): string {
  const titled = words.length === 1 && run.honorific !== null && run.role === run.name - 1;
  const first = titled ? Math.max(run.first, run.role) : run.name;
  return oneLine(body.slice(tokens[first]?.start, tokens[run.last]?.end));
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ");
}
