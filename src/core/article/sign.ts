/** What some words of a copy say of the copy itself; `doubt` may be a kill, and may be news. */
export type SignKind =
  | "kill"
  | "withhold"
  | "doubt"
  | "correction"
  | "write-through"
  | "update"
  | "advisory";

export interface Sign {
  readonly kind: SignKind;
  /** The line that it stands in. */
  readonly text: string;
  /** The words themselves: `please disregard`. */
  readonly mark: string;
}
