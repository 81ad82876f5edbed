import { parsePage } from "./dom.ts";

/**
 * The character that HTML gives a name to, such as `&eacute;` or `&mdash;`; `null` for a name that HTML
 * does not know (HTML Standard, "Named character references").
 *
 * @param reference with its ampersand and semicolon
 */
export function decodeNamedEntity(reference: string): string | null {
  if (!/^&[a-z\d]{2,31};$/iu.test(reference)) return null;
  const decoded = parsePage(`<p>${reference}</p>`).querySelector("p")?.textContent ?? "";
  return decoded === "" || decoded.startsWith("&") ? null : decoded;
}
