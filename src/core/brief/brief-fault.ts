/** Which promise a brief breaks. */
export type FaultKind =
  | "not verbatim"
  | "out of order"
  | "owner lost"
  | "wrong owner"
  | "hedge lost"
  | "bound lost"
  | "fragment"
  | "furniture"
  | "no such speaker"
  | "false quote"
  | "headline";

/** One promise that a brief breaks, with the words that break it. */
export interface BriefFault {
  readonly kind: FaultKind;
  readonly text: string;
}
