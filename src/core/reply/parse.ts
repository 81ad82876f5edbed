import { type CommandName, commandOf } from "./command.ts";
import { readConnectives } from "./connectives.ts";
import type { Asked, Question } from "./front-desk.ts";
import { lineFor } from "./line.ts";
import { lineTokens } from "./line-token.ts";
import { type Mistake, noSuchCommand, noSuchOption } from "./mistake.ts";
import type { OptionKind } from "./option.ts";
import { optionNamed, readOptions } from "./read-options.ts";

/** Longer lines are cut: nobody types them, and a search does not get better by them. */
export const LONGEST_LINE = 500;

/**
 * Reads one line of text as a question. The slash may be missing, options may stand anywhere as
 * `key:value`, all other words fill the command's first option, and an empty line asks for help.
 */
export function parseLine(line: string, asked: Asked): Question | Mistake {
  const { name, rest } = commandWords(line);
  const command = name.toLowerCase();
  if (command === "") return { ...asked, command: "help", options: {} };
  const spec = commandOf(command);
  if (spec === null) return noSuchCommand(name, rest);
  const tokens = lineTokens(rest);
  const mistake = noSuchOption(
    spec,
    tokens,
    (key, right) => `${spec.name} ${rest.replace(key, right)}`,
  );
  if (mistake !== null) return mistake;
  const { options } = readOptions(spec, tokens);
  return { ...asked, command: spec.name, options: readConnectives(spec.name, options) };
}

/** The first word of a line, without its slash and without the word that every command may stand behind; and the rest. */
export function commandWords(line: string): { readonly name: string; readonly rest: string } {
  const words = line
    .slice(0, LONGEST_LINE)
    .trim()
    .replace(/^\//, "")
    .replace(/^desk(?:\s+|$)/i, "");
  const { name = "", rest = "" } = /^(?<name>\S*)\s*(?<rest>[\s\S]*)$/u.exec(words)?.groups ?? {};
  return { name, rest };
}

/** Options in whose text others can be typed. */
const TYPED_IN: ReadonlySet<OptionKind> = new Set([
  "words",
  "article",
  "subject",
  "topics",
  "speaker",
  "source",
  "place",
]);

/**
 * Reads options that are typed within another one, so that one grammar holds wherever text is typed:
 * `words: bridge speaker:solen` is the same in an option of Discord, in a form and in a line. An option
 * that has a text of its own stays as it is.
 */
export function parseOptions(question: Question): Question | Mistake {
  const spec = commandOf(question.command);
  const options: Record<string, string> = { ...question.options };
  for (const own of spec?.options ?? []) {
    const text = question.options[own.name];
    if (spec === null || text === undefined || !TYPED_IN.has(own.kind)) continue;
    const tokens = lineTokens(text);
    const mistake = noSuchOption(spec, tokens, (key, right) =>
      lineFor(spec.name, { ...question.options, [own.name]: text.replace(key, right) }),
    );
    if (mistake !== null) return mistake;
    const others = tokens.flatMap((token) => optionNamed(spec, token) ?? []);
    const isPlain = others.every(({ name }) => name === own.name);
    if (isPlain || others.some(({ name }) => options[name] !== undefined)) continue;
    const first = { ...spec, options: [own, ...spec.options.filter((one) => one !== own)] };
    const read = readOptions(first, tokens).options;
    delete options[own.name];
    Object.assign(options, read);
  }
  return { ...question, options: readConnectives(question.command, options) };
}

/** The command that a line gives; `null` where it is none. */
export function commandIn(line: string): CommandName | null {
  const { name } = commandWords(line);
  return commandOf(name === "" ? "help" : name.toLowerCase())?.name ?? null;
}

/** Whether the answer to a line depends on its asker being an editor. */
export function concernsEditors(line: string): boolean {
  const command = commandIn(line);
  const spec = command === null ? null : commandOf(command);
  return spec !== null && (spec.permission !== "reader" || TELLS_EDITORS_MORE.has(spec.name));
}

/** Whether a line orders something for its asker, or a link to the page: what they get by it depends on whose people they are of. */
export function concernsMembers(line: string): boolean {
  const command = commandIn(line);
  return command !== null && FOR_ASKERS.has(command);
}

const FOR_ASKERS: ReadonlySet<string> = new Set(["digest", "alert", "subscribe", "signin"]);

/** Anyone may give these, and editors are told more: their commands, what is held, and who they are on the page. */
const TELLS_EDITORS_MORE: ReadonlySet<string> = new Set(["help", "why", "signin"]);
