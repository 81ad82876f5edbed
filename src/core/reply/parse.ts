import { TOPIC_FIELDS } from "#core/digest/topic.ts";
import { COMMANDS, type CommandName, type CommandSpec, commandOf, optionOf } from "./command.ts";
import type { Asked, Question } from "./front-desk.ts";
import { type LineToken, lineTokens } from "./line-token.ts";
import { nearest, slips } from "./nearest.ts";
import type { OptionKind, OptionSpec } from "./option.ts";
import { isMoment } from "./since.ts";

/** A line that is no question, and what the reader may have meant. */
export interface Mistake {
  /** The word that is not understood; with a colon where it should have been an option. */
  readonly typed: string;
  /** A command, or an option of `command`; `null` where nothing is near. */
  readonly meant: string | null;
  /** The command that has no such option; `null` where the command itself is not known. */
  readonly command: CommandName | null;
  /** The line with the mistake put right, where it can be. */
  readonly instead: string | null;
}

/** Longer lines are cut: nobody types them, and a search does not get better by them. */
export const LONGEST_LINE = 500;

/**
 * Reads one line of text as a question. The slash may be missing, options may stand anywhere as
 * `key:value`, all other words fill the command's first option, and an empty line asks for help.
 */
export function parseLine(line: string, asked: Asked): Question | Mistake {
  const words = line
    .slice(0, LONGEST_LINE)
    .trim()
    .replace(/^\//, "")
    .replace(/^desk(?:\s+|$)/i, "");
  const { name = "", rest = "" } = /^(?<name>\S*)\s*(?<rest>[\s\S]*)$/u.exec(words)?.groups ?? {};
  const command = name.toLowerCase();
  if (command === "") return { ...asked, command: "help", options: {} };
  const spec = commandOf(command);
  if (spec === null) return noSuchCommand(name, rest);
  const tokens = lineTokens(rest);
  const strange = tokens.find((token) => meantOption(spec, token) !== null);
  if (strange !== undefined) return noSuchOption(spec, strange, rest);
  return { ...asked, command: spec.name, options: readOptions(spec, tokens) };
}

/** Whether the answer to a line depends on its asker being an editor. */
export function concernsEditors(line: string): boolean {
  const parsed = parseLine(line, NOBODY);
  if ("typed" in parsed) return false;
  return parsed.command === "help" || commandOf(parsed.command)?.permission === "editor";
}

const NOBODY: Asked = { asker: { id: "", name: "", editor: false }, place: null, channel: null };

function noSuchCommand(typed: string, rest: string): Mistake {
  const meant = nearest(
    typed.toLowerCase(),
    COMMANDS.map(({ name }) => name),
  );
  return {
    typed,
    meant,
    command: null,
    instead: meant === null ? null : `${meant} ${rest}`.trim(),
  };
}

function noSuchOption(spec: CommandSpec, token: LineToken, rest: string): Mistake {
  const meant = meantOption(spec, token);
  const instead =
    meant === null
      ? null
      : `${spec.name} ${rest.replace(new RegExp(`\\b${token.key}:`, "iu"), `${meant}:`)}`;
  return { typed: `${token.key}:`, meant, command: spec.name, instead };
}

/** The option that a key was meant for, where the command has none of that name: `speakr:` for `speaker:`. */
function meantOption(spec: CommandSpec, { key, quoted, raw }: LineToken): string | null {
  if (key === null || key.length < 3 || optionOf(spec, key) !== null) return null;
  if (quoted && raw.startsWith('"')) return null;
  if (spec.options.some(({ kind }) => kind === "topics") && isTopicField(key)) return null;
  const names = spec.options.map(({ name }) => name);
  return names.find((name) => name.at(0) === key.at(0) && slips(key, name) <= 2) ?? null;
}

function isTopicField(key: string): boolean {
  return key === "urgency" || TOPIC_FIELDS.some((field) => field === key.replace(/s$/u, ""));
}

/** Options that are one word; the others go on to the next option. */
const ONE_WORD: ReadonlySet<OptionKind> = new Set([
  "edition",
  "channel",
  "command",
  "part",
  "page",
  "zone",
  "layout",
  "yes",
  "draft",
]);

/** A moment has at most so many words: `8th of May 2026`. */
const MOMENT_WORDS = 4;

/** Gives the pieces of a line to the options of its command. */
export function readOptions(
  spec: CommandSpec,
  tokens: readonly LineToken[],
): Readonly<Record<string, string>> {
  const options: Record<string, string> = {};
  const free: LineToken[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    const named = token?.key == null || token.minus ? null : optionOf(spec, token.key);
    if (token === undefined) break;
    if (named === null) {
      free.push(token);
      at += 1;
      continue;
    }
    const taken = optionValue(spec, named, tokens.slice(at));
    if (taken.value !== "") options[named.name] = taken.value;
    at += taken.tokens;
  }
  const [first] = spec.options;
  if (first !== undefined && free.length > 0 && options[first.name] === undefined) {
    options[first.name] = freeText(first, free);
  }
  return options;
}

/** What stands behind a key, and how many pieces of the line that is. */
function optionValue(
  spec: CommandSpec,
  { kind }: OptionSpec,
  [own, ...rest]: readonly LineToken[],
): { value: string; tokens: number } {
  if (own === undefined) return { value: "", tokens: 1 };
  // Reads: speaker: solen
  const before = own.value === "" && !own.quoted ? [] : [own];
  const end = rest.findIndex(
    ({ key, minus }) => key !== null && !minus && optionOf(spec, key) !== null,
  );
  const following = end < 0 ? rest : rest.slice(0, end);
  const count = howMany(spec, kind, before, following);
  const pieces = following.slice(0, count).map(({ raw }) => raw);
  const first = before.map(({ value, raw }) => (kind === "topics" ? withoutKey(raw) : value));
  const text = [...first, ...pieces].join(" ");
  return { value: kind === "topics" ? text : withoutQuotes(text), tokens: 1 + count };
}

function howMany(
  { options: [first] }: CommandSpec,
  kind: OptionKind,
  before: readonly LineToken[],
  following: readonly LineToken[],
): number {
  const [own] = before;
  const least = own === undefined ? 1 : 0;
  if (kind === "moment") {
    const words = [...before, ...following].slice(0, MOMENT_WORDS).map(({ value }) => value);
    const lengths = words.map((_, index) => words.length - index);
    const fitting = lengths.find((length) => isMoment(words.slice(0, length).join(" ")));
    return Math.max(least, (fitting ?? 1) - before.length);
  }
  // In a search, words that follow are searched for.
  const single = ONE_WORD.has(kind) || first?.kind === "words";
  if (single || (own?.quoted === true && kind !== "topics"))
    return Math.min(least, following.length);
  return following.length;
}

/** The languages of searches and topics keep their signs; elsewhere quotes only hold words together. */
function freeText({ kind }: OptionSpec, free: readonly LineToken[]): string {
  const text = free.map(({ raw }) => raw).join(" ");
  return kind === "words" || kind === "topics" || kind === "edition" ? text : withoutQuotes(text);
}

function withoutKey(raw: string): string {
  return raw.replace(/^\p{L}+:/u, "");
}

function withoutQuotes(text: string): string {
  return text.replace(/["“”„]/gu, "").trim();
}
