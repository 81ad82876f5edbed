import type { KindEvidence, TextKind } from "./kind.ts";
import { readShape } from "./kind-shape.ts";
import { SIGNALS } from "./kind-signals.ts";

/** A kind is told from here on; below it a text is a report. */
const ENOUGH = 1;

/**
 * Tells what a text is. Each sign adds its weight to its kind, the heaviest kind from `ENOUGH` on is
 * told, and in doubt a text is a report: a report told as something else loses its news.
 */
export function tellKind(evidence: KindEvidence): TextKind {
  const text = { ...evidence, title: evidence.title ?? "", shape: readShape(evidence.body) };
  const sums = new Map<TextKind, number>();
  for (const { kind, weight, of } of SIGNALS) {
    sums.set(kind, (sums.get(kind) ?? 0) + weight * of(text));
  }
  let told: TextKind = "report";
  let most = ENOUGH - Number.EPSILON * 8;
  for (const [kind, sum] of sums) {
    if (sum <= most) continue;
    told = kind;
    most = sum;
  }
  return told;
}
