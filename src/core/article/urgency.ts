import type { Urgency } from "./article.ts";

/** Words of the wire for IPTC's scale; `regular` is 4 in ANPA 1312, whose other levels stand around it. */
const WORDS: Readonly<Record<string, Urgency>> = {
  flash: 1,
  alert: 1,
  newsalert: 1,
  snap: 1,
  bulletin: 2,
  breaking: 2,
  urgent: 3,
  rush: 3,
  priority: 3,
  high: 3,
  regular: 4,
  normal: 5,
  ordinary: 5,
  routine: 5,
  medium: 5,
  standard: 5,
  low: 7,
  deferred: 7,
  lowest: 8,
};

const BY_DIGIT: readonly (Urgency | null)[] = [null, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Reads how pressing copy says it is: `1` to `9`, or a word of the wire in any case; `null` for anything else. */
export function readUrgency(text: string): Urgency | null {
  const said = text.trim().toLowerCase();
  if (/^[1-9]$/u.test(said)) return BY_DIGIT[Number(said)] ?? null;
  return Object.hasOwn(WORDS, said) ? (WORDS[said] ?? null) : null;
}
