import type { Reading } from "#core/change/reading.ts";
import { opensElsewhere } from "#core/change/scope.ts";
import { UNIT_WORD } from "#core/text/figure-number.ts";
import type { TextKind } from "#core/text/kind.ts";
import type { CopyKind } from "./story.ts";

const COUNT = `(?:\\d{1,3}|an?|${UNIT_WORD})`;
const LONG_AGO = "(?:years?|decades?|months?)";

// Reads in a headline: "One year on, Tarn remembers", "Five years after the Velsk fire", "Anniversary of"
const LOOKS_BACK_HEADLINE = new RegExp(
  `\\b(?:anniversary|commemorat(?:es?|ed|ing)|${COUNT} ${LONG_AGO} (?:on|later|after|since|ago)|(?:years?|decades?) on\\b|marks? ${COUNT} ${LONG_AGO})\\b|\\bremember(?:s|ed|ing)?\\b.{0,40}\\b(?:victims|dead|disaster|flood|fire|quake|crash)\\b`,
  "iu",
);
// Reads in a lede: "on the tenth anniversary of", "a year to the day after", "who died 10 years ago today"
const LOOKS_BACK_LEDE = new RegExp(
  `\\banniversary of\\b|\\bcommemorat(?:ed|ing|e|es)\\b|\\b${COUNT} ${LONG_AGO} (?:to the day|on from)\\b|\\b(?:mark(?:s|ed|ing)?|exactly) ${COUNT} ${LONG_AGO} (?:since|after|ago)\\b|\\b${COUNT} ${LONG_AGO} ago (?:today|on |this )`,
  "iu",
);
// Reads: "World news in brief", "Morning round-up", "News at a glance", "Five things to know", "What happened this week", "Border war briefing: …"
const ROUND_UP_HEADLINE =
  /\b(?:round-?up|(?:news|world|business|sport|sports|crime|court|local|regional|national|weather) (?:in brief|briefs|digest|summary|bulletin|highlights)|in brief(?=$|[:;,–—])|at a glance|news digest|news summary|the (?:week|day) in|week in review|top stories|things to know|morning briefing|evening briefing|daily briefing)\b|^(?:\p{L}+ ){1,3}(?:briefing|recap)[:|]/iu;
// Reads: "TARNMOUTH — ", "Velsk Bay: " where an item begins
const OWN_PLACE =
  /^(?:[•●▪*–-]\s*)?(?:\p{Lu}[\p{Lu}’' -]{3,30}(?:, [\p{L}. ]{2,20})?\s*(?:[—–:-]|\()|\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2}: )/u;
const FEWEST_ITEMS = 3;

const VIEWS: ReadonlySet<TextKind> = new Set(["opinion", "advice"]);

/** Tells a round-up of several events, a piece that looks back, and a view, from a report. */
export function copyKind(reading: Reading): CopyKind {
  const { headline, kind } = reading.filing.brief;
  if (ROUND_UP_HEADLINE.test(headline) || isStrung(reading)) return "round-up";
  if (VIEWS.has(kind)) return "view";
  const lede = sentenceAt(reading, 0);
  if (LOOKS_BACK_HEADLINE.test(headline) || LOOKS_BACK_LEDE.test(lede)) return "look-back";
  return "report";
}

function sentenceAt({ body, sentences, told }: Reading, index: number): string {
  const sentence = sentences[told[index] ?? -1];
  return sentence === undefined ? "" : body.slice(sentence.start, sentence.end);
}

/** Says whether an article strings reports together that have nothing in common. */
function isStrung(reading: Reading): boolean {
  const parts = partsOf(reading);
  if (parts.length < FEWEST_ITEMS) return false;
  const placed = parts.filter(({ text }) => OWN_PLACE.test(text));
  // Interviews label every turn the same way; towns differ.
  const places = new Set(placed.map(({ text }) => OWN_PLACE.exec(text)?.[0]));
  if (
    places.size >= FEWEST_ITEMS &&
    places.size === placed.length &&
    placed.length * 2 > parts.length
  )
    return true;
  const turns = parts.filter(({ text }) => opensElsewhere(text)).length;
  return turns >= 2 || (turns === 1 && apart(parts) >= FEWEST_ITEMS);
}

interface Part {
  readonly text: string;
  readonly names: ReadonlySet<number>;
}

/** Paragraphs and items of the story, with whom they name. */
function partsOf({ body, passages, sentences, names }: Reading): readonly Part[] {
  const named = new Map<number, Set<number>>();
  for (const { sentence, entity } of names) {
    const passage = sentences[sentence]?.passage;
    if (passage === undefined) continue;
    const known = named.get(passage) ?? new Set();
    named.set(passage, known.add(entity));
  }
  return passages.flatMap(({ kind, start, end }, index) =>
    kind === "prose" || kind === "item"
      ? [{ text: body.slice(start, end), names: named.get(index) ?? new Set<number>() }]
      : [],
  );
}

/** How many parts name someone, and share no name with the part before them. */
function apart(parts: readonly Part[]): number {
  return parts.filter(({ names }, index) => {
    const before = parts[index - 1]?.names ?? new Set();
    return names.size > 0 && names.isDisjointFrom(before);
  }).length;
}
