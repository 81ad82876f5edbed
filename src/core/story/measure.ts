import type { Fate } from "#core/text/counted.ts";
import { figureLabel } from "#core/text/figure-label.ts";
import type { Figure } from "#core/text/figures.ts";

/** What a figure measures, in a form that two articles share. */
export interface Measure {
  /** `killed`, `fine`, `homes destroyed`. */
  readonly measure: string;
  /** Whom it counts, in the plural, as a plain word; empty where the measure says it. */
  readonly subject: string;
  /** Whether it may grow by the hour while an event lasts. */
  readonly running: boolean;
}

const BOUND =
  "(?:(?:at least|at most|no fewer than|up to|as many as|as much as|no more than|more than|over|fewer than|less than|about|around|some|roughly|nearly|almost|approximately|an estimated|estimated|just|only) )?";
const PEOPLE =
  /^(?:people|persons?|deaths?|dead|fatalities|injuries|arrests?|victims|casualties|bodies|others)$/u;
const ALIKE: ReadonlyMap<string, string> = new Map([
  ["houses", "homes"],
  ["troops", "soldiers"],
  ["policemen", "officers"],
  ["suspects", "people"],
]);

// Reads: "put the damage at ", "the ransom was ", "a budget of "
const AMOUNT = new RegExp(
  `\\b(?<what>damage|losses|cost|costs|bill|price|budget|deal|ransom|fine|value|debt|turnout|inflation|unemployment|majority|loan|grant|bailout|penalty|compensation|reward)(?: \\p{Ll}+){0,3}? (?:at|of|to|was|is|were|stood at|reached|totalled) ${BOUND}$`,
  "iu",
);
// Reads: " homes were destroyed", " flights had been cancelled"
const UNDERGONE =
  /^(?: \p{L}[\p{L}’'-]*){0,3}? (?<noun>\p{Ll}[\p{Ll}’'-]*s) (?:were|have been|had been|are|has been|was) (?:\p{Ll}+ly )?(?<done>\p{Ll}{3,}ed)(?!\p{L})/u;
// Reads: "destroying ", "cancelled more than "
const DONE = new RegExp(`(?<!\\p{L})(?<done>\\p{Ll}{3,}(?:ed|ing)) ${BOUND}$`, "u");
/** Verbs whose participle is another, and words that only look like one. */
const IRREGULAR =
  /(?:tting|^(?:leav|sink|los|send|build|bring|tak|mak|giv|sell|buy|hold|spend|includ|cost|see|feel|driv|becom|go|com|be|hav|do|say|tell|accord|follow|dur|regard|exceed|need|involv|compar|estimat|total|rang|averag|report|suppos|expect|plann)(?:ing|ed)|eding)$/u;

// Reads: "pulled 118 people from the water"; bodies are not rescued
const PULLED = new RegExp(
  `\\b(?:pulled|plucked|dug|winched|hauled|lifted|brought) ${BOUND}$`,
  "iu",
);
const PULLED_FROM =
  /^ (?:people|survivors|passengers|men|women|children) (?:alive |safely )?(?:from|out of|ashore)\b/iu;

// Reads: "The death toll from the storm rose to ", "The number of people killed when a ferry sank climbed to "
const TOLL = new RegExp(
  `\\b(?:(?<toll>(?:death )?toll)|number of (?:people |those )?(?<fate>killed|dead|deaths|injured|wounded|missing|arrested|detained))\\b[^;:\\d]*? (?:rose|risen|rises|climbed|climbs|jumped|grew|grown|increased|stood|stands|reached|reaches|was|is|hits?|passed) (?:\\p{Ll}+ ){0,2}?(?:to |at )?${BOUND}$`,
  "iu",
);
const TOLLS: Readonly<Record<string, Fate>> = {
  ...{ killed: "killed", dead: "killed", deaths: "killed", injured: "injured" },
  ...{ wounded: "injured", missing: "missing", arrested: "arrested", detained: "arrested" },
};

/** Reads what a figure of a sentence measures; `null` where that is not certain. */
export function measureOf(sentence: string, figure: Figure): Measure | null {
  const { fate, unit, counts } = figure;
  const before = sentence.slice(0, figure.start);
  if (PULLED.test(before) && PULLED_FROM.test(sentence.slice(figure.end)))
    return { measure: "rescued", subject: "people", running: true };
  if (fate !== null) return { measure: fate, subject: subjectOf(counts, fate), running: true };
  const toll = TOLL.exec(before)?.groups;
  if (toll !== undefined && unit === null && counts === null) {
    const measure = TOLLS[toll.fate?.toLowerCase() ?? "killed"];
    return measure === undefined ? null : { measure, subject: "people", running: true };
  }
  if (unit !== null) return amountOf(sentence, before, figure);
  const noun = counts?.toLowerCase().split(" ").at(-1);
  const behind = sentence.slice(figure.end);
  const undergone = UNDERGONE.exec(behind)?.groups;
  const done = noun === undefined ? undefined : DONE.exec(before)?.groups?.done;
  if (undergone?.noun !== undefined) return deedOf(undergone.noun, undergone.done);
  return noun === undefined || PEOPLE.test(noun) ? null : deedOf(noun, done);
}

function subjectOf(counts: string | null, fate: Fate): string {
  const noun = counts?.toLowerCase().split(" ").at(-1) ?? "people";
  if (PEOPLE.test(noun) || noun === fate) return "people";
  return ALIKE.get(noun) ?? noun;
}

function amountOf(sentence: string, before: string, { start, end, unit }: Figure): Measure | null {
  const what =
    figureLabel(sentence, start, end, unit ?? "") ?? AMOUNT.exec(before)?.groups?.what ?? null;
  return what === null ? null : { measure: what.toLowerCase(), subject: "", running: false };
}

function deedOf(noun: string, done: string | undefined): Measure | null {
  if (done === undefined || IRREGULAR.test(done)) return null;
  const deed = done.replace(/ing$/u, "ed");
  return { measure: `${ALIKE.get(noun) ?? noun} ${deed}`, subject: "", running: true };
}
