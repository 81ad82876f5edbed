import type { Block, Button, Message, Span } from "#core/message/message.ts";
import { note, paragraph, section } from "#core/message/say.ts";
import { COMMANDS, type CommandSpec, commandOf } from "./command.ts";
import type { Mistake } from "./mistake.ts";
import type { OptionSpec } from "./option.ts";

/**
 * What can be asked: all commands, or one of them with its examples.
 *
 * @param editor editors' commands are listed for those alone who may give them
 */
export function helpAnswer(about: string | null, editor = false): Message {
  const spec = commandOf(about?.trim().replace(/^\//, "").toLowerCase() ?? "");
  return spec === null ? overview(editor) : explain(spec);
}

/** A line that was no question, with what was meant. */
export function mistakeAnswer({ typed, meant, command, instead }: Mistake): Message {
  const what =
    command === null ? `There is no command “${typed}”.` : `/${command} has no option “${typed}”.`;
  const summary = `${what} ${hint({ meant, command })}`;
  const help: Button = {
    kind: "ask",
    label: "Help",
    ask: command === null ? "help" : `help ${command}`,
  };
  const mended: readonly Button[] =
    instead === null || instead.length > LONGEST_ASK
      ? []
      : [{ kind: "ask", label: shortened(`/${instead}`), ask: instead }];
  return {
    summary,
    sections: [
      section(paragraph({ text: summary }), { kind: "buttons", buttons: [...mended, help] }),
    ],
  };
}

/** What a button may ask (`core/message`), and what both platforms show of its label. */
const LONGEST_ASK = 90;
const LONGEST_LABEL = 60;

function shortened(label: string): string {
  return label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1)}…`;
}

function hint({ meant, command }: Pick<Mistake, "meant" | "command">): string {
  if (meant === null) return "Ask help for all of them.";
  const spec = command === null ? commandOf(meant) : null;
  return `Did you mean ${spec === null ? `${meant}:` : usage(spec)}?`;
}

function overview(editor: boolean): Message {
  const of = (permission: CommandSpec["permission"]) =>
    COMMANDS.filter((spec) => spec.permission === permission);
  return {
    summary: "What you can ask Copydesk",
    sections: [
      section(
        paragraph({ text: "What you can ask Copydesk", style: "strong" }),
        listed(of("anyone")),
      ),
      ...(editor
        ? [section(paragraph({ text: "For editors", style: "strong" }), listed(of("editor")))]
        : []),
      section(
        note({
          text: "Answers are shown to you alone. Options stand anywhere in the line: search flood since:3d. On Slack, put /desk before any of them.",
        }),
      ),
    ],
  };
}

function listed(specs: readonly CommandSpec[]): Block {
  return {
    kind: "list",
    items: specs.map((spec) => [
      { text: usage(spec), style: "strong" },
      { text: ` — ${spec.description}` },
    ]),
  };
}

function explain(spec: CommandSpec): Message {
  const items = [
    ...shown(spec).map((option) => optionSpans(option)),
    ...spec.examples.map((example): readonly Span[] => [{ text: `For example: /${example}` }]),
  ];
  return {
    summary: `${usage(spec)}: ${spec.description}`,
    sections: [
      section(
        paragraph({ text: usage(spec), style: "strong" }, { text: ` — ${spec.description}` }),
        { kind: "list", items },
        ...(spec.permission === "editor" ? [note({ text: "For editors alone." })] : []),
      ),
    ],
  };
}

function optionSpans({ name, description, choices }: OptionSpec): readonly Span[] {
  const oneOf = choices.length === 0 ? "" : ` (${choices.join(", ")})`;
  return [{ text: name, style: "emphasis" }, { text: `: ${description}${oneOf}` }];
}

/** `/brief [article]`, `/search words`. */
function usage(spec: CommandSpec): string {
  const words = shown(spec).map(({ name, required }) => (required ? name : `[${name}]`));
  return [`/${spec.name}`, ...words].join(" ");
}

function shown({ options }: CommandSpec): readonly OptionSpec[] {
  return options.filter(({ hidden }) => !hidden);
}
