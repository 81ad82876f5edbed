import { EN } from "#core/language/en.ts";
import type { Language } from "#core/language/language.ts";
import { LANGUAGES } from "#core/language/languages.ts";

/** The codes that Discord takes; another one is refused with all commands (Discord docs, "Locales"). */
const LOCALES: ReadonlySet<string> = new Set(
  "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko".split(
    " ",
  ),
);

/** What the menus of Discord say in other languages than English, by its codes. */
export type Localised = Readonly<Record<string, string>>;

/** A text in every other language; the words to be typed stay the same in all of them. */
export function elsewhere(
  of: (language: Language) => string,
  languages: readonly Language[] = LANGUAGES,
): Localised {
  const others = languages.filter((language) => language !== EN);
  return Object.fromEntries(
    others.flatMap((language) =>
      language.codes.filter((code) => LOCALES.has(code)).map((code) => [code, of(language)]),
    ),
  );
}
