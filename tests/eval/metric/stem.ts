// M. F. Porter, "An algorithm for suffix stripping", Program 14 (3), 1980: the steps are the paper's.

type Rule = readonly [suffix: string, instead: string];

const STEP_2: readonly Rule[] = pairs(
  `ational-ate tional-tion enci-ence anci-ance izer-ize bli-ble alli-al entli-ent eli-e ousli-ous
  ization-ize ation-ate ator-ate alism-al iveness-ive fulness-ful ousness-ous aliti-al iviti-ive
  biliti-ble logi-log`,
);
const STEP_3: readonly Rule[] = pairs("icate-ic ative- alize-al iciti-ic ical-ic ful- ness-");
const STEP_4: readonly Rule[] = pairs(
  `al- ance- ence- er- ic- able- ible- ant- ement- ment- ent- sion-s tion-t ou- ism- ate- iti- ous-
  ive- ize-`,
);

function pairs(rules: string): Rule[] {
  return rules
    .trim()
    .split(/\s+/u)
    .map((rule) => rule.split("-"))
    .map(([suffix = "", instead = ""]): Rule => [suffix, instead])
    .sort(([a], [b]) => b.length - a.length);
}

/** Writes a word as the paper measures it: `c` for a run of consonants, `v` for one of vowels. */
function shape(word: string): string {
  const letters = [...word].map((letter, at) => {
    if ("aeiou".includes(letter)) return "v";
    return letter === "y" && at > 0 && !"aeiou".includes(word[at - 1] ?? "") ? "v" : "c";
  });
  return letters.join("").replace(/(.)\1+/gu, "$1");
}

/** The paper's m: how often a vowel run is followed by a consonant run. */
function measure(stem: string): number {
  return shape(stem).match(/vc/gu)?.length ?? 0;
}

function hasVowel(stem: string): boolean {
  return shape(stem).includes("v");
}

/** consonant, vowel, consonant other than w, x, y, at the end. */
function endsShort(stem: string): boolean {
  return /^[^aeiou]*[^aeiou][aeiouy][^aeiouwxy]$/u.test(stem) && measure(stem) === 1;
}

/** Takes the inflection off an English word in lower case: "connections" → "connect". */
export function stem(word: string): string {
  if (word.length < 3) return word;
  const singular = stepPlural(word);
  let now = stepParticiple(singular);
  if (now.endsWith("y") && hasVowel(now.slice(0, -1))) now = `${now.slice(0, -1)}i`;
  now = replace(now, STEP_2, 0);
  now = replace(now, STEP_3, 0);
  now = replace(now, STEP_4, 1);
  return stepEnd(now);
}

function stepPlural(word: string): string {
  if (/(?:ss|i)es$/u.test(word)) return word.slice(0, -2);
  return /[^s]s$/u.test(word) && word.length > 2 ? word.slice(0, -1) : word;
}

function stepParticiple(word: string): string {
  if (word.endsWith("eed")) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const base = /^(.+?)(?:ed|ing)$/u.exec(word)?.[1];
  if (base === undefined || !hasVowel(base)) return word;
  if (/(?:at|bl|iz)$/u.test(base)) return `${base}e`;
  if (/([^aeiouylsz])\1$/u.test(base)) return base.slice(0, -1);
  return endsShort(base) ? `${base}e` : base;
}

function replace(word: string, rules: readonly Rule[], above: number): string {
  const rule = rules.find(([suffix]) => word.endsWith(suffix));
  if (rule === undefined) return word;
  const base = word.slice(0, -rule[0].length) + rule[1];
  const measured = rule[1] === "s" || rule[1] === "t" ? base : word.slice(0, -rule[0].length);
  return measure(measured) > above ? base : word;
}

function stepEnd(word: string): string {
  let now = word;
  if (now.endsWith("e")) {
    const base = now.slice(0, -1);
    const m = measure(base);
    if (m > 1 || (m === 1 && !endsShort(base))) now = base;
  }
  return now.endsWith("ll") && measure(now) > 1 ? now.slice(0, -1) : now;
}
