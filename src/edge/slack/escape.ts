import { closedDirection } from "#core/message/direction.ts";
import { cleanText } from "#edge/chat/text.ts";

/**
 * Text from articles is data: no mention, no markup, no link and no emoji may come out of it.
 *
 * Slack reads text in two ways, and each needs its own care:
 *
 * - **Text objects** (`plain_text`, `mrkdwn`, and the message's own `text`): "Slack uses &, <, and >
 *   as control characters for special parsing in text objects, so they must be converted to HTML
 *   entities" (Slack docs, "Formatting message text"). Slack decodes exactly these three for the
 *   reader, once. `escapeText` does that. Asterisks and underscores have no escape in `mrkdwn`, so
 *   nothing of an article is ever set as `mrkdwn`.
 * - **`rich_text` elements**: what the composer of Slack's own clients sends. Style, links, emoji and
 *   mentions are elements of their own, and a `text` element is literal: a message read back holds
 *   plain `<` and `&` there (PostHog/posthog#95054), and tokens such as `<!here>` left in one stay
 *   "dead literal text" (shaharia-lab/slackcli#69). An entity would be shown to the reader as it
 *   stands: `AT&amp;T`. So `literalText` leaves these characters alone.
 */

/** The three entities that Slack decodes, and no others. */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;" } as const;

/** Escapes text for a text object or the fallback. */
export function escapeText(text: string): string {
  return withEntities(closedDirection(cleanText(text)));
}

function withEntities(text: string): string {
  return text
    .replaceAll("&", ENTITIES["&"])
    .replaceAll("<", ENTITIES["<"])
    .replaceAll(">", ENTITIES[">"]);
}

/**
 * The text as a person typed it: Slack escapes what it hands to an app, button values included
 * (slackapi/bolt-python#513).
 */
export function unescapeText(text: string): string {
  return text
    .replaceAll(ENTITIES["<"], "<")
    .replaceAll(ENTITIES[">"], ">")
    .replaceAll(ENTITIES["&"], "&");
}

/** Invisible, takes no room, and allows no line break: Unicode's WORD JOINER. */
const WORD_JOINER = "\u2060";

/**
 * Text for a `rich_text` element. It is literal there; the word joiner inside what would be a mention
 * elsewhere (`<!channel>`, `<@U1>`, `<#C1>`) is a second lock, for a client, an export or another app
 * that reads the element as `mrkdwn`. The reader sees the article's own characters.
 */
export function literalText(text: string): string {
  return closedDirection(cleanText(text)).replace(/<(?=[!@#])/g, `<${WORD_JOINER}`);
}

/** Escapes text and shortens it, with an ellipsis, so that it takes at most `most` characters. */
export function escapeWithin(text: string, most: number): string {
  const whole = escapeText(text);
  if (whole.length <= most) return whole;
  const kept: string[] = [];
  let length = 0;
  for (const character of cleanText(text)) {
    const escaped = withEntities(character);
    length += escaped.length;
    if (length >= most) break;
    kept.push(escaped);
  }
  return `${closedWithin(kept, most - 1)}…`;
}

/** Joins characters and closes their direction, which takes room that the last of them make. */
function closedWithin(characters: readonly string[], most: number): string {
  const closed = closedDirection(characters.join("").trimEnd());
  const over = closed.length - most;
  // An opener that goes takes its closer along, so half as many characters are tried first.
  return over > 0 ? closedWithin(characters.slice(0, -Math.ceil(over / 2)), most) : closed;
}
