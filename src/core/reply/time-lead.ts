import type { TimeWord } from "./time-word.ts";

/** They lead to a time, and are of it: "since May", "over the last week". */
const LEADS: ReadonlySet<string> = new Set(
  "since from after on in during over within throughout for as of at the until till before between".split(
    " ",
  ),
);

/** Where the words begin that lead to a time: "over the", "as of". */
export function leadBefore(words: readonly TimeWord[], at: number): number {
  let from = at;
  while (from > 0 && isLead(words, from - 1)) from -= 1;
  return from;
}

function isLead(words: readonly TimeWord[], at: number): boolean {
  const { text = "", ends = true } = words[at] ?? {};
  if (ends) return false;
  return LEADS.has(text) || (text === "to" ? words[at - 1]?.text === "up" : isUp(words, at));
}

function isUp(words: readonly TimeWord[], at: number): boolean {
  return words[at]?.text === "up" && words[at + 1]?.text === "to";
}

/** Which of them says how: `since` of "since the", `until` of "up to". */
export function leadOf(words: readonly TimeWord[], from: number, at: number): string {
  const leads = words.slice(from, at).map(({ text }) => text);
  const last = leads.findLast((text) => text !== "the") ?? "";
  if (last === "to") return "until";
  return last === "of" && leads.includes("as") ? "since" : last;
}
