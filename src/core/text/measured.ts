import { BOUND_WORDS } from "./bound.ts";
import type { Fate } from "./counted.ts";
import type { Figure } from "./figure.ts";

/** What a figure measures, in a form that two articles share. */
export interface Measure {
  /** `killed`, `fine`, `homes destroyed`. */
  readonly measure: string;
  /** Whom it counts, in the plural, as a plain word; empty where the measure says it. */
  readonly subject: string;
  /** Whether it may grow by the hour while an event lasts. */
  readonly running: boolean;
}

const PEOPLE =
  /^(?:people|persons?|deaths?|dead|fatalities|injuries|arrests?|victims|casualties|bodies|others)$/u;
const ALIKE: ReadonlyMap<string, string> = new Map([
  ["houses", "homes"],
  ["troops", "soldiers"],
  ["policemen", "officers"],
  ["suspects", "people"],
]);

// Reads: "a fine of ", where the figure is money or a share
const OF = new RegExp(`(?<!\\p{L})(?<what>\\p{Ll}{3,})\\s+of\\s+${BOUND_WORDS}$`, "u");
const NO_AMOUNT = /^(?:out|instead|because|ahead|short|regardless|some|most|all|one|each|half)$/u;
// Reads: "put the damage at ", "the ransom was ", "a budget of "
const AMOUNT = new RegExp(
  `\\b(?<what>damage|losses|cost|costs|bill|price|budget|deal|ransom|fine|value|debt|turnout|inflation|unemployment|majority|loan|grant|bailout|penalty|compensation|reward)(?: \\p{Ll}+){0,3}? (?:at|of|to|was|is|were|stood at|reached|totalled) ${BOUND_WORDS}$`,
  "iu",
);
// Reads: " homes were destroyed", " flights had been cancelled"
const UNDERGONE =
  /^(?: \p{L}[\p{L}’'-]*){0,3}? (?<noun>\p{Ll}[\p{Ll}’'-]*s) (?:were|have been|had been|are|has been|was) (?:\p{Ll}+ly )?(?<done>\p{Ll}{3,}ed)(?!\p{L})/u;
// Reads: "destroying ", "cancelled more than "
const DONE = new RegExp(`(?<!\\p{L})(?<done>\\p{Ll}{3,}(?:ed|ing)) ${BOUND_WORDS}$`, "u");
/** Verbs whose participle is another, and words that only look like one. */
const IRREGULAR =
  /(?:tting|^(?:leav|sink|los|send|build|bring|tak|mak|giv|sell|buy|hold|spend|includ|cost|see|feel|driv|becom|go|com|be|hav|do|say|tell|accord|follow|dur|regard|exceed|need|involv|compar|estimat|total|rang|averag|report|suppos|expect|plann)(?:ing|ed)|eding)$/u;

// Reads: "pulled 118 people from the water"; bodies are not rescued
const PULLED = new RegExp(
  `\\b(?:pulled|plucked|dug|winched|hauled|lifted|brought) ${BOUND_WORDS}$`,
  "iu",
);
const PULLED_FROM =
  /^ (?:people|survivors|passengers|men|women|children) (?:alive |safely )?(?:from|out of|ashore)\b/i;

/** Reads what a figure of a sentence measures; `null` where that is not certain. */
export function measureOf(sentence: string, figure: Figure): Measure | null {
  const { fate, unit, counts } = figure;
  const before = sentence.slice(0, figure.start);
  const behind = sentence.slice(figure.end);
  if (PULLED.test(before) && PULLED_FROM.test(behind))
    return { measure: "rescued", subject: "people", running: true };
  if (fate !== null) return { measure: fate, subject: subjectOf(counts, fate), running: true };
  if (unit !== null) return amountOf(before);
  const noun = counts?.toLowerCase().split(" ").at(-1);
  const undergone = UNDERGONE.exec(behind)?.groups;
  const done = noun === undefined ? undefined : DONE.exec(before)?.groups?.done;
  if (undergone?.noun !== undefined) return deedOf(undergone.noun, undergone.done);
  return noun === undefined || PEOPLE.test(noun) ? null : deedOf(noun, done);
}

/**
 * What a figure of a sentence counts, in the words of the sentence and for people to read: `killed`, `toll`,
 * `windows`, `fine` in "a fine of $3m". `null` where that is not certain.
 */
export function labelOf(sentence: string, figure: Figure): string | null {
  const { said, counts, kind } = figure;
  if (said !== null) return said;
  if (kind === "measure") return null;
  const measured = measureOf(sentence, figure);
  if (measured !== null) return measured.measure;
  const noun = counts?.split(" ").at(-1) ?? "";
  return counts === null || PEOPLE.test(noun) || counts !== counts.toLowerCase() ? null : counts;
}

function subjectOf(counts: string | null, fate: Fate): string {
  const noun = counts?.toLowerCase().split(" ").at(-1) ?? "people";
  if (PEOPLE.test(noun) || noun === fate) return "people";
  return ALIKE.get(noun) ?? noun;
}

function amountOf(before: string): Measure | null {
  const of = OF.exec(before)?.groups?.what;
  const what = of === undefined || NO_AMOUNT.test(of) ? AMOUNT.exec(before)?.groups?.what : of;
  return what === undefined ? null : { measure: what.toLowerCase(), subject: "", running: false };
}

function deedOf(noun: string, done: string | undefined): Measure | null {
  if (done === undefined || IRREGULAR.test(done)) return null;
  const deed = done.replace(/ing$/u, "ed");
  return { measure: `${ALIKE.get(noun) ?? noun} ${deed}`, subject: "", running: true };
}
