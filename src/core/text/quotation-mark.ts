import type { Range } from "./text.ts";

/** Whether a mark opens or closes; `either` is settled by its neighbours. */
export type Turn = "open" | "close" | "either" | "none";

/** One quotation mark of a body. */
export interface Mark extends Range {
  readonly turn: Turn;
}

/** What stands before a mark that opens. */
export const OPENING_SPACE = /(?:^|[\s([{—–―\-/“"‘'«„])$/u;
