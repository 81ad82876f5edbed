import { isEditor } from "#core/access/role.ts";
import type { Message } from "#core/message/message.ts";
import { count, plainMessage } from "#core/message/say.ts";
import type { CommandName } from "#core/reply/command.ts";
import type { Asker, FrontDesk } from "#core/reply/front-desk.ts";
import { commandIn } from "#core/reply/parse.ts";

/** What one person may ask within a minute, whichever way they ask. */
export const MOST_QUESTIONS = 20;
const MINUTE = 60_000;

/** What must be stopped is stopped, however much its editor has asked before. */
const FREE: ReadonlySet<CommandName> = new Set(["kill", "hold"]);

/**
 * A front desk that answers each person so often a minute and no more; it counts in memory, for this process alone.
 * Completions while somebody types, and forms that open, are no questions; forms are looked at as often before they close.
 *
 * @param now milliseconds that only ever go on: no clock that may be put back
 */
export function limited(desk: FrontDesk, now: () => number): FrontDesk {
  const counted = createCount(now);
  const checked = createCount(now);
  const within = (
    asker: Asker,
    command: CommandName | null,
    work: () => Promise<Message>,
  ): Promise<Message> => {
    if (isEditor(asker) && command !== null && FREE.has(command)) return work();
    const wait = counted.take(asker.id);
    return wait === 0 ? work() : Promise.resolve(tooMany(wait));
  };
  return {
    ...desk,
    ask: (question) => within(question.asker, question.command, () => desk.ask(question)),
    askLine: (line, asked) => within(asked.asker, commandIn(line), () => desk.askLine(line, asked)),
    askTyped: (text, asked) =>
      within(asked.asker, commandIn(text), () => desk.askTyped(text, asked)),
    askPost: (post, asked) => within(asked.asker, null, () => desk.askPost(post, asked)),
    // What is not looked at before it is handed in is looked at then, and counts.
    check: async (form, values, asked) =>
      checked.take(asked.asker.id) === 0 ? desk.check(form, values, asked) : null,
    submit: (form, values, asked) =>
      within(asked.asker, null, () => desk.submit(form, values, asked)),
  };
}

function tooMany(wait: number): Message {
  const seconds = count(Math.ceil(wait / 1000), "second");
  return plainMessage(
    `You have asked ${MOST_QUESTIONS} times within a minute: ask again in ${seconds}.`,
  );
}

interface Count {
  /** Counts one more. @returns milliseconds until it may be counted; 0: it is */
  take(id: string): number;
}

function createCount(now: () => number): Count {
  const asked = new Map<string, readonly number[]>();
  let swept = now();
  /** Whoever asks nothing any more is forgotten. */
  const sweep = (at: number) => {
    if (at - swept < MINUTE) return;
    swept = at;
    for (const [id, moments] of asked) {
      if ((moments.at(-1) ?? 0) <= at - MINUTE) asked.delete(id);
    }
  };
  return {
    take(id) {
      const at = now();
      sweep(at);
      const recent = (asked.get(id) ?? []).filter((moment) => moment > at - MINUTE);
      const [oldest] = recent;
      if (oldest !== undefined && recent.length >= MOST_QUESTIONS) return oldest + MINUTE - at;
      asked.set(id, [...recent, at]);
      return 0;
    },
  };
}
