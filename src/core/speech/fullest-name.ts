import { isOpener } from "#core/text/abbreviation.ts";
import { GROUP_NOUNS, ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import { withoutRole } from "./attribution.ts";

/** Gives the fullest form of a name in one article: `Dar` → `Ishaq Dar`. */
export type FullestName = (name: string) => string;

/** How a single name is completed in the article. */
interface Forms {
  /** `Ishaq Dar`, `J. R. Khan`: with the name before it. */
  readonly whole: Set<string>;
  /** The words before those, empty where none stands there. */
  readonly before: Set<string>;
}

const NAME = /^\p{Lu}[\p{L}'’-]+$/u;
// Words with a capital in a row, initials between them: "President Recep Tayyip Erdogan", "Ada M. Osei".
const RUN =
  /(?=\p{Lu})(?<![\p{L}'’-])\p{Lu}[\p{L}'’-]*\p{Ll}(?: (?:\p{Lu}\. )?\p{Lu}[\p{L}'’-]*)+(?![\p{L}'’-])/gu;
const WORDS = /(?<word>[\p{L}'’-]+)(?<initial> \p{Lu}\.)?/gu;
const ENDING = /['’]s?$/u;
const NAMED = /\p{Ll}$/u;

/** Makes the reader of one body's names; it reads the body once, when it is first asked. */
export function createFullestName(body: string): FullestName {
  let known: ReadonlyMap<string, Forms> | null = null;
  return (owner) => {
    const name = withoutRole(owner);
    if (!NAME.test(name)) return name;
    known ??= readForms(body);
    const forms = known.get(name);
    // "Oscar Krantz Deputies came": a caption's name, which no deputies have. But "Tarn Police".
    const lower = name.toLowerCase();
    if (lower !== "police" && (GROUP_NOUNS.has(lower) || isDeputies(lower))) return name;
    return forms === undefined ? name : fullest(name, forms);
  };
}

/** "deputies", "secretaries": several of an office, by a plural that no surname has. */
export function isDeputies(lower: string): boolean {
  return lower.endsWith("ies") && ROLE_NOUNS.has(`${lower.slice(0, -3)}y`);
}

/** Two of one surname stay as stated. */
function fullest(name: string, { whole, before }: Forms): string {
  const [form] = whole;
  if (form === undefined || whole.size > 1) return name;
  const [word] = before;
  // "Recep" never fails before "Tayyip Erdogan"; "Yesterday" does before "David Cameron".
  const longest = before.size === 1 && word ? withoutRole(`${word} ${form}`) : form;
  return longest.startsWith(`${word} `) && isOpener(word ?? "") ? form : longest;
}

function readForms(body: string): ReadonlyMap<string, Forms> {
  const known = new Map<string, Forms>();
  for (const { 0: run } of body.matchAll(RUN)) {
    let first = "";
    let before = "";
    for (const { groups } of run.matchAll(WORDS)) {
      const word = groups?.word ?? "";
      const name = word.replace(ENDING, "");
      if (first !== "" && NAME.test(name)) add(known, name, first, before);
      before = NAMED.test(first) ? first : "";
      first = NAMED.test(word) ? `${word}${groups?.initial ?? ""}` : "";
    }
  }
  return known;
}

function add(known: Map<string, Forms>, name: string, first: string, before: string): void {
  const form = `${first} ${name}`;
  // "Roe's Lakers" are no Lakers' full name.
  if (withoutRole(form) !== form || isOpener(first) || /['’]s$/u.test(first)) return;
  const forms = known.get(name) ?? { whole: new Set(), before: new Set() };
  forms.whole.add(form);
  forms.before.add(before);
  known.set(name, forms);
}
