import { STEPS_OF_STATING, statedBy } from "#core/change/disagreement.ts";
import { type Candidate, readWhole } from "#core/digest/group.ts";
import type { Wanted } from "#core/digest/verdict.ts";

/** Reads one report after the other, with a turn for others between two, and not all in one go when they are compared. */
export async function readAhead(
  { pause }: { readonly pause: () => Promise<void> },
  candidates: readonly Candidate[],
  wanted: Wanted,
): Promise<void> {
  for (const filed of readWhole(candidates, wanted)) {
    for (const step of STEPS_OF_STATING) {
      step(filed);
      await pause();
    }
    statedBy(filed);
    await pause();
  }
}
