import { EN } from "#core/language/en.ts";
import { filled, type Language } from "#core/language/language.ts";
import type { Field, Form } from "./form.ts";
import type { Mistake } from "./mistake.ts";

/** What is wrong with what stands in a field, and how it is put right: a sentence or two in plain words. */
export interface FieldFault {
  /** The name of a field of the form. */
  readonly field: string;
  readonly text: string;
}

/** The same by an option of the form's command, which may have been typed within the text of another one; its full stop may miss. */
export interface OptionFault {
  readonly option: string;
  readonly text: string;
}

/** A form that was handed in and cannot be taken as it is. */
export interface Refused {
  /** Filled in as it was handed in. */
  readonly form: Form;
  /** At least one; in the order of the fields, one a field at most. */
  readonly faults: readonly FieldFault[];
}

/** A form as somebody filled it in: what is not among the values was left empty. */
export function withValues(form: Form, values: Readonly<Record<string, string>>): Form {
  const fields = form.fields.map((field) => ({ ...field, value: values[field.name] ?? "" }));
  return { ...form, fields };
}

/** Faults that a field's own rules show, which platforms keep in their forms as far as they can. */
export function ownFaults({ fields }: Form, { faults }: Language = EN): readonly OptionFault[] {
  return fields.flatMap((field) => {
    const text = ownFault(field, faults);
    return text === null ? [] : [{ option: field.name, text }];
  });
}

function ownFault(
  { value, required, most, choices, hint }: Field,
  { missing, tooLong, noneOf }: Language["faults"],
): string | null {
  const typed = value.trim();
  if (typed === "") return required ? filled(missing, { hint }) : null;
  if (value.length > most) return filled(tooLong, { count: value.length, most });
  if (choices.length === 0 || choices.includes(typed.toLowerCase())) return null;
  return filled(noneOf, { typed: inQuotes(typed), choices: choices.join(", ") });
}

/** An option typed within a text by a name with a slip in it: `speakr:solen`. */
export function slipFault({ typed, meant }: Mistake, { faults }: Language = EN): string {
  return filled(faults.slip, { typed, meant: meant === null ? "…" : `${meant}:` });
}

/**
 * Puts faults at their fields: an option that has a field of its own is at fault there, and one that was typed within the
 * text of another where it stands. What belongs to no field, such as an article that the form was opened about, is said at the first.
 */
export function atFields({ fields }: Form, faults: readonly OptionFault[]): readonly FieldFault[] {
  const placed = faults.map(({ option, text }) => ({ field: fieldOf(fields, option), text }));
  return fields.flatMap(({ name: field }) => {
    const fault = placed.find((one) => one.field === field);
    return fault === undefined ? [] : [{ field, text: closed(fault.text) }];
  });
}

function closed(text: string): string {
  return /[.?!]$/u.test(text) ? text : `${text}.`;
}

function fieldOf(fields: readonly Field[], option: string): string | undefined {
  const own = fields.find(({ name, value }) => name === option && value.trim() !== "");
  const typedIn = fields.find(({ value }) => value.toLowerCase().includes(`${option}:`));
  const named = fields.find(({ name }) => name === option);
  return (own ?? typedIn ?? named ?? fields[0])?.name;
}

/** So much of what was typed is shown again beside its field. */
const LONGEST_SHOWN = 60;

/** What was typed, as a fault shows it. */
export function inQuotes(typed: string): string {
  const text = typed.replace(/\s+/gu, " ").trim();
  return `“${text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN - 1)}…`}”`;
}
