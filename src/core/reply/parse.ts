import { COMMANDS, type CommandName, isCommandName } from "./command.ts";
import type { Question } from "./front-desk.ts";

/** A line that is no question, and what the reader may have meant. */
export interface Mistake {
  readonly typed: string;
  readonly meant: CommandName | null;
}

/** Longer lines are cut: nobody types them, and a search does not get better by them. */
const LONGEST_LINE = 500;

/**
 * Reads one line of text as a question. The slash may be missing, the command's words fill its
 * first option, and an empty line asks for help.
 */
export function parseLine(line: string, channel: string | null): Question | Mistake {
  const words = line
    .slice(0, LONGEST_LINE)
    .trim()
    .replace(/^\//, "")
    .replace(/^desk(?:\s+|$)/i, "");
  const { name = "", rest = "" } = /^(?<name>\S*)\s*(?<rest>[\s\S]*)$/u.exec(words)?.groups ?? {};
  const command = name.toLowerCase();
  if (command === "") return { command: "help", options: {}, channel };
  if (!isCommandName(command)) return { typed: name, meant: nearestCommand(command) };
  const option = COMMANDS.find((spec) => spec.name === command)?.options[0];
  const options = option === undefined || rest === "" ? {} : { [option.name]: rest.trim() };
  return { command, options, channel };
}

/** The command that was meant: one that begins so, or that is one or two slips of the finger away. */
function nearestCommand(typed: string): CommandName | null {
  const names = COMMANDS.map(({ name }) => name);
  const begun = typed.length > 1 ? names.find((name) => name.startsWith(typed)) : undefined;
  return begun ?? names.find((name) => slips(typed, name) <= 2) ?? null;
}

/** Levenshtein's distance: letters to add, drop or change. */
function slips(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [done, letter] of [...from.slice(0, 12)].entries()) {
    const next = [done + 1];
    for (const [index, other] of [...to].entries()) {
      const change = (row[index] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(change, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
