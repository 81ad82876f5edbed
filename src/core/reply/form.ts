/** The forms that a question can open. */
export const FORM_NAMES = ["subscribe", "search"] as const;
export type FormName = (typeof FORM_NAMES)[number];

/** One line to be filled in. */
export interface Field {
  /** Lower-case letters. */
  readonly name: string;
  /** At most 45 characters (Discord docs, "Component Reference", Label). */
  readonly label: string;
  /** What may stand there, with an example: at most 100 characters. */
  readonly hint: string;
  /** What stands there at first; empty for nothing. */
  readonly value: string;
  readonly required: boolean;
  /** Most characters, 1 to 500. */
  readonly most: number;
  /** One of these and nothing else, at most 25; empty: whatever is typed. */
  readonly choices: readonly string[];
}

/** A form, which platforms show as a modal. */
export interface Form {
  readonly name: FormName;
  /** At most 24 characters (Slack docs, "Views", `title`). */
  readonly title: string;
  /** What the button says that hands it in: at most 24 characters. */
  readonly submit: string;
  /** 1 to 5 of them (Discord docs, "Modal"). */
  readonly fields: readonly Field[];
}

/** Says whether a word is the name of a form. */
export function isFormName(word: string): word is FormName {
  return FORM_NAMES.some((name) => name === word);
}
