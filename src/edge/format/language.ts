import { detectAll } from "tinyld/light";
import { scriptOf, type TextScript } from "./script.ts";
import { DEVANAGARI_WORDS, SMALL_WORDS } from "./small-words.ts";

const SAMPLE = 4000;
/** Fewer letters, or words, are in too many languages. */
const FEWEST_LETTERS = 12;
const FEWEST_WORDS = 8;
/** Share of words that are small ones of the language: alone, and where the library agrees. */
const SURE_SHARE = 0.2;
const AGREED_SHARE = 0.08;
const PLAIN_SHARE = 0.25;

/** Scripts of one language, or of one that news is written in. */
const ONE_LANGUAGE: Readonly<Record<string, string>> = {
  Hani: "zh",
  Jpan: "ja",
  Kore: "ko",
  Grek: "el",
  Hebr: "he",
  Thai: "th",
  Beng: "bn",
  Taml: "ta",
  Telu: "te",
  Knda: "kn",
  Mlym: "ml",
  Gujr: "gu",
  Guru: "pa",
  Sinh: "si",
  Khmr: "km",
  Laoo: "lo",
  Mymr: "my",
  Geor: "ka",
  Armn: "hy",
  Ethi: "am",
};

/** Written in more than one script. */
const ANY_SCRIPT = /^(?:sr|bs|az|uz|kk|ky|tk|tg|mn|ms|pa|ku|ks|sd|ug|ha|sh|tt|cnr|und|mul|zxx)$/u;

/**
 * The language of a story, in BCP 47: as it is stated, where the script of the text does not contradict
 * it ("en" over an Arabic text), else as it is detected. `null` where neither is certain.
 */
export function languageOf(stated: string | null, text: string): string | null {
  const script = scriptOf(text);
  const named = stated === null ? null : readLanguage(stated);
  if (named !== null && (script === null || isWritten(named, script))) return named;
  return script === null ? null : detectLanguage(text, script);
}

/** Reads a language as copy states it: `en_gb`, `EN`, `eng`, `English`, `en-US,en`; `null` for anything else. */
export function readLanguage(stated: string): string | null {
  const [first = ""] = stated.split(/[,;]/u, 1).map((part) => part.trim());
  const named = nameCode(first.split(/\s/u, 1).join(""));
  const tag = named ?? first.replaceAll("_", "-");
  if (named === null && !/^[a-z]{2,3}(?:-|$)/iu.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The code of a language that is stated by its English or its own name. */
function nameCode(name: string): string | null {
  if (name.length < 4) return null;
  const said = name.toLowerCase();
  const codes = [
    ...Object.keys(SMALL_WORDS),
    ...Object.values(ONE_LANGUAGE),
    "ar",
    "ur",
    "fa",
    "hi",
    "ru",
    "uk",
    "bg",
  ];
  return (
    codes.find((code) =>
      ["en", code].some(
        (locale) =>
          new Intl.DisplayNames([locale], { type: "language" }).of(code)?.toLowerCase() === said,
      ),
    ) ?? null
  );
}

function isWritten(tag: string, { code, letters }: TextScript): boolean {
  const locale = new Intl.Locale(tag);
  if (letters < FEWEST_LETTERS || ANY_SCRIPT.test(locale.language) || tag.includes("-Latn"))
    return true;
  const expected = locale.maximize().script ?? code;
  if (/^Han[st]$/u.test(expected)) return code === "Hani";
  return (
    expected === code || (expected === "Jpan" && code === "Hani") || !SCRIPT_CODES.has(expected)
  );
}

const SCRIPT_CODES: ReadonlySet<string> = new Set([
  "Latn",
  "Cyrl",
  "Arab",
  "Deva",
  ...Object.keys(ONE_LANGUAGE),
]);

function detectLanguage(text: string, { code, letters }: TextScript): string | null {
  if (letters < FEWEST_LETTERS) return null;
  const sample = text.slice(0, SAMPLE).toLowerCase();
  if (code === "Latn") return detectByWords(sample, LATIN, () => libraryGuess(sample));
  if (code === "Deva") return detectByWords(sample, DEVANAGARI, () => null);
  if (code === "Arab") return firstOf(ARABIC, sample);
  if (code === "Cyrl") return firstOf(CYRILLIC, sample);
  return ONE_LANGUAGE[code] ?? null;
}

type Letters = readonly (readonly [language: string | null, has: RegExp, hasNot: RegExp | null])[];

/** Letters that one language of the script alone has; what has those of none is not told. */
const ARABIC: Letters = [
  ["ps", /[ټډړښځڅۍ]/u, null],
  ["ckb", /[ێۆڕڵ]/u, null],
  ["sd", /[ڄٻڀٿڃڳڻ]/u, null],
  ["ug", /[ۇۈۋ]/u, null],
  ["ur", /[ٹڈڑںے]/u, null],
  ["fa", /[پچژگ]/u, null],
  ["ar", /[ةىأإكي]/u, null],
];

const CYRILLIC: Letters = [
  ["kk", /[әғқңұһ]/u, null],
  ["be", /ў/u, null],
  ["mk", /[ѓќѕ]/u, null],
  ["sr", /[ђћљњџ]/u, null],
  ["uk", /[їєґі]/u, /[ыэё]/u],
  ["ru", /[ыэё]/u, /[іїєґ]/u],
  ["bg", /\p{L}ъ\p{L}/u, /[ыэёіїєґ]/u],
];

/** A quotation may hold a letter of another language: most of the paragraphs decide no better than a few of its letters. */
function firstOf(letters: Letters, text: string): string | null {
  const found = letters.find(
    ([, has, hasNot]) =>
      count(text, has) * RAREST >= text.length &&
      (hasNot === null || count(text, hasNot) * RAREST * 2 < text.length),
  );
  return found?.[0] ?? null;
}

/** One letter of this many is enough. */
const RAREST = 400;

function count(text: string, letters: RegExp): number {
  return text.match(new RegExp(letters, "gu"))?.length ?? 0;
}

/** The languages that have a word; every article is asked for each of its words. */
type ByWord = ReadonlyMap<string, readonly string[]>;

function byWord(lists: Readonly<Record<string, ReadonlySet<string>>>): ByWord {
  const words = new Map<string, string[]>();
  for (const [language, list] of Object.entries(lists)) {
    for (const word of list) words.set(word, [...(words.get(word) ?? []), language]);
  }
  return words;
}

const LATIN = byWord(SMALL_WORDS);
const DEVANAGARI = byWord(DEVANAGARI_WORDS);

/** The language whose small words a text has most of, clearly more than of any other. */
function detectByWords(text: string, lists: ByWord, guess: () => string | null): string | null {
  const tokens = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  if (tokens.length < FEWEST_WORDS) return null;
  const counts = new Map<string, number>();
  for (const token of tokens) {
    for (const language of lists.get(token) ?? []) {
      counts.set(language, (counts.get(language) ?? 0) + 1);
    }
  }
  const shares = [...counts]
    .map(([language, found]) => ({ language, share: found / tokens.length }))
    .sort((one, other) => other.share - one.share);
  const [first, second = { share: 0 }] = shares;
  if (first === undefined) return null;
  // Plain copy is told by its small words alone; the library takes ten times as long.
  if (first.share >= PLAIN_SHARE && first.share >= second.share * 2) return first.language;
  const guessed = guess();
  const agreed = shares.find(({ language }) => language === guessed);
  if (agreed !== undefined && agreed.share >= AGREED_SHARE && agreed.share >= first.share * 0.75)
    return agreed.language;
  return first.share >= SURE_SHARE && first.share >= second.share * 1.5 ? first.language : null;
}

function libraryGuess(text: string): string | null {
  return detectAll(text)[0]?.lang ?? null;
}
