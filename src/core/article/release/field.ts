import type { Instant } from "#core/article/instant.ts";
import { readDate } from "#core/article/read-date.ts";
import { isWithheldCode } from "#core/article/status-field.ts";
import { readDeskLines } from "./lines.ts";
import { type ReleaseNotice, readNoticeLine, strictest } from "./notice.ts";
import type { LinePlace } from "./sighting.ts";
import { NOTICE_TABLES } from "./tables.ts";
import { instantOfTerms, readTerms } from "./terms.ts";
import { plainLetters, unveil } from "./unveil.ts";

/** A field that a file states by name. */
export interface StatedField {
  readonly name: string;
  readonly value: string;
}

/**
 * Whose field it is: only front matter says when copy ends, and the words of a web page's own fields
 * are about its story ("des: Embargoes and Sanctions").
 */
export type FieldOrigin = "front matter" | "page" | "file";

const NONE =
  /^(?:none|no|nil|null|undefined|false|0|off|n|n\/a|not embargoed|no embargo|lifted|immediate|for immediate release|nein|keine|non|aucun|ninguno|nenhum|nessuno|geen)?$/i;
const TRUE = /^(?:true|yes|y|1|on|ja|oui|si|sim)$/i;
const FALSE = /^(?:false|no|n|0|off|nein|non)$/i;

// Names, their words parted by blanks: embargo until, on hold, not before
const HOLDS =
  /\b(?:embargo\p{L}*|sperr(?:frist|vermerk)|ambargo|embargado|on hold|hold|held|not before|do not (?:publish|use|release)|withhold)\b/u;
const SAYS_NOT_YET =
  /(?:^|\s)(?:draft|drafts|private|hidden|unpublished|pending|wip|withheld|confidential|is draft|entwurf|brouillon|borrador|bozza)$/u;
const SAYS_READY =
  /(?:^|\s)(?:published|publish|is published|public|visible|live|approved|released|ready|cleared|publishable)$/u;
const SAYS_STATUS = /(?:^|\s)(?:status|state|workflow|stage|visibility)$/u;
const OWN_MOMENT =
  /\b(?:publish|release|releases|released|available|availability|scheduled?|go live|golive|live|display|launch)\s?(?:date|at|on|time|from|after|for|start|not before|utc|gmt|datetime|timestamp)\b|^(?:publishdate|publishat|publishon|releasedate|releasetime|scheduled|schedule|availablefrom|notbefore|dcterms available|prism embargo date|embargodate)$/u;
const ANY_MOMENT =
  /^(?:\p{L}+ )?(?:date|pub date|pubdate|published|date published|publication date|publicationdate|publication|published (?:at|on|date|time)|issued|date issued|release|article published time|date release|post date(?: gmt)?)$/u;
const EXPIRES =
  /^(?:expiry date|expirydate|expires?|expiry|expire date|unpublish date|unpublish at|unpublishdate)$/u;
/** Fields that describe the story: words in them are news, as in a headline. */
const DESCRIBES =
  /\b(?:title|headline|description|abstract|summary|keywords?|tags?|subjects?|categor(?:y|ies)|section|topics?|slug|slugline|url|link|id|guid|name|alt|caption|subhead|deck|body|content|text|article|image|author|creator|byline)\b/u;

/** A value without the marks around it; a long one is no single word. */
function bare(value: string): string {
  const text = value.slice(0, LONGEST_WORD);
  return text
    .replace(/^[^\p{L}\p{N}]{0,20}/u, "")
    .replace(/(?<=[\p{L}\p{N}])[^\p{L}\p{N}]{0,20}$/u, "");
}

const LONGEST_WORD = 60;

/** Says whether the value of a field states that there is no embargo: `none`, `n/a`, `lifted`. */
export function isNone(value: string): boolean {
  return !/[\p{L}\p{N}]/u.test(value) || NONE.test(bare(value));
}

/** What a named field says of the release of its copy; `null` where it says nothing. */
export function readField(
  { name, value }: StatedField,
  takenIn: Instant,
  origin: FieldOrigin,
): ReleaseNotice | null {
  const key = wordsOf(name);
  const text = value.trim();
  if (text === "") return null;
  const shown = `${name}: ${text}`;
  if (HOLDS.test(key)) return isNone(text) ? null : momentOf(shown, text, takenIn);
  if (SAYS_NOT_YET.test(key) && (TRUE.test(bare(text)) || isWithheldCode(text)))
    return heldBy(shown);
  if (SAYS_READY.test(key) && FALSE.test(bare(text))) return heldBy(shown);
  if (SAYS_STATUS.test(key) && isWithheldCode(text)) return heldBy(shown);
  if (origin === "front matter" && EXPIRES.test(key)) return expired(shown, text, takenIn);
  if (OWN_MOMENT.test(key)) return ownMoment(shown, text, takenIn);
  if (ANY_MOMENT.test(key)) return dateToCome(shown, text, takenIn);
  const place = DESCRIBES.test(key) ? "headline" : origin === "page" ? "page" : "desk";
  return inWords(place, text, shown, takenIn);
}

/** `publishDate`, `publish_date` and `dcterms:available` are `publish date` and `dcterms available`. */
function wordsOf(name: string): string {
  return name
    .replace(/(?<=\p{Ll}|\d)(?=\p{Lu})/gu, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}

function heldBy(text: string): ReleaseNotice {
  return {
    ...{ text, until: null, clock: null, isZoned: true, isBare: false, isOpen: false, rest: "" },
    why: "Its field says so",
  };
}

function until(text: string, instant: Instant): ReleaseNotice {
  return { ...heldBy(text), until: instant, clock: instant };
}

/** Reads the value of a field that states an embargo: a moment, a notice, or several of both. */
export function momentOf(shown: string, value: string, takenIn: Instant): ReleaseNotice {
  const notice = readNoticeLine(value, "desk", takenIn);
  if (notice.notice !== null) return { ...notice.notice, isBare: false };
  const instant = instantIn(value, takenIn);
  return instant === null ? heldBy(shown) : until(shown, instant);
}

/** A moment in any language, by the one that knows all its words. */
export function instantIn(value: string, takenIn: Instant): Instant | null {
  // Seconds, or milliseconds, since 1970.
  if (/^\s*(?:\d{10}|\d{13})\s*$/u.test(value)) return Number(value.trim().padEnd(13, "0"));
  const plain = plainLetters(unveil(value)).toLowerCase();
  for (const table of NOTICE_TABLES) {
    const terms = readTerms(plain, table);
    if (terms.foreign.length > 0) continue;
    const instant = instantOfTerms(terms, takenIn, table.language);
    if (instant !== null) return instant;
  }
  return null;
}

/** `publishDate`, `release_time`: a moment to come holds, and so does one that cannot be read. */
function ownMoment(shown: string, value: string, takenIn: Instant): ReleaseNotice | null {
  if (isNone(value) || TRUE.test(bare(value))) return null;
  const stamp = /^\d{9,13}$/u.test(value) ? Number(value.padEnd(13, "0")) : null;
  const instant = stamp ?? instantIn(value, takenIn) ?? readDate(value);
  if (instant === null) return /immediate|now\b|asap/i.test(value) ? null : heldBy(shown);
  return instant > takenIn ? until(shown, instant) : null;
}

/** Half a day: clocks on Earth are that much ahead of UTC. */
const AHEAD = 14 * 60 * 60 * 1000;
/** Two clocks that are set right may still be some minutes apart. */
const CLOCKS_APART = 10 * 60 * 1000;
const A_DAY = 24 * 60 * 60 * 1000;

/**
 * A date of publication that is to come by every clock on Earth: `date: 2027-03-01`. It is held until
 * the date has come by the last of them, where it states no time.
 */
export function dateToCome(shown: string, value: string, takenIn: Instant): ReleaseNotice | null {
  const instant = readDate(value);
  if (instant === null) return null;
  const isDay = instant % A_DAY === 0;
  if (instant - (isDay ? AHEAD : CLOCKS_APART) <= takenIn) return null;
  return until(shown, isDay ? (instantIn(value, takenIn) ?? instant) : instant);
}

function expired(shown: string, value: string, takenIn: Instant): ReleaseNotice | null {
  const instant = readDate(value);
  return instant === null || instant > takenIn
    ? null
    : { ...heldBy(shown), why: "Its publisher's time for it is over" };
}

/** A field of another name whose words are a notice: `note: Embargoed until …`. */
function inWords(
  place: LinePlace,
  value: string,
  shown: string,
  takenIn: Instant,
): ReleaseNotice | null {
  const found =
    place === "headline"
      ? readNoticeLine(value, place, takenIn).notice
      : strictest(readDeskLines(value, takenIn, place));
  return found === null ? null : { ...found, text: shown };
}
