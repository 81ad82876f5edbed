import type { Block, Button, Message, Span } from "#core/message/message.ts";
import { note, paragraph, section } from "#core/message/say.ts";
import { COMMANDS, type CommandSpec, commandOf } from "./command.ts";
import type { Mistake } from "./mistake.ts";
import { type Naming, PLAIN_NAMES } from "./naming.ts";
import type { OptionSpec } from "./option.ts";

/**
 * What can be asked: all commands, or one of them with its examples.
 *
 * @param editor editors' commands are listed for those alone who may give them
 */
export function helpAnswer(about: string | null, editor = false, named = PLAIN_NAMES): Message {
  const spec = commandOf(about?.trim().replace(/^\//, "").toLowerCase() ?? "");
  return spec === null ? overview(editor, named) : explain(spec, named);
}

/** A line that was no question, with what was meant. */
export function mistakeAnswer(
  { typed, meant, command, instead }: Mistake,
  named = PLAIN_NAMES,
): Message {
  const what =
    command === null
      ? `There is no command “${typed}”.`
      : `${named(command)} has no option “${typed}”.`;
  const summary = `${what} ${hint({ meant, command }, named)}`;
  const help: Button = {
    kind: "ask",
    label: "Help",
    ask: command === null ? "help" : `help ${command}`,
  };
  const mended: readonly Button[] =
    instead === null || instead.length > LONGEST_ASK
      ? []
      : [{ kind: "ask", label: shortened(named(instead)), ask: instead }];
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

function hint({ meant, command }: Pick<Mistake, "meant" | "command">, named: Naming): string {
  if (meant === null) return `${named("help")} lists them all.`;
  const spec = command === null ? commandOf(meant) : null;
  return `Did you mean ${spec === null ? `${meant}:` : usage(spec, named)}?`;
}

function overview(editor: boolean, named: Naming): Message {
  const of = (permission: CommandSpec["permission"]) =>
    COMMANDS.filter((spec) => spec.permission === permission);
  return {
    summary: "What you can ask Copydesk",
    sections: [
      section(
        paragraph({ text: "What you can ask Copydesk", style: "strong" }),
        listed(of("anyone"), named),
      ),
      ...(editor
        ? [
            section(
              paragraph({ text: "For editors", style: "strong" }),
              listed(of("editor"), named),
            ),
          ]
        : []),
      section(
        note({
          text: `Answers are shown to you alone. Options stand anywhere in the line: ${named("search flood since:3d")}. Or ask in your own words: “what happened with the storm?”, to the bot by a mention or a direct message.`,
        }),
      ),
    ],
  };
}

function listed(specs: readonly CommandSpec[], named: Naming): Block {
  return {
    kind: "list",
    items: specs.map((spec) => [
      { text: usage(spec, named), style: "strong" },
      { text: ` — ${spec.description}` },
    ]),
  };
}

function explain(spec: CommandSpec, named: Naming): Message {
  const items = [
    ...shown(spec).map((option) => optionSpans(option)),
    ...spec.examples.map((example): readonly Span[] => [
      { text: `For example: ${named(example)}` },
    ]),
  ];
  return {
    summary: `${usage(spec, named)}: ${spec.description}`,
    sections: [
      section(
        paragraph(
          { text: usage(spec, named), style: "strong" },
          { text: ` — ${spec.description}` },
        ),
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
function usage(spec: CommandSpec, named: Naming): string {
  const words = shown(spec).map(({ name, required }) => (required ? name : `[${name}]`));
  return [named(spec.name), ...words].join(" ");
}

function shown({ options }: CommandSpec): readonly OptionSpec[] {
  return options.filter(({ hidden }) => !hidden);
}
