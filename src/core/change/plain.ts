import { wordParts } from "#core/text/vocabulary.ts";

/** Brings a word or a name to the form in which names are compared: no case, no accents. */
export function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/gu, "")
    .replace(/[’‘]/gu, "'")
    .toLowerCase()
    .trim();
}

/** The words of a name, plain: `Port-Zelín’s` → `port`, `zelin`. */
export function plainWords(name: string): readonly string[] {
  const parts = wordParts(plain(name)).flatMap((word) => word.split(/['.]/u));
  return parts.filter((part) => part.length > 1);
}
