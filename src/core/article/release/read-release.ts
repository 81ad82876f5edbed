import type { Aside, Copy } from "#core/article/copy.ts";
import type { Embargo } from "#core/article/embargo.ts";
import type { Instant } from "#core/article/instant.ts";
import { isEmbargoedStatus } from "#core/article/status-field.ts";
import { dateToCome, type FieldOrigin, isNone, momentOf, readField } from "./field.ts";
import { readFileName } from "./file-name.ts";
import { readDeskLines, readStoryLines } from "./lines.ts";
import { type ReleaseNotice, readNoticeLine, strictest, tellingOf } from "./notice.ts";

/** The fields of copy in which a desk may say when it may be shown. */
export type ReleaseFields = Pick<
  Copy,
  | ("title" | "subheadline" | "body" | "embargo" | "status" | "editorNote" | "usageTerms")
  | ("dateline" | "date" | "slug" | "asides")
>;

/** A longer field is no moment; it may hide one that is later. */
const LONGEST_FIELD = 1000;

interface Placed {
  readonly place: string;
  readonly notice: ReleaseNotice;
}

/**
 * Reads when copy may be shown, from every place where a desk may say so. Of several notices the
 * strictest counts, wherever it stands: a past date in a field never overrides a later notice.
 *
 * Whatever a text leaves open is read so that nothing is early: a time without a zone as if it were
 * on the last clock on Earth (UTC−12), an ambiguous zone or date at its latest reading, a date
 * without a time as the start of that day. What is not certain even so is `unreadable`, and holds.
 *
 * @param takenIn settles the year, or the week of a weekday, where the text leaves it out
 */
export function readRelease(copy: ReleaseFields, takenIn: Instant): Embargo | null {
  const found = [
    ...inFields(copy, takenIn),
    ...inHeadlines(copy, takenIn),
    ...placed("the text", readStoryLines(copy.body, copy.title !== null, takenIn)),
    ...copy.asides.flatMap((aside) => inAside(aside, copy.title, takenIn)),
  ];
  const notices = found.map(({ notice }) => notice);
  const strict = strictest(notices);
  if (strict === null) return bareStatus(copy);
  const telling = new Set(tellingOf(notices));
  const first = found.find(({ notice }) => notice === strict);
  const also = found
    .filter(({ notice }) => telling.has(notice) && notice.text !== strict.text)
    .filter(({ notice: { until } }) => until === null || until > takenIn)
    .filter(
      ({ notice: { text } }, at, all) =>
        all.findIndex((other) => other.notice.text === text) === at,
    )
    .slice(0, MOST_ALSO)
    .map(embargoOf);
  const embargo = embargoOf({ notice: strict, place: first?.place ?? null });
  return also.length === 0 ? embargo : { ...embargo, also };
}

/** More notices than copy has beside its strictest. */
const MOST_ALSO = 8;

function embargoOf({
  notice: { text, until },
  place,
}: {
  notice: ReleaseNotice;
  place: string | null;
}): Embargo {
  return until === null
    ? { kind: "unreadable", text, place }
    : { kind: "until", instant: until, text, place };
}

/** A status of "embargoed" without a moment. */
function bareStatus({ status }: ReleaseFields): Embargo | null {
  return isEmbargoedStatus(status)
    ? { kind: "unreadable", text: status?.trim() ?? "", place: "the status" }
    : null;
}

function placed(place: string, notices: readonly (ReleaseNotice | null)[]): readonly Placed[] {
  return notices.flatMap((notice) => (notice === null ? [] : [{ place, notice }]));
}

function inFields(copy: ReleaseFields, takenIn: Instant): readonly Placed[] {
  const { status, editorNote, usageTerms, dateline, date } = copy;
  const noted = (place: string, text: string | null): readonly Placed[] =>
    text === null ? [] : placed(place, readDeskLines(text, takenIn));
  return [
    ...placed("the embargo field", statedEmbargoes(copy.embargo, takenIn)),
    ...(isEmbargoedStatus(status) ? [] : noted("the status", status)),
    ...noted("the editor's note", editorNote),
    ...noted("the usage terms", usageTerms),
    ...noted("the dateline", dateline),
    ...placed("the date", date === null ? [] : [dateToCome(`date: ${date}`, date, takenIn)]),
  ];
}

/** A field may hold several moments and notices: `2026-05-08T05:00:00Z; UNTIL 0001 GMT, May 9, 2026`. */
function statedEmbargoes(stated: string | null, takenIn: Instant): readonly ReleaseNotice[] {
  const field = stated?.trim() ?? "";
  if (isNone(field)) return [];
  if (field.length > LONGEST_FIELD) return [momentOf(field.slice(0, LONGEST_FIELD), "?", takenIn)];
  const parts = field.split(/[;\n]/u).filter((part) => /[\p{L}\p{N}]/u.test(part));
  const readings = parts.map((part) => ({ part, ...readNoticeLine(part, "desk", takenIn) }));
  const says = readings.some(({ notice, isFree }) => notice !== null || isFree);
  return readings.flatMap(({ part, notice, isFree }): readonly ReleaseNotice[] => {
    if (notice !== null) return [notice];
    // Behind a notice, words alone are a remark: "EMBARGO LIFTED; sent again for those who missed it".
    if (isFree || isNone(part) || (says && !/\d/u.test(part))) return [];
    return [momentOf(part, part, takenIn)];
  });
}

function inHeadlines({ title, subheadline }: ReleaseFields, takenIn: Instant): readonly Placed[] {
  const read = (place: string, text: string | null): readonly Placed[] =>
    text === null ? [] : placed(place, [readNoticeLine(text, "headline", takenIn).notice]);
  return [...read("the headline", title), ...read("the sub-headline", subheadline)];
}

/** What stands beside a story: a field by its name, a file's or a folder's name, or words of the desk. */
function inAside(
  { place, field, text }: Aside,
  title: string | null,
  takenIn: Instant,
): readonly Placed[] {
  if (field !== null) {
    return placed(place, [readField({ name: field, value: text }, takenIn, originOf(place))]);
  }
  if (/\bname\b/u.test(place)) return placed(place, [readFileName(text, title, takenIn)]);
  return placed(place, readDeskLines(text, takenIn, isOfPage(place) ? "page" : "desk"));
}

function originOf(place: string): FieldOrigin {
  if (place === "the front matter") return "front matter";
  return /\bpage\b/u.test(place) ? "page" : "file";
}

/** Words that a web page has around its story are its own more often than the desk's: "First Draft". */
function isOfPage(place: string): boolean {
  return place === "hidden text" || place === "beside the story";
}
