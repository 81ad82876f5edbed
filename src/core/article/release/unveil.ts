/**
 * What hides a word from a reader of notices, taken away: the desk that wrote "EM­BARGOED" with a soft
 * hyphen, in full-width letters or with a Cyrillic Е meant the word all the same.
 */

// Soft hyphens, characters without a width, marks of direction, variation selectors.
const WITHOUT_WIDTH =
  /\u034f|[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0]|[\u17b4\u17b5]|[\u180b-\u180d\ufe00-\ufe0f]/gu;
/** Letters of other scripts that look like a Latin one, small and capital. */
const LOOK_ALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ..."аa АA еe ЕE оo ОO рp РP сc СC уy УY хx ХX іi ІI ѕs ЅS јj ЈJ ԁd ԛq ԝw һh ВB МM НH КK ТT ГG ӏl ЁE ёe".split(
      " ",
    ),
    ..."αa ΑA εe ΕE οo ΟO ρp ΡP ιi ΙI κk ΚK νv ΝN ΜM ΒB ΤT ΗH ΧX ΥY ΖZ υu γy ɡg ɑa ℮e".split(" "),
  ].map((pair) => [pair.slice(0, -1), pair.slice(-1)]),
);
const LATIN = /\p{Script=Latin}/u;
const WORD = /[\p{L}\p{M}]+/gu;
// Reads: E-M-B-A-R-G-O-E-D, E M B A R G O, H.O.L.D. with the same thing between all of its letters
const SPACED = /(?<![\p{L}\p{N}])\p{L}(?<gap>[-.·•*_ ])\p{L}(?:\k<gap>\p{L}){3,}(?![\p{L}\p{N}])/gu;
// Reads: E M B A R G O E D  U N T I L  0 1 / 1 2 / 2 0 2 6, whose words stand further apart than their letters
const LETTERSPACED =
  /(?<![^\s])[\p{L}\p{N}](?: [\p{L}\p{N}/:.,-]){3,}(?: {2,}[\p{L}\p{N}-](?: [\p{L}\p{N}/:.,-])*)*(?![^\s])/gu;
// Reads: EMBARGOEDUNTIL
const RUN_TOGETHER = /\bembargoed(?=\p{L}|\d)|(?<=embargoed )until(?=\p{L}|\d)/giu;
// Small capitals, which no normal form unfolds.
const SMALL_CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ";
const SMALL_CAPITAL = new RegExp(`[${SMALL_CAPITALS}]`, "gu");
const THEIR_LETTERS = "abcdefghijklmnoprstuvwyz";
// Reads: EMB4RGOED, 3MBARG0
const DIGITS_IN = /\b[e3]mb[a4]rg[o0](?=\p{L}|\b)/giu;
// Reads: EM-BARGOED, EMBAR GOED, emb.argo
const PARTED = /e[^\p{L}\n]?m[^\p{L}\n]?b[^\p{L}\n]?a[^\p{L}\n]?r[^\p{L}\n]?g[^\p{L}\n]?o/giu;

// Characters of other alphabets, and what hides between letters; most copy has none.
const UNUSUAL = /[^\u0020-\u007e\n\u00a3\u20ac\u2013\u2014\u2018\u2019\u201c\u201d\u2026]/u;
const MARKED = /[*_~`]/u;
const PIECES = /(?<![\p{L}\p{N}])\p{L}[-.·•*_ ]\p{L}[-.·•*_ ]\p{L}/u;

/** A text as a reader sees it: what has no width is gone, letters that look alike are one, spaced words are whole. */
export function unveil(text: string): string {
  const plain = UNUSUAL.test(text)
    ? text
        .replace(WITHOUT_WIDTH, "")
        .normalize("NFKC")
        .replace(SMALL_CAPITAL, (letter) => THEIR_LETTERS[SMALL_CAPITALS.indexOf(letter)] ?? letter)
        .replace(WORD, (word) => inOneScript(word))
    : text;
  const untagged = plain.includes("<") ? plain.replace(/<\/?[a-z][^<>\n]{0,80}>/gi, " ") : plain;
  const whole = untagged.includes("\n")
    ? untagged.replace(/(?<=\p{L})[-‐][^\S\n]{0,4}\n\s{0,4}(?=\p{L})/gu, "")
    : untagged;
  const bare = MARKED.test(whole) ? whole.replace(/[*_~`]+/gu, " ") : whole;
  const joined = PIECES.test(bare) ? withWholeWords(bare) : bare;
  return joined
    .replace(DIGITS_IN, (word) => (/\d/u.test(word) ? "EMBARGO" : word))
    .replace(PARTED, (word) => word.replace(/[^\p{L}]/gu, ""))
    .replace(/[^\S\n]{2,}|[^\S\n ]/gu, " ");
}

function withWholeWords(text: string): string {
  return text
    .replace(LETTERSPACED, (letters) => letters.replace(/(?<=\S)[^\S\n](?=\S)/gu, ""))
    .replace(SPACED, (letters) => letters.replace(/[^\p{L}]/gu, ""))
    .replace(RUN_TOGETHER, "$& ");
}

/** A word in two scripts is a Latin one in disguise; so is one of look-alikes alone that spells nothing else: "ЕМВАRGО". */
function inOneScript(word: string): string {
  return LATIN.test(word) && /[^\p{Script=Latin}\p{M}]/u.test(word)
    ? word.replace(/\p{L}/gu, (letter) => LOOK_ALIKES[letter] ?? letter)
    : word;
}

const SINGLE: Readonly<Record<string, string>> = {
  ...{
    ł: "l",
    Ł: "L",
    ı: "i",
    ø: "o",
    Ø: "O",
    đ: "d",
    Đ: "D",
    "’": "'",
    "‘": "'",
    "`": "'",
    "´": "'",
  },
  ...{ "−": "-", "‐": "-", "‑": "-", ى: "ي", ی: "ي", ک: "ك", ہ: "ه", ھ: "ه", ة: "ه", ے: "ي" },
};

const DIGITS = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९";

/** One spelling of what is written with and without accents, in any digits; letters keep their case, and most texts their length. */
export function plainLetters(text: string): string {
  if (!UNUSUAL.test(text)) return text.replace(/[‘’`´]/gu, "'");
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\u0640\u064b-\u0655\u0670]/gu, "")
    .normalize("NFC")
    .replace(/[łŁıøØđĐ’‘`´−‐‑ىیکہھةے]/gu, (letter) => SINGLE[letter] ?? letter)
    .replace(/[٠-٩۰-۹०-९]/gu, (digit) => String(DIGITS.indexOf(digit) % 10));
}
