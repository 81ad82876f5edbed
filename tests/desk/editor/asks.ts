import fc from "fast-check";
import { COMMANDS } from "#core/reply/command.ts";
import type { Asked, FrontDesk } from "#core/reply/front-desk.ts";
import { textOf } from "#tests/message-text.ts";

/** A newsroom that can be asked. */
interface Room {
  readonly desk: FrontDesk;
}

/** Asks a newsroom something, and gives all that comes of it. */
export type Ask<Asked_ extends Room = Room> = (room: Asked_, from: Asked) => Promise<unknown>;

/** Orders that reach what their editor names by its id, wherever they are given, and what counts all that there is. */
const OF_EDITORS: ReadonlySet<string> = new Set([
  ...["kill", "hold", "release", "post", "status", "audit", "reports"],
]);

/** A command with any of these values for each of its options. */
export function commands(value: fc.Arbitrary<string>): fc.Arbitrary<Ask> {
  return fc
    .constantFrom(...COMMANDS.filter(({ name }) => !OF_EDITORS.has(name)))
    .chain(({ name, options }) =>
      fc
        .subarray(options.map((one) => one.name))
        .chain((names) => fc.tuple(...names.map((one) => fc.tuple(fc.constant(one), value))))
        .map(
          (entries): Ask =>
            async ({ desk }, from) => {
              const given = Object.fromEntries(entries);
              const question = { ...from, command: name, options: given };
              return [name, given, textOf(await desk.ask(question)), desk.formFor(question)];
            },
        ),
    );
}

/** What is offered while one of these values is typed for an option. */
export function completions(value: fc.Arbitrary<string>): fc.Arbitrary<Ask> {
  return fc
    .constantFrom(
      ...COMMANDS.flatMap(({ name, options }) => options.map((one) => [name, one.name] as const)),
    )
    .chain(([command, option]) =>
      value.map(
        (typed): Ask =>
          async ({ desk }, from) => [
            command,
            option,
            typed,
            await desk.suggest(command, option, typed, from),
          ],
      ),
    );
}

export function buttons(lines: fc.Arbitrary<string>): fc.Arbitrary<Ask> {
  return lines.map(
    (line): Ask =>
      async ({ desk }, from) => [
        line,
        textOf(await desk.askLine(line, from)),
        desk.formForLine(line, from),
      ],
  );
}

export function typedLines(lines: fc.Arbitrary<string>): fc.Arbitrary<Ask> {
  return lines.map(
    (line): Ask =>
      async ({ desk }, from) => [line, textOf(await desk.askTyped(line, from))],
  );
}

/** What a posted message is asked for, and the home tab. */
export const posts: fc.Arbitrary<Ask> = fc.constant(async ({ desk }, from) => {
  const post = { platform: "slack", address: "C0001", messageId: "m0" };
  return [textOf(await desk.askPost(post, from)), textOf(await desk.home(from))];
});
