import type { Quotation } from "#core/text/quotation-marks.ts";
import type { Sentence } from "#core/text/text.ts";
import type { Beside } from "./table-beside.ts";

const LETTERS = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;
const STOPPED = /[.!?…。！？؟۔]$/u;
/** Scripts that part no words: so many letters are one. */
const PACKED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
const LETTERS_A_WORD = 2.5;
const CASED = /[\p{Lu}\p{Ll}]/u;
/** Of these marks, the ones that hold a title in the languages which use them. */
const TITLE_MARKS = /^[〈《『]$/u;
const FEWEST_BESIDE = 3;
const FEWEST_LINKED = 4;
const FEWEST_ALONE = 3;
const FEWEST_WITHIN = 6;

/**
 * Says whether words in quotation marks were said by someone, by what holds in every language: a verb of
 * speech beside them, or that they are a sentence, or so many words that they are no term and no title.
 */
export function isQuotable(
  body: string,
  quotation: Quotation,
  beside: Beside | null,
  sentence: Sentence | undefined,
): boolean {
  const text = body.slice(quotation.start, quotation.end);
  const words = countWords(text);
  if (words === 0) return false;
  const stopped = STOPPED.test(text);
  if (TITLE_MARKS.test(body.charAt(quotation.open)) && !stopped) return false;
  if (quotation.continues) return words > 1 || stopped;
  if (beside !== null) {
    if (beside.tie === "link") return words >= FEWEST_LINKED;
    if (beside.tie === "colon") return words > 1 || stopped;
    return words >= FEWEST_BESIDE || stopped || beside.side === "behind";
  }
  if (isTitle(text)) return false;
  const after = body.slice(quotation.close, quotation.close + 2);
  const ends =
    stopped || /^\s?[,.،。、，；]/u.test(after) || quotation.close >= (sentence?.end ?? 0);
  const opens = quotation.open <= (sentence?.start ?? 0) + 2;
  const colon = /[:：]\s*$/u.test(body.slice(Math.max(0, quotation.open - 3), quotation.open));
  if ((opens || colon) && ends) return words >= FEWEST_ALONE || (stopped && words > 1);
  return words >= FEWEST_WITHIN || (stopped && words >= FEWEST_LINKED);
}

function countWords(text: string): number {
  const packed = text.match(PACKED)?.length ?? 0;
  const plain = text.replace(PACKED, " ").match(LETTERS)?.length ?? 0;
  return plain + Math.floor(packed / LETTERS_A_WORD);
}

/** Most of its words have a capital: "Cien Años de Soledad". */
function isTitle(text: string): boolean {
  if (!CASED.test(text) || STOPPED.test(text)) return false;
  const words = text.match(LETTERS) ?? [];
  const capitals = words.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length;
  return words.length < 8 && capitals * 2 > words.length;
}
