import type { Message } from "#core/message/message.ts";
import { note, paragraph, section } from "#core/message/say.ts";
import { COMMANDS, type CommandSpec, isCommandName } from "./command.ts";
import type { Mistake } from "./parse.ts";

/** What can be asked: all commands, or one of them with its examples. */
export function helpAnswer(about: string | null): Message {
  const wanted = about?.trim().replace(/^\//, "").toLowerCase() ?? "";
  if (!isCommandName(wanted)) return overview();
  const spec = COMMANDS.find(({ name }) => name === wanted);
  return spec === undefined ? overview() : explain(spec);
}

/** A line that was no command. */
export function mistakeAnswer({ typed, meant }: Mistake): Message {
  const summary = `There is no command “${typed}”.`;
  const hint = meant === null ? "Ask help for all of them." : `Did you mean ${usage(meant)}?`;
  return {
    summary: `${summary} ${hint}`,
    sections: [
      section(paragraph({ text: `${summary} ${hint}` }), {
        kind: "buttons",
        buttons: [{ kind: "ask", label: "Help", ask: "help" }],
      }),
    ],
  };
}

function overview(): Message {
  return {
    summary: "What you can ask Copydesk",
    sections: [
      section(
        paragraph({ text: "What you can ask Copydesk", style: "strong" }),
        {
          kind: "list",
          items: COMMANDS.map((spec) => [
            { text: usage(spec.name), style: "strong" },
            { text: ` — ${spec.description}` },
          ]),
        },
        note({ text: "Answers are shown to you alone. On Slack, put /desk before any of them." }),
      ),
    ],
  };
}

function explain(spec: CommandSpec): Message {
  return {
    summary: `${usage(spec.name)}: ${spec.description}`,
    sections: [
      section(
        paragraph({ text: usage(spec.name), style: "strong" }, { text: ` — ${spec.description}` }),
        {
          kind: "list",
          items: [
            ...spec.options.map(({ name, description }) => [
              { text: name, style: "emphasis" } as const,
              { text: `: ${description}` },
            ]),
            ...spec.examples.map((example) => [{ text: `For example: /${example}` }]),
          ],
        },
      ),
    ],
  };
}

/** `/brief [article]`, `/search words`. */
function usage(name: string): string {
  const options = COMMANDS.find((spec) => spec.name === name)?.options ?? [];
  const words = options.map((option) => (option.required ? option.name : `[${option.name}]`));
  return [`/${name}`, ...words].join(" ");
}
