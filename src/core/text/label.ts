// Ida Moe | Tarn Homes Shooting | Breaking News Staff
const CAPITALS = /^(?:\p{Lu}[\p{L}.’'-]*(?:\s+|$)){1,3}$/u;

/** Says whether a line is up to three words in capitals, which name somebody or a section and tell nothing: no headline that is certain. */
export function isLabel(line: string): boolean {
  return CAPITALS.test(line.trim());
}
