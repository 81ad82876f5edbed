import { OFFICE_DOMAINS, ORG_WORDS } from "#core/text/role-lexicon.ts";
import { DETERMINERS, PREPOSITIONS } from "#core/text/word-class.ts";
import type { NameMention } from "./cast.ts";
import type { Entity } from "./mention.ts";
import type { Ground, NounPhrase } from "./noun-phrase.ts";
import { isRoleWord } from "./role-noun.ts";
import { FIELDS } from "./role-owner.ts";

const LONGEST = 16;
const LINK = /^(?:of|to|at|from|for|with|in|on|and|the|&|,)$/u;
const GOVERNS = /^(?:of|to|at|from|for|with)$/u;

/**
 * Whom a sentence opens with, where what stands right before its verb only says who that is: "Ann Roe, Area
 * Manager at the HFA said", "Ann Roe of the University of Orva, Port Tarn disagreed", "Ann Roe of Tarn College and
 * contributor to Tides wrote". `null` where the phrase is a subject of its own: "Ann Roe, the mayor said, left".
 */
export function openerOf(
  ground: Ground,
  entities: readonly Entity[],
  phrase: NounPhrase,
  start: number,
): number | null {
  const { tokens, nameOpening } = ground;
  const own = appositive(ground, entities, phrase);
  if (own !== null) return own.entity;
  const name = nameOpening.get(start) ?? nameOpening.get(start + 1);
  if (name === undefined || phrase.form === "pronoun" || phrase.joint) return null;
  const { run, entity } = name;
  const from = run.last + 1;
  if (entities[entity]?.kind !== "person" || run.last === run.name) return null;
  if (from >= phrase.first || phrase.first - from > LONGEST) return null;
  for (let at = from; at < phrase.first; at += 1) {
    const word = tokens[at];
    if (word === undefined) return null;
    if (!word.capital && !LINK.test(word.lower) && !isTrade(word.lower)) return null;
  }
  const before = tokens[phrase.first - 1]?.lower ?? "";
  if (before === ",") return isAside(tokens, entities, phrase, from) ? entity : null;
  const governed = GOVERNS.test(
    before === "the" ? (tokens[phrase.first - 2]?.lower ?? "") : before,
  );
  const { kind, role } = entities[phrase.name?.entity ?? -1] ?? { kind: "person", role: null };
  const isOther = kind === "person" || role !== null;
  return (governed || isJoined(tokens, phrase, from)) && !isOther ? entity : null;
}

/**
 * The name right before a description that only says who that is: "Tired of it, Ann Roe, a resident of Mill Lane said", "Ann
 * Roe, national president of the Builders' Union said". But: "Ann Roe, a spokesman for the mill said, left".
 */
export function appositive(
  { tokens, nameEnding }: Ground,
  entities: readonly Entity[],
  { form, first, head, last }: NounPhrase,
): NameMention | null {
  const name = nameEnding.get(first - 2);
  if (name === undefined || form !== "description" || tokens[first - 1]?.lower !== ",") return null;
  const { run, entity } = name;
  if (entities[entity]?.kind !== "person" || run.last === run.name) return null;
  if (
    !isRoleWord(tokens[head]?.lower ?? "") ||
    PREPOSITIONS.has(tokens[run.first - 1]?.lower ?? "")
  )
    return null;
  const { lower = "" } = tokens[first] ?? {};
  if (/^an?$/u.test(lower)) return last > head && !isInserted(tokens, last) ? name : null;
  return DETERMINERS.has(lower) || tokens[first]?.kind !== "word" ? null : name;
}

/** "a spokesman for the mill said, left": the comma behind the verb closes it, where no words in marks follow. */
function isInserted(tokens: Ground["tokens"], last: number): boolean {
  const comma = tokens
    .slice(last + 1, last + FURTHEST_COMMA)
    .findIndex(({ lower }) => lower === ",");
  return comma >= 0 && !/^["“‘'«]$/u.test(tokens[last + 2 + comma]?.lower ?? "");
}
const FURTHEST_COMMA = 5;

/** "Ann Roe of the Orva and Rhos Harbour Police said": what stands behind the "and" ends the body's name. */
function isJoined(tokens: Ground["tokens"], { first, last }: NounPhrase, from: number): boolean {
  const within = tokens.slice(from, first);
  return (
    within.at(-1)?.lower === "and" &&
    GOVERNS.test(within[0]?.lower ?? "") &&
    !within.some(({ lower }) => lower === ",") &&
    tokens[first]?.lower !== "the" &&
    ORG_WORDS.has(tokens[last]?.lower ?? "")
  );
}

function isTrade(lower: string): boolean {
  return isRoleWord(lower) || /\p{L}{4}(?:er|or|ist|ian)$/u.test(lower);
}

/**
 * Whom a description ends with: "Orva director of Tide Watch International Min-jae Han", "HSC Housing and Harbour
 * Affairs Chair Ann Roe". `null` for "a spokesman for Ann Roe", and for two who speak.
 */
export function namedAtEnd(
  { tokens, nameEnding, nameOpening }: Ground,
  entities: readonly Entity[],
  { first, last, form, joint }: NounPhrase,
): NameMention | null {
  const name = nameEnding.get(last);
  if (name === undefined || (form !== "description" && !joint)) return null;
  const { run, entity } = name;
  if (entities[entity]?.kind !== "person" || run.name <= first || run.last === run.name)
    return null;
  if (DETERMINERS.has(tokens[first]?.lower ?? "")) return null;
  const before = tokens.slice(first, run.name);
  if (before.some(({ lower }) => /^(?:for|to|with|by|,)$/u.test(lower))) return null;
  if (
    !before.some(({ lower }) => isRoleWord(lower)) ||
    PREPOSITIONS.has(before.at(-1)?.lower ?? "")
  )
    return null;
  const opener = nameOpening.get(first);
  const joined = tokens[opener?.run.last ?? -1]?.lower ?? "";
  const known = OFFICE_DOMAINS.has(joined) || ORG_WORDS.has(joined) || FIELDS.test(joined);
  return !joint || known ? name : null;
}

/** An office in capitals right behind the name, or the town of a university. */
function isAside(
  tokens: Ground["tokens"],
  entities: readonly Entity[],
  { form, first, head, name }: NounPhrase,
  from: number,
): boolean {
  if (form === "description")
    return (
      from === first - 1 &&
      tokens[first]?.capital === true &&
      isRoleWord(tokens[head]?.lower ?? "") &&
      !/^(?:the|an?)$/u.test(tokens[first]?.lower ?? "")
    );
  const place = entities[name?.entity ?? -1]?.kind === "place";
  return place && tokens.slice(from, first).some(({ lower }) => ORG_WORDS.has(lower));
}
