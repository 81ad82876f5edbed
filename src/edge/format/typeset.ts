/**
 * Puts the characters in that seven-bit wires write with others: quotation marks as `` and '', a dash
 * between spaces as `--`.
 */
export function typeset(text: string): string {
  return (
    text
      .replaceAll("'''", "'”")
      .replaceAll("''", "”")
      .replaceAll("``", "“")
      // Reads: `This is who I am,' and `it's all right.'
      .replace(/`(?<inside>[^`'\n]*(?:\p{L}'\p{L}[^`'\n]*)*)'/gu, "‘$<inside>’")
      .replaceAll("`", "‘")
      .replace(/(?<=[^\s-] )--(?= [^\s-])/gu, "—")
  );
}

/** ANPA 1312 also sets a dash between spaces as `_`, and one half as `{`: `3{ games`. */
export function typesetAnpa(text: string): string {
  return typeset(text)
    .replace(/(?<=[^\s_] )_(?= [^\s_])/gu, "—")
    .replace(/(?<!\p{L})\{(?!\p{L})/gu, "½");
}
