import type { Range } from "./text.ts";

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

/** What the kind is told from. */
export interface KindEvidence {
  /** The copy's headline; `null` where it has none. */
  readonly title: string | null;
  readonly body: string;
  /** Those of the story itself, without furniture. */
  readonly sentences: readonly Range[];
  /** What is somebody's words, in order: the writer's own voice is told without them. */
  readonly quoted: readonly Range[];
  /**
   * Whether its writer's voice can be heard: in English that kept its quotation marks. Other copy is told
   * by labels and lines alone.
   */
  readonly isHeard: boolean;
  /** Whether its headline names its writer: reports are not signed there. */
  readonly isSignedInTitle: boolean;
  /** As the copy has it: `Ann Field, columnist`. */
  readonly byline: string | null;
  readonly section: string | null;
  /** What the copy says of its own kind: `Opinion`. */
  readonly genre: string | null;
}
