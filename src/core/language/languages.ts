import { DE } from "./de.ts";
import { EN } from "./en.ts";
import { ES } from "./es.ts";
import { FR } from "./fr.ts";
import type { Language } from "./language.ts";

/** The languages that there are: adding one is its file, and its line here. */
export const LANGUAGES: readonly Language[] = [EN, DE, ES, FR];

/** The language that somebody is called to read by its code, `de` or `de-AT`, in any case; `null` for one that there is not. */
export function languageOf(
  code: string | null,
  languages: readonly Language[] = LANGUAGES,
): Language | null {
  const asked = code?.trim().toLowerCase() ?? "";
  const [root = ""] = asked.split("-", 1);
  const has = (language: Language, wanted: string) =>
    language.codes.some((own) => own.toLowerCase() === wanted);
  return (
    languages.find((language) => has(language, asked)) ??
    languages.find((language) => has(language, root)) ??
    null
  );
}
