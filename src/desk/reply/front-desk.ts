import { mayGiveAny } from "#core/access/may-give.ts";
import { EN } from "#core/language/en.ts";
import type { Message } from "#core/message/message.ts";
import { commandOf } from "#core/reply/command.ts";
import type { Form, FormName } from "#core/reply/form.ts";
import {
  atFields,
  type OptionFault,
  ownFaults,
  type Refused,
  slipFault,
  withValues,
} from "#core/reply/form-check.ts";
import type { Asked, FrontDesk, Question } from "#core/reply/front-desk.ts";
import { mistakeFor } from "#core/reply/help.ts";
import { LONGEST_LINE, parseLine, parseOptions } from "#core/reply/parse.ts";
import { isArticleId } from "#core/reply/report.ts";
import { aboutPost } from "./about-post.ts";
import { askTyped } from "./ask-typed.ts";
import { home } from "./home.ts";
import type { DeskParts, Handlers } from "./parts.ts";
import { partsAt } from "./parts-at.ts";
import { refused } from "./refused.ts";
import { suggestFor } from "./suggest.ts";

/** What opens a form, and what becomes of it. */
export interface FormDesk {
  /** The form that is opened for a question; `null`: it is answered. */
  readonly open: (question: Question) => Form | null;
  readonly submit: (
    form: FormName,
    values: Readonly<Record<string, string>>,
    asked: Asked,
  ) => Question;
  /** A form as it opens for somebody. */
  readonly opened: (form: Pick<Form, "name" | "along">, asked: Asked) => Form;
  /** What the command would refuse of a question that a form makes, by the options in which it stands. */
  readonly faults: (question: Question) => Promise<readonly OptionFault[]>;
}

/** Answers readers and editors, the same on every front end. */
export function createFrontDesk(parts: DeskParts, handlers: Handlers, forms: FormDesk): FrontDesk {
  const ask = (question: Question): Promise<Message> => {
    if (!isAllowed(question)) return Promise.resolve(refused(parts, question));
    return handlers[question.command](bounded(question));
  };
  /** Options as a platform hands them over may have others typed within them. */
  const askOptions = async (question: Question): Promise<Message> => {
    const parsed = parseOptions(bounded(question));
    return "typed" in parsed ? mistakeFor(question, parsed) : ask(parsed);
  };
  const formFor = (question: Question) => (isAllowed(question) ? forms.open(question) : null);
  const askLine = async (line: string, asked: Asked): Promise<Message> => {
    const parsed = parseLine(line, asked);
    return "typed" in parsed ? mistakeFor(asked, parsed) : ask(parsed);
  };
  return {
    ask: askOptions,
    askLine,
    askTyped: (text, asked) => askTyped(partsAt(parts, asked), ask, text, asked),
    askPost: (post, asked) => aboutPost(partsAt(parts, asked), post, asked, ask),
    home: (asked) => home(partsAt(parts, asked), asked),
    formFor,
    formForLine: (line, asked) => {
      const parsed = parseLine(line, asked);
      return "typed" in parsed || mayBeWords(line, parsed) ? null : formFor(parsed);
    },
    check: (form, values, asked) => checkForm(forms, form, values, asked),
    submit: async (form, values, asked) => askOptions(forms.submit(form, values, asked)),
    suggest: (command, option, typed, asked) =>
      suggestFor(partsAt(parts, asked), command, option, typed, asked),
  };
}

/** Who may not give the command is told so by the command, and of nothing else. */
async function checkForm(
  forms: FormDesk,
  opened: Pick<Form, "name" | "along">,
  values: Readonly<Record<string, string>>,
  asked: Asked,
): Promise<Refused | null> {
  const question = forms.submit(opened.name, { ...values, ...opened.along }, asked);
  if (!isAllowed(question)) return null;
  const language = asked.language ?? EN;
  const form = withValues(forms.opened(opened, asked), values);
  const parsed = parseOptions(bounded(question));
  const read =
    "typed" in parsed
      ? [{ option: parsed.typed.replace(/:$/u, ""), text: slipFault(parsed, language) }]
      : await forms.faults(parsed);
  const faults = atFields(form, [...ownFaults(form, language), ...read]);
  return faults.length === 0 ? null : { form, faults };
}

/** "wrong numbers on the ferry": whether that names an article is found out before anything opens; a slash makes it a command. */
function mayBeWords(line: string, { command, options }: Question): boolean {
  const [first = "", second] = (options.article ?? "").split(/\s+/u);
  const isTyped = !/^\s*(?:\/|desk\s)/iu.test(line);
  return command === "wrong" && isTyped && second !== undefined && !isArticleId(first);
}

/**
 * Platforms hide editors' commands from others; what counts is looked at here, each time. Whether somebody who edits single
 * channels edits the one that is meant is looked at by the command that acts on it.
 */
function isAllowed({ command, asker }: Question): boolean {
  const spec = commandOf(command);
  return spec !== null && mayGiveAny(spec, asker);
}

/** A typed option is bounded as a typed line is. */
function bounded(question: Question): Question {
  const options = Object.entries(question.options).map(
    ([name, value]) => [name, value.slice(0, LONGEST_LINE)] as const,
  );
  return { ...question, options: Object.fromEntries(options) };
}
