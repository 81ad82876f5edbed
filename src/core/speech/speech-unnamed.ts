import { type Ground, isBetween, type NounPhrase } from "./noun-phrase.ts";
import { phraseEndingAt } from "./phrase-before.ts";
import { phraseOpeningAt } from "./phrase-behind.ts";
import { type Attribution, make } from "./speech.ts";

const HEARERS: ReadonlySet<string> = new Set(
  "court jury jurors inquest inquiry hearing tribunal trial panel committee magistrates".split(" "),
);
const CRIES = /^(?:reply|answer|response|shout|cry|cries|chant|call|voice|whisper)s?$/u;
const NOWHERE = { kind: "mark", start: 0, end: 0, lower: "", capital: false } as const;

/** "it was said in the town", "jurors were told": someone speaks, and the one behind "by" is named. */
export function saidByWhom(
  ground: Ground,
  at: number,
  verb: number,
  limit: number,
): Attribution | null {
  const { tokens } = ground;
  let end = verb - 1;
  while (end > at && isBetween(tokens[end] ?? NOWHERE)) end -= 1;
  const hearer = phraseEndingAt(ground, end, at);
  if (hearer === null || !opensWith(ground, hearer, at)) return null;
  const by = tokens[verb + 1]?.lower === "by";
  const speaker = by ? phraseOpeningAt(ground, verb + 2, limit) : null;
  return make(speaker, { first: verb, last: verb }, "behind");
}

/** “Call the roll,” came shouts from the crowd. */
export function came(ground: Ground, at: number, limit: number): Attribution | null {
  const { tokens } = ground;
  if (tokens[at]?.lower !== "came") return null;
  const ahead = tokens.slice(at + 1, Math.min(limit, at + 5));
  const cry = at + 1 + ahead.findIndex(({ lower }) => CRIES.test(lower));
  if (cry === at) return null;
  const from = tokens[cry + 1]?.lower === "from" ? phraseOpeningAt(ground, cry + 2, limit) : null;
  return make(from, { first: at, last: at }, "inverted");
}

/** "…,” the court heard": someone said it there, and the article does not say who. */
export function heard(ground: Ground, at: number, limit: number): Attribution | null {
  const { tokens } = ground;
  const verb = tokens.slice(at, Math.min(limit, at + 6)).findIndex((one) => one.lower === "heard");
  if (verb < 1) return null;
  const hearer = phraseEndingAt(ground, at + verb - 1, at);
  const listens = hearer?.first === at && HEARERS.has(tokens[hearer.last]?.lower ?? "");
  return listens ? make(null, { first: at + verb, last: at + verb }, "behind") : null;
}

/** Says whether nothing but small words stand between a quotation and its attribution's subject. */
export function opensWith({ tokens }: Ground, { first }: NounPhrase, at: number): boolean {
  // "CBS This Morning co-anchor Ann Reed": a show's name hides its "This".
  const titled =
    first - at < 8 &&
    tokens[at]?.capital === true &&
    tokens.slice(at, first).every(({ capital, kind, lower }) => {
      return capital || kind === "possessive" || /^(?:and|of|for|the|&)$/u.test(lower);
    });
  if (titled) return true;
  for (let word = at; word < first; word += 1) {
    if (!/^(?:as|so|then|and|but|or|the|is|was|what|how)$/u.test(tokens[word]?.lower ?? ""))
      return false;
  }
  return first - at < 3;
}
