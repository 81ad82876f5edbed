const SAMPLE = 4000;

/** Scripts that Copydesk tells apart, by the codes of ISO 15924. */
const SCRIPTS: readonly (readonly [code: string, letters: RegExp])[] = [
  ["Latn", /\p{Script=Latin}/gu],
  ["Cyrl", /\p{Script=Cyrillic}/gu],
  ["Arab", /\p{Script=Arabic}/gu],
  ["Hani", /\p{Script=Han}/gu],
  ["Jpan", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["Kore", /\p{Script=Hangul}/gu],
  ["Deva", /\p{Script=Devanagari}/gu],
  ["Grek", /\p{Script=Greek}/gu],
  ["Hebr", /\p{Script=Hebrew}/gu],
  ["Thai", /\p{Script=Thai}/gu],
  ["Beng", /\p{Script=Bengali}/gu],
  ["Taml", /\p{Script=Tamil}/gu],
  ["Telu", /\p{Script=Telugu}/gu],
  ["Knda", /\p{Script=Kannada}/gu],
  ["Mlym", /\p{Script=Malayalam}/gu],
  ["Gujr", /\p{Script=Gujarati}/gu],
  ["Guru", /\p{Script=Gurmukhi}/gu],
  ["Sinh", /\p{Script=Sinhala}/gu],
  ["Khmr", /\p{Script=Khmer}/gu],
  ["Laoo", /\p{Script=Lao}/gu],
  ["Mymr", /\p{Script=Myanmar}/gu],
  ["Geor", /\p{Script=Georgian}/gu],
  ["Armn", /\p{Script=Armenian}/gu],
  ["Ethi", /\p{Script=Ethiopic}/gu],
];

/** Anything but Latin letters and the signs that stand among them: most copy has none, and is told at once. */
const BEYOND_LATIN = /[\u0250-\u1fff\u2c00-\u{10ffff}]/u;

/** The script that most of a text is written in, and how many of its letters are. */
export interface TextScript {
  readonly code: string;
  readonly letters: number;
}

/** `null` for a text without letters, or half in one script and half in another. */
export function scriptOf(text: string): TextScript | null {
  const sample = text.slice(0, SAMPLE);
  if (!BEYOND_LATIN.test(sample)) {
    const letters = sample.match(/\p{L}/gu)?.length ?? 0;
    return letters === 0 ? null : { code: "Latn", letters };
  }
  const counts = SCRIPTS.map(([code, letters]) => ({
    code,
    letters: sample.match(letters)?.length ?? 0,
  }));
  const all = counts.reduce((sum, { letters }) => sum + letters, 0);
  const kana = counts.find(({ code }) => code === "Jpan")?.letters ?? 0;
  const han = counts.find(({ code }) => code === "Hani")?.letters ?? 0;
  // Japanese is written in both; Chinese names a Japanese shop now and then.
  if (kana > 0 && kana * 8 >= han && (kana + han) * 2 > all)
    return { code: "Jpan", letters: kana + han };
  const [most] = counts.sort((one, other) => other.letters - one.letters);
  return most !== undefined && most.letters * 5 > all * 3 ? most : null;
}
