import { inSmall, isKnownTown, readBarePlace } from "./bare-place.ts";
import { FULL_WEEKDAY, MONTH } from "./calendar.ts";
import type { Dateline } from "./dateline.ts";
import { isFurniture } from "./furniture.ts";
import {
  CREDIT_FIRST,
  creditLength,
  DATE_ALONE,
  DATELINES,
  NOTE,
  PLAIN_PLACE,
  PLAIN_PLACE_COLON,
  RUN_ON_BUTTONS,
  RUN_ON_BYLINE,
  RUN_ON_HEAD,
} from "./opening-form.ts";
import { isPlace, isShoutedPlace, isShoutedTownOfRegion, isTownOfState } from "./place.ts";
import { isCaption } from "./site-line.ts";

/** How a report opens, and where its first sentence begins. */
export interface Opening {
  /** `null` where no place is certain: `(Reuters) -`, or a page's head that was run together with its story. */
  readonly dateline: Dateline | null;
  /** Offset of the opening in the body, in UTF-16 units. */
  readonly start: number;
  /** Offset of the first character after the dateline and the white space behind it. */
  readonly end: number;
}

const LONGEST = 240;
/** Days, which stories are told to have happened "from" and "to". */
const NO_TOWN = new RegExp(`^(?:${FULL_WEEKDAY}|${MONTH})\\b`, "u");
const LONGEST_CAPTION = 320;
/** What may stand before the lede in a body: a headline, a standfirst, a byline, a date. */
const PARAGRAPHS_BEFORE = 3;
const LONGEST_BEFORE = 200;

/** Reads the dateline that opens a lede; `null` where there is none. */
export function parseDateline(lede: string): Dateline | null {
  return readOpening(lede)?.dateline ?? null;
}

/**
 * Finds where the report begins: its dateline, or its agency alone, in the first paragraph, or in
 * one of the next three where those before it are short (a headline, a standfirst, a byline).
 */
export function findDateline(body: string): Opening | null {
  let start = 0;
  for (const [index, paragraph] of body.split("\n\n", PARAGRAPHS_BEFORE + 1).entries()) {
    const opening = readOpening(paragraph) ?? readPlainPlace(paragraph, body, index === 0);
    if (opening !== null && !isTranscript(body, opening.dateline)) {
      return { dateline: opening.dateline, start, end: start + opening.length };
    }
    const isLong = paragraph.length > LONGEST_BEFORE && !isLongCaption(paragraph);
    if (index === PARAGRAPHS_BEFORE || isLong) return null;
    start += paragraph.length + 2;
  }
  return null;
}

function isLongCaption(paragraph: string): boolean {
  return paragraph.length <= LONGEST_CAPTION && isCaption(paragraph);
}

/** As far down a line as its dateline may stand behind a page's notices, captions and credits. */
const LONGEST_TOP = 900;
/** A place in capitals begins here: "RICHMOND, Va.", "LaGRANGE", and no second word of one. */
const PLACE_BEGINS =
  /(?<=[^\p{Lu}.,’'&/]\s|[\])|>]\s?|[.,]\s|\b\p{L}\s)(?=(?:Mc|Mac|La|De|O['’])?\p{Lu}{2})/gu;

/**
 * Length of what opens a line up to the end of the dateline that stands further down in it: a page's head that ran on
 * into its story, "Please enable scripts RICHMOND, Va. (TWR) -- A ferry sank". 0 where there is none, or where the line
 * opens with its own.
 *
 * A place in capitals before a dash may be the name of a station: it has an agency or a state behind it, or the story is
 * set there.
 */
export function buriedDatelineEnd(line: string, body: string): number {
  if (!MAY_BE_BURIED.test(line.slice(0, LONGEST_TOP)) || readOpening(line) !== null) return 0;
  for (const { index } of line.slice(0, LONGEST_TOP).matchAll(PLACE_BEGINS)) {
    const form = readForm(line.slice(index, index + LONGEST).replaceAll("\u00a0", " "));
    const place = form?.dateline.place ?? "";
    if (form === null || !isShoutedPlace(place)) continue;
    const isSure = form.dateline.agency !== null || isShoutedTownOfRegion(place);
    if (isSure || isSetIn(place, body)) return index + form.length;
  }
  return 0;
}

/** No dateline within a line is without a dash, or a bracket, behind capitals. */
const MAY_BE_BURIED = /\p{Lu}{2}[^\n]{0,60}?(?:[—–―-]|\) )/u;

function isSetIn(place: string, body: string): boolean {
  const town = place.replace(/,.*$/u, "");
  return isKnownTown(town) || new RegExp(`\\p{L} ${inSmall(town)}\\b`, "u").test(body);
}

/** Says whether a paragraph or sentence opens as a report does: with its place, or with its agency alone. */
export function opensAsReport(text: string): boolean {
  return readOpening(text) !== null;
}

function readOpening(lede: string): { dateline: Dateline | null; length: number } | null {
  // "SLOW BOAT: The ferry, photographed on Monday": the label of a picture is no place.
  if (lede.length <= LONGEST_CAPTION && (isCaption(lede) || isFurniture(lede))) return null;
  const before = leadingSpace(lede) + (NOTE.exec(lede.trimStart())?.[0].length ?? 0);
  const head = lede.slice(before, before + LONGEST).replaceAll("\u00a0", " ");
  const credit = CREDIT_FIRST.exec(head);
  const behind = credit === null ? null : readForm(head.slice(credit[0].length));
  if (credit !== null && behind !== null) {
    const dateline = { ...behind.dateline, agency: credit.groups?.agency ?? null };
    return { dateline, length: before + credit[0].length + behind.length };
  }
  const form = readForm(head);
  if (form !== null) return { ...form, length: before + form.length };
  const run = RUN_ON_BYLINE.exec(head) ?? RUN_ON_HEAD.exec(head) ?? RUN_ON_BUTTONS.exec(head);
  const alone = creditLength(head) || (run?.[0].length ?? 0);
  return alone === 0 ? null : { dateline: null, length: before + alone };
}

/**
 * A town in small letters before a dash or a colon, where the story is set "in Indianapolis" or opens with a town
 * that everybody knows; or one in capitals with nothing behind it.
 */
function readPlainPlace(
  paragraph: string,
  body: string,
  opens: boolean,
): { dateline: Dateline; length: number } | null {
  const dashed = PLAIN_PLACE.exec(paragraph);
  const found = dashed ?? PLAIN_PLACE_COLON.exec(paragraph);
  const place = found?.groups?.place;
  if (found === null || place === undefined) {
    const bare = readBarePlace(paragraph, body);
    if (bare === null) return null;
    return { dateline: { place: bare.place, date: null, agency: null }, length: bare.length };
  }
  if (NO_TOWN.test(place)) return null;
  const isKnown = opens && isKnownTown(place);
  const isSet = isKnown || (dashed === null ? isTown(place, body) : isOfTown(place, body));
  const isSure = isSet && (dashed !== null || !isLabel(found[0].trimEnd(), paragraph));
  return isSure ? { dateline: { place, date: null, agency: null }, length: found[0].length } : null;
}

/** "The Indianapolis marchers" or "Indianapolis's mayor" says so, too. */
function isOfTown(place: string, body: string): boolean {
  return new RegExp(
    `\\b(?:in|near|from|to|at|outside|around|across|the) ${place}\\b|\\b${place}['’]s\\b|\\b${place}[- ](?:based|area)\\b`,
    "u",
  ).test(body);
}

/** Before a colon may stand who speaks or what it is about: "from Police", "the Budget". */
function isTown(place: string, body: string): boolean {
  return isPlace(place) && new RegExp(`\\b(?:in|near|outside|around) ${place}\\b`, "u").test(body);
}

function readForm(head: string): { dateline: Dateline; length: number } | null {
  for (const [pattern, holds] of DATELINES) {
    const found = pattern.exec(head);
    const place = found?.groups?.place;
    if (found === null || place === undefined) continue;
    const agency = found.groups?.agency ?? found.groups?.wire ?? null;
    if (!holds(place, agency ?? "") || (agency === null && isLabel(found[0], head))) continue;
    // WASHINGTON (Aug. 13) -- · the brackets of an agency may hold the day
    const isDay = agency !== null && DATE_ALONE.test(agency.trim());
    const day = found.groups?.date ?? (isDay ? agency : null);
    const date = day?.trim().replace(/(?<=\d)\.$/u, "") ?? null;
    // NEW YORK, NY - (Tarnwire) - September 25, 2024 - · Austin, Texas, May 29, 2024 - (Tarnwire) --
    const own = found[0].length + leadingSpace(head.slice(found[0].length));
    const length = own + creditLength(head.slice(own));
    // "KYIV. May 8" has a stop that is not the place's, "ST. LOUIS" and "WASHINGTON, D.C." one that is.
    const isStopped = date !== null && /\p{L}{3}\.$/u.test(place) && !isTownOfState(place);
    const town = isStopped ? place.slice(0, -1) : place;
    return {
      dateline: { place: town, date, agency: isDay ? null : (agency?.trim() ?? null) },
      length,
    };
  }
  return null;
}

/**
 * "SMITH: We will not sell." is speech, "HARBOURWATCH: The Port Will Close This Week" a headline: a
 * report opens neither with "I" or "we" outside quotation marks, nor with nothing but capitals.
 */
function isLabel(opening: string, head: string): boolean {
  if (!/:\s*$/u.test(opening)) return false;
  const said = head.slice(opening.length).replace(/[“"][^”"]*[”"]?/gu, "");
  const words = said.match(/\p{L}{4,}/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  const isTitle = words.length > 2 && capitals >= words.length * 0.7;
  return isTitle || /\b(?:I|we|you|my|our|your|me|us)\b/i.test(said);
}

/** Copy in which several paragraphs open with a name in capitals and a colon is an interview. */
function isTranscript(body: string, dateline: Dateline | null): boolean {
  if (dateline === null || dateline.date !== null || dateline.agency !== null) return false;
  const turns = body.match(/^\p{Lu}[\p{Lu} .'’-]{1,40}: /gmu) ?? [];
  return turns.length > 1;
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length;
}
