import type { ReadersNow } from "#desk/readers-now.ts";
import type { Screen } from "#desk/screen.ts";

/** Lets everything go as it was stored, for tests of what carries it. */
export const NO_SCREEN: Screen = {
  pass: async (claimed) => claimed,
  landed: async () => undefined,
};

/** Everybody reads what the newsroom has said they do. */
export const AS_SAID: ReadersNow = {
  look: async () => new Map(),
  most: () => "internal",
  isOwn: () => false,
};
