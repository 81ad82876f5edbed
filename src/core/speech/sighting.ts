import type { AnalysedText } from "#core/text/analysed.ts";
import { adjoins, isPremises, type NameRun, readNameRun, SURNAMES_TOO } from "#core/text/name.ts";
import type { Quotation } from "#core/text/quotation-marks.ts";
import {
  FEMALE_NOUNS,
  GROUP_NOUNS,
  INSCRIBED_NOUNS,
  MALE_NOUNS,
  OFFICE_DOMAINS,
  ORG_WORDS,
  PLACE_OPENERS,
  PLACE_WORDS,
  ROLE_NOUNS,
} from "#core/text/role-lexicon.ts";
import { oneLine } from "#core/text/space.ts";
import type { Range } from "#core/text/text.ts";
import { type Token, tokenAt } from "#core/text/token.ts";
import { isAdverb, isFunctionWord } from "#core/text/word-class.ts";
import { creditOpening } from "./credit-line.ts";
import { readCue } from "./cue.ts";
import { genderOfName } from "./given-name.ts";
import type { EntityKind, Gender } from "./mention.ts";
import {
  callsAlone,
  withGivenName,
  withoutField,
  withSurname,
  withTradeSurname,
} from "./office-name.ts";
import { withoutCredit } from "./photo-credit.ts";
import { findRole } from "./role.ts";
import { ownerStart } from "./role-owner.ts";
import { isTownBehind } from "./role-whole.ts";
import {
  isAlias,
  isFirm,
  isPlaced,
  isSeveral,
  isSubject,
  isWithin,
  isWork,
} from "./sighting-sign.ts";

/** Words that open a sentence before a name and are no part of it: "Former Pennsylvania governor". */
const OPENERS: ReadonlySet<string> = new Set(
  `former late acting senior new top retired veteran local fellow longtime long-time likewise indeed
  perhaps maybe therefore nevertheless nonetheless moreover additionally overall asked speaking
  according citing absent certainly given despite growing there here like dear yes no well oh says said photo image video watch
  whatever whoever whichever whenever wherever`.split(/\s+/),
);

/** What a sentence tells its reader to do: "Ask Rupert Callowe", "Enter Ann Roe". */
const IMPERATIVES: ReadonlySet<string> = new Set(
  `ask enter meet consider imagine picture remember forget thank blame tell trust join visit follow
  welcome hear see take cue exit introducing`.split(/\s+/),
);
/** Names in -ing, so that no participle is taken for one of them, nor one of them for a participle. */
const NAMES_IN_ING: ReadonlySet<string> = new Set(
  `irving sterling stirling manning fleming flemming harding fielding browning golding keating
  pickering downing redding corning darling wyoming beijing nanjing boeing reading worthing tarring
  spalding epping dorking woking schilling`.split(/\s+/),
);

/** Peoples and parties: "Muslim Americans". */
const PEOPLES = /(?:icans|eans|ians|ists|crats|uslims|hristians)$/u;

/** "Crowd-pleaser Ann Roe"; but "Ji-young Park", "Anne-Marie Roe". */
const EPITHET =
  /^\p{L}{3,}-(?:\p{L}{2,}(?:er|or|ist|ian)|\p{L}{3,}(?:ing|ed|man)|woman|star|time|old|born|based|seed)$/u;

const DASH = /^[—–―-]$/u;
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
  /** The role is a title before the name: "President Ostrow". */
  readonly titled: boolean;
  readonly placed: boolean;
  /** Called a film, an app, a book: "the musical Long Harbour". */
  readonly work: boolean;
  /** Another name for the one who stands before it: "popularly known as Mobile". */
  readonly alias: boolean;
  /** Takes the plural: "Big Anvil have denied it". */
  readonly several: boolean;
  /** Opens its sentence, so that its first word has a capital in any case. */
  readonly opens: boolean;
  /** The body that it stands behind: the NHA of "the NHA's Donovan". */
  readonly of: string | null;
}

export function findSightings(text: AnalysedText, quotations: readonly Quotation[]): Sighting[] {
  const { body, tokens, sentences, passages } = text;
  const sightings: Sighting[] = [];
  const lowered = new Set<string>();
  const inner = new Set<string>();
  const surnames = new Set<string>();
  const called = new Set<string>();
  tokens.forEach((token, at) => {
    if (token.kind !== "word") return;
    if (!token.capital) lowered.add(token.lower);
    else if (callsAlone(tokens, at)) called.add(token.lower);
  });
  for (const lower of lowered) called.delete(lower);
  let quote = 0;
  sentences.forEach((sentence, index) => {
    const kind = passages[sentence.passage]?.kind;
    const first = tokenAt(tokens, sentence.start);
    const credit = kind !== "prose" && isCredit(body, tokens, sentence, first);
    if (kind === "furniture" || (kind === "heading" && !credit)) return;
    const end = tokenAt(tokens, sentence.end);
    if (!credit && isTitleCase(tokens, first, end)) return;
    for (let at = first; at < end; at += 1) {
      const read = readNameRun(body, tokens, at, end);
      if (read === null) continue;
      at = read.last;
      const credited = withoutCredit(body, tokens, read);
      if (credited === null) continue;
      const lowerOf = (token: number) => tokens[token]?.lower ?? "";
      const given = withGivenName(lowerOf, withoutField(tokens, credited), lowered);
      const run = withSurname(lowerOf, withTradeSurname(lowerOf, given, called), surnames);
      if (run.last > run.name) surnames.add(lowerOf(run.last));
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
      sightings.push(toSighting(text, trimmed, quoted, index, lowered));
    }
  });
  return sightings;
}

/** "— Ann Roe, Chief Executive, Tarn Power", "A message from Ann Roe": a line like a heading, and none. */
function isCredit(body: string, tokens: readonly Token[], line: Range, first: number): boolean {
  const dashed = [first - 1, first].some((at) => DASH.test(tokens[at]?.lower ?? ""));
  return dashed || creditOpening(body.slice(line.start, line.start + 80)) > 0;
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
      OPENERS.has(lower) || EPITHET.test(lower) || (isAdverb(lower) && lowered.has(lower));
    if (trims && run.name <= run.first) return withoutFirst(run);
    return IMPERATIVES.has(lower) || isParticiple(tokens, run, inner) ? withoutFirst(run) : run;
  }
  if (inner.has(lower)) return run;
  if (OPENERS.has(lower) || lowered.has(lower) || GROUP_NOUNS.has(lower)) return null;
  if (run.name > run.last && ROLE_NOUNS.has(lower)) return null;
  if (INSCRIBED_NOUNS.has(lower)) return null;
  // "Likewise, the council": an adverb. But: "his sister, Effie, asked".
  const next = tokens[run.first + 1]?.lower ?? "";
  if (next === "," && ADVERBIAL.test(lower)) return null;
  return /ing$/u.test(lower) && isFunctionWord(next) ? null : run;
}

function withoutFirst(run: NameRun): NameRun {
  const first = run.first + 1;
  return { ...run, first, name: Math.max(run.name, first), role: Math.max(run.role, first - 1) };
}

/** "Channelling Wexford, he declared"; but not "Housing Minister Ann Roe" nor "Irving Berlin". */
function isParticiple(
  tokens: readonly Token[],
  { first, last, name }: NameRun,
  inner: ReadonlySet<string>,
): boolean {
  const lower = tokens[first]?.lower ?? "";
  if (!/^\p{L}{4,}ing$/u.test(lower) || name > first || inner.has(lower)) return false;
  return !NAMES_IN_ING.has(lower) && !ORG_WORDS.has(tokens[last]?.lower ?? "");
}

/** Behind a name, which of two it is. */
const NUMBERED: ReadonlySet<string> = new Set(["jr", "sr", "ii", "iii", "iv"]);

function toSighting(
  text: AnalysedText,
  run: NameRun,
  quoted: boolean,
  sentence: number,
  lowered: ReadonlySet<string>,
): Sighting {
  const { body, tokens } = text;
  const words: string[] = [];
  for (let at = run.name; at <= run.last; at += 1) {
    const lower = tokens[at]?.lower ?? "";
    if (!NUMBERED.has(lower.replace(".", ""))) words.push(lower);
  }
  const stands = quoted ? null : findRole(body, tokens, run);
  // "TARN Orvan leader Ann Roe": the dateline before her sentence is no part of it.
  const opening = text.sentences[sentence]?.start ?? 0;
  const isCut = stands !== null && stands.start < opening && opening < stands.end;
  const within = isCut ? { ...stands, start: opening } : stands;
  const beside = within !== null && opensWithHeading(text, within, lowered) ? null : within;
  const found = beside !== null && isSubject(tokens, run, beside) ? null : beside;
  const stated = found === null ? null : oneLine(body.slice(found.start, found.end));
  const kind = kindOf(text, run, words, stated !== null);
  const gender = genderOf(run, stated);
  const before = found === null ? undefined : tokens[tokenAt(tokens, found.start) - 1]?.lower;
  const titled = found !== null && found.end <= (tokens[run.name]?.start ?? 0);
  const placed = isPlaced(tokens, run, words.length === 1);
  // "Speaking in the Commons, the Liberal member said": it is not the Commons' role.
  const isOthers = stated === null || (!titled && isWithin(tokens, run));
  // "a veteran Velian", "a major Orvan school": one of many, and nobody's office.
  const isOne = /^an?$/u.test(before ?? "") && !/\s/u.test(stated ?? "");
  const isOfMany = titled && isOne && words.length === 1 && run.honorific === null;
  const role = isOthers || isOfMany ? null : standingRole(stated, before ?? "");
  return {
    run,
    quoted,
    sentence,
    words,
    kind,
    gender,
    role: kind === "person" ? role : null,
    titled,
    placed,
    work: isWork(tokens, run),
    alias: isAlias(tokens, run),
    several: isSeveral(tokens, run),
    opens: run.name === run.first && opensLine(text, run.first, sentence),
    of: bodyBefore(text, run) ?? bodyBehind(text, run),
  };
}

/**
 * "Litigation Orva Forward's finance spokesman Ann Roe": a heading of one word that ran on into its paragraph, and that the
 * copy has in small letters elsewhere. What is left of the role may be none.
 */
function opensWithHeading(
  { body, tokens, passages }: AnalysedText,
  role: Range,
  lowered: ReadonlySet<string>,
): boolean {
  const at = tokenAt(tokens, role.start);
  const [word, next, owner] = tokens.slice(at, at + 3);
  if (word === undefined || next?.capital !== true || !lowered.has(word.lower)) return false;
  if (!/['’]s? /u.test(body.slice(role.start, role.end)) || owner?.capital !== true) return false;
  const known = [ROLE_NOUNS, ORG_WORDS, GROUP_NOUNS, PLACE_OPENERS, OFFICE_DOMAINS];
  if (known.some((words) => words.has(word.lower)) || OPENERS.has(word.lower)) return false;
  return passages.some(({ start }) => start === role.start);
}

function opensLine({ tokens, sentences }: AnalysedText, first: number, sentence: number): boolean {
  if (/^[:“"—–]$/u.test(tokens[first - 1]?.lower ?? "")) return true;
  return tokens[first]?.start === sentences[sentence]?.start;
}

// Countries are no body that someone speaks for: "the US's Voss".
const BODY = /^(?!US|UK|EU|UN|UAE)\p{Lu}[\p{Lu}&]{2,}$/u;

/** "the NHA's Donovan", "Tarn Airways' Ada Voss": the letters or the name of the body that she speaks for. */
function bodyBefore(
  { body, tokens }: AnalysedText,
  { first, name, role, honorific }: NameRun,
): string | null {
  const mark = tokens[first - 1];
  const owner = tokens[first - 2];
  // "Sable College's Prof Ann Roe": how she is addressed says nothing more.
  if (name !== first && (honorific === null || role > first)) return null;
  if (owner?.capital !== true || mark?.start !== owner.end) return null;
  if (mark.kind !== "possessive" && !(/^['’]$/u.test(mark.lower) && owner.lower.endsWith("s")))
    return null;
  const printed = body.slice(owner.start, owner.end);
  if (BODY.test(printed)) return printed;
  const start = ownerStart(body, tokens, first - 2);
  return ORG_WORDS.has(owner.lower) && start < first - 2
    ? body.slice(tokens[start]?.start, owner.end)
    : null;
}

/** "Ada Voss of the University of Orva said", "Ada Voss of the RHS": the body that she belongs to. */
function bodyBehind({ body, tokens }: AnalysedText, { name, last }: NameRun): string | null {
  const link = tokens[last + 1]?.lower ?? "";
  if (name === last || !/^(?:of|from|at|with)$/u.test(link)) return null;
  const the = tokens[last + 2]?.lower === "the" ? 1 : 0;
  const run = readNameRun(body, tokens, last + 2 + the, last + LONGEST_BODY);
  const next = tokens[(run?.last ?? 0) + 1];
  if (run === null || next?.kind === "possessive" || /^(?:of|for|and|&)$/u.test(next?.lower ?? ""))
    return null;
  const printed = oneLine(body.slice(tokens[run.first]?.start, tokens[run.last]?.end));
  const isBody = tokens.slice(run.first, run.last + 1).some(({ lower }) => ORG_WORDS.has(lower));
  // "of the University of Orva, Port Tarn": which of them is told behind the comma.
  if (next?.lower === "," && isTownBehind(tokens, run.last + 1)) return null;
  // "Ann Roe at the Institute for Tide Studies", "with the Tarn Police": but not "Ann Roe at the White House".
  if (/^(?:at|with)$/u.test(link) && !SCHOLARS.test(printed)) return null;
  return BODY.test(printed) || (isBody && run.last > run.first) ? printed : null;
}
const SCHOLARS =
  /\b(?:University|Institute|Institution|College|Laboratory|Observatory|Cent(?:er|re) for|Police)\b/u;
const LONGEST_BODY = 12;

const OF_WHOM = /^(?:his|her|its|their|our|my|your)$/i;
const KIN =
  /(?:^|[ -])(?:(?:grand|step|god|great-grand)?(?:father|mother|son|daughter|parent)s?(?:-in-law)?|(?:half-|step)?(?:brother|sister)s?(?:-in-law)?|husband|wife|widow|widower|uncle|aunt|cousin|nephew|niece|mum|mom|dad|partner|girlfriend|boyfriend|fiancée?|friend|ex-wife|ex-husband|neighbou?r|colleague|mate|rival|boss)$/i;

const DAY_OF =
  /^(?:day|week|month|year|night|moment|time) (?=\p{Lu}|(?:vice[ -])?president\b|(?:prime )?minister\b|governor\b|mayor\b|king\b|queen\b|pope\b|senator\b)/u;

/**
 * The role as it stands by itself: "its parks manager" is a parks manager, and "his brother" says
 * nothing of anyone where nobody says whose.
 */
function standingRole(role: string, before: string): string | null {
  // "the day president Odo Krantz left": when, and no part of his office.
  const timed = DAY_OF.exec(role)?.[0].length ?? 0;
  if (timed > 0) return role.slice(timed);
  const [first = ""] = role.split(" ");
  const owned = OF_WHOM.test(first);
  if (!owned && !OF_WHOM.test(before)) return role;
  const bare = owned ? role.slice(first.length + 1) : role;
  return bare === "" || KIN.test(bare) ? null : bare;
}

/** "Tressel Zamarians"; but Bruce Arians has a given name. */
function isPeople(words: readonly string[], last: string): boolean {
  return words.length > 1 && PEOPLES.test(last) && genderOfName(words.join(" ")) === "unknown";
}

function kindOf(
  { body, tokens }: AnalysedText,
  run: NameRun,
  words: readonly string[],
  hasRole: boolean,
): EntityKind {
  const last = words.at(-1) ?? "";
  const honoured = run.honorific !== null;
  if (isPremises(body, tokens, run.first, run.last)) return "place";
  if (!honoured && words.length > 1 && words.some((word) => ORG_WORDS.has(word))) {
    // "The band's drummer, Petronella Cross": a role makes a person of her; but "The Central Wire of
    // Orva (CWO), the premier said": what has its letters behind it is a body.
    if (
      !hasRole ||
      isAbbreviated({ body, tokens }, run, words) ||
      (ORG_WORDS.has(last) && !SURNAMES_TOO.has(last))
    )
      return "organisation";
  }
  if (GROUP_NOUNS.has(last) || isPeople(words, last)) return "group";
  const printed = body.slice(tokens[run.name]?.start, tokens[run.last]?.end);
  if (words.length === 1 && !honoured && isAcronym(printed)) return "organisation";
  if (hasRole || honoured) return "person";
  // "Channel 11", "NBC 4 New Arden"
  if (words.some((word) => /^\d+$/u.test(word))) return "organisation";
  if (isFirm(tokens, run) || isSeveral(tokens, run)) return "organisation";
  // "17-year-old Edem"
  if (/(?:^|-)year-old$/u.test(tokens[run.first - 1]?.lower ?? "")) return "person";
  // "a Spanish-speaking Velian" is one of many.
  if (/^an?$/u.test(tokens[run.first - 1]?.lower ?? "")) return "unknown";
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
  return words.length <= 5 && !isPaired(body, tokens, run) ? "person" : "unknown";
}

/** "Kraft Mac and Cheese", "Ladd Rowe & Partners": cut from a longer name; but not "Ola Rist and Mette Skov". */
function isPaired(body: string, tokens: readonly Token[], { name, last }: NameRun): boolean {
  const [and, joined, next] = [tokens[last + 1], tokens[last + 2], tokens[last + 3]];
  if (and?.lower !== "&" && and?.lower !== "and") return false;
  if (!adjoins(body, tokens[last], and) || joined?.capital !== true) return false;
  const given = `${tokens[name]?.lower ?? ""} ${tokens[last]?.lower ?? ""}`;
  if (genderOfName(given) !== "unknown" || isFunctionWord(joined.lower)) return false;
  return and.lower === "&" || !(next?.capital === true && adjoins(body, joined, next));
}

/** "the Central Wire of Orva (CWO)" */
function isAbbreviated(
  { body, tokens }: Pick<AnalysedText, "body" | "tokens">,
  { last }: NameRun,
  words: readonly string[],
): boolean {
  const short = tokens[last + 2];
  if (tokens[last + 1]?.lower !== "(" || short === undefined || tokens[last + 3]?.lower !== ")")
    return false;
  const letters = words.filter((word) => !isFunctionWord(word)).map((word) => word.charAt(0));
  return isAcronym(body.slice(short.start, short.end)) && letters.join("") === short.lower;
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
