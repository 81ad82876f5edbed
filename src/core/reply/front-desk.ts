import type { Message } from "#core/message/message.ts";
import type { CommandName } from "./command.ts";

/** A command with its options by name, as a platform with typed options hands it over. */
export interface Question {
  readonly command: CommandName;
  readonly options: Readonly<Record<string, string>>;
  /** The newsroom's name of the channel it was asked in, where that is one of ours. */
  readonly channel: string | null;
}

/** One choice offered while someone types: `value` goes back as the option's text. */
export interface Suggestion {
  readonly label: string;
  readonly value: string;
}

/**
 * Port: where every front end (Discord, Slack, the page) takes a reader's question.
 *
 * It never throws for anything a reader typed: a mistake is answered with a message that says how
 * to put it right. Nothing that is held appears in an answer or a suggestion.
 */
export interface FrontDesk {
  ask(question: Question): Promise<Message>;
  /** The same for one line of text, with or without the leading slash: `quotes dar`. */
  askLine(line: string, channel: string | null): Promise<Message>;
  /** At most 25, best first. */
  suggest(command: CommandName, option: string, typed: string): Promise<readonly Suggestion[]>;
}
