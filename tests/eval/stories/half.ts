/** One half of all names, the same at every run: what is held back from rules and weights. */
export function isHeldBack(name: string): boolean {
  let value = 0x811c9dc5;
  for (const char of name) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193);
  // The lowest bit of FNV-1a is the parity of the letters alone.
  return ((value >>> 13) & 1) === 1;
}
