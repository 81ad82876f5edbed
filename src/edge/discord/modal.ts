import type {
  APIComponentInLabel,
  APILabelComponent,
  APIModalInteractionResponseCallbackData,
  ModalSubmitInteraction,
} from "discord.js";
import { type Field, type Form, formKey, readFormKey } from "#core/reply/form.ts";

/** Discord docs, "Component Reference". */
const LABEL = 18;
const TEXT_INPUT = 4;
const STRING_SELECT = 3;
const ONE_LINE = 1;
const SEVERAL_LINES = 2;
/** Longer texts are written in a field of several lines. */
const LINE = 100;

/** A form as a modal; its `custom_id` names it, so that it can be handed in after a restart. */
export function renderModal(form: Form): APIModalInteractionResponseCallbackData {
  const { title, fields } = form;
  return { custom_id: `form:${formKey(form)}`, title, components: fields.map(labelled) };
}

function labelled(field: Field): APILabelComponent {
  const { label, hint } = field;
  return {
    type: LABEL,
    label,
    ...(hint !== "" && { description: hint }),
    component: input(field),
  };
}

function input({ name, value, required, most, choices }: Field): APIComponentInLabel {
  if (choices.length > 0) {
    const options = choices.map((choice) => ({
      ...{ label: choice, value: choice, default: choice === value },
    }));
    return { type: STRING_SELECT, custom_id: name, options, required };
  }
  return {
    type: TEXT_INPUT,
    custom_id: name,
    style: most > LINE ? SEVERAL_LINES : ONE_LINE,
    required,
    ...(required && { min_length: 1 }),
    max_length: most,
    ...(value !== "" && { value }),
  };
}

/** Which form was handed in, and what it took along; `null` for one that is not ours. */
export function formOf(customId: string): ReturnType<typeof readFormKey> {
  return customId.startsWith("form:") ? readFormKey(customId.slice("form:".length)) : null;
}

/** What was filled in, by the names of the fields. */
export function valuesOf({ fields }: ModalSubmitInteraction): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.fields.map((field) => {
      if ("value" in field) return [field.customId, String(field.value ?? "")];
      return [field.customId, "values" in field ? (field.values[0] ?? "") : ""];
    }),
  );
}
