/**
 * Text as every platform takes it. Half surrogates make Slack refuse a whole message as `invalid_blocks`, and Discord
 * a request: they become U+FFFD; control characters but line breaks and tabs do nothing, and go.
 */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, "");
}

/** An address that may be linked to, with every character encoded that could end it in markup; `null` for any other. */
export function webAddress(href: string): string | null {
  const url = URL.parse(href);
  return url !== null && ["http:", "https:"].includes(url.protocol) ? url.href : null;
}
