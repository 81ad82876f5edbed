import { closedDirection } from "#core/message/direction.ts";
import { cleanText as clean } from "#edge/chat/text.ts";

/**
 * Text from articles is data: no mention, no markup, no link and no emoji may come out of it.
 *
 * Discord's clients read a backslash before any character that is no letter, digit or space as "this
 * one is meant", and show the character alone (Discord's help centre, "Markdown Text 101"). So a
 * reader sees and copies exactly the article's words. Three cases need a second look:
 *
 * - `@everyone`: the backslash keeps the client from drawing a mention; that nobody is notified is
 *   the work of `allowed_mentions`, which the server reads.
 * - `https://…`: an address links by itself; escaping its colon keeps it text. Nothing can unfurl, as
 *   a message of components has no embeds (Discord docs, "Component Reference", IS_COMPONENTS_V2).
 * - Characters that would be refused (half surrogates) or do nothing (control characters) cannot be
 *   escaped: the first become U+FFFD, the second go.
 */

/** What is markup wherever it stands. */
const MARKUP = /[\\*_~`|[\]<]/g;

// Reads: @everyone, @here
const MENTION = /@(?=everyone|here)/g;

/** Escapes text for the middle of a line; line breaks stay what they are. */
export function escapeText(text: string): string {
  return cleanText(text)
    .replace(MARKUP, "\\$&")
    .replace(MENTION, "\\@")
    .replace(/\S+/gu, escapeColons);
}

/**
 * A colon is markup where another one follows in its word (":tada:", and so the first of "10:30:45"),
 * and in an address ("https://"); "10:30" and "said: No" have none of these.
 */
function escapeColons(word: string): string {
  const last = word.lastIndexOf(":");
  if (last === -1) return word;
  const before = word.startsWith("//", last + 1) ? "\\" : "";
  return `${word.slice(0, last).replaceAll(":", "\\:")}${before}${word.slice(last)}`;
}

/**
 * Escapes what would be markup at the beginning of an escaped line: "# Heading", "-# small print",
 * "- item", "+ item", "> quote", "1. item". An asterisk is escaped already.
 */
export function escapeLineStart(line: string): string {
  return line.replace(/^(\s*)([#>+-])/u, "$1\\$2").replace(/^(\s*\d+)([.)])(?=\s|$)/u, "$1\\$2");
}

/** Text for a button's label, which reads no markup: one line of at most `most` UTF-16 units. */
export function plainLine(text: string, most: number): string {
  const line = oneLine(text).trim();
  if (line.length <= most) return line;
  return `${line
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\ufffd$/u, "")
    .trimEnd()}…`;
}

/** A heading, an item and small print are one line: a break in the copy is read as a space. */
export function oneLine(text: string): string {
  const lines = cleanText(text).split("\n");
  const last = lines.length - 1;
  return lines
    .map((line, index) => (index === 0 ? line : line.trimStart()))
    .map((line, index) => (index === last ? line : line.trimEnd()))
    .filter((line) => line !== "")
    .join(" ");
}

/** An address inside the brackets of a link, where a bracket or a backslash would end it. */
export function linkTarget(address: string): string {
  return address.replaceAll("(", "%28").replaceAll(")", "%29").replaceAll("\\", "%5C");
}

/** A line break is one, whichever way it was written; and no line turns round what stands behind it. */
export function cleanText(text: string): string {
  return closedDirection(clean(text.replace(/\r\n?|[\u2028\u2029]/gu, "\n")));
}
