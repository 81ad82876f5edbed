/** What can be wrong with a brief, the gravest first: a wrong name costs a reader his job. */
export const KINDS = [
  ...(["not verbatim", "wrong speaker", "wrong referent", "furniture", "owner invented"] as const),
  ...([
    "owner lost",
    "hedge lost",
    "ill-formed fact",
    "no quote",
    "headline",
    "missed quote",
  ] as const),
  ...([
    "speaker only described",
    "no speaker",
    "first fact untold",
    "lede not first",
    "fact untold",
    "name not in full",
  ] as const),
  ...(["wrong role", "wrong cue"] as const),
] as const;
export type Kind = (typeof KINDS)[number];

/** One thing that was looked at. Where only what is wrong can be seen, there is no right one. */
export interface Check {
  readonly kind: Kind;
  readonly right: boolean;
  readonly expected: string;
  readonly got: string;
}

/** What went wrong, of one article; for people. */
export interface Fault {
  readonly article: string;
  readonly kind: Kind;
  readonly expected: string;
  readonly got: string;
}

/** A check of which only the failures are known. */
export function wrong(kind: Kind, expected: string, got: string): Check {
  return { kind, right: false, expected, got };
}

/** The checks of one article that failed. */
export function faultsOf(article: string, checks: readonly Check[]): Fault[] {
  return checks
    .filter(({ right }) => !right)
    .map(({ kind, expected, got }) => ({ article, kind, expected, got }));
}
