import type { Disagreement, Statement } from "./difference.ts";
import type { Filing } from "./filing.ts";
import { beginReading, readFiling } from "./reading.ts";
import { exclude, isOneOwner, isSameThing } from "./same.ts";
import { keyOf, labelOf, statementsOf, type Told } from "./statement.ts";

const HOUR = 3_600_000;
/** Counts that grow by the hour are of one time only when they were filed together. */
const SAME_HOUR = 1.5 * HOUR;
const SAME_DAY = 6 * HOUR;

/**
 * Where reports of one story have figures for the same thing that exclude each other. Of each source only
 * its latest report counts: what it said before it has changed, and that is no disagreement. When in
 * doubt about subject, measure, scope or time, nothing.
 *
 * @param reports of one story, in any order; a sentence that two sources print counts once
 */
export function disagreements(reports: readonly Filing[]): readonly Disagreement[] {
  const told = withoutCopies(
    reports.flatMap(statedBy).filter(({ source, until }) => source !== null && !until),
  );
  return [...Map.groupBy(told, keyOf).values()].flatMap((same) => {
    const latest = together(latestOfSources(same));
    return excludeEachOther(latest) ? [toDisagreement(latest)] : [];
  });
}

/** Many places are told of one report. */
const known = new WeakMap<Filing, readonly Told[]>();

/** What `statedBy` does before it compares, in steps, for whoever gives others a turn between two. */
export const STEPS_OF_STATING: readonly ((filing: Filing) => void)[] = [
  (filing) => void (known.has(filing) || beginReading(filing)),
  (filing) => void (known.has(filing) || readFiling(filing)),
];

/** What a report states for its event, read once: it takes most of the time that comparing it takes. */
export function statedBy(filing: Filing): readonly Told[] {
  const told = known.get(filing) ?? statementsOf(readFiling(filing));
  known.set(filing, told);
  return told;
}

/** `killed: 31 (Alliance News, citing Pakistan) · 26 (Example Wire, citing police)` */
export function sayDisagreement({ label, statements }: Disagreement): string {
  const said = statements.map((one) => {
    const origin = sayOrigin(one);
    return origin === null ? one.text : `${one.text} (${origin})`;
  });
  return `${label}: ${said.join(" · ")}`;
}

/** Who says it: `Alliance News, citing Pakistan`; `null` where the copy names nobody: an "unnamed source" would be somebody. */
export function sayOrigin({ source, owner }: Statement): string | null {
  if (source === null) return owner === null ? null : `citing ${owner}`;
  return owner === null ? source : `${source}, citing ${owner}`;
}

/** A sentence that two sources print is one statement: that of the first. */
function withoutCopies(told: readonly Told[]): readonly Told[] {
  const known = new Map<string, string | null>();
  return told.toSorted(byAge).filter(({ proof, source }) => {
    const first = known.get(proof.text);
    if (first === undefined) known.set(proof.text, source);
    return first === undefined || first === source;
  });
}

function byAge(a: Told, b: Told): number {
  return a.at - b.at || order(a.proof.article, b.proof.article);
}

function latestOfSources(same: readonly Told[]): readonly Told[] {
  return [...Map.groupBy(same, ({ source }) => source).values()].flatMap((of) => {
    const [latest] = of.toSorted((a, b) => b.at - a.at || order(a.proof.article, b.proof.article));
    return latest ?? [];
  });
}

/** Those that were filed at the time of the latest, and speak of the same thing. */
function together(same: readonly Told[]): readonly Told[] {
  const [latest] = same.toSorted((a, b) => b.at - a.at || order(a.proof.article, b.proof.article));
  if (latest === undefined) return [];
  return same.filter(
    (one) =>
      latest.at - one.at <= spanOf(one, latest) &&
      isTimed(one) &&
      isTimed(latest) &&
      isSameThing(one, latest),
  );
}

/** What one body says twice, hours apart, it has found out since. */
function spanOf(one: Told, latest: Told): number {
  const isOneBody =
    one.owner !== null && latest.owner !== null && isOneOwner(one.owner, latest.owner);
  return latest.running || isOneBody ? SAME_HOUR : SAME_DAY;
}

/** Of what grows by the hour, a date alone does not say which report came first. */
function isTimed({ running, dayOnly }: Told): boolean {
  return !running || !dayOnly;
}

function excludeEachOther(statements: readonly Told[]): boolean {
  return statements.some((one, index) =>
    statements.slice(index + 1).some((other) => isDifferent(one, other)),
  );
}

/** "at least 12" leaves room for 15; "at least 12" and "at least 15" are two counts. */
function isDifferent(one: Statement, other: Statement): boolean {
  if (one.bound === "at least" && other.bound === "at least") return one.value !== other.value;
  return exclude(one, other);
}

function toDisagreement(statements: readonly Told[]): Disagreement {
  const sorted = statements.toSorted(
    (a, b) => b.value - a.value || order(a.source ?? "", b.source ?? ""),
  );
  const [first] = sorted;
  return { label: first === undefined ? "" : labelOf(first), statements: sorted };
}

function order(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
