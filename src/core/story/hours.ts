/** When of a day something may have been: from one hour to another, which may lie beyond midnight. */
export type Span = readonly [from: number, to: number];

const DAY = 24;
/** What one report puts at "about 8:15 p.m." another puts at 8:30. */
const ABOUT = 0.75;
/** Hours so near are one. */
const SAME = 0.3;
const MOST = 8;
/** As far before an hour it is read what was then. */
const BEFORE = 60;

// Reads: "11:20 p.m.", "3 a.m.", "2:21AM"
const CLOCK =
  /(?<![\d:.])(?<hour>1[0-2]|[1-9])(?:[:.](?<minute>[0-5]\d))?[ -]?(?<half>[ap])(?:\.m\.|m(?!\p{L}))/giu;
// What is filed, printed or to come at an hour, and what came of it by then: "Updated 6:22 p.m.", "A vigil is planned for 7
// p.m.", "pronounced dead at 10:39 p.m."
const NOT_THEN =
  /(?:^|\n|[.!?:"”] |\b(?:updated?|posted|published|tweet\p{L}*|conference|scheduled|vigil\p{L}*|visitation|funeral|interment|services?|until|starting|will|hearing|court|newscasts?|news|show|tonight|open|hours|died|pronounced|surrender\p{L}*|turned (?:him|her)self|arrested|in custody|from \d[^.;]{0,15} to)\b[^.;\n]{0,40})$/iu;
// Reads: "said on Wednesday", "was arrested late Monday night": nobody says that it happened then.
const SAID =
  /\b(?:said|says|told|announced|identified|named|confirmed|released|arrested|charged|booked|appeared|custody|court|arraigned|statement|conference) (?:\p{Ll}+ ){0,2}(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?/gu;

const PARTS: readonly (readonly [words: RegExp, span: Span])[] = [
  [/\b(?:early|overnight|pre-?dawn|before dawn|wee hours|after midnight)\b/iu, [0, 8]],
  [/\bmorning\b/iu, [0, 12]],
  [/\b(?:noon|midday|lunch ?time)\b/iu, [11, 14]],
  [/\bafternoon\b/iu, [12, 18.5]],
  [/\bevening\b/iu, [16, 23]],
  [/\b(?:night|midnight)\b/iu, [18, 29]],
  [
    /\blate (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?! (?:morning|afternoon))/u,
    [18, 29],
  ],
];

/** An opening without the days on which something was said, or somebody arrested: what is left, it happened on. */
export function withoutSaidDays(opening: string): string {
  return opening.replace(SAID, "");
}

/**
 * Reads at what hours things happened by a report; where it names no hour, in what part of the day.
 *
 * @param opening its first sentences, without the days on which something was said
 */
export function hoursOf(text: string, opening: string): readonly Span[] {
  const clock = [...text.matchAll(CLOCK)].flatMap(({ groups, index }): readonly Span[] => {
    if (NOT_THEN.test(text.slice(Math.max(0, index - BEFORE), index))) return [];
    const twelfth = (Number(groups?.hour) % 12) + Number(groups?.minute ?? 0) / 60;
    const hour = /p/iu.test(groups?.half ?? "") ? twelfth + 12 : twelfth;
    return [[hour - ABOUT, hour + ABOUT]];
  });
  if (clock.length > 0) return clock.slice(0, MOST);
  return PARTS.flatMap(([words, span]) => (words.test(opening) ? [span] : []));
}

/** Says whether both reports tell when it was, and at no time that may be the same. */
export function areOtherHours(one: readonly Span[], other: readonly Span[]): boolean {
  if (one.length === 0 || other.length === 0) return false;
  return !one.some((here) => other.some((there) => meet(here, there)));
}

function meet([from, to]: Span, [since, until]: Span): boolean {
  return [-DAY, 0, DAY].some((by) => from + by <= until && since <= to + by);
}

/** Says whether both name one hour, to within minutes. */
export function shareHour(one: readonly Span[], other: readonly Span[]): boolean {
  const named = other.filter(isNamed);
  return one
    .filter(isNamed)
    .some(([here]) => named.some(([there]) => Math.abs(here - there) < SAME));
}

/** A part of the day is longer. */
function isNamed([from, to]: Span): boolean {
  return to - from <= 2 * ABOUT;
}
