import { readZone } from "#core/article/zone.ts";
import { ENGLISH } from "./english.ts";
import { type NoticeRow, type NoticeTable, wordSet } from "./table.ts";
import { RELATIVE, readTerms, type Terms } from "./terms.ts";
import { plainLetters } from "./unveil.ts";

/**
 * Where words stand. In `desk` lines (above a headline, in a note, in a page header) a notice is
 * expected, and news is the exception; in a `headline` and in a `story` it is the other way round.
 */
export type NoticePlace = "desk" | "headline" | "story";

/** One wording of a table, found in a line. */
export interface Sighting {
  readonly table: NoticeTable;
  readonly row: NoticeRow;
  readonly place: NoticePlace;
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

/** What a sighting is, and by which rule. */
export interface Judgement {
  readonly kind: "notice" | "free" | "news";
  readonly why: string;
  /** The terms of a notice; of news, nothing that counts. */
  readonly terms: Terms;
  /** Words after the notice that are none of it: a headline behind a dash. */
  readonly rest: string;
  /** How many words beside the wording its language does not know: another may read them better. */
  readonly unknown: number;
}

const LONGEST_EVENT = 10;
const LONGEST_SMALL_WORD = 4;
const LEADS = new Map<string, ReadonlySet<string>>();
const PROSE = new Map<string, ReadonlySet<string>>();
const OBJECTS = new Map<string, RegExp>();

/** Says whether a wording is a notice about its copy, lets the copy go, or is news. */
export function judge(sighting: Sighting): Judgement {
  const { row, table, after, before } = sighting;
  const { head, rest } = cutAtProse(withoutPlaces(after), table);
  const terms = withMomentsBefore(sighting, readTerms(head.toLowerCase(), table));
  const unknown = terms.foreign.length + foreignIn(before, table).length;
  const told: Tell = (kind, why) => ({ kind, why, terms, rest, unknown });
  if (row.weight === "lifted") return lifted(sighting, head, terms, told);
  if (row.weight === "alone") return alone(sighting, head + rest, terms, told);
  if (hasObject(sighting, head, terms)) return told("news", "It is laid on a thing or a country");
  return row.weight === "sure"
    ? sure({ sighting, terms, head, rest, told })
    : timed({ sighting, terms, head, rest, told });
}

// Reads a town that says whose clock is meant: (Accra), (DEN HAAG), [SEC=UNCLASSIFIED]; not (TBC), (GMT), (Print).
const TOWN = /\((?<town>\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+){0,2})\)|\[[A-Z]+[=:][A-Z ]+\]/gu;
const NO_TOWN =
  /^(?:\p{L}{1,4}|pending|provisional|draft|unconfirmed|confirmed|expected|print|online|broadcast|all media|embargoed|extended|new|revised|strict|hold|cancelled|early|late|approx)\b/iu;

/** A town adds nothing: without a zone that is known, the last clock on Earth is read. */
function withoutPlaces(text: string): string {
  return text.replace(TOWN, (all, town: string | undefined) => {
    if (town === undefined) return " ";
    if (readZone(town) !== null) return ` ${town} time `;
    return NO_TOWN.test(town) && !/\s/u.test(town) ? all : " ";
  });
}

type Tell = (kind: Judgement["kind"], why: string) => Judgement;

interface Judged {
  readonly sighting: Sighting;
  readonly terms: Terms;
  readonly head: string;
  readonly rest: string;
  readonly told: Tell;
}

/** "Embargo lifted at 0001 GMT, May 9" may be said the day before. */
const WAIT =
  /^\W*(?:when|once|after|as soon as|if|unless|tomorrow|tonight|wenn|sobald|quand|des que|cuando|quando|zodra|gdy|когда|после)(?!\p{L})/iu;

function lifted(sighting: Sighting, head: string, terms: Terms, told: Tell): Judgement {
  const { place, found } = sighting;
  if (place !== "desk" && !isOpening(sighting))
    return told("news", "It stands in a sentence about something else");
  // "Embargo passed at 10:00 GMT on Friday" is over; "is over at 10:00 GMT on 1 December" may be to come.
  // "For immediate release, May 9 2025" dates the release.
  if (
    /immediate/iu.test(found) &&
    (terms.foreign.length > 0 || !terms.isPrecise) &&
    !WAIT.test(head)
  )
    return told("free", "It lets the copy go");
  const isOver = /pass|expir|end|over|gone|off|immediate/iu.test(found);
  const hasDate = terms.moments.some(({ days }) => days.length > 0);
  const isMoment = (!isOver || hasDate) && (terms.isPrecise || (place === "desk" && terms.hasDay));
  const waits =
    place === "desk" &&
    /^\W*(?:when|once|after|as soon as|if|unless|tomorrow|tonight|wenn|sobald|quand|des que|cuando|quando|zodra|gdy|когда|после)\b/iu.test(
      head,
    );
  return isMoment || waits
    ? told("notice", "It lets the copy go at a moment")
    : told("free", "It lets the copy go");
}

const DENIED =
  /(?:^|[^\p{L}])(?:\b(?:not|no|never|nicht|kein\p{L}*|pas|non|nao|niet|geen|nie|ne)|не|нет|ليس|غير|не)\s(?:\p{L}+\s){0,2}$/u;
const DENIED_BEHIND = /^\s*(?:नहीं|نهيں|न\s|نه\s)/u;

/**
 * Says whether words that let copy go do so here. "Not for immediate release", "embargo until lifted"
 * and "Embargo: no publication before the speech" hold it.
 */
export function isLifting(before: string, found: string, after: string): boolean {
  if (DENIED.test(before.toLowerCase()) || DENIED_BEHIND.test(after)) return false;
  if (/embarg\p{L}*\W.*\b(?:until|till|bis|jusqu|hasta|ate|fino|tot)\b.*\b\p{L}+$/u.test(found))
    return false;
  const isNone =
    /(?:^|[^\p{L}])(?:no|nil|none|non|false|nao|nein|keine?|geen|aucun|ninguno|nenhum|nessuno|нет|brak|yok)$/u.test(
      found,
    );
  return !(isNone && /^[\s:]*\p{L}/u.test(after) && !/^\s*(?:longer|more)\b/iu.test(after));
}

function alone(
  { place, found, before }: Sighting,
  after: string,
  terms: Terms,
  told: Tell,
): Judgement {
  const isDated = terms.moments.length > 0 && terms.foreign.length === 0;
  const isAlone = !/[\p{L}\p{N}]/u.test(before) && (isDated || !/[\p{L}\p{N}]/u.test(after));
  // "CONFIDENTIAL UNTIL 9 MAY" is another wording's.
  if (!isAlone || GOES_ON.test(after)) return told("news", "Other words stand beside it");
  return place === "desk" || isShouted(found)
    ? told("notice", "It stands by itself")
    : told("news", "It is a word in ordinary letters");
}

const GOES_ON =
  /^[^\p{L}\p{N}]*(?:until|till|before|to|for|pending|bis|jusqu|hasta|ate|fino|tot|do|до|حتي|تك)(?!\p{L})/iu;

/** Words that are a notice by themselves, unless they stand in somebody's sentence. */
function sure(judged: Judged): Judgement {
  const { sighting, terms, told } = judged;
  const { place, before } = sighting;
  if (isQuoted(before) && (place !== "desk" || isQuote(sighting)))
    return told("news", "Somebody says it");
  const hasDate = place === "desk" || terms.moments.some(({ days }) => days.length > 0);
  if (terms.isPrecise && (isOpening(sighting) || (hasDate && terms.foreign.length === 0)))
    return told("notice", "It names a day and a time");
  if (place === "desk") {
    // "No broadcast before 9pm for gambling adverts" is a rule of the news.
    const isRule =
      terms.moments.length > 0 && terms.foreign.length > 0 && NO_ONE.test(sighting.found);
    return isRule || isContact(sighting) || isTerritory(sighting) || isProse(before, sighting.table)
      ? told("news", "It stands in a sentence about something else")
      : told("notice", "It is the desk's own form");
  }
  if (!isOpening(sighting)) return told("news", "It stands in a sentence about something else");
  return terms.foreign.length > 0 ? sureWithMore(judged) : surePure(judged);
}

/** "No use", "Not released": news as often as not; "Not for release" and "Not to be used" are the desk's. */
const NO_ONE = /^\s*(?:no\b|not (?!for\b|to be\b))/iu;

/** "Not for publication before the minister sits down", and not "Embargoed until 2030 under a court order, the files name agents." */
function sureWithMore({ sighting, terms, head, rest, told }: Judged): Judgement {
  if (isSpan(sighting.found, head)) return told("news", "It lasts a span of time");
  const isForm = isUntil(sighting.found) && !NO_ONE.test(sighting.found);
  if (terms.isUnclear && !NO_ONE.test(sighting.found))
    return told("notice", "It announces a time that cannot be read");
  // "Embargoed until the close of trading, 9 May 2025"; a year alone is no day.
  if (
    terms.hasDay &&
    isForm &&
    EMBARGO.test(sighting.found) &&
    terms.foreign.length <= LONGEST_EVENT
  )
    return told("notice", "It names a day among words that cannot be read");
  const isEvent =
    (terms.moments.length === 0 || (EMBARGO.test(sighting.found) && !terms.hasDay)) &&
    terms.foreign.length <= LONGEST_EVENT &&
    !/[,;]/u.test(head) &&
    !isProse(head, sighting.table) &&
    isForm &&
    (sighting.place !== "headline" || !/[\p{L}\p{N}]/u.test(rest) || isShouted(sighting.found));
  return isEvent
    ? told("notice", "It waits for an event")
    : told("news", "It goes on as prose does");
}

// Reads: number, mobile, contact, 0161 496 0000, desk@harbour.example
const CONTACT =
  /\b(?:numbers?|phone|tel|mobile|cell|e-?mail|contacts?|details|address(?:es)?|direct line)\b|@|\d{3}[\s-]\d{3}/iu;

// Reads: The following information is not for publication, as agencies write above their contacts
const SECTION =
  /\b(?:the following|following|below|folgende[nr]?|suivantes?|siguientes?|seguenti)\b[\s:]*(?:information(?:s|en)?|informaciones|angaben|hinweise|notes?|details|contacts?|lines?|section)?\s*(?:is|are|ist|sind)?\s*$/iu;

/** "Press office (number not for publication): 0161 496 0000" keeps a number back, not the copy. */
function isContact({ found, before, after }: Sighting): boolean {
  if (isUntil(found) || !/^[^\p{L}]*(?:(?:strictly )?not for|nicht zur)(?!\p{L})/iu.test(found))
    return false;
  return CONTACT.test(`${before} ${after}`) || SECTION.test(before);
}

// Reads: IN THE UNITED STATES, in whole or in part, directly or indirectly, into any jurisdiction
const TERRITORY =
  /\b(?:in|into|within|to|from|outside)\b[,\s]+(?:or (?:into|from)\s)?(?:the |any )?(?:united|u\.?s\b|usa\b|canada|australia|japan|jurisdiction|south africa|whole\b|norway|uk\b|eu\b)|\bdirectly or indirectly\b/iu;

/** "Not for release or distribution in the United States" restricts a place, not a time. */
function isTerritory({ found, after }: Sighting): boolean {
  return /^\W*(?:strictly )?not for\b/iu.test(found) && !isUntil(found) && TERRITORY.test(after);
}

/** "Under embargo for sixty years", "Hold for 3 days" */
function isSpan(found: string, head: string): boolean {
  return (
    /\bfor\s*$/iu.test(found) &&
    /^\s*(?:\p{L}+|\d+)[\s-](?:years?|months?|weeks?|days?|decades?|hours?|minutes?)\b/iu.test(head)
  );
}

function surePure({ sighting, terms, head, rest, told }: Judged): Judgement {
  const { place, found } = sighting;
  if (terms.hasDay) return told("notice", "It names a day");
  if (isShouted(found)) return told("notice", "It is shouted");
  const isBare = !/[\p{L}\p{N}]/u.test(head);
  // "Onder embargo: Persbericht: …": words of the desk stand between it and the headline.
  if (/\p{L}/u.test(head)) return told("notice", "It is the desk's own form");
  if (/[\p{L}\p{N}]/u.test(rest) && !opensWithDesk(rest, sighting.table))
    return told("news", "A headline goes on behind it");
  if (isBare && place === "headline" && !/(?:ed|'d|release|publication)$/iu.test(found.trim()))
    return told("news", "It is a subject, without terms");
  return told("notice", "It is the desk's own form");
}

/** Words that are a notice with a moment beside them. */
function timed(judged: Judged): Judgement {
  const { sighting, terms, rest, told } = judged;
  const { place, before, found } = sighting;
  if (isQuoted(before) && place !== "desk") return told("news", "Somebody says it");
  const opens = isOpening(sighting);
  const isEmbargo = EMBARGO.test(found) && (place === "desk" || isOfCopy(before, sighting.table));
  if (isLabelled(sighting)) return told("news", "It is said of another thing");
  if (place !== "desk" && isCredit(found)) return told("news", "It dates what it speaks of");
  if (terms.isPrecise && terms.foreign.length === 0 && (opens || isEmbargo))
    return told("notice", "It names a day and a time");
  if (
    terms.isPrecise &&
    place === "desk" &&
    (isEmbargo || (opens && isUntil(found))) &&
    !isProse(before, sighting.table)
  )
    return told("notice", "It names a day and a time");
  const isTold = place === "desk" && terms.isPrecise && terms.foreign.length === 0;
  if (isTold && !isProse(before, sighting.table))
    return told("notice", "It names a day and a time");
  if (!opens) return told("news", "It stands in a sentence about something else");
  // "Embargo 9 May inclusive", "not before 9 May but after the vote": words that nobody here can weigh.
  const isDesk = place === "desk" && terms.hasDay && terms.foreign.length <= LONGEST_EVENT;
  if (
    isDesk &&
    (isEmbargo || isUntil(found) || /not before/iu.test(found)) &&
    !isProse(judged.head, sighting.table)
  )
    return told("notice", "It names a day among words that cannot be read");
  if (terms.isUnclear && (EMBARGO.test(found) || isUntil(found))) return unclear(judged);
  if (terms.foreign.length > 0) return timedWithMore(judged);
  if (!terms.hasDay) return timedBare(judged);
  if (place !== "desk" && !isShouted(found)) {
    if (/[\p{L}\p{N}]/u.test(rest)) return told("news", "A headline goes on behind it");
    // "Publication: 4 December" below a headline is a credit.
    const isForm = place === "headline" && /^\W*(?:for|adv|hold|not)/iu.test(found);
    if (!EMBARGO.test(found) && !isUntil(found) && !isForm) {
      return told("news", "It dates what it speaks of");
    }
  }
  return told("notice", "It names a day");
}

/** "Publication date: 4 December 2026 10:00" below a headline is a credit; "may be used from" is not. */
function isCredit(found: string): boolean {
  return !EMBARGO.test(found) && CREDIT.test(found) && !MAY.test(found);
}

const CREDIT =
  /publi|release|veroffentlich|diffusion|parution|divulga|diffusione|publik|публик|yayin tarihi|تاريخ النشر|موعد النشر|للنشر|اشاعت|प्रकाशन|(?:发布|發布|公开|公開|发稿|發稿)(?:时间|時間|日期)/iu;
const MAY =
  /^\W*(?:for|adv\p{L}*)\b|\b(?:may|can|must|should|shall|darf|peut|peuvent|puo|mag|moze|pode|puede|frei)\b|release (?:up)?on delivery|можно|может|可/iu;

/** "EMBARGO: see the mail", "Hold until cleared"; not "Embargo: the word that shaped an island". */
function timedWithMore({ sighting, terms, head, told }: Judged): Judgement {
  const { place, found } = sighting;
  const waits = WAITS.test(head);
  if (waits && (place === "desk" || isShouted(found)))
    return told("notice", "It waits for an event");
  const isLabel =
    place === "desk" && EMBARGO.test(found) && (/[:=-]\s*$/u.test(found) || isUntil(found));
  // In the desk's place what speaks of an embargo holds, unless it is prose about one.
  const isDesk = place === "desk" && EMBARGO.test(found) && terms.foreign.length <= LONGEST_EVENT;
  if ((isLabel || isDesk) && !isProse(head, sighting.table))
    return told("notice", "It is the desk's own form");
  return told("news", "It goes on as prose does");
}

/** "EMBARGO UNTIL TOMORROW 10AM", "emb. 0001 1/12": a time that nobody here can read. */
function unclear({ sighting: { place, found }, terms, told }: Judged): Judgement {
  return place === "desk" || isShouted(found) || (place === "headline" && terms.hasDay)
    ? told("notice", "It announces a time that cannot be read")
    : told("news", "It is a subject, without terms");
}

function timedBare({ sighting, terms, rest, told }: Judged): Judgement {
  const { place, found } = sighting;
  if (!EMBARGO.test(found)) {
    const isAll = place === "desk" || (place === "headline" && !/[\p{L}\p{N}]/u.test(rest));
    return terms.moments.length > 0 && isAll
      ? told("notice", "It names a time of no day")
      : told("news", "It names no day");
  }
  if (place === "desk") return told("notice", "It stands by itself");
  const isAll = !/[\p{L}\p{N}]/u.test(sighting.before) && terms.moments.length === 0;
  return isAll && isShouted(found)
    ? told("notice", "It stands by itself, shouted")
    : told("news", "It is a subject, without terms");
}

/** The words for an embargo itself. */
export const EMBARGO =
  /embarg|\bemb\b|\bu\/e\b|sperrfrist|sperrvermerk|ambargo|эмбарго|エンバーゴ|ايمبارگو|एम्बार्गो|解禁|禁发|禁發/iu;
const WAITS =
  /\b(?:tb[acd]|further notice|clear(?:ed|ance)|approv(?:ed|al)|confirm(?:ed|ation)?|deliver(?:y|ed)|notice|pending|delivery|announced|go-ahead|when|once|after|as soon as|if|as usual|as per usual|instructed|advised|see (?:the |your |our |my )?(?:\p{L}+ )?(?:notes?|e-?mails?|mail|letter|memo|advisory|schedule|above|below|attached))\b/iu;

const UNTIL =
  /(?:^|[^\p{L}])(?:until|till|before|prior to|to|for|pending|ahead of|earlier than|unless|bis(?: zum)?|vor|jusqu\S*(?: l[ae']?| au)?|avant(?: l[ae']?)?|hasta(?: e?las?| el| los)?|antes del?(?: las?)?|antes d[aeo]s?|ate(?: as?| ao?)?|fino(?: \p{L}+'?)?|prima(?: \p{L}+'?)?|tot|voor|do|przed|od|до|ранее|раньше|kadar|once|حتي|قبل|الي|تك)\s*$|(?:前|まで)/iu;

/** The wording ends in "until": what follows is a moment, or an event that nobody here can know. */
export function isUntil(found: string): boolean {
  return UNTIL.test(plainLetters(found).trim());
}

/** In capitals, or in a script that has none. */
function isShouted(text: string): boolean {
  return /\p{L}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** Nothing but words of the desk, and moments, stand before it in its sentence. */
function isOpening({ before, table }: Sighting): boolean {
  const lead = setOf(LEADS, table, (each) => each.lead);
  return foreignIn(before, table).every((word) => lead.has(word));
}

/** "News release from The Harbour Journal Embargo 2330 GMT": a word for copy stands before it, and no verb. */
function isOfCopy(before: string, table: NoticeTable): boolean {
  return (
    /\b(?:release|news|press|media|journal|statement|communique|advisory|report|study|paper|pr)\b/iu.test(
      before,
    ) && !isProse(before, table)
  );
}

/** "Press conference: not before 10:00 GMT" is said of the conference; "EDS: not before …" of the copy. */
function isLabelled({ label, found, table }: Sighting): boolean {
  if (label === "" || EMBARGO.test(found)) return false;
  const lead = setOf(LEADS, table, (each) => each.lead);
  return (
    !foreignIn(label, table).some((word) => lead.has(word)) && foreignIn(label, table).length > 0
  );
}

/** "Onder embargo: Persbericht": the first word behind it is the desk's. */
function opensWithDesk(rest: string, table: NoticeTable): boolean {
  const lead = setOf(LEADS, table, (each) => each.lead);
  const first = /[\p{L}\p{M}]+/u.exec(rest.toLowerCase())?.[0] ?? "";
  return first.length > LONGEST_SMALL_WORD && lead.has(first);
}

function foreignIn(text: string, table: NoticeTable): readonly string[] {
  return readTerms(text.toLowerCase(), table).foreign;
}

/** Moments may stand before the wording: "0001 GMT, 9 May 2025: EMBARGOED". */
function withMomentsBefore(sighting: Sighting, terms: Terms): Terms {
  const { moments, hasDay, isPrecise } = readTerms(sighting.before.toLowerCase(), sighting.table);
  if (moments.length === 0 || !isOpening(sighting)) return terms;
  return {
    ...terms,
    moments: [...moments, ...terms.moments],
    hasDay: hasDay || terms.hasDay,
    isPrecise: isPrecise || terms.isPrecise,
  };
}

function isProse(text: string, table: NoticeTable): boolean {
  const prose = setOf(PROSE, table, (each) => each.prose);
  return (text.toLowerCase().match(/[\p{L}\p{M}'’]+/gu) ?? []).some((word) => prose.has(word));
}

function setOf(
  known: Map<string, ReadonlySet<string>>,
  table: NoticeTable,
  words: (table: NoticeTable) => string,
): ReadonlySet<string> {
  const set = known.get(table.language) ?? wordSet(`${words(ENGLISH)} ${words(table)}`);
  known.set(table.language, set);
  return set;
}

/** "Embargo on oil", "embargo from Monday on poultry": a thing that is no part of a moment. */
function hasObject({ table, found, row, place }: Sighting, head: string, terms: Terms): boolean {
  if (terms.foreign.length === 0 || !EMBARGO.test(found) || /[:=]\s*$/u.test(found)) return false;
  if (place === "desk" && terms.isPrecise) return false;
  if (row.weight === "sure" && isUntil(found)) return false;
  const opens =
    OBJECTS.get(table.language) ??
    new RegExp(
      `(?<![\\p{L}\\p{M}])(?:${table.object})(?![\\p{L}\\p{M}])\\s*(?<thing>[\\p{L}\\p{M}'’-]+)`,
      "iu",
    );
  OBJECTS.set(table.language, opens);
  // The keyword may have taken the preposition with it: "embargo on" + "oil".
  const behind = `${/(?:\son|\sto|\sagainst)$/iu.test(found.trim()) ? (found.trim().split(/\s/u).at(-1) ?? "") : ""} ${head}`;
  for (const match of behind.matchAll(new RegExp(opens.source, "giu"))) {
    const thing = match.groups?.thing?.toLowerCase() ?? "";
    if (terms.foreign.includes(thing.replace(/[.'’]+$/u, "")) && !RELATIVE.has(thing)) return true;
  }
  return false;
}

/** Quotation marks stand right around it: "restores the dropped words 'not for publication'". */
function isQuote({ before, after }: Sighting): boolean {
  return /[“„«"'‘]\s*$/u.test(before) && /^\s*[”“»"'’]/u.test(after);
}

/** An open quotation mark: the words are somebody's. */
function isQuoted(before: string): boolean {
  return /[“„«"][^”“»"]*$|['‘]\s*$/u.test(before);
}

// Reads what parts a notice from prose: ". Minister", " – Minister", ": Minister", " | ", "//"
const PART =
  /(?<=\p{L}{2}|\d{3}|[:.]\d{2}|\))[.!;]\s+(?!\d)|\s[–—|-]{1,2}\s|\s?\/\/\s?|:\s+(?=\p{L})|\s?[|•>·]\s?|\n+/gu;
const CONDITION =
  /\b(?:hold|held|later|put back|slipp?ed|slips|moved|moves|delay(?:ed)?|hours? later|days? later|await(?:ing)?|confirmed|cancel(?:led)?|still not|not yet|again|instead|pending|subject to|tb[acd]|unless|extended|postponed|delayed|may change|to be confirmed|unconfirmed|clearance|not before|not for|until|embargo)\b/iu;
const ABBREVIATION =
  /\b(?:[ap]\.?m|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun|hrs?|no|approx|st)$/iu;

/**
 * Parts the terms of a notice from the prose behind it. A part that states a moment, or a condition,
 * is of the terms: "until 1800 GMT (print) – not for online use before 0600 GMT".
 */
export function cutAtProse(after: string, table: NoticeTable): { head: string; rest: string } {
  const parts: string[] = [];
  let from = 0;
  for (const match of after.matchAll(PART)) {
    if (match[0].startsWith(".") && ABBREVIATION.test(after.slice(0, match.index))) continue;
    parts.push(after.slice(from, match.index));
    from = match.index + match[0].length;
  }
  parts.push(after.slice(from));
  const [first = "", ...others] = parts;
  const kept = [first];
  const rest: string[] = [];
  for (const part of others) {
    const isOfTerms =
      rest.length === 0 && (isNothing(kept) ? isTermsLike(part, table) : isMore(part, table));
    (isOfTerms ? kept : rest).push(part);
  }
  return { head: kept.join(" ; "), rest: rest.join(" ") };
}

function isNothing(parts: readonly string[]): boolean {
  return parts.every((part) => !/[\p{L}\p{N}]/u.test(part));
}

/** The first words behind a keyword that ends in a dash: "EMBARGO – 0001 GMT", not "EMBARGOED – Minister resigns". */
function isTermsLike(part: string, table: NoticeTable): boolean {
  const { foreign, moments } = readTerms(part.toLowerCase(), table);
  return (
    (moments.length > 0 && foreign.length <= 2) || foreign.length === 0 || CONDITION.test(part)
  );
}

function isMore(part: string, table: NoticeTable): boolean {
  const { foreign, hasDay, isPrecise } = readTerms(part.toLowerCase(), table);
  if (foreign.length === 0) return true;
  return (
    isPrecise ||
    (hasDay && foreign.length <= 2) ||
    (CONDITION.test(part) && foreign.length <= LONGEST_EVENT)
  );
}
