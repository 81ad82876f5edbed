import type { Asking } from "./asking-words.ts";
import type { CommandName } from "./command.ts";
import { lineTokens } from "./line-token.ts";
import type { Piece } from "./piece.ts";

/** What is understood of a question in people's words. */
export interface Reading {
  readonly command: CommandName;
  /** As the command takes them. */
  readonly options: Readonly<Record<string, string>>;
  /** Topics among the words that are searched for, as they were typed. */
  readonly topics: readonly string[];
  /** What was typed and is not looked for, in its order. */
  readonly leftOut: readonly string[];
  /** Options that were typed by their keys: their asker knows what they are. Left out: none. */
  readonly keyed?: readonly string[];
}

/**
 * What becomes of a word: `phrase` stands beside its neighbours; `said` and `left` are not looked for, the
 * former because it says what is asked for.
 */
export type Role = "word" | "topic" | "phrase" | "said" | "left" | "field";
export const LOOKED_FOR: readonly Role[] = ["word", "topic", "phrase"];

/** Puts together what was found in a question: options by name, and what each of its words is. */
export function composeReading(
  asking: Asking,
  { about = "", ...fields }: Readonly<Record<string, string>>,
  pieces: readonly Piece[],
  roles: readonly Role[],
): Reading {
  const runs = (...of: readonly Role[]) =>
    groupsOf(pieces, roles, (role) => of.includes(role)).map(textOf);
  // What names the command is understood by it; "what happened with" is not looked for by any.
  const isUnderstood = asking.command !== "search" || asking.newest === true;
  const leftOut = isUnderstood ? runs("left") : runs("left", "said");
  const words = [wordsOf(pieces, roles), about].filter((text) => text !== "").join(" ");
  const isUnnamed = [fields.speaker, fields.place, fields.from].every(isMissing);
  const isBare = words === "" && isUnnamed;
  if (asking.command === "search" && isUnnamed && isUnwanted(words))
    return withoutThat(words, fields, leftOut);
  if (isBare) return bareReading(asking, fields, pieces, leftOut);
  return { ...optionsFor(asking, fields, words), topics: runs("topic"), leftOut };
}

/** Nothing is named but what is not wanted. */
function isUnwanted(words: string): boolean {
  const tokens = lineTokens(words);
  return tokens.length > 0 && tokens.every(({ minus }) => minus);
}

/** "Anything but the Iran war": the news, without what has all of these words. */
function withoutThat(
  words: string,
  { since, until }: Readonly<Record<string, string>>,
  leftOut: readonly string[],
): Reading {
  const topic = lineTokens(words)
    .map(({ value }) => `NOT (${value})`)
    .join(" ");
  const options = given({ edition: "now", topic, since, until });
  return { command: "digest", options, topics: [], leftOut };
}

function isMissing(text: string | undefined): boolean {
  return text === undefined;
}

/** Nothing is named that could be looked for: the newest is asked for, or help. */
function bareReading(
  { command, edition, newest }: Asking,
  { since, until }: Readonly<Record<string, string>>,
  pieces: readonly Piece[],
  leftOut: readonly string[],
): Reading {
  const none = { topics: [], leftOut };
  if (command === "schedule" || command === "help") return { command, options: {}, ...none };
  if ((since ?? until) !== undefined) {
    // Reads: quotes from last week
    const own = command === "quotes" || command === "facts" ? command : null;
    const made = own === null ? { edition: "now" } : {};
    return { command: own ?? "digest", options: given({ ...made, since, until }), ...none };
  }
  if (command === "digest") return { command, options: { edition: edition ?? "latest" }, ...none };
  if (newest === true) {
    const isNews = pieces.some(({ lower }) => lower.startsWith("new"));
    return { command: "digest", options: { edition: isNews ? "now" : "latest" }, ...none };
  }
  return { command: command === "quotes" ? command : "search", options: {}, ...none };
}

/** What a command has no option for is words. */
function optionsFor(
  { command, edition }: Asking,
  { speaker, place, from, order, since, until }: Readonly<Record<string, string>>,
  words: string,
): Pick<Reading, "command" | "options"> {
  const held = (...names: readonly (string | undefined)[]) =>
    [words, ...names.map((name) => (name === undefined ? "" : phrase(name)))]
      .filter((text) => text !== "")
      .join(" ");
  switch (command) {
    case "quotes":
      return { command, options: given({ speaker, about: held(place), from, since, until }) };
    case "facts":
    case "timeline":
      return { command, options: given({ about: held(place, from, speaker), since, until }) };
    case "digest": {
      const topic = held(place, from, speaker);
      return { command, options: given({ edition: edition ?? "now", topic, since, until }) };
    }
    default:
      return {
        command: "search",
        options: given({ words, speaker, place, from, since, until, order }),
      };
  }
}

function given(
  options: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) =>
      value === undefined || value === "" ? [] : [[name, value] as const],
    ),
  );
}

/** Words that stand beside each other where they are a name. */
export function phrase(text: string): string {
  return /\s/u.test(text) ? `"${text}"` : text;
}

function wordsOf(pieces: readonly Piece[], roles: readonly Role[]): string {
  return groupsOf(pieces, roles, (role) => LOOKED_FOR.includes(role), true)
    .map((group) => {
      const [first] = group;
      const role = first === undefined ? "word" : roles[pieces.indexOf(first)];
      return role === "word" ? group.map(({ raw }) => raw).join(" ") : phrase(textOf(group));
    })
    .join(" ");
}

function textOf(group: readonly Piece[]): string {
  return group.map(({ text }) => text).join(" ");
}

/** Runs of words beside each other whose role is one of those; `apart`: of one role each. */
function groupsOf(
  pieces: readonly Piece[],
  roles: readonly Role[],
  isOf: (role: Role) => boolean,
  apart = false,
): readonly (readonly Piece[])[] {
  const groups: Piece[][] = [];
  let before: Role | null = null;
  for (const [at, piece] of pieces.entries()) {
    const role = roles[at] ?? "word";
    const goesOn = before !== null && isOf(before) && (!apart || before === role);
    if (isOf(role) && goesOn) groups.at(-1)?.push(piece);
    else if (isOf(role)) groups.push([piece]);
    before = role;
  }
  return groups;
}
