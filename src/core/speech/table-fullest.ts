import { isPlainCase, nameIn, type PlainName, runEnd } from "./table-name.ts";
import type { Page } from "./table-page.ts";

/** Gives the fullest form that the article has of a name that it prints. */
export type Fullest = (name: PlainName) => string;

const MOST_FORMS = 400;

/**
 * Makes the reader of an article's fullest names. Where names are inflected, only those count whose case is
 * sure: "Ivana Petrova" may be a man's name in another.
 */
export function createFullest(page: Page, speakers: readonly PlainName[]): Fullest {
  const named = namesOf(page);
  const inflected = page.table.grammar === "cases";
  const forms = inflected ? [...speakers, ...named.flatMap((one) => plainForm(page, one))] : named;
  const listed = [...new Set(forms.map(({ name }) => name))].filter((name) => name.includes(" "));
  const known = new Map<string, string>();
  return (name) => {
    const full = known.get(name.name) ?? fullestOf(name, listed);
    known.set(name.name, full);
    return full;
  };
}

/** "Biegaczka Ewa Lisiecka": what opens a sentence may be her trade, and the rest her name. */
function plainForm(page: Page, name: PlainName): readonly PlainName[] {
  if (isPlainCase(page, name)) return [name];
  const rest = page.starts.has(name.start) ? nameIn(page, name.first + 1, name.last) : null;
  return rest !== null && rest.first < rest.last && isPlainCase(page, rest) ? [rest] : [];
}

function fullestOf({ name, titled }: PlainName, listed: readonly string[]): string {
  const spaced = ` ${name} `;
  const longer = listed.filter((form) => form !== name && ` ${form} `.includes(spaced));
  const given = longer.filter((form) => form.startsWith(`${name} `));
  // "Crooked Hillary" beside "Hillary Clinton": of a word that ends one form and opens another, neither is sure.
  if (given.length > 0 && given.length < longer.length && !name.includes(" ")) return name;
  // A given name alone is completed only where no title makes a surname of it.
  return (given.length > 0 && titled && !name.includes(" ") ? null : theOne(longer)) ?? name;
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
