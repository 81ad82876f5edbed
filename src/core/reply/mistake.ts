import { TOPIC_FIELDS } from "#core/digest/topic.ts";
import { COMMANDS, type CommandName, type CommandSpec, optionOf } from "./command.ts";
import type { LineToken } from "./line-token.ts";
import { nearest, slips } from "./nearest.ts";

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

/** A word that is no command. */
export function noSuchCommand(typed: string, rest: string): Mistake {
  const meant = nearest(
    typed.toLowerCase(),
    COMMANDS.map(({ name }) => name),
  );
  return {
    ...{ typed, meant, command: null },
    instead: meant === null ? null : `${meant} ${rest}`.trim(),
  };
}

/**
 * A key that no option of a command has, but that one was surely meant by: `speakr:` for `speaker:`.
 * @param mend the line with the key put right
 * @returns `null` where there is none
 */
export function noSuchOption(
  spec: CommandSpec,
  tokens: readonly LineToken[],
  mend: (pattern: RegExp, key: string) => string | null,
): Mistake | null {
  const strange = tokens.find((token) => meantOption(spec, token) !== null);
  const meant = strange === undefined ? null : meantOption(spec, strange);
  if (strange === undefined || meant === null) return null;
  const instead = mend(new RegExp(`\\b${strange.key}:`, "iu"), `${meant}:`);
  return { typed: `${strange.key}:`, meant, command: spec.name, instead };
}

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
