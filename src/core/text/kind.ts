/** What a text is, by its shape and words; each kind has its own way to a brief. */
export type TextKind =
  | "report"
  | "opinion"
  | "interview"
  | "live"
  | "results"
  | "list"
  | "round-up"
  | "advice"
  | "release"
  | "transcript";
