import { count, type Figure, percent, tableOf } from "./report.ts";
import { countOutcomes, measureSpeech, type Outcome, partOf, readSpeechSet } from "./speech.ts";

interface Options {
  /** `train`, `threshold`, `held` or `all`. */
  readonly part: string;
  /** The articles of this file are held out in any case. */
  readonly held: string | undefined;
  /** So many of the wrong ones are shown. */
  readonly worst: number;
}

const KINDS = ["name", "pronoun", "description"] as const;

/** Measures who says what in a set that labels mentions by their place, and shows the wrong ones. */
export function evaluateSpeech(file: string, { part, held, worst }: Options): string {
  const kept = new Set(held === undefined ? [] : readSpeechSet(held).map(({ id }) => id));
  const set = readSpeechSet(file);
  const articles = part === "all" ? set : set.filter(({ id }) => partOf(id, kept) === part);
  const outcomes = articles.flatMap(measureSpeech);
  const rows = [
    count("articles", articles.length),
    ...rowsFor("quotation", outcomes),
    ...rowsFor("claim", outcomes),
  ];
  const wrong = outcomes.filter(({ verdict }) => verdict === "wrong").slice(0, worst);
  return [tableOf(rows), ...wrong.map(shownWrong), ""].join("\n\n");
}

function rowsFor(what: Outcome["what"], all: readonly Outcome[]): Figure[] {
  const outcomes = all.filter((outcome) => outcome.what === what);
  const lost = outcomes.filter(({ verdict }) => verdict === "not found").length;
  const missed = what === "quotation" ? [count("quotations that we take for none", lost)] : [];
  const byKind = KINDS.flatMap((kind) =>
    rowsOf(
      `  ${kind}`,
      outcomes.filter((outcome) => outcome.kind === kind),
    ),
  );
  return [...rowsOf(`${what}s`, outcomes), ...missed, ...byKind];
}

function rowsOf(label: string, outcomes: readonly Outcome[]): Figure[] {
  const { right, wrong, unnamed } = countOutcomes(outcomes);
  const named = right + wrong;
  return [
    percent(`${label}: right, of those named`, share(right, named)),
    percent(`${label}: named, of those found`, share(named, named + unnamed)),
    count(`${label}: wrong, of ${named} named`, wrong),
    count(`${label}: left without a name`, unnamed),
  ];
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}

function shownWrong({ article, what, ours, theirs, around }: Outcome): string {
  return `${what} · ${article}\n  label  ${theirs}\n  ours   ${ours}\n  ${around}`;
}
