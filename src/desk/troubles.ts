import type { Instant } from "#core/article/instant.ts";
import type { LedgerEntry } from "./port/ledger.ts";
import type { DeadLetter, StuckFile, UnkeptMending } from "./port/notices.ts";
import type { PlaceTrouble, ToldTrouble } from "./port/place-troubles.ts";

/** What the admins of a newsroom must know: what needs their hand. */
export interface Troubles {
  /** Files that were quarantined, or held without anybody knowing until when; oldest first. */
  readonly entries: readonly LedgerEntry[];
  readonly deadLetters: readonly DeadLetter[];
  /** Articles whose new version did not keep what an editor had mended. */
  readonly unkept: readonly UnkeptMending[];
  /** Places that do not take what they are sent, and those that do again. */
  readonly failing: readonly PlaceTrouble[];
  readonly mended: readonly PlaceTrouble[];
}

/**
 * The files that need a hand. What an editor holds or has killed, somebody knows of; and a file that is tried
 * again by itself is told of once, and not each day.
 */
export function filesInNeed(files: readonly StuckFile[]): readonly LedgerEntry[] {
  return files
    .filter((file) => file.attempt <= 1 && !isDecided(file))
    .map(({ entry, article }) =>
      // A kill that names nothing known needs a hand, and nobody can let it go.
      article?.status === "killed" ? { ...entry, articleId: null } : entry,
    );
}

function isDecided({ entry, article }: StuckFile): boolean {
  const decision = article?.decision?.kind ?? "release";
  return entry.stage === "held" && decision !== "release";
}

/**
 * Of which troubles of other places one is to be told: once each is ripe, and of an end only where it was told of
 * the trouble. What cannot be posted to can be told nothing about itself.
 */
export function placesToTell(
  place: string,
  troubles: readonly ToldTrouble[],
  now: Instant,
): Pick<Troubles, "failing" | "mended"> {
  const others = troubles.filter(({ subscription }) => subscription !== place);
  return {
    failing: others.filter(
      ({ ended, ripe, told, since }) => ended === null && ripe <= now && told !== since,
    ),
    mended: others.filter(({ ended, told }) => ended !== null && told !== null),
  };
}
