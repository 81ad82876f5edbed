import { nameIn, type PlainName, runEnd } from "./table-name.ts";
import type { Page } from "./table-page.ts";

/** Gives the fullest form that the article has of a name that it prints. */
export type Fullest = (name: PlainName) => string;

const MOST_FORMS = 400;

/**
 * Makes the reader of an article's fullest names. Where names are inflected, only those count that are
 * told as who speaks: "Ivana Petrova" may be a man's name in another case.
 */
export function createFullest(page: Page, speakers: readonly PlainName[]): Fullest {
  const forms = page.table.grammar === "cases" ? speakers : namesOf(page);
  const listed = [...new Set(forms.map(({ name }) => name))].filter((name) => name.includes(" "));
  return ({ name, titled }) => {
    const spaced = ` ${name} `;
    const longer = listed.filter((form) => form !== name && ` ${form} `.includes(spaced));
    const surnames = longer.filter((form) => !form.startsWith(`${name} `));
    // A given name alone is completed only where it is one person's, and nobody's surname.
    const fitting = surnames.length > 0 ? surnames : name.includes(" ") || !titled ? longer : [];
    return theOne(fitting) ?? name;
  };
}

/** The longest of forms that all stand in it; `null` where two people are meant. */
function theOne(forms: readonly string[]): string | null {
  const [longest] = forms.toSorted((one, other) => other.length - one.length);
  if (longest === undefined) return null;
  return forms.every((form) => ` ${longest} `.includes(` ${form} `)) ? longest : null;
}

function namesOf(page: Page): readonly PlainName[] {
  const names: PlainName[] = [];
  for (let at = 0; at < page.tokens.length && names.length < MOST_FORMS; at += 1) {
    const last = runEnd(page, at, page.tokens.length);
    if (last === null) continue;
    const name = nameIn(page, at, last);
    if (name !== null) names.push(name);
    at = last;
  }
  return names;
}
