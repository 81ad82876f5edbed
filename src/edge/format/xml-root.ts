// Reads what may stand above the root of a document: <?xml …?>, <!-- … -->, <!DOCTYPE … [ … ]>
const PROLOGUE =
  /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE\b(?:[^[\]<>"']|"[^"]*"|'[^']*'|\[[\s\S]*?\]\s*(?=>))*>)*/iu;
const ROOT = /^<(?:[\w.-]+:)?(?<name>[\w.-]+)/u;
/** Longer prologues are no newsroom's. */
const LONGEST = 64 * 1024;

/** Says whether the root of an XML document has one of these names, whatever its prefix. */
export function rootNamed(text: string, names: readonly string[]): boolean {
  const root = rootOf(text);
  return root !== null && names.includes(root);
}

/** The name of the root of an XML document, without its prefix; `null` for what is no XML. */
export function rootOf(text: string): string | null {
  const head = text.slice(0, LONGEST);
  if (!/^\s*</u.test(head)) return null;
  const prologue = PROLOGUE.exec(head)?.[0].length ?? 0;
  return ROOT.exec(head.slice(prologue))?.groups?.name ?? null;
}
