import type { AnalysedText } from "#core/text/analysed.ts";
import type { NameRun } from "#core/text/name.ts";
import type { Quotation } from "#core/text/quotation-marks.ts";
import { ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import type { Entity, EntityKind, Gender } from "./mention.ts";
import { findSightings, oneLine, type Sighting } from "./sighting.ts";

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

// Baek Jun-seo, Chen Xiao-ming; a double surname has longer halves.
const GIVEN_BEHIND = /^\p{L}{2,5}-\p{L}{2,4}$/u;

const CUT = /^(?:of|for|in|at|and)\s/u;

/** How many tokens stand between a name and what its bearer is known as. */
const FURTHEST_ALIAS = 9;
/** Keeps the work linear where thousands share a word. */
const MOST_NAMESAKES = 40;

interface Draft {
  words: readonly string[];
  name: string;
  kind: EntityKind;
  gender: Gender;
  role: string | null;
  /** The token at which the article introduces it. */
  readonly introduced: number;
  /** How often its full name stands in the article. */
  full: number;
  /** How often it stands at all, and how often behind a word like "in". */
  seen: number;
  /** Stands only in quotations so far. */
  quoted: boolean;
  placed: number;
  several: boolean;
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
  let before: Sighting | undefined;
  for (const sighting of sightings) {
    if (sighting.words.length === 1) {
      const known = aliasOf(sighting, before, owners, alone);
      owners.set(sighting, known ?? placeShort(text, sighting, drafts, byWord, alone));
    }
    before = sighting;
  }
  const names = sightings.map((sighting) => {
    const { run, quoted, sentence, words } = sighting;
    const short = text.tokens[run.first - 1]?.lower === "the" && words.length === 1;
    const holder = short ? holderOf(words[0] ?? "", drafts) : null;
    return { run, quoted, sentence, entity: holder ?? owners.get(sighting) ?? -1 };
  });
  const entities = drafts.map((draft, id) => {
    const { name, gender, several } = draft;
    // "the Central Bank of Zamaria (CBZ)": what is left of a name that was cut holds no office.
    const role = CUT.test(name) ? null : draft.role;
    const kind = isPlace(draft) ? "place" : draft.kind;
    return { id, name, kind, gender, plural: kind === "group" || several, role };
  });
  return { entities, names };
}

const LONGEST_SHORT = 4;

/** "the CM", where the article has one chief minister: the one person whose office has these letters. */
function holderOf(short: string, drafts: readonly Draft[]): number | null {
  if (short.length < 2 || short.length > LONGEST_SHORT) return null;
  const holders = drafts.flatMap(({ role, kind }, id) =>
    role !== null && kind === "person" && lettersOf(role).endsWith(short) ? [id] : [],
  );
  return holders.length === 1 ? (holders[0] ?? null) : null;
}

/** "tcm" of "Tressel Chief Minister", "dc" of "Deputy Commissioner of Rhos"; nothing of "tennis coach". */
function lettersOf(role: string): string {
  const words = role.replace(/ (?:of|for|at|in)\s.*$/su, "").split(/[\s-]+/u);
  if (!ROLE_NOUNS.has((words.at(-1) ?? "").toLowerCase())) return "";
  return words.map((word) => word.charAt(0).toLowerCase()).join("");
}

/** "Habib Okiki, popularly known as Mobile": both are one, from there on. */
function aliasOf(
  { alias, run, words, sentence }: Sighting,
  before: Sighting | undefined,
  owners: ReadonlyMap<Sighting, number>,
  alone: Map<string, number>,
): number | null {
  if (!alias || before === undefined || before.sentence !== sentence) return null;
  if (run.first - before.run.last > FURTHEST_ALIAS) return null;
  const owner = owners.get(before);
  if (owner === undefined || alone.has(words[0] ?? "")) return null;
  alone.set(words[0] ?? "", owner);
  return owner;
}

/** What mostly stands behind "in" or "near" is a place, whatever its name looks like. */
function isPlace({ kind, role, gender, seen, placed }: Draft): boolean {
  if (kind === "organisation") return false;
  // "Born in Tell Harbour, the daughter of a cook": the words behind it describe another.
  if (role !== null || gender !== "unknown") return placed > 0 && placed === seen;
  return placed > 0 && placed * 2 >= seen;
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

export function index(words: readonly string[], id: number, byWord: Map<string, number[]>): void {
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
  // "President Ostrow" may be the husband of the Marian Ostrow whom the article knows.
  const doubtful = sighting.titled && words.length === 1 && draft.words.length > 1;
  if (!doubtful) draft.role ??= role;
  if (words.length > 1) draft.full += 1;
  draft.seen += 1;
  draft.quoted &&= sighting.quoted;
  if (sighting.placed) draft.placed += 1;
  if (sighting.several) {
    draft.several = true;
    if (draft.role === null && draft.gender === "unknown") draft.kind = "organisation";
  }
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
  const surnames = ids.filter((id) => surnameOf(drafts[id]?.words ?? []).includes(word));
  const firsts = [...ids, ...(ids.length === 0 ? shortened(word, drafts) : [])].filter((id) =>
    isGiven(drafts[id], word),
  );
  // "Farrant wrote" means the one whom the reader has met: her daughter comes in later.
  const met = surnames.filter((id) => (drafts[id]?.introduced ?? 0) < sighting.run.first);
  const known = met.length > 0 ? met : surnames;
  // Two of one surname: "Benning said" is neither of them for certain.
  const [only = null] = known.length === 1 ? known : [];
  const chosen = surnames.length === 0 ? theOne(firsts, drafts) : only;
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
  const draft = draftOf(text, sighting);
  const shared = surnames.some((one) => drafts[one]?.kind === "person");
  drafts.push(shared ? { ...draft, kind: "person" } : draft);
  alone.set(word, id);
  return id;
}

const SHORTEST = 4;

/** "Brad" of "Bradley Moss". */
function isGiven(draft: Draft | undefined, word: string): boolean {
  const [first = ""] = draft?.words ?? [];
  if (draft?.words.length === 1) return false;
  return first === word || (word.length >= SHORTEST && first.startsWith(word));
}

function shortened(word: string, drafts: readonly Draft[]): number[] {
  if (word.length < SHORTEST || drafts.length > MOST_NAMESAKES) return [];
  return drafts.flatMap((draft, id) =>
    draft.kind === "person" && isGiven(draft, word) ? [id] : [],
  );
}

/** The last word; or the first, where a name such as Jun-seo shows that the surname comes first. */
function surnameOf(words: readonly string[]): readonly string[] {
  const last = words.at(-1) ?? "";
  const given = words.length === 2 && GIVEN_BEHIND.test(last);
  return given ? [words[0] ?? "", last] : [last];
}

function fits(draft: Draft | undefined, sighting: Sighting): boolean {
  if (draft === undefined) return false;
  if (draft.gender !== "unknown" && sighting.gender !== "unknown")
    return draft.gender === sighting.gender;
  return sighting.role === null || draft.kind === "person" || draft.kind === "unknown";
}

/** Of several of one first name, the one that the article is plainly about; else none. */
function theOne(ids: readonly number[], drafts: readonly Draft[]): number | null {
  const [first, second] = ids.toSorted((a, b) => (drafts[b]?.full ?? 0) - (drafts[a]?.full ?? 0));
  if (first === undefined) return null;
  if (second === undefined) return first;
  return (drafts[first]?.full ?? 0) >= 2 * (drafts[second]?.full ?? 0) ? first : null;
}

function draftOf(text: AnalysedText, sighting: Sighting): Draft {
  const { words, kind, gender, role, placed, several } = sighting;
  const full = words.length > 1 ? 1 : 0;
  const name = nameOf(text, sighting);
  const { quoted, run } = sighting;
  const counts = { full, seen: 1, placed: placed ? 1 : 0, several };
  return { words, name, kind, gender, role, quoted, introduced: run.first, ...counts };
}

/** A surname keeps the title that it stands with: "Ms Hart". */
function nameOf({ body, tokens }: AnalysedText, { run, words }: Sighting): string {
  const titled = words.length === 1 && run.honorific !== null && run.role === run.name - 1;
  const first = titled ? Math.max(run.first, run.role) : run.name;
  return oneLine(body.slice(tokens[first]?.start, tokens[run.last]?.end));
}
