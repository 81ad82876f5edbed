import { readZone } from "#core/article/zone.ts";
import { zoneOfPlace } from "./place-clock.ts";
import type { NoticeTable } from "./table.ts";
import { readTerms } from "./terms.ts";

// Reads what parts a notice from prose: ". Minister", " – Minister", ": Minister", " | ", "//"
const PART =
  /(?<=\p{L}{2}|\d{3}|[:.]\d{2}|\))[.!;]\s+(?!\d)|\s[–—|-]{1,2}\s|\s?\/\/\s?|:\s+(?=\p{L})|\s?[|•>·]\s?|\n+/gu;
/** Words by which a part sets a condition, or changes the notice. */
export const CONDITION =
  /\b(?:hold|held|later|put back|slipp?ed|slips|moved(?! in advance)|moves|delay(?:ed)?|hours? later|days? later|await(?:ing)?|confirmed|cancel(?:led)?|still not|not yet|again|instead|pending|subject to|tb[acd]|unless|extended|postponed|delayed|may change|to be confirmed|unconfirmed|clearance|not before|not for|until|embargo)\b/i;
const ABBREVIATION =
  /\b(?:[ap]\.?m|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun|hrs?|no|approx|st)$/i;

/** A longer part is prose, whatever condition it names. */
const MOST_WORDS = 10;

/**
 * Parts the terms of a notice from the prose behind it. A part that states a moment, or a condition,
 * is of the terms: "until 1800 GMT (print) – not for online use before 0600 GMT".
 */
export function cutAtProse(text: string, table: NoticeTable): { head: string; rest: string } {
  const after = withoutPlaces(text);
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
    (CONDITION.test(part) && foreign.length <= MOST_WORDS)
  );
}

// Reads a town that says whose clock is meant: (Accra), (DEN HAAG), [SEC=UNCLASSIFIED]; not (TBC), (GMT), (Print).
const TOWN = /\((?<town>\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+){0,2})\)|\[[A-Z]+[=:][A-Z ]+\]/gu;
const NO_TOWN =
  /^(?:\p{L}{1,4}|pending|provisional|draft|unconfirmed|confirmed|expected|print|online|broadcast|all media|embargoed|extended|new|revised|strict|hold|cancelled|early|late|approx)\b/iu;

/** A town adds nothing: without a zone that is known, the last clock on Earth is read. */
function withoutPlaces(text: string): string {
  return text.replace(TOWN, (all, town: string | undefined) => {
    if (town === undefined) return " ";
    const zone = readZone(town) === null ? zoneOfPlace(town) : town;
    if (zone !== null) return ` ${zone} time`;
    return NO_TOWN.test(town) && !/\s/u.test(town) ? all : " ";
  });
}
