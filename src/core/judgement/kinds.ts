import type { TextKind } from "#core/text/kind.ts";

const ALL: Readonly<Record<TextKind, null>> = {
  ...{ report: null, opinion: null, interview: null, live: null, results: null },
  ...{ list: null, "round-up": null, advice: null, release: null, transcript: null },
};

/** What a text may be said to be. */
export const KINDS: readonly TextKind[] = Object.keys(ALL).filter(isKind);

export function isKind(word: unknown): word is TextKind {
  return typeof word === "string" && Object.hasOwn(ALL, word);
}
