import { type Fault, faultsOf, KINDS, type Kind } from "./check.ts";
import type { ArticleScore } from "./measure-gold.ts";
import { type SpanFigures, share, spanFigures } from "./metric/spans.ts";

/** One figure, and how it is shown. */
export interface Figure {
  readonly label: string;
  readonly unit: "%" | "ms" | "count";
  readonly value: number;
}

/** Adds the scores of all articles up. */
export function goldFigures(scores: readonly ArticleScore[], msPerThousandWords: number): Figure[] {
  const spans = spanFigures(scores.map((score) => score.spans));
  const checks = scores.flatMap((score) => score.checks);
  const of = (...kinds: Kind[]) => checks.filter(({ kind }) => kinds.includes(kind));
  const faults = (kind: Kind) => of(kind).filter(({ right }) => !right).length;
  const rate = (...kinds: Kind[]) =>
    share(of(...kinds).filter(({ right }) => right).length, of(...kinds).length);
  return [
    count("articles", scores.length),
    count("quotations in them", spans.labelled),
    ...spanRows(spans),
    percent("speakers: wrong name, of all quotes", share(faults("wrong speaker"), spans.labelled)),
    percent(
      "speakers: described, not named, of all quotes",
      share(faults("speaker only described"), spans.labelled),
    ),
    percent("speakers: none given, of all quotes", share(faults("no speaker"), spans.labelled)),
    percent("speakers: name in full", rate("name not in full")),
    percent("speakers: role right", rate("wrong role")),
    percent("cues right", rate("wrong cue")),
    percent("facts: must-haves told", rate("first fact untold", "fact untold")),
    percent("facts: the first must-have told", rate("first fact untold")),
    percent("facts: the first must-have comes first", rate("lede not first")),
    percent("claims: owner kept", rate("owner lost")),
    percent("claims: hedge kept", rate("hedge lost")),
    count("claims given to somebody who made none", faults("owner invented")),
    count("facts with a wrong name in brackets", faults("wrong referent")),
    count("facts that can't be printed as they are", faults("ill-formed fact")),
    count("furniture in facts, quotes or headlines", faults("furniture")),
    count("headlines at fault", faults("headline")),
    count("not the article's words", faults("not verbatim")),
    { label: "time for 1,000 words", unit: "ms", value: msPerThousandWords },
  ];
}

/** The figures of quotations and speakers, which every set has. */
export function spanRows(figures: SpanFigures): Figure[] {
  return [
    percent("quotes: precision", figures.precision),
    percent("quotes: recall", figures.recall),
    percent("quotes: F1", figures.f1),
    percent("speakers: right, of those found", figures.speakerAccuracy),
    percent("speakers: attributed F1", figures.attributedF1),
  ];
}

export function percent(label: string, value: number): Figure {
  return { label, unit: "%", value };
}

export function count(label: string, value: number): Figure {
  return { label, unit: "count", value };
}

/** A figure with its unit. */
export function shownValue({ unit, value }: Figure): string {
  return unit === "count" ? String(value) : `${value.toFixed(1)} ${unit}`;
}

/** The table that people read. */
export function tableOf(figures: readonly Figure[]): string {
  return figures.map((figure) => `${shownValue(figure).padStart(10)}  ${figure.label}`).join("\n");
}

/** How often each kind of fault occurs, the gravest first. */
export function faultCounts(faults: readonly Fault[]): Figure[] {
  return [...Map.groupBy(faults, ({ kind }) => kind)].map(([kind, of]) => count(kind, of.length));
}

/** All that went wrong, the gravest first. */
export function faultsByGravity(scores: readonly Omit<ArticleScore, "spans">[]): Fault[] {
  const faults = scores.flatMap(({ article, checks }) => faultsOf(article, checks));
  return faults.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

/** The worst cases, and how many there are of each kind. */
export function worstCases(faults: readonly Fault[], most: number): string {
  const summary = faultCounts(faults)
    .map(({ label, value }) => `${value} × ${label}`)
    .join(", ");
  const cases = faults
    .slice(0, most)
    .map(({ article, kind, expected, got }) =>
      [`${kind} · ${article}`, `  expected  ${expected}`, `  got       ${got}`].join("\n"),
    );
  return [summary === "" ? "no faults" : summary, ...cases].join("\n\n");
}
