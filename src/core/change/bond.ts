import { isOfOneIncident, isTied, likeness } from "./about.ts";
import { sourceOf } from "./filing.ts";
import type { Reading } from "./reading.ts";

/** So alike must two reports be in their words that what the later one tells of the matter is told as its news. */
const NEAR = 0.25;
/** So alike they are of one matter beyond what their subject alone would make them. */
const CLOSE = 0.35;
/** So alike they tell much the same: what only one of them has is news. */
const TWIN = 0.45;

/** What binds a report to those that readers know: how sure it is that all tell of one matter. */
export interface Bond {
  /** It is the next revision of one of them, whatever it says first. */
  readonly isRevision: boolean;
  /** It says first what they are about. */
  readonly isTied: boolean;
  /** They tell of one incident: a fire, a crash, a trial. */
  readonly isIncident: boolean;
  readonly isNear: boolean;
  readonly isClose: boolean;
  readonly isTwin: boolean;
  /** One of them is of its own source, which does not tell its readers the same again as news. */
  readonly isSameSource: boolean;
}

export function bondOf(known: readonly Reading[], now: Reading): Bond {
  const isRevision = known.some(({ filing }) => filing.article.id === now.filing.article.id);
  const tied = isTied(now, known);
  const alike = likeness(now, known);
  const isIncident = tied && alike >= NEAR && isOfOneIncident(now, known);
  const source = sourceOf(now.filing.article);
  return {
    ...{ isRevision, isTied: tied, isIncident },
    isNear: alike >= NEAR,
    isClose: alike >= CLOSE || isIncident,
    isTwin: alike >= TWIN,
    isSameSource: known.some(({ filing }) => sourceOf(filing.article) === source),
  };
}
