import type { types } from "@slack/bolt";
import { z } from "zod";
import { type Field, type Form, formKey, readFormKey } from "#core/reply/form.ts";
import type { FieldFault } from "#core/reply/form-check.ts";
import { escapeText } from "./escape.ts";

/** `callback_id` of a form begins with it; its name follows. */
export const FORM_CALLBACK = "form:";

/** What a modal is given along, so that it can be handed in after a restart. */
const Along = z.object({
  channel: z.string().nullable(),
  channelName: z.string().nullable(),
  /** Where the answer goes; `null`: to the asker's direct messages. */
  responseUrl: z.string().nullable(),
});
export type Along = z.infer<typeof Along>;

/** A form as a modal. */
export function renderModal(form: Form, along: Along): types.ModalView {
  const { title, submit, cancel = "Cancel", fields } = form;
  return {
    type: "modal",
    callback_id: `${FORM_CALLBACK}${formKey(form)}`,
    private_metadata: JSON.stringify(along),
    title: plain(title),
    submit: plain(submit),
    close: plain(cancel),
    blocks: fields.map(inputBlock),
  };
}

function inputBlock(field: Field): types.InputBlock {
  const { name, label, hint, required } = field;
  return {
    type: "input",
    block_id: name,
    label: plain(label),
    optional: !required,
    ...(hint !== "" && { hint: plain(hint) }),
    element: inputElement(field),
  };
}

function inputElement({
  name,
  value,
  required,
  most,
  choices,
}: Field): types.InputBlock["element"] {
  if (choices.length > 0) {
    const options = choices.map((choice) => ({ text: plain(choice), value: choice }));
    const first = options.find((option) => option.value === value);
    return {
      type: "static_select",
      action_id: name,
      options,
      ...(first !== undefined && { initial_option: first }),
    };
  }
  return {
    type: "plain_text_input",
    action_id: name,
    ...(required && { min_length: 1 }),
    max_length: most,
    ...(value !== "" && { initial_value: value }),
  };
}

function plain(text: string): types.PlainTextElement {
  return { type: "plain_text", text: escapeText(text), emoji: false };
}

const Filled = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
});
const Submission = z.object({
  callback_id: z.string(),
  private_metadata: z.string(),
  state: z.object({ values: z.record(z.string(), z.record(z.string(), Filled)) }),
});

/** What keeps a view open, with what is wrong at its fields (Slack docs, "Modals", Displaying errors in views). */
export interface ViewErrors {
  readonly response_action: "errors";
  /** By the `block_id` of an input. */
  readonly errors: Record<string, string>;
}

export function renderFaults(faults: readonly FieldFault[]): ViewErrors {
  const errors = Object.fromEntries(faults.map(({ field, text }) => [field, text]));
  return { response_action: "errors", errors };
}

/** What was handed in. */
export interface HandedIn {
  readonly form: Pick<Form, "name" | "along">;
  /** By the names of the fields. */
  readonly values: Readonly<Record<string, string>>;
  readonly along: Along;
}

/** Reads a view that was handed in; `null` for one that is not ours. */
export function readSubmission(view: unknown): HandedIn | null {
  const { callback_id, private_metadata, state } = Submission.parse(view);
  const form = readFormKey(callback_id.slice(FORM_CALLBACK.length));
  if (!callback_id.startsWith(FORM_CALLBACK) || form === null) return null;
  const values = Object.values(state.values).flatMap((block) =>
    Object.entries(block).map(
      ([name, { value, selected_option }]) =>
        [name, value ?? selected_option?.value ?? ""] as const,
    ),
  );
  return {
    form,
    values: Object.fromEntries(values),
    along: Along.parse(JSON.parse(private_metadata)),
  };
}
