/** In characters: a longer line, or a longer end of one, is no furniture. */
const LONGEST_FURNITURE = 120;

const AMOUNT = "(?:\\d[\\d.,]*\\s?[km]?\\+?|no|one)";
const COUNTED =
  "(?:new\\s)?(?:comments?|replies|responses|shares?|likes?|views?|reactions?|retweets?|reposts?|upvotes?|claps?|kommentare?|commentaires?|comentarios?|coment[áa]rios|commenti|reacties)";
const LABEL = "(?:comments?|replies|shares?|likes?|views?|reactions?|points|reads)";
const AGO =
  "(?:about\\s|an?\\s)?\\d*\\s?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?)\\sago|just\\snow";
const ASKS =
  "(?:join|leave|post|add|see|view|read|show)\\s(?:an?\\s|all\\s|the\\s)?(?:\\d[\\d.,]*\\s)?(?:comments?|conversation|discussion|replies)(?:\\s?\\(\\d[\\d.,]*\\))?";
const STAMPED = "(?:(?:first|last)\\s)?(?:published|updated|posted|modified|edited|created)";
// Reads: 14 comments, Comments (14), # Comments: 14, 12 points by ana 3 hours ago, 5 min read, Updated 3 minutes ago
const COUNTER = new RegExp(
  `^(?:${AMOUNT}\\s${COUNTED}|#?\\s?${LABEL}\\s?[:(]\\s?\\d[\\d.,]*\\s?[km]?\\)?|${ASKS}|\\d+\\spoints?\\sby\\s\\S+(?:\\s(?:${AGO}))?|(?:${STAMPED}:?\\s)?(?:${AGO})|\\d+[-\\s]min(?:ute)?s?\\sread|reading\\stime:?\\s\\d+\\s?min(?:ute)?s?)$`,
  "iu",
);
const STAMP = new RegExp(`^${STAMPED}\\b:?`, "iu");
const DATE_WORD =
  /^(?:\d+(?:st|nd|rd|th)?|[ap]m|at|on|the|of|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|t|z|gmt|utc|bst|c?est|cet|[ecmp][sd]t|ist|local|time)$/i;
const PARTS = / ?[|·•] ?| [–—-] /u;
// Reads: … [14 comments], … (14 comments), … said. 14 comments
const AT_END =
  /^(?<rest>.*?)(?: ?[[(](?<inside>[^[\]()]{3,60})[\])]|(?<=[.!?"”’)]) (?<tail>[^.!?]{3,60}))$/su;

/**
 * A text as a reader takes it in: without what only looks otherwise (white space, the form of
 * quotation marks, dashes and dots), without what a page counts and stamps ("14 comments", "Updated
 * 3 minutes ago"), and without what stands behind the address of a link. A figure in a sentence stays.
 */
export function seenText(text: string | null): string {
  const lines = (text ?? "").split(/\n+/u).map((line) => line.split(/\s+/u).join(" ").trim());
  return sameForm(
    lines
      .map(withoutFurniture)
      .filter((line) => line !== "")
      .join(" "),
  );
}

/** Who wrote it, without the day on which: `By Ana Field | 8 May 2026`. */
export function seenByline(byline: string | null): string {
  const parts = seenText(byline)
    .replace(/^by /i, "")
    .split(/ ?[|·•,] ?| - /u);
  return parts.filter((part) => !isDate(part) && !COUNTER.test(part)).join(", ");
}

function withoutFurniture(line: string): string {
  let rest = line;
  for (let at = 0; at < MOST_AT_END && rest !== ""; at += 1) {
    const shorter = withoutLast(rest);
    if (shorter === rest) return rest;
    rest = shorter;
  }
  return rest;
}

const MOST_AT_END = 6;

/** Without the last part of a line where a page counts or stamps. */
function withoutLast(line: string): string {
  if (isFurniture(line)) return "";
  const end = line.slice(-LONGEST_FURNITURE);
  const kept = line.slice(0, line.length - end.length);
  const parts = [...end.matchAll(new RegExp(PARTS, "gu"))];
  const last = parts.at(-1);
  if (last !== undefined && isFurniture(end.slice(last.index + last[0].length))) {
    return kept + end.slice(0, last.index);
  }
  const found = AT_END.exec(end)?.groups;
  const said = found?.inside ?? found?.tail;
  return said !== undefined && isFurniture(said) ? kept + (found?.rest ?? "") : line;
}

function isFurniture(text: string): boolean {
  const said = text.trim();
  if (said.length > LONGEST_FURNITURE) return false;
  if (COUNTER.test(said)) return true;
  return STAMP.test(said) && isDate(said.replace(STAMP, ""));
}

function isDate(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  // A stamp may run its parts together: 2026-05-08T10:15Z.
  const parts = words.flatMap((word) => word.match(/\d+(?:st|nd|rd|th)?|\p{L}+/giu) ?? []);
  return /\d/u.test(text) && parts.every((word) => DATE_WORD.test(word));
}

/** Without what only looks otherwise. */
function sameForm(text: string): string {
  return text
    .replace(/\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/gu, "")
    .normalize("NFC")
    .replace(/\b(?<address>https?:\/\/[^\s?#]+)[?#]\S*/gi, "$<address>")
    .replace(/[‘’‛‚′`´]/gu, "'")
    .replace(/[“”„‟″«»]|''/gu, '"')
    .replace(/…/gu, "...")
    .replace(/ ?[–—―]{1,2} ?| -{1,2} /gu, " - ")
    .replace(/[‐‑‒]/gu, "-")
    .replace(/ (?=[,.;:!?])/gu, "")
    .split(/\s+/u)
    .join(" ")
    .trim();
}
