/** Say nothing of which person is meant: "Prime Minister Solen" and "Solen" are one. */
const TITLES = new Set(
  `mr mrs ms miss dr sir prof professor president vice prime minister chancellor sen senator rep
  representative gov governor mayor gen general lt col capt captain sgt judge justice secretary
  chief director chairman chairwoman spokesman spokeswoman spokesperson ambassador king queen prince
  princess pope rev police officer attorney coach ceo former the a an of and for to in at by on with
  from who his her their its`.split(/\s+/u),
);
const PRONOUNS = new Set("he she they it i we you him her them who".split(" "));
/** A stated speaker that runs on into a clause is judged by its beginning. */
const LONGEST = 10;

/** Says whether a name stands for a person without naming one. */
export function isPronoun(name: string): boolean {
  return PRONOUNS.has(name.toLowerCase());
}

/**
 * Says whether two names can mean the same speaker: all words of the one stand in the other, titles
 * aside, and a capitalised one is shared where the expected name has any. "Solen" is Mira Solen;
 * "Dana Solen" is not; a pronoun is only itself.
 */
export function sameSpeaker(given: string | null, expected: string): boolean {
  const ours = tokens(given ?? "").slice(0, LONGEST);
  const theirs = tokens(expected);
  if (ours.length === 0 || theirs.length === 0) return false;
  if (isLonePronoun(ours) || isLonePronoun(theirs)) {
    return lower(ours).join(" ") === lower(theirs).join(" ");
  }
  const a = telling(lower(ours));
  const b = telling(lower(theirs));
  if (a.isSubsetOf(b) || b.isSubsetOf(a)) {
    const proper = telling(lower(theirs.filter(isProper)));
    const named = [...proper].filter((word) => !TITLES.has(word));
    return named.length === 0 || named.some((word) => a.has(word));
  }
  const named = lower(ours.filter((word) => /^\p{Lu}/u.test(word))).filter((w) => !TITLES.has(w));
  return named.length > 0 && named.every((word) => b.has(word));
}

/** Says whether two names are written alike, letters' case and a leading article aside. */
export function sameForm(given: string | null, expected: string): boolean {
  const form = (name: string) => lower(tokens(name.replace(/^(?:the|an?) /iu, ""))).join(" ");
  return given !== null && form(given) === form(expected);
}

const ROLE_ALIKE = 0.6;

/** Says whether a role is the expected one: the F1 of their words is at least 0.6. */
export function sameRole(given: string | null, expected: string | null): boolean {
  if (given === null || expected === null) return given === expected;
  const a = telling(lower(tokens(given)), new Set(["the", "a", "an", "of", "s"]));
  const b = telling(lower(tokens(expected)), new Set(["the", "a", "an", "of", "s"]));
  return (2 * a.intersection(b).size) / (a.size + b.size) >= ROLE_ALIKE;
}

function tokens(name: string): string[] {
  return name
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .replace(/['’]s(?![\p{L}])/gu, "")
    .replaceAll(".", "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

function lower(words: readonly string[]): string[] {
  return words.map((word) => word.toLowerCase());
}

function telling(words: readonly string[], mute: ReadonlySet<string> = TITLES): Set<string> {
  const kept = words.filter((word) => !mute.has(word));
  return new Set(kept.length > 0 ? kept : words);
}

function isProper(word: string): boolean {
  return /^[\p{Lu}\p{Lo}\p{N}]/u.test(word);
}

function isLonePronoun(words: readonly string[]): boolean {
  return words.length === 1 && isPronoun(words[0] ?? "");
}
