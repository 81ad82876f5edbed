import { mayGiveAny } from "#core/access/may-give.ts";
import { isFunctionWord } from "#core/text/word-class.ts";
import { type CommandSpec, commandOf, isCommandName } from "./command.ts";
import type { Asked, Question } from "./front-desk.ts";
import { lineTokens } from "./line-token.ts";
import { type Mistake, noSuchCommand } from "./mistake.ts";
import { commandWords, parseLine } from "./parse.ts";
import { optionNamed } from "./read-options.ts";
import { isArticleId } from "./report.ts";
import { isMoment } from "./since.ts";

/** What someone typed, as far as its first word tells. */
export type Typed =
  | { readonly kind: "command"; readonly question: Question; readonly slash: boolean }
  | { readonly kind: "mistake"; readonly mistake: Mistake }
  /** No command: a question in people's words. */
  | { readonly kind: "words"; readonly text: string };

/**
 * Reads what someone typed: known commands first. A slash makes any line a command; a line without one is a
 * command where what follows its name is what the command takes: "status of the ferry" and "hold on" are words.
 *
 * @param channels the names of the channels that the asker knows
 */
export function readTyped(line: string, asked: Asked, channels: readonly string[]): Typed {
  const trimmed = line.trim();
  const isForDesk = /^\/?desk(?=\s|$)/iu.test(trimmed);
  const slash = trimmed.startsWith("/") && !isForDesk;
  const { name, rest } = commandWords(trimmed);
  const spec = commandOf(name.toLowerCase());
  const words = { kind: "words", text: `${name} ${rest}`.trim() } as const;
  if (spec === null) {
    if (name === "") return command(trimmed, asked, slash);
    if (!slash) return words;
    return { kind: "mistake", mistake: noSuchCommand(name, rest) };
  }
  const given: Given = { rest, asked, channels, isForDesk };
  return slash || takes(spec, given) ? command(trimmed, asked, slash) : words;
}

function command(line: string, asked: Asked, slash: boolean): Typed {
  const parsed = parseLine(line, asked);
  return "typed" in parsed
    ? { kind: "mistake", mistake: parsed }
    : { kind: "command", question: parsed, slash };
}

interface Given {
  readonly rest: string;
  readonly asked: Asked;
  readonly channels: readonly string[];
  /** Said to the desk by its own command, and not in the middle of a talk. */
  readonly isForDesk: boolean;
}

/** Says whether what follows the name of a command is what it takes. */
function takes(spec: CommandSpec, given: Given): boolean {
  const { rest, asked, isForDesk } = given;
  const tokens = lineTokens(rest);
  const [head] = tokens;
  if (head === undefined) return true;
  const ofEditors = spec.permission !== "reader";
  // A reader who says "kill switch" asks for it; by /desk they are told whose command it is.
  if (!mayGiveAny(spec, asked.asker) && !isForDesk) return false;
  if (tokens.some((token) => optionNamed(spec, token) !== null)) return true;
  const [first] = spec.options;
  // "Wrong numbers on the ferry" is a headline, though an article has all of its words.
  if (spec.name === "wrong" && !isForDesk) return tokens.length === 1 || isArticleId(head.value);
  const begins = head.value.toLowerCase();
  if (first?.choices.includes(begins)) return true;
  switch (first?.kind) {
    case undefined:
      return false;
    case "article":
      if (ofEditors && !isForDesk) return tokens.length === 1 && IS_ID.test(begins);
      return !isFunctionWord(begins) || isDeterminer(spec, begins);
    case "channel":
      return tokens.length === 1 && isChannel(begins, given);
    case "command":
      return tokens.length === 1 && isCommandName(begins.replace(/^\//u, ""));
    case "who":
      return false;
    case "moment":
      return isMoment(rest.trim().toLowerCase());
    default:
      return !isFunctionWord(begins) || isDeterminer(spec, begins);
  }
}

/** An id has a figure as a rule; what has none may be a word, and what acts is not done by a word that may mean more. */
const IS_ID = /^(?=\p{L}*\d)[a-z0-9]{2,16}$/u;

/** Reads: brief the harbour bridge; "why the bridge closed" and "hold the front page" are words. */
function isDeterminer({ name, permission }: CommandSpec, word: string): boolean {
  return permission === "reader" && name !== "why" && /^(?:the|a|an|all|every)$/u.test(word);
}

/** Reads: pause front-page · post now · resume #news */
function isChannel(word: string, { channels, isForDesk }: Given): boolean {
  const name = word.replace(/^#/u, "");
  if (word.startsWith("#") || word === "now") return true;
  return channels.some((one) => one.toLowerCase() === name) || (isForDesk && name.includes("-"));
}
