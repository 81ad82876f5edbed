import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Archive } from "./port/archive.ts";
import type { Clock } from "./port/clock.ts";
import type { Ledger, Standing } from "./port/ledger.ts";

/** How many files stand where. What came in is the sum of the others, or the ledger is broken. */
export interface Balance {
  readonly in: number;
  readonly posted: number;
  /** For the next edition of a channel. */
  readonly waiting: number;
  readonly merged: number;
  /** Ordered by no channel, muted, or killed by its publisher. */
  readonly filtered: number;
  readonly held: number;
  readonly quarantined: number;
}

/** One file and where it stands, for people who look for it. */
export interface Stood {
  readonly path: string;
  readonly kind: Exclude<keyof Balance, "in">;
  readonly rule: string;
  readonly at: Instant;
}

export interface BalanceParts {
  readonly archive: Archive;
  readonly ledger: Ledger;
  readonly clock: Clock;
  /** Why no channel will carry an article, by the number of its filing; `null` where one will. */
  readonly whyFiltered: (filed: Filed, number: number) => string | null;
}

/** Where each file first seen at or after `since` stands now, in the order of paths. */
export async function standEach(parts: BalanceParts, since: Instant): Promise<readonly Stood[]> {
  const standings = await parts.ledger.standings(since, parts.clock.now());
  const stood: Stood[] = [];
  for (const standing of standings) stood.push(await stand(parts, standing));
  return stood;
}

async function stand(parts: BalanceParts, standing: Standing): Promise<Stood> {
  const { path, rule, at, kind, articleId, number } = standing;
  if (kind === "killed") return { path, kind: "filtered", rule, at };
  if (kind === "told") return { path, kind: "merged", rule, at };
  if (kind !== "open") return { path, kind, rule, at };
  const filed = articleId === null ? null : await parts.archive.current(articleId);
  const filtered = filed === null || number === null ? null : parts.whyFiltered(filed, number);
  return filtered === null
    ? { path, kind: "waiting", rule: "It waits for the next edition", at }
    : { path, kind: "filtered", rule: filtered, at };
}

/** Adds up where files stand. */
export function balanceOf(stood: readonly Stood[]): Balance {
  const of = (kind: Stood["kind"]) => stood.filter((one) => one.kind === kind).length;
  return {
    in: stood.length,
    posted: of("posted"),
    waiting: of("waiting"),
    merged: of("merged"),
    filtered: of("filtered"),
    held: of("held"),
    quarantined: of("quarantined"),
  };
}
