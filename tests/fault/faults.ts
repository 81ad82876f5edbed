/** What goes wrong with one call on its way to a platform, or back. */
export const FAULTS = [
  "429 with retry-after",
  "HTTP 500",
  "HTTP 502",
  "a 502 after the work",
  "a delay",
  "a connection reset",
  "a reply dropped after the work",
  "a reply cut in the middle",
  "a garbled reply",
  "a reply that never comes",
  "a reply that stalls",
] as const;
export type FaultName = (typeof FAULTS)[number];

/** A call that goes wrong: `thread` opens the thread of a post, `look` looks for what may stand there. */
export type Errand = "post" | "edit" | "reply" | "thread" | "forum post" | "look";

/** What a refusal asks to wait, in seconds. */
export const RETRY_AFTER = 90;
