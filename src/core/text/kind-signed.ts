import type { KindEvidence } from "./kind.ts";
import { type SenderSign, signsOfSender } from "./kind-sender.ts";
import { readShape, type Shape } from "./kind-shape.ts";

/** What signs and clues look at. */
export interface Signed extends KindEvidence {
  /** Empty where the copy has none. */
  readonly title: string;
  readonly shape: Shape;
  readonly senderSigns: readonly SenderSign[];
}

/** Reads the lines of a text beside what is known of it. */
export function signed(evidence: KindEvidence): Signed {
  const shape = readShape(evidence.body);
  return {
    ...evidence,
    title: evidence.title ?? "",
    shape,
    senderSigns: signsOfSender(shape.lines),
  };
}
