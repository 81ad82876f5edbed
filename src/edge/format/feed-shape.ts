/** More elements, or attributes, are a dump, and would hold the desk up. */
const MOST_TAGS = 200_000;

const LONGEST_PROLOG = 64 * 1024;

/**
 * Why a feed is not read although its library would read it: that takes what stands there for the
 * whole, also where the feed was cut off in the middle of an entry. `null` for a feed that is whole.
 */
export function feedFault(text: string): string | null {
  if (/<!ENTITY\b/iu.test(text.slice(0, LONGEST_PROLOG)))
    return "This feed defines entities of its own, which are not read; save the stories as plain text.";
  const markup = withoutContent(text);
  if (markup === null) return CUT_OFF;
  if (count(markup, /</gu) > MOST_TAGS || count(markup, /=\s?["']/gu) > MOST_TAGS)
    return "This feed has too many elements; split it into smaller files.";
  const closes = lastIndex(markup, /<\/(?:[\w-]+:)?(?:rss|feed|rdf)\s*>/giu);
  const opened = count(markup, /<(?:[\w-]+:)?(?:item|entry)(?:\s[^<>]*)?(?<!\/)>/giu);
  const closed = count(markup, /<\/(?:[\w-]+:)?(?:item|entry)\s*>/giu);
  if (closes === -1) return CUT_OFF;
  return opened === closed ? null : BROKEN;
}

const CUT_OFF =
  "This feed ends before its last element is closed, so it was cut off on its way; send it again.";
const BROKEN =
  "This feed is broken: an entry in it is opened and not closed; mend the feed, or save the stories as plain text.";

/**
 * The markup of the feed itself: stories may hold markup of their own, in CDATA and comments. `null`
 * where one of these is not closed. Goes through the text once: an expression would begin anew at each opening.
 */
function withoutContent(text: string): string | null {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const opening = nextOpening(text, from);
    if (opening === null) break;
    const end = text.indexOf(opening.close, opening.at);
    if (end === -1) return null;
    parts.push(text.slice(from, opening.at));
    from = end + opening.close.length;
  }
  parts.push(text.slice(from));
  return parts.join("");
}

const OPENING = /<!(?:\[CDATA\[|--)/gu;

function nextOpening(text: string, from: number): { at: number; close: string } | null {
  OPENING.lastIndex = from;
  const found = OPENING.exec(text);
  if (found === null) return null;
  return { at: found.index, close: found[0] === "<!--" ? "-->" : "]]>" };
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _match of text.matchAll(pattern)) found += 1;
  return found;
}

function lastIndex(text: string, pattern: RegExp): number {
  let last = -1;
  for (const { index } of text.matchAll(pattern)) last = index;
  return last;
}
