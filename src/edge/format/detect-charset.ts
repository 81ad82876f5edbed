import { analyse } from "chardet";
import { BALTIC, CENTRAL, TURKISH, WESTERN } from "./alphabets.ts";

/** How much of a text says what it is written in, in bytes. */
const SAMPLE = 32 * 1024;
/** From this share of bytes beyond ASCII on, the text is in another script than Latin. */
const OTHER_SCRIPT = 0.22;

/** Character sets of Latin script, by the WHATWG Encoding Standard's labels: of two that read equally well the first counts. */
const LATIN: readonly (readonly [label: string, alphabets: readonly string[]])[] = [
  ["windows-1252", WESTERN],
  ["iso-8859-15", WESTERN],
  ["macintosh", WESTERN],
  ["windows-1250", CENTRAL],
  ["iso-8859-2", CENTRAL],
  ["windows-1254", TURKISH],
  ["windows-1257", BALTIC],
  ["iso-8859-13", BALTIC],
];

const CYRILLIC = [
  "windows-1251",
  "koi8-r",
  "koi8-u",
  "iso-8859-5",
  "x-mac-cyrillic",
  "ibm866",
] as const;
/** From this score on a text reads as Cyrillic; what is none stays far below it. */
const READS_AS_CYRILLIC = 0.25;

/** Sets of other scripts that the library names, and the sets of the same script, the fuller first. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  "windows-1253": ["windows-1253", "iso-8859-7"],
  "ISO-8859-7": ["windows-1253", "iso-8859-7"],
  "windows-1255": ["windows-1255"],
  "ISO-8859-8": ["windows-1255"],
  "windows-1256": ["windows-1256"],
  "ISO-8859-6": ["iso-8859-6"],
  "windows-874": ["windows-874"],
};
const SURE = 30;

const EAST_ASIAN = /^(?:Shift_JIS|EUC-JP|EUC-KR|GB18030|Big5|ISO-2022-\w+)$/u;

/**
 * Names the character set of bytes that are no UTF-8 and declare nothing, by what they read as in each.
 * Where two are equally likely it is windows-1252.
 */
export function detectCharset(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE);
  const high = sample.reduce((count, byte) => count + (byte > 0x7f ? 1 : 0), 0);
  if (high / Math.max(1, sample.length) < OTHER_SCRIPT) return detectLatin(sample);
  return detectEastAsian(sample) ?? detectScript(sample) ?? detectLatin(sample);
}

function detectLatin(sample: Uint8Array): string {
  let best = { label: "windows-1252", score: Number.NEGATIVE_INFINITY };
  for (const [label, alphabets] of LATIN) {
    const text = new TextDecoder(label).decode(sample);
    const score = scoreLatin(text, alphabets);
    if (score > best.score) best = { label, score };
  }
  return best.label;
}

// Reads a character beyond ASCII between its neighbours.
const BEYOND = /(?<before>[\s\S]?)(?<char>[^\p{ASCII}])(?=(?<after>[\s\S]?))/gu;

/** How well a text reads: letters of one language, marks where marks stand; the difference counts, not the figure. */
function scoreLatin(text: string, alphabets: readonly string[]): number {
  let score = 0;
  const letters: string[] = [];
  for (const { groups } of text.matchAll(BEYOND)) {
    const [before = "", char = "", after = ""] = [groups?.before, groups?.char, groups?.after];
    if (/\p{L}/u.test(char) && !/[ªº]/u.test(char)) {
      letters.push(char.toLowerCase());
      // "caféS" is no word; "itÕs" is "it’s" in Mac Roman.
      if (/\p{Lu}/u.test(char) && /\p{Ll}/u.test(before)) score -= 3;
    } else score += scoreMark(before, char, after);
  }
  const known = alphabets.map((alphabet) => {
    const inside = letters.filter((letter) => alphabet.includes(letter)).length;
    return inside * 2 - (letters.length - inside) * 2;
  });
  return score + Math.max(...known);
}

function scoreMark(before: string, char: string, after: string): number {
  const inWord = /\p{L}/u.test(before) && /\p{L}/u.test(after);
  if (/[\p{Cc}\p{Co}\ufffd]/u.test(char)) return -4;
  if (char === "’") return /[\p{L}\p{N}.,!?]/u.test(before) || /\p{N}/u.test(after) ? 2 : -1;
  if (/[“‘„‚«‹]/u.test(char)) return /[\p{L}\p{N}]/u.test(before) ? -2 : 1;
  if (/[”»›]/u.test(char)) return /[\p{L}\p{N}]/u.test(after) ? -2 : 1;
  if (/[–—…\u00a0·•]/u.test(char)) return 1;
  if (/[€£¥¢]/u.test(char)) return /[\d\s]/u.test(after) || /[\d\s]/u.test(before) ? 1 : -2;
  if (/[°§©®™½¼¾²³±×¿¡ªº]/u.test(char)) return inWord ? -3 : 0;
  return inWord ? -3 : -1;
}

/** The library knows how often the characters of each stand beside each other. */
function detectEastAsian(sample: Uint8Array): string | null {
  for (const { name, confidence } of analyse(sample)) {
    if (!EAST_ASIAN.test(name) || confidence < 40) continue;
    const text = decodeWhole(name, sample);
    if (text === null || /[\p{Co}\p{Cn}]/u.test(text)) continue;
    const letters = text.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu,
    );
    const beyond = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
    if ((letters?.length ?? 0) >= beyond * 0.7) return name;
  }
  return null;
}

/** A sample may end in the middle of a character. */
function decodeWhole(label: string, sample: Uint8Array): string | null {
  for (const cut of [0, 1, 2, 3]) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(
        sample.subarray(0, sample.length - cut),
      );
    } catch (error) {
      if (error instanceof RangeError) return null;
      if (!(error instanceof TypeError)) throw error;
      if (sample.length < SAMPLE) return null;
    }
  }
  return null;
}

/** Of what the library names only Cyrillic is weighed anew: it does not know the sets of DOS and Mac. */
function detectScript(sample: Uint8Array): string | null {
  const [first] = analyse(sample).filter(({ name }) => name in SCRIPTS || isCyrillic(name));
  const [cyrillic] = CYRILLIC.map((label) => ({
    label,
    score: scoreCyrillic(decode(label, sample)),
  })).sort((one, other) => other.score - one.score);
  const isOther = first !== undefined && !isCyrillic(first.name) && first.confidence >= SURE;
  if (!isOther && cyrillic !== undefined && cyrillic.score >= READS_AS_CYRILLIC)
    return cyrillic.label;
  const labels = SCRIPTS[first?.name ?? ""] ?? [];
  return (
    labels.find((label) => !/\p{L}[¶§]|[¶§]\p{L}/u.test(decode(label, sample))) ?? labels[0] ?? null
  );
}

function isCyrillic(name: string): boolean {
  return /^(?:windows-1251|KOI8-R|ISO-8859-5)$/u.test(name);
}

function decode(label: string, sample: Uint8Array): string {
  return new TextDecoder(label).decode(sample);
}

/** Eight letters are half of every Russian, Ukrainian, Bulgarian or Serbian text; capitals open words. */
function scoreCyrillic(text: string): number {
  const beyond = Math.max(1, count(text, /[^\p{ASCII}]/gu));
  const common = count(text, /[аеинорст]/gu);
  const odd = count(text, /(?![а-яёіїєґјљњћђџў])[\p{L}\p{Co}\p{Cc}](?<![\p{ASCII}а-яё])/giu);
  const broken = count(text, /\p{Ll}\p{Lu}|\p{L}[^\p{L}\p{M}\p{ASCII}’]\p{L}/gu);
  return (common - odd - 2 * broken) / beyond;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
