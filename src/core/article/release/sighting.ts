import { ENGLISH } from "./english.ts";
import { type NoticeRow, type NoticeTable, wordSet } from "./table.ts";
import { readTerms, type Terms } from "./terms.ts";
import { plainLetters } from "./unveil.ts";

/**
 * Where words stand. In `desk` lines (above a headline, in a note, in a page header) a notice is
 * expected, and news is the exception; in a `headline` and in a `story` it is the other way round.
 */
export type NoticePlace = "desk" | "headline" | "story";

/** Where a line was found: what a web page has around its story is the desk's place, with words of the page's own. */
export type LinePlace = NoticePlace | "page";

/** One wording of a table, found in a line. */
export interface Sighting {
  readonly table: NoticeTable;
  readonly row: NoticeRow;
  readonly place: NoticePlace;
  /** It stands around the story of a web page: "First Draft" and "Embargoes and Sanctions" may be sections. */
  readonly isOfPage: boolean;
  /** Where the wording begins in its line. */
  readonly start: number;
  /** The wording itself, as printed but for accents and what hid it. */
  readonly found: string;
  /** The words before a colon right before it: "Press conference" in "Press conference: not before 10:00". */
  readonly label: string;
  /** What stands before it in its sentence, and after it in its line; letters keep their case. */
  readonly before: string;
  readonly after: string;
}

/** The words for an embargo itself. */
export const EMBARGO =
  /embarg|\bemb\b|\bu\/e\b|sperrfrist|sperrvermerk|ambargo|эмбарго|エンバーゴ|ايمبارگو|एम्बार्गो|解禁|禁发|禁發/i;
const UNTIL =
  /(?:^|[^\p{L}])(?:until|till|before|prior to|to|for|pending|ahead of|earlier than|unless|bis(?: zum)?|vor|jusqu\S*(?: l[ae']?| au)?|avant(?: l[ae']?)?|hasta(?: e?las?| el| los)?|antes del?(?: las?)?|antes d[aeo]s?|ate(?: as?| ao?)?|fino(?: \p{L}+'?)?|prima(?: \p{L}+'?)?|tot|voor|do|przed|od|до|ранее|раньше|kadar|once|حتي|قبل|الي|تك)\s*$|(?:前|まで)/iu;

/** The wording ends in "until": what follows is a moment, or an event that nobody here can know. */
export function isUntil(found: string): boolean {
  return UNTIL.test(plainLetters(found).trim());
}

const AFTER =
  /(?:^|[^\p{L}])(?:after|nach|apres|despues|depois|apos|dopo|после)(?:\s(?:d[aeo]s?|del?|dem|der|le|la|el|il|the))?\s*$|बाद|بعد|\bsonra\b/iu;

/** The wording says "after" itself: the day that follows must be over. */
export function isAfter({ found, table }: Pick<Sighting, "found" | "table">): boolean {
  const plain = plainLetters(found).trim();
  const own = table.language === "nl" ? /\bna$/i : table.language === "pl" ? /\bpo$/i : null;
  return AFTER.test(plain) || own?.test(plain) === true;
}

/** In capitals, or in a script that has none. */
export function isShouted(text: string): boolean {
  return /\p{L}/u.test(text) && !/\p{Ll}/u.test(text);
}

const LEADS = new Map<string, ReadonlySet<string>>();
const PROSE = new Map<string, ReadonlySet<string>>();
const LONGEST_SMALL_WORD = 4;

/** Nothing but words of the desk, and moments, stand before it in its sentence. */
export function isOpening({ before, table }: Sighting): boolean {
  return foreignIn(before, table).every((word) => isLead(word, table));
}

/** "News release from The Harbour Journal Embargo 2330 GMT": a word for copy stands before it, and no verb. */
export function isOfCopy(before: string, table: NoticeTable): boolean {
  return (
    /\b(?:release|news|press|media|journal|statement|communique|advisory|report|study|paper|pr)\b/i.test(
      before,
    ) && !isProse(before, table)
  );
}

/** "Onder embargo: Persbericht": the first word behind it is the desk's. */
export function opensWithDesk(rest: string, table: NoticeTable): boolean {
  const first = /[\p{L}\p{M}]+/u.exec(rest.toLowerCase())?.[0] ?? "";
  return first.length > LONGEST_SMALL_WORD && isLead(first, table);
}

/** A word that may stand before a notice in its sentence. */
export function isLead(word: string, table: NoticeTable): boolean {
  return setOf(LEADS, table, (each) => each.lead).has(word);
}

/** Words that the language does not know as those of a notice. */
export function foreignIn(text: string, table: NoticeTable): readonly string[] {
  return readTerms(text.toLowerCase(), table).foreign;
}

/** Moments may stand before the wording: "0001 GMT, 9 May 2025: EMBARGOED". */
export function withMomentsBefore(sighting: Sighting, terms: Terms): Terms {
  const { moments, hasDay, isPrecise } = readTerms(sighting.before.toLowerCase(), sighting.table);
  if (moments.length === 0 || !isOpening(sighting)) return terms;
  return {
    ...terms,
    moments: [...moments, ...terms.moments],
    hasDay: hasDay || terms.hasDay,
    isPrecise: isPrecise || terms.isPrecise,
  };
}

/** Words of prose, which no notice has. */
export function isProse(text: string, table: NoticeTable): boolean {
  const prose = setOf(PROSE, table, (each) => each.prose);
  return (text.toLowerCase().match(/[\p{L}\p{M}'’]+/gu) ?? []).some((word) => prose.has(word));
}

/** Words of a table beside the English ones, which desks mix in. */
function setOf(
  known: Map<string, ReadonlySet<string>>,
  table: NoticeTable,
  words: (table: NoticeTable) => string,
): ReadonlySet<string> {
  const set = known.get(table.language) ?? wordSet(`${words(ENGLISH)} ${words(table)}`);
  known.set(table.language, set);
  return set;
}
