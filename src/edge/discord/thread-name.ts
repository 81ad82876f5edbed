import { oneLine } from "./escape.ts";

/** Discord docs, "Start Thread from Message" and "Start Thread in Forum or Media Channel": `name`. */
const NAME_MOST = 100;

/** Shorter than this before the last word break, a name is cut within the word. */
const NAME_LEAST = 60;

/** The name of a thread, or the title of a post: one line of at most 100 characters, cut at a word. */
export function threadName(text: string): string {
  const line = oneLine(text).trim() || "…";
  if (line.length <= NAME_MOST) return line;
  const room = line.slice(0, NAME_MOST - 1);
  const end = /\s/u.test(line.charAt(NAME_MOST - 1)) ? room.length : room.search(/\s\S*$/u);
  const kept = end < NAME_LEAST ? room.toWellFormed().replace(/\ufffd$/u, "") : room.slice(0, end);
  return `${kept.replace(/[\s,;:–—-]+$/u, "")}…`;
}
