/**
 * An address that is safe to link to: absolute, `http:` or `https:`, without a name and password in it.
 * `null` for anything else.
 */
export function safeUrl(text: string): string | null {
  const url = URL.parse(text.trim());
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) return null;
  if (url.username !== "" || url.password !== "" || url.hostname === "") return null;
  return url.href;
}
