import { EN } from "./en.ts";

/** Labels as what is made says them: `core/message/in-language.ts` knows them by these words when a message goes out. */
export const LABELS = EN.labels;

/** A label with something filled in: `Page 3`. */
export function labelWith(label: string, value: string | number): string {
  return label.replace("{}", () => String(value));
}
