import { Shelf } from "#core/story/shelf.ts";
import { signatureOf } from "#core/story/signature.ts";
import { filingOf } from "#tests/core/story/filing.ts";
import type { LabelledPair } from "./pairs.ts";

/** A pair with what became of it. */
export interface PlacedPair {
  readonly pair: LabelledPair;
  readonly isJoined: boolean;
}

/** Files the reports of all pairs side by side, as they came in time. */
export function placePairs(pairs: readonly LabelledPair[]): readonly PlacedPair[] {
  const shelf = new Shelf();
  const reports = pairs.flatMap((pair) => pair.reports);
  for (const report of reports.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)))
    shelf.add(signatureOf(filingOf(report)));
  return pairs.map((pair) => {
    const [one, other] = pair.reports.map(({ id }) => shelf.storyOf(id));
    return { pair, isJoined: one === other };
  });
}
