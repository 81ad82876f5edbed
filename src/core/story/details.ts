import { findMagnitudes } from "#core/change/magnitude.ts";
import { plain } from "#core/change/plain.ts";
import { blocksIn } from "#core/change/scope.ts";
import type { Fate } from "#core/text/counted.ts";
import type { Figure } from "#core/text/figure.ts";
import { findNumbers } from "#core/text/figures.ts";
import type { Range } from "#core/text/text.ts";
import { hoursOf, type Span, withoutSaidDays } from "./hours.ts";
import { settingsOf } from "./setting.ts";

/** What tells one event from another like it. Each list is empty where the report states none. */
export interface Details {
  /** `34` of "a 34-year-old man". */
  readonly ages: readonly string[];
  /** `dunmore lane`. */
  readonly streets: readonly string[];
  /** `400` of "the 400 block of Dunmore Lane". */
  readonly blocks: readonly string[];
  /** `mon` of the opening: when it happened. */
  readonly days: readonly string[];
  readonly magnitudes: readonly string[];
  /** `3-2` of the opening. */
  readonly scores: readonly string[];
  /** Amounts, plain: `46000`. */
  readonly figures: readonly string[];
  /** Of the opening: how many were killed, hurt and so on. */
  readonly tolls: readonly Toll[];
  /** When of the day it was. This and the next are left out in what an earlier version has stored. */
  readonly hours?: readonly Span[];
  /** Where it was, whatever the town: `bar`. */
  readonly settings?: readonly string[];
}

export interface Toll {
  readonly fate: Fate;
  readonly count: number;
}

const MOST = 16;
/** Smaller counts are alike by chance. */
const LEAST_FIGURE = 3;

const ROAD =
  "Streets?|St|Avenues?|Ave|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Parkway|Pkwy|Terrace|Crescent|Highway|Route|Interstate|Rise|Court|Ct|Place|Pl|Circle|Cir|Trail|Trl|Pike|Turnpike|Way|Loop|Row";
// Reads: "Dunmore Lane", "West 12th Street", "Highway 17", "Interstate 40"
const STREET = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:\\p{Lu}[\\p{L}.’'-]+ |\\d{1,3}(?:st|nd|rd|th) ){1,3}(?:${ROAD})(?![\\p{L}-])|(?:Highway|Route|Interstate|Hwy) \\d{1,3}(?!\\d))`,
  "gu",
);
// Reads: "the 400 block of Dunmore", "the 2700-block of West 12th"
const ON_BLOCK =
  /\d[ -]block of (?<road>(?:(?:North|South|East|West|[NSEW][EW]?)\.? )?(?:\p{Lu}[\p{L}’'-]+|\d{1,3}(?:st|nd|rd|th))(?: \p{Lu}[\p{Ll}’'-]+)*)/gu;
const DAY = /(?<!\p{L})(?<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!\p{L})/gu;

/** Reads the details of a stretch of a report: `opening` its first sentences. */
export function detailsOf(headline: string, body: string, news: Range, opening: Range): Details {
  const text = body.slice(news.start, news.end);
  const lede = body.slice(opening.start, opening.end);
  const happened = withoutSaidDays(lede);
  const numbers = findNumbers(body, news);
  const inOpening = numbers.filter(({ start }) => start < opening.end);
  return {
    ages: unique(ofKind(numbers, "age").map(({ value }) => String(value))),
    streets: unique(streetsIn(text)),
    blocks: unique(blocksIn(text)),
    days: unique(
      [...happened.matchAll(DAY)].map(({ groups }) => plain(groups?.day ?? "").slice(0, 3)),
    ),
    magnitudes: unique(findMagnitudes(lede).map(({ value }) => String(value))),
    scores: unique(ofKind(inOpening, "score").map((score) => score.text.replace(/[^\d]+/gu, "-"))),
    figures: unique(amountsOf(numbers)),
    tolls: inOpening
      .flatMap(({ fate, value }) => (fate === null ? [] : [{ fate, count: value }]))
      .slice(0, MOST),
    hours: hoursOf(text, happened),
    settings: settingsOf(headline, text),
  };
}

function streetsIn(text: string): readonly string[] {
  const onBlocks = [...text.matchAll(ON_BLOCK)].map(({ groups }) => groups?.road ?? "");
  return [...[...text.matchAll(STREET)].map(([street]) => street), ...onBlocks].map(streetName);
}

function unique(found: readonly string[]): readonly string[] {
  return [...new Set(found)].slice(0, MOST);
}

function ofKind(numbers: readonly Figure[], kind: Figure["kind"]): readonly Figure[] {
  return numbers.filter((one) => one.kind === kind);
}

function amountsOf(numbers: readonly Figure[]): readonly string[] {
  return numbers.flatMap(({ kind, value, unit }) => {
    const isAmount = kind === "count" || kind === "money" || kind === "share" || kind === "measure";
    return isAmount && (unit !== null || value >= LEAST_FIGURE) ? [String(value)] : [];
  });
}

const SHORT: ReadonlyMap<string, string> = new Map([
  ["street", "st"],
  ["avenue", "ave"],
  ["road", "rd"],
  ["lane", "ln"],
  ["boulevard", "blvd"],
  ["parkway", "pkwy"],
  ["highway", "hwy"],
  ["drive", "dr"],
  ["court", "ct"],
  ["place", "pl"],
  ["circle", "cir"],
  ["trail", "trl"],
]);

/** "W. Dunmore Lane" and "Dunmore Ln." are one: `dunmore ln`. */
function streetName(printed: string): string {
  const words = plain(printed).replace(/\./gu, "").split(" ");
  return words
    .filter((word) => !/^(?:[nsew]|north|south|east|west|[ns][ew]|on|in|at|the|of)$/u.test(word))
    .map((word) => SHORT.get(word) ?? word)
    .join(" ");
}
