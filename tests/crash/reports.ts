import { personAt } from "#tests/bench/archive.ts";
import type { Desk } from "#tests/main/bot.ts";

/** So many words of their own each story has: reports that share theirs would be told as one. */
const OWN_WORDS = 12;

const own = (index: number, which: number) => wordOf(index * OWN_WORDS + which);
const CONSONANTS = "bcdfghjklmnprstvwxyz";
const VOWELS = "aeiou";
const PAIRS = CONSONANTS.length * VOWELS.length;
/** Scatters what comes one after the other; it has no factor in common with the number of words. */
const STEP = 7919;

/** One of a million words, which differ in their first six letters: by those, stories are compared. */
function wordOf(rank: number): string {
  const letters: string[] = [];
  let rest = (rank * STEP) % PAIRS ** 3;
  for (let pair = 0; pair < 3; pair += 1, rest = Math.floor(rest / PAIRS)) {
    const which = rest % PAIRS;
    letters.push(CONSONANTS[which % CONSONANTS.length] ?? "");
    letters.push(VOWELS[Math.floor(which / CONSONANTS.length)] ?? "");
  }
  return `${letters.join("")}nel`;
}

const words = (index: number, from: number) =>
  [0, 1, 2].map((which) => own(index, from + which)).join(" ");

export const headline = (index: number) =>
  `Report ${String(index).padStart(4, "0")}: ${words(index, 0)}`;

/** What a revision says in its lede, and no other revision or report does. */
export const counted = (index: number, revision: number) =>
  `have counted ${100 + revision} crates of ${words(index, 7)}`;

/** What a correction says of it, also where a post has no room for the lede. */
export const corrected = (revision: number) => `→ ${100 + revision}"`;

/** A lede that posts show: a sentence of words that nobody knows is none. */
export const lede = (index: number, revision: number) =>
  `The ${own(index, 4)} workers of ${own(index, 5)} ${own(index, 6)} ${counted(index, revision)} on Friday`;

/** Text of an agency: dateline, lede, and a quote. */
export function body(index: number, said = `${words(index, 4)} ${words(index, 7)}`): string {
  return `${own(index, 3).toUpperCase()}, May 8 (Tarn Wire) – ${said}.\n\n“It is ${own(index, 10)},” said ${personAt(index * 3)}, the ${own(index, 11)} master.\n`;
}

// The rule between two items, on Slack and on Discord.
const RULE = /"type":"divider"|"type":14/u;
const HEADLINES = /Report \d{4}:/gu;

/** The items of a post as it stands: without the list of headlines that a long edition opens with. */
function itemsIn(post: string): string {
  const isList = (part: string) => new Set(part.match(HEADLINES)).size > 1;
  return post
    .split(RULE)
    .filter((part) => !isList(part))
    .join();
}

/** Headlines that do not stand in a channel once, and the posts that have them. */
export function notOnce(
  texts: readonly string[],
  indexes: readonly number[],
): readonly (readonly string[])[] {
  return indexes
    .map(headline)
    .map((title) => [title, ...texts.filter((text) => itemsIn(text).includes(title))])
    .filter(({ length }) => length !== 2);
}

/** What is wrong, with what became of each file by the ledger: so a rare loss is understood the first time. */
export async function accountOf(
  desk: Desk,
  { env, fileOf }: { env: Readonly<Record<string, string>>; fileOf: (index: number) => string },
  wrong: readonly (readonly string[])[],
): Promise<readonly string[]> {
  const accounts: string[] = [];
  for (const [title = "", ...posts] of wrong) {
    const file = fileOf(Number(title.slice("Report ".length, "Report 0000".length)));
    const { out, err } = await desk.run(["why", `articles/${file}`], { env });
    accounts.push([`${title}: posted ${posts.length} times`, out, err, ...posts].join("\n"));
  }
  return accounts;
}
