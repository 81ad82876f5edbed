import { MONTH } from "./calendar.ts";

/**
 * What a number is. The first four state an amount. The others state none: an age, a time of day, a date
 * or a year, a score, a place in an order, and a number that names or describes a thing (Channel 11, the
 * 3000 block, a 10-year deal).
 */
export type FigureKind =
  | "count"
  | "money"
  | "share"
  | "measure"
  | "age"
  | "clock"
  | "date"
  | "score"
  | "rank"
  | "name";

/** A kind that states no amount, and how many letters behind the number belong to it. */
export interface NoAmount {
  readonly kind: Exclude<FigureKind, "count" | "money" | "share" | "measure">;
  readonly length: number;
}

/** A number where it stands. */
export interface Printed {
  /** `null` where it is written in words. */
  readonly digits: string | null;
  readonly value: number;
  /** As printed, in digits or in words. */
  readonly text: string;
  readonly before: string;
  readonly behind: string;
  /** Whether what stands around it says what it counts. */
  readonly named: boolean;
}

const ZONE =
  "GMT|UTC|CES?T|BST|[ECMP][SDT]T|ET|IST|PKT|AE[SD]T|EAT|WAT|SAST|MSK|NZ[SD]T|JST|hrs|hours GMT";
// Reads behind an hour: ":51 p.m.", "am", " o'clock", ":30", " GMT", "h30"
const CLOCK = new RegExp(
  `^(?:[:h]\\d{2}(?!\\d)(?::\\d{2}(?!\\d))?)?(?:\\s?[ap](?:\\.\\s?m\\.?|m)(?!\\p{L})|\\s?o['’]clock(?!\\p{L})|\\s(?:${ZONE})(?!\\p{L}))|^[:h]\\d{2}(?!\\d)(?::\\d{2}(?!\\d))?`,
  "iu",
);
const DATE_BEFORE = new RegExp(`(?<!\\p{L})${MONTH}\\.?\\s(?:\\d{1,2},\\s)?$`, "u");
const DATE_BEHIND = new RegExp(`^(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH}(?!\\p{L})`, "u");
// Reads: 11/18/2014, 24/7
const SLASHED = /^\/\d{1,4}(?:\/\d{2,4})?/u;
const YEAR = /^(?:1[5-9]\d{2}|20\d{2}|2100)$/u;
const YEAR_BEFORE =
  /\b(?:in|since|until|from|during|early|late|mid|spring|summer|autumn|fall|winter|year|mid-|of|by)[ -]$/i;
const ORDINAL = /^(?:st|nd|rd|th)(?!\p{L})/iu;

const AGE_BEHIND =
  /^(?:[ -](?:and-a-half-)?(?:years?|yrs?|months?|weeks?|days?)[ -]olds?(?!\p{L})| years? of age(?!\p{L}))/iu;
// "people aged 16 to 60", "at the age of 44", "workers over 60", "He is 61."
const AGE_BEFORE =
  /(?:\bage[ds]? (?:of )?(?:between |about |just |only |around |over |under )?$|\bage[ds]? (?:\d+, )*\d+,? (?:to|and|or) $|\bages (?:\d+, )+$)/i;
const AGE_SAID =
  /(?:\p{Ll}s (?:over|under) |\b(?:[Ss]?[Hh]e|who) (?:is|was|had turned) (?:only |just )?|\bturn(?:s|ed|ing) )$/u;
const TENS_OF_AGE = /\b(?:his|her|their|my|mid|late|early)[ -]$/i;
const OLDEST = 120;

const RANK_BEFORE = /(?:#|\b(?:nos?|numbers?|ranked|seeded|seeds?|top|ranks?)\.?\s)$/i;
// A strong name keeps its number whatever follows it: "Highway 86 drivers".
const STRONG_NAME =
  /(?<!\p{L})(?:Channel|Route|Highway|Interstate|Flight|Exit|Section|Article|Chapter|Room|Terminal|Platform|Gate|Pier|Ward|District|Unit|Bus|Line|Lot|Apartment|Apt|Suite|Box|Zone|Precinct|Station|Runway|Junction|Proposition|Resolution|Amendment|Title|Volume|Episode|Formula|Level|Phase|Category|Grade|Tier|Act|Bill|Form|Block|Sector|Studio|Radio|Hwy|Rte|Rt|US|SR|FM)\.?\s$/u;
const NUMBERED =
  /(?<!\p{L})(?:article|section|chapter|pages?|route|highway|flight|room|gate|platform|phase|round|grade|level|category|channel|bus|tram|line|lane|seat|lot|ward|district|unit|block|zone|sector|exit|runway|terminal|studio|stage|lap|game|match|day|week|year|season|episode|step|tier|type|class|form|under|over-|m|a)\.?\s?$/iu;
// "the 3000 block", "the 200-block"; "3 blocks away" counts
const NAME_BEHIND = /^(?:[ -]block(?!\p{L})| series(?!\p{L})| mail(?!\p{L}))/iu;
// "861 W. 36th Street", "306 East Base Line Road"; "12 Main Street shops" counts
const ADDRESS =
  /^ (?:[NSEW]\.? )?(?:(?:\p{Lu}[\p{L}.’'-]*|\d+(?:st|nd|rd|th)) ){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Court|Ct|Way|Place|Pl|Highway|Hwy|Parkway|Pkwy|Terrace|Crescent|Close|Square)(?![\p{L}-])(?! \p{Ll}+s(?!\p{L}))/u;
/** Numbers that people call for help. */
const EMERGENCY = new Set(["911", "999", "112", "000"]);
// "5G", "3D", "737s"; "38C", "12km" and "5pc" measure
const LETTERS =
  /^(?!(?:[CF]|k[mw]|[cm]m|m|kgs?|gms?|ft|in|mph|kph|k?m\/h|[kmgt]wh?|[kmgt]b|pc|p|x|l)(?!\p{L}))\p{L}/iu;
// "a 10-year deal", "a two-day visit": the number describes a thing. "20-odd boats" counts.
const COMPOUND = /^-(?!odd\b|plus\b|something\b)\p{Ll}+(?<!s)(?=[ -]\p{L})/u;

type Rule = (printed: Printed) => NoAmount | null;

const clock: Rule = ({ digits, behind, named }) => {
  const found = CLOCK.exec(behind)?.[0];
  if (found !== undefined) return { kind: "clock", length: found.replace(/(?<!m)\.$/i, "").length };
  return digits !== null && /^0\d{3}$/u.test(digits) && !named
    ? { kind: "clock", length: 0 }
    : null;
};

const date: Rule = ({ digits, before, behind, named }) => {
  if (digits === null || NAME_BEHIND.test(behind)) return null;
  const slashed = SLASHED.exec(behind)?.[0];
  if (slashed !== undefined) return { kind: "date", length: slashed.length };
  if (DATE_BEFORE.test(before)) return { kind: "date", length: ORDINAL.test(behind) ? 2 : 0 };
  if (DATE_BEHIND.test(behind)) return { kind: "date", length: ORDINAL.test(behind) ? 2 : 0 };
  if (/^s(?!\p{L})/u.test(behind) && /0$/u.test(digits))
    return { kind: TENS_OF_AGE.test(before) && digits.length === 2 ? "age" : "date", length: 1 };
  if (!YEAR.test(digits) || (named && !YEAR_BEFORE.test(before))) return null;
  return { kind: "date", length: /^[-–]\d{2}(?!\d)/u.exec(behind)?.[0].length ?? 0 };
};

const age: Rule = ({ digits, value, before, behind, named }) => {
  if (value >= OLDEST) return null;
  const old = AGE_BEHIND.exec(behind)?.[0];
  if (old !== undefined) return { kind: "age", length: old.length };
  const stated = AGE_BEFORE.test(before) || (AGE_SAID.test(before) && !named);
  // "Ida Moe, 52, of Tarn", "Ida Moe (52)"
  const aside =
    digits !== null &&
    ((/\p{L}, $/u.test(before) && /^[,.;)]/u.test(behind)) ||
      (/\p{Lu}[\p{L}’'-]+ \($/u.test(before) && /^[),]/u.test(behind)));
  return stated || aside ? { kind: "age", length: 0 } : null;
};

const rank: Rule = ({ digits, before, behind, named }) => {
  const ordinal = digits === null ? undefined : ORDINAL.exec(behind)?.[0];
  if (ordinal !== undefined) return { kind: "rank", length: ordinal.length };
  return RANK_BEFORE.test(before) && !named ? { kind: "rank", length: 0 } : null;
};

const name: Rule = ({ digits, text, before, behind, named }) => {
  const block = NAME_BEHIND.exec(behind)?.[0];
  if (block !== undefined && digits !== null) return { kind: "name", length: block.length };
  if (digits !== null && EMERGENCY.has(digits) && /^ (?:calls?|call-|dispatch)/u.test(behind))
    return NAME;
  if (digits !== null && ADDRESS.test(behind)) return NAME;
  if (STRONG_NAME.test(before) || (NUMBERED.test(before) && !named)) return NAME;
  if (COMPOUND.test(behind)) return NAME;
  // "Terminal Two" is a name.
  if (digits === null) return /^\p{Lu}\p{Ll}/u.test(text) && /\p{L} $/u.test(before) ? NAME : null;
  if (/^0\d/u.test(digits) || LETTERS.test(behind)) return NAME;
  if (named) return null;
  // "Apollo 11", "Boeing 737", a telephone number.
  const isCalled = /\p{Lu}\p{L}+ $/u.test(before);
  return isCalled || /\d $/u.test(before) || /^ \d/u.test(behind) ? NAME : null;
};

const NAME: NoAmount = { kind: "name", length: 0 };
const RULES: readonly Rule[] = [clock, date, age, rank, name];

/** Reads what a number is that states no amount; `null` where it states one. */
export function readNoAmount(printed: Printed): NoAmount | null {
  for (const rule of RULES) {
    const found = rule(printed);
    if (found !== null) return found;
  }
  return null;
}
