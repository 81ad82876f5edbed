/** The forms that a question can open. */
export const FORM_NAMES = ["subscribe", "search", "wrong"] as const;
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
  /** What the button says that closes it, as long at most; left out: `Cancel`. */
  readonly cancel?: string;
  /** 1 to 5 of them (Discord docs, "Modal"). */
  readonly fields: readonly Field[];
  /** What is handed in with it and nobody fills in, such as the article that it is about; left out: nothing. */
  readonly along?: Readonly<Record<string, string>>;
}

/** The name of a form with what it takes along, as one text that goes out and comes back: `wrong?article=a1b2c3`. */
export function formKey({ name, along = {} }: Pick<Form, "name" | "along">): string {
  const pairs = Object.entries(along).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return pairs.length === 0 ? name : `${name}?${pairs.join("&")}`;
}

/** Reads it back; `null` for what is no form of ours. */
export function readFormKey(
  text: string,
): { readonly name: FormName; readonly along: Readonly<Record<string, string>> } | null {
  const [name = "", rest = ""] = text.split("?", 2);
  if (!isFormName(name)) return null;
  const pairs = rest.split("&").flatMap((pair) => {
    const [key = "", value = ""] = pair.split("=", 2);
    return key === "" ? [] : [[key, decoded(value)] as const];
  });
  return { name, along: Object.fromEntries(pairs) };
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}

/** Says whether a word is the name of a form. */
export function isFormName(word: string): word is FormName {
  return FORM_NAMES.some((name) => name === word);
}
