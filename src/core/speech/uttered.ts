import { chanceOf, learnt } from "#core/text/chance.ts";
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

const WEIGHT_OF = learnt(WEIGHTS);

/** Says whether a quotation is somebody's words, rather than a sign's, a song's or imagined ones. */
export function isUttered(place: Place): boolean {
  if (isHeard(place) || isAnswer(place) || isAsked(place)) return true;
  if (isNamed(place) || isImagined(place) || isVerse(place)) return false;
  return chanceOf(utteredClues(place), WEIGHT_OF) >= LEAST;
}

/** "telling reporters, “", "told Radio Tarn: “": who hears for the public has heard it. */
function isHeard({ text: { tokens }, ground, quotation, setting: { before } }: Place): boolean {
  const cue = before?.cue ?? null;
  if (cue === null || before?.tied !== true) return false;
  return hearer(ground, cue, tokenAt(tokens, quotation.open)) !== null;
}

const MODAL = /^(?:may|might|could|should|can|must)$/u;
const BETWEEN = /^(?:also|well|just|even|simply|then|as|\p{L}{3,}ly)$/u;
const SAYS = /^(?:say|ask|reply|answer|argue|object|think|wonder|shout|cry)$/u;

/** As the old sailor would say, “”; You might ask, “”: nobody has said it. */
function isImagined({ ground: { tokens }, setting }: Place): boolean {
  const { cue = null, subject = null } = setting.behind ?? setting.before ?? {};
  if (cue === null || !SAYS.test(tokens[cue.first]?.lower ?? "")) return false;
  if (tokens[cue.last + 1]?.lower === "only") return false;
  let at = cue.first - 1;
  while (BETWEEN.test(tokens[at]?.lower ?? "") && !/^on?ly$/u.test(tokens[at]?.lower ?? ""))
    at -= 1;
  const { lower = "" } = tokens[at] ?? {};
  // "She would say to her sons" tells what she said; "as she would say" does not.
  return (
    MODAL.test(lower) || (lower === "would" && tokens[(subject?.first ?? 0) - 1]?.lower === "as")
  );
}

const LEAST_LINES = 2;

/** I was born / in a cold house / by the weir: lines of a verse. */
function isVerse({ text: { body }, quotation: { start, end } }: Place): boolean {
  return (body.slice(start, end).match(/[\p{L},.;:!?–—-] \/ \p{L}/gu) ?? []).length >= LEAST_LINES;
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
