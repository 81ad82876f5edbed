import { chanceOf } from "#core/text/chance.ts";
import { tokenAt } from "#core/text/token.ts";
import { isFunctionWord } from "#core/text/word-class.ts";
import { hearer } from "./passed-on.ts";
import { cueAt } from "./spoken.ts";
import { type Place, utteredClues } from "./uttered-clue.ts";
import { WEIGHTS } from "./uttered-weights.ts";

/** Below it words in marks are nobody's. Set on articles that took no part in training: see docs/quality.md. */
const LEAST = 0.37;

const LONGEST_TITLE = 60;
/** A plain sign: what it is called, or that it is written on a thing. */
const NAMES =
  /^(?:titled|entitled|called|named|dubbed|nicknamed|headed|headlined|captioned|labell?ed|marked|stamped|inscribed|emblazoned|slogan|motto|tagline|headline|caption|title|heading|hashtag|inscription|proverb|adage)$/u;

const LEARNT = new Map(Object.entries(WEIGHTS));

/** Says whether a quotation is somebody's words, rather than a sign's, a song's or imagined ones. */
export function isUttered(place: Place): boolean {
  if (isHeard(place) || isAnswer(place) || isAsked(place)) return true;
  return !isNamed(place) && chanceOf(utteredClues(place), LEARNT) >= LEAST;
}

/** "telling reporters, “", "told Radio Tarn: “": who hears for the public has heard it. */
function isHeard({ text: { tokens }, ground, quotation, setting: { before } }: Place): boolean {
  const cue = before?.cue ?? null;
  if (cue === null || before?.tied !== true) return false;
  return hearer(ground, cue, tokenAt(tokens, quotation.open)) !== null;
}

const LABEL = /^\s*(?:Q|A|(?:(?:The|One|A|His|Her|Their) )?(?:[Qq]uestion|[Aa]nswer))\s?:\s*$/u;

/** Q: “Do you regret it?” | The question: “Will the tide wait?” */
function isAsked({ text: { body, passages }, quotation }: Place): boolean {
  const start = passages[quotation.passage]?.start ?? quotation.open;
  return quotation.open - start < 20 && LABEL.test(body.slice(start, quotation.open));
}

/** What did Roe say?⏎⏎“We lost.”: a paragraph that is nothing but a quotation, below a question. */
function isAnswer({ text: { body, passages }, quotation, setting }: Place): boolean {
  const above = passages[quotation.passage - 1];
  const asked = above !== undefined && /\?["”’]?\s*$/u.test(body.slice(above.start, above.end));
  const own = /(?<![\p{L}’'.])(?:I|[Ww]e|[Mm]y|[Oo]ur)(?!\p{L})/u;
  return (
    asked && setting.opens && setting.closes && own.test(body.slice(quotation.start, quotation.end))
  );
}

/** "a paper titled: “", "a box marked “"; “Red Harbour” director Nils Bro. */
function isNamed(place: Place): boolean {
  const { tokens } = place.text;
  const at = tokenAt(tokens, place.quotation.open) - 1;
  const before = /^[:,]$/u.test(tokens[at]?.lower ?? "") ? at - 1 : at;
  return NAMES.test(tokens[before]?.lower ?? "") || describes(place);
}

/** Words with capitals, of which the noun behind them says what they are: no comma parts them. */
function describes({ text: { body, tokens }, ground, quotation }: Place): boolean {
  const words = body.slice(quotation.start, quotation.end);
  if (words.length > LONGEST_TITLE || body.charAt(quotation.end) === ",") return false;
  if (!/^\p{Lu}[^.!?,…]*$/u.test(words) || /\s\p{Ll}{4,}/u.test(words)) return false;
  const at = tokenAt(tokens, quotation.close);
  const next = tokens[at];
  if (next?.kind !== "word" || next.capital || isFunctionWord(next.lower)) return false;
  return cueAt(ground, at) === null && cueAt(ground, at + 1) === null;
}
