import { mayGiveAny, type Rights } from "#core/access/may-give.ts";
import { EN } from "#core/language/en.ts";
import { LABELS } from "#core/language/labels.ts";
import { filled, type Language } from "#core/language/language.ts";
import type { Block, Button, Message, Span } from "#core/message/message.ts";
import { note, paragraph, section } from "#core/message/say.ts";
import { COMMANDS, type CommandSpec, commandOf } from "./command.ts";
import type { Asked } from "./front-desk.ts";
import type { Mistake } from "./mistake.ts";
import { type Naming, namingFor, PLAIN_NAMES } from "./naming.ts";
import type { OptionSpec } from "./option.ts";

/**
 * What can be asked: all commands, or one of them with its examples.
 *
 * @param rights editors' commands are listed for those alone who may give them
 */
export function helpAnswer(
  about: string | null,
  rights: Rights = READER,
  named = PLAIN_NAMES,
  language: Language = EN,
): Message {
  const spec = commandOf(about?.trim().replace(/^\//, "").toLowerCase() ?? "");
  return spec === null ? overview(rights, named, language) : explain(spec, named, language);
}

/** The same as somebody asks it: as they type commands, and in their language. */
export function helpFor(asked: Asked, about: string | null): Message {
  return helpAnswer(about, asked.asker, namingFor(asked), asked.language ?? EN);
}

const READER: Rights = { role: "reader" };

/** What is said to somebody of a line that was no question. */
export function mistakeFor(asked: Asked, mistake: Mistake): Message {
  return mistakeAnswer(mistake, namingFor(asked), asked.language ?? EN);
}

/** A line that was no question, with what was meant. */
export function mistakeAnswer(
  { typed, meant, command, instead }: Mistake,
  named = PLAIN_NAMES,
  language: Language = EN,
): Message {
  const { noCommand, noOption } = language.help;
  const what =
    command === null
      ? filled(noCommand, { typed })
      : filled(noOption, { command: named(command), typed });
  const summary = `${what} ${hint({ meant, command }, named, language)}`;
  const help: Button = {
    kind: "ask",
    label: LABELS.help,
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

function hint(
  { meant, command }: Pick<Mistake, "meant" | "command">,
  named: Naming,
  { help }: Language,
): string {
  if (meant === null) return filled(help.listsAll, { help: named("help") });
  const spec = command === null ? commandOf(meant) : null;
  return filled(help.didYouMean, { meant: spec === null ? `${meant}:` : usage(spec, named) });
}

function overview(rights: Rights, named: Naming, language: Language): Message {
  const { title, forEditors, how } = language.help;
  const ofReaders = COMMANDS.filter(({ permission }) => permission === "reader");
  const ofEditors = COMMANDS.filter(
    (spec) => spec.permission !== "reader" && mayGiveAny(spec, rights),
  );
  return {
    summary: title,
    sections: [
      section(paragraph({ text: title, style: "strong" }), listed(ofReaders, named, language)),
      ...(ofEditors.length === 0
        ? []
        : [
            section(
              paragraph({ text: forEditors, style: "strong" }),
              listed(ofEditors, named, language),
            ),
          ]),
      section(
        note({
          text: filled(how, { example: named("search flood since:3d") }),
        }),
      ),
    ],
  };
}

function listed(specs: readonly CommandSpec[], named: Naming, { commands }: Language): Block {
  return {
    kind: "list",
    items: specs.map((spec) => [
      { text: usage(spec, named), style: "strong" },
      { text: ` — ${commands[spec.name]}` },
    ]),
  };
}

function explain(spec: CommandSpec, named: Naming, language: Language): Message {
  const { commands, help } = language;
  const does = commands[spec.name];
  const items = [
    ...shown(spec).map((option) => optionSpans(option, language)),
    ...spec.examples.map((example): readonly Span[] => [
      { text: filled(help.example, { line: named(example) }) },
    ]),
  ];
  return {
    summary: `${usage(spec, named)}: ${does}`,
    sections: [
      section(
        paragraph({ text: usage(spec, named), style: "strong" }, { text: ` — ${does}` }),
        { kind: "list", items },
        ...(spec.permission === "reader" ? [] : [note({ text: whose(spec, language) })]),
      ),
    ],
  };
}

function whose({ ofChannel = false }: CommandSpec, { help }: Language): string {
  return ofChannel ? help.editorsOfChannel : help.editorsAlone;
}

function optionSpans({ name, says, choices }: OptionSpec, language: Language): readonly Span[] {
  const takes = says === null ? "" : language.options[says];
  const oneOf = choices.length === 0 ? "" : ` (${choices.join(", ")})`;
  return [{ text: name, style: "emphasis" }, { text: `: ${takes}${oneOf}` }];
}

/** `/brief [article]`, `/search words`. */
function usage(spec: CommandSpec, named: Naming): string {
  const words = shown(spec).map(({ name, required }) => (required ? name : `[${name}]`));
  return [named(spec.name), ...words].join(" ");
}

function shown({ options }: CommandSpec): readonly OptionSpec[] {
  return options.filter(({ hidden }) => !hidden);
}
