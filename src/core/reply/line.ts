import type { CommandName } from "./command.ts";
import { commandOf } from "./command.ts";

/** What a button can hold: both platforms take a longer one, and Discord's `custom_id` needs room for its prefix. */
const LONGEST_ASK = 90;

/**
 * The line that `parseLine` reads as this question: what a button asks.
 * @returns `null` where it is too long for a button
 */
export function lineFor(
  command: CommandName,
  options: Readonly<Record<string, string>>,
): string | null {
  const specs = commandOf(command)?.options ?? [];
  const [first] = specs;
  const pieces = specs.flatMap(({ name, kind }) => {
    const value = options[name]?.trim() ?? "";
    if (value === "") return [];
    const isFree = name === first?.name && (kind === "words" || kind === "topics");
    return [isFree ? value : `${name}:${kind === "topics" ? value : held(value)}`];
  });
  const line = [command, ...pieces].join(" ");
  return line.length > LONGEST_ASK ? null : line;
}

/** Held together by quotes where it is more than one word. */
function held(value: string): string {
  const plain = value.replace(/["“”„]/gu, "");
  return /\s/u.test(plain) ? `"${plain}"` : plain;
}
