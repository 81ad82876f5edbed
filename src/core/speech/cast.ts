import type { AnalysedText } from "#core/text/analysed.ts";
import type { NameRun } from "#core/text/name.ts";
import type { Quotation } from "#core/text/quotation-marks.ts";
import { ORG_WORDS, ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import { oneLine } from "#core/text/space.ts";
import { genderOfName } from "./given-name.ts";
import type { Entity, EntityKind, Gender } from "./mention.ts";
import { foldName, isFamilyAhead, isVariant, shortForms } from "./name-form.ts";
import { namesBeside } from "./named-beside.ts";
import { isBareOffice } from "./role-alone.ts";
import { creditedNames, partRunTogether } from "./run-together.ts";
import { findSightings, type Sighting } from "./sighting.ts";
import { withoutPaper } from "./sighting-mend.ts";

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

// Baek Jun-seo, Lee Jae-myung, Chen Xiao-Ming: a double surname has a capital behind its hyphen, and longer halves.
const GIVEN_BEHIND = /^\p{Lu}\p{Ll}{1,6}-(?:\p{Ll}{2,7}|\p{Lu}\p{Ll}{1,3})$/u;

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
  /** The body that it was seen to speak for. */
  of: string | null;
  /** Its name, as it stands here, opens a sentence. */
  opens: boolean;
  /** The token at which the article introduces it. */
  readonly introduced: number;
  /** How often its full name stands in the article. */
  full: number;
  /** How often it stands at all, and how often behind a word like "in". */
  seen: number;
  /** Stands only in quotations so far. */
  quoted: boolean;
  placed: number;
  /** How often it is called a film, an app, a book. */
  works: number;
  several: boolean;
}

/** Whom the full names of an article name, and how a single word finds them. */
interface Roster {
  readonly drafts: Draft[];
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  /** Single words that name someone of their own. */
  readonly alone: Map<string, number>;
  /** Short given names: Brad of Bradley. */
  readonly called: ReadonlyMap<string, readonly number[]>;
}

/** Finds the names of an article and groups them by whom they name. */
export function findCast(text: AnalysedText, quotations: readonly Quotation[]): Cast {
  const found = withoutPaper(findSightings(text, quotations));
  const credited = creditedNames(found);
  const sightings = partRunTogether(found, credited);
  const drafts: Draft[] = [];
  const owners = new Map<Sighting, number>();
  const byWord = new Map<string, number[]>();
  // Full names first, so that "Dar" in the headline finds the "Ishaq Dar" of the lede.
  for (const sighting of sightings) {
    if (sighting.words.length > 1) owners.set(sighting, placeFull(text, sighting, drafts, byWord));
  }
  shareGenders(sightings, drafts, byWord);
  const alone = new Map<string, number>();
  const roster: Roster = { drafts, byWord, alone, called: indexShort(drafts) };
  let before: Sighting | undefined;
  for (const sighting of sightings) {
    if (sighting.words.length === 1) {
      const known = aliasOf(sighting, before, owners, alone);
      owners.set(sighting, known ?? placeShort(text, sighting, roster));
    }
    before = sighting;
  }
  completeFrom(namesBeside(text), drafts, credited);
  const names = sightings.map((sighting) => {
    const { run, quoted, sentence, words } = sighting;
    const short = text.tokens[run.first - 1]?.lower === "the" && words.length === 1;
    const holder = short ? holderOf(words[0] ?? "", drafts) : null;
    return { run, quoted, sentence, entity: holder ?? owners.get(sighting) ?? -1 };
  });
  const entities = drafts.map((draft, id) => {
    const { name, gender, several } = draft;
    // "the Central Bank of Zamaria (CBZ)": what is left of a name that was cut holds no office.
    const kind = isPlace(draft) ? "place" : isWorkOnly(draft) ? "unknown" : draft.kind;
    const role = CUT.test(name) ? null : (draft.role ?? (kind === "person" ? draft.of : null));
    return { id, name, kind, gender, plural: kind === "group" || several, role };
  });
  return { entities, names };
}

/** "Marlow said", under "Where is Ted Marlow now?", where nobody else is a Marlow. */
function completeFrom(
  known: ReadonlyMap<string, string>,
  drafts: readonly Draft[],
  credited: ReadonlySet<string>,
): void {
  for (const draft of drafts) {
    const [word = ""] = draft.words;
    const name = known.get(word);
    if (name === undefined || credited.has(name.split(" ", 1)[0]?.toLowerCase() ?? "")) continue;
    if (draft.words.length > 1 || isPlace(draft)) continue;
    if (draft.kind !== "person" && (draft.kind !== "unknown" || draft.several)) continue;
    if (drafts.some((other) => other !== draft && other.words.includes(word))) continue;
    const gender = genderOfName(name);
    if (draft.gender !== "unknown" && draft.gender !== gender) continue;
    draft.words = name.toLowerCase().split(" ");
    draft.name = name;
    draft.kind = "person";
  }
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

/** "Mrs Roe", where one of two Roes is a man: the other is a woman, so that "Mr Roe" is the one. */
function shareGenders(
  sightings: readonly Sighting[],
  drafts: readonly Draft[],
  byWord: ReadonlyMap<string, readonly number[]>,
): void {
  for (const sighting of sightings) {
    const { words, gender, run } = sighting;
    const [word = ""] = words;
    if (words.length > 1 || gender === "unknown" || run.honorific === null) continue;
    const ids = (byWord.get(foldName(word)) ?? []).filter((id) => isSurname(drafts[id], word));
    const [only, second] = ids.filter((id) => fits(drafts[id], sighting));
    const draft = drafts[only ?? -1];
    if (draft !== undefined && second === undefined && ids.length > 1) draft.gender = gender;
  }
}

/** What mostly stands behind "in" or "near" is a place, whatever its name looks like. */
function isPlace({ kind, role, gender, seen, placed }: Draft): boolean {
  if (kind === "organisation") return false;
  // "Born in Tell Harbour, the daughter of a cook": the words behind it describe another.
  if (role !== null || gender !== "unknown") return placed > 0 && placed === seen;
  return placed > 0 && placed * 2 >= seen;
}

/** "the musical Long Harbour": no person, where nothing but its capitals looks like one. */
function isWorkOnly({ kind, role, gender, works, name }: Draft): boolean {
  const shown = role !== null || gender !== "unknown" || genderOfName(name) !== "unknown";
  return works > 0 && kind === "person" && !shown;
}

function placeFull(
  text: AnalysedText,
  sighting: Sighting,
  drafts: Draft[],
  byWord: Map<string, number[]>,
): number {
  const { words } = sighting;
  const last = foldName(words.at(-1) ?? "");
  const known =
    (byWord.get(last) ?? []).find((id) => isVariant(drafts[id]?.words ?? [], words)) ??
    longerForm(sighting, drafts, byWord);
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

/** "Te Moana" where one of that name is Te Moana Rewi Parata, whom the article shows to be a person. */
function longerForm(
  { words, kind }: Sighting,
  drafts: readonly Draft[],
  byWord: ReadonlyMap<string, readonly number[]>,
): number | undefined {
  if (kind !== "person") return undefined;
  const longer = (byWord.get(foldName(words[0] ?? "")) ?? []).filter((id) => {
    const draft = drafts[id];
    if (draft === undefined || draft.words.length <= words.length) return false;
    const shown = draft.role !== null || draft.gender !== "unknown";
    return shown && draft.kind === "person" && words.every((word, at) => draft.words[at] === word);
  });
  return longer.length === 1 ? longer[0] : undefined;
}

export function index(words: readonly string[], id: number, byWord: Map<string, number[]>): void {
  for (const printed of words) {
    const word = foldName(printed);
    const ids = byWord.get(word);
    if (ids === undefined) byWord.set(word, [id]);
    else if (ids.length < MOST_NAMESAKES && !ids.includes(id)) ids.push(id);
  }
}

function merge(draft: Draft | undefined, sighting: Sighting, name: string): void {
  if (draft === undefined) return;
  const { words, kind, gender } = sighting;
  // "Crooked Hillary Clinton", in someone's mouth, is no fuller a name.
  if (draft.words.length === 1 && words.length === 1 && name.length > draft.name.length)
    draft.name = name;
  if (isFuller(draft, sighting)) {
    draft.words = words;
    draft.name = name;
    draft.opens = sighting.opens;
  }
  if (draft.kind === "unknown" || (kind === "person" && sighting.role !== null)) draft.kind = kind;
  if (draft.gender === "unknown") draft.gender = gender;
  mergeRole(draft, sighting);
  if (words.length > 1) draft.full += 1;
  draft.seen += 1;
  draft.quoted &&= sighting.quoted;
  if (sighting.placed) draft.placed += 1;
  if (sighting.work) draft.works += 1;
  if (sighting.several) {
    draft.several = true;
    if (draft.role === null && draft.gender === "unknown") draft.kind = "organisation";
  }
}

const PARTICLES: ReadonlySet<string> = new Set(
  "bin bint ibn abu al el de del della di da dos du la le van von".split(" "),
);

/** "Brave Ada Voss" at the head of a sentence is no fuller a name than "Ada Voss" is elsewhere. */
function isFuller(draft: Draft, { words, quoted, opens }: Sighting): boolean {
  if (quoted && !draft.quoted) return false;
  const [short, long] =
    words.length < draft.words.length ? [words, draft.words] : [draft.words, words];
  const led = short.length > 1 && endsWith(long, short) && long.length === short.length + 1;
  if (PARTICLES.has(short[0] ?? "")) return words.length > draft.words.length;
  // "Quill Pinnet Share Carolyn Moe", a caption that the page's buttons ran into, is no fuller a name than "Carolyn Moe".
  if (short.length > 1 && endsWith(long, short) && long.length > short.length + 1) {
    const begins = genderOfName(short.join(" ")) !== "unknown";
    if (begins && genderOfName(long.join(" ")) === "unknown") return words === short;
  }
  if (words.length < draft.words.length) return led && draft.opens;
  return words.length > draft.words.length && !(led && opens);
}

function endsWith(long: readonly string[], short: readonly string[]): boolean {
  return short.every((word, at) => long[long.length - short.length + at] === word);
}

/** The first role that the article states, and a fuller one rather than an office alone. */
function mergeRole(draft: Draft, { titled, words, role, of }: Sighting): void {
  draft.of ??= of;
  if (role === null) return;
  // "President Ostrow" may be the husband of the Marian Ostrow whom the article knows.
  const doubtful = titled && words.length === 1 && draft.words.length > 1;
  if (doubtful && genderOfName(draft.name) !== "male") return;
  const says = draft.role !== null && isBareOffice(draft.role) && !isBareOffice(role);
  if (draft.role === null || (says && !doubtful)) draft.role = role;
}

/** A single word names the one whose surname it is; else whose first word; else someone of its own. */
function placeShort(
  text: AnalysedText,
  sighting: Sighting,
  { drafts, byWord, alone, called }: Roster,
): number {
  const [word = ""] = sighting.words;
  const ids = (byWord.get(foldName(word)) ?? []).filter((id) => fits(drafts[id], sighting));
  const exact = ids.filter((id) => surnameOf(drafts[id]).includes(word));
  const surnames = exact.length > 0 ? exact : ids.filter((id) => isSurname(drafts[id], word));
  const firsts = ids.filter(
    (id) =>
      drafts[id]?.words[0] === word && drafts[id]?.words.length !== 1 && !isThingOf(drafts[id]),
  );
  // "Farrant wrote" means the one whom the reader has met: her daughter comes in later.
  const met = surnames.filter((id) => (drafts[id]?.introduced ?? 0) < sighting.run.first);
  const known = met.length > 0 ? met : surnames;
  // Two of one surname: "Benning said" is neither of them for certain.
  const [only = null] = known.length === 1 ? known : [];
  const short = sighting.kind === "unknown" && !sighting.placed ? (called.get(word) ?? []) : [];
  const given = firsts.length > 0 ? theOne(firsts, drafts) : short.length === 1 ? short[0] : null;
  // "Etienne said" means Camille Etienne Moe, where no one else has the name.
  const [inner = null, other] = ids.filter((id) => isMiddle(drafts[id], word));
  const middle = firsts.length === 0 && other === undefined && ids.length === 1 ? inner : null;
  const chosen = surnames.length === 0 ? (given ?? middle) : only;
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
  // "Quill said", beside the Quill Rules: a body.
  const ofThing = ids.some((one) => drafts[one]?.words[0] === word && isThingOf(drafts[one]));
  drafts.push(
    shared ? { ...draft, kind: "person" } : ofThing ? { ...draft, kind: "organisation" } : draft,
  );
  alone.set(word, id);
  return id;
}

/** "the Quill Rules": Quill's, and no fuller name of Quill. */
function isThingOf(draft: Draft | undefined): boolean {
  const { kind, role, words = [] } = draft ?? {};
  return kind === "organisation" && role === null && !words.some((word) => ORG_WORDS.has(word));
}

function isMiddle(draft: Draft | undefined, word: string): boolean {
  if (draft === undefined || draft.kind !== "person" || draft.words.length < 3) return false;
  const given = genderOfName(`${word} ${draft.words.at(-1) ?? ""}`) !== "unknown";
  const shown = draft.role !== null || draft.gender !== "unknown" || given;
  return shown && draft.words.slice(1, -1).includes(word);
}

/** Who may be called what for short, by the full names of the article. */
function indexShort(drafts: readonly Draft[]): ReadonlyMap<string, readonly number[]> {
  const called = new Map<string, number[]>();
  drafts.forEach(({ words, kind }, id) => {
    if (kind === "person" && words.length > 1) index(shortForms(words[0] ?? ""), id, called);
  });
  return called;
}

/** "Mueller" is Gerhard Müller, where nobody else is called so. */
function isSurname(draft: Draft | undefined, word: string): boolean {
  return surnameOf(draft).some((one) => foldName(one) === foldName(word));
}

/** The last word; or the first, where a name such as Jun-seo shows that the surname comes first. */
function surnameOf(draft: Draft | undefined): readonly string[] {
  const { words = [], name = "" } = draft ?? {};
  const last = words.at(-1) ?? "";
  const given = words.length === 2 && GIVEN_BEHIND.test(name.slice(name.lastIndexOf(" ") + 1));
  const ahead = given || isFamilyAhead(words);
  return ahead ? [words[0] ?? "", last] : [last];
}

function fits(draft: Draft | undefined, sighting: Sighting): boolean {
  if (draft === undefined) return false;
  // "Mrs Roe" is not Philip Roe.
  const addressed = sighting.run.honorific !== null;
  const known = draft.gender === "unknown" && addressed ? genderOfName(draft.name) : draft.gender;
  if (known !== "unknown" && sighting.gender !== "unknown") return known === sighting.gender;
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
  const { words, kind, gender, role, of, opens, placed, work, several } = sighting;
  const full = words.length > 1 ? 1 : 0;
  const name = nameOf(text, sighting);
  const { quoted, run } = sighting;
  const counts = { full, seen: 1, placed: placed ? 1 : 0, works: work ? 1 : 0, several };
  return { words, name, kind, gender, role, of, opens, quoted, introduced: run.first, ...counts };
}

const ROYAL: ReadonlySet<string> = new Set(
  "prince princess king queen pope emperor empress".split(" "),
);

/** A surname keeps the title that it stands with: "Ms Hart"; so does a prince. */
function nameOf({ body, tokens }: AnalysedText, { run, words }: Sighting): string {
  const { lower = "" } = tokens[run.name - 1] ?? {};
  const addressed = run.honorific !== null || ROYAL.has(lower);
  const titled = words.length === 1 && addressed && run.role === run.name - 1;
  const first = titled ? Math.max(run.first, run.role) : run.name;
  return oneLine(body.slice(tokens[first]?.start, tokens[run.last]?.end));
}
