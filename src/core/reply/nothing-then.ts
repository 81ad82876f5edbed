import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import { LABELS } from "#core/language/labels.ts";
import { dateOf } from "#core/message/brief.ts";
import type { Block, Message } from "#core/message/message.ts";
import { note, paragraph, section } from "#core/message/say.ts";
import type { CommandName } from "./command.ts";
import { lineFor } from "./line.ts";
import { nothingFound } from "./list-answer.ts";
import { CANNOT_BE, cannotBe, type Period } from "./period.ts";

/** What was looked for in a time that has nothing of it. */
export interface NothingThen {
  /** As a reader would say it, with its time. */
  readonly about: string;
  readonly period: Period;
  /** The newest of any time that may be shown where it is asked for; `null` for none. */
  readonly newest: Filed | null;
  readonly command: CommandName;
  readonly options: Readonly<Record<string, string>>;
  readonly timeZone: string;
  readonly now: Instant;
}

/** Nothing is of the time that was asked for: whether it can be, what there is of another time, and the way to it. */
export function nothingThen(found: NothingThen): Message {
  const { about, period, newest, timeZone, now } = found;
  const why = cannotBe(period, now);
  const said = why === null ? [] : [note({ text: CANNOT_BE[why] })];
  if (newest === null) {
    const answer = nothingFound(about);
    return why === null ? answer : { ...answer, sections: [...answer.sections, section(...said)] };
  }
  const summary = `Nothing found for ${about}.`;
  const { word, span } = dateOf(newest.article, timeZone, now);
  const how = word === "" ? "is of " : `was ${word}`;
  const date = note({ text: `The newest on this ${how}` }, span, { text: "." });
  return {
    summary,
    sections: [section(paragraph({ text: summary }), ...said, date, ...ofAnyTime(found))],
  };
}

function ofAnyTime({ command, options }: NothingThen): readonly Block[] {
  const ask = lineFor(command, { ...options, since: "", until: "", page: "" });
  // The question is too long for a button.
  if (ask === null) return [];
  return [{ kind: "buttons", buttons: [{ kind: "ask", label: LABELS.anyTime, ask }] }];
}
