import { isFunctionWord } from "#core/text/word-class.ts";
import type { Piece } from "./piece.ts";

/** Whether words of a question beside each other are a name. */
export type IsName = (text: string) => boolean;

/** Of more words nobody says in a question that they are not wanted: it is a sentence. */
const MOST_WORDS = 5;

const COPY = "(?:stories|story|articles?|news|anything|things|pieces|coverage|stuff|ones?)";
/** What follows is not wanted, whatever it is. */
const SURE =
  /^(?:(?:and |but )?(?:(?:that|which|who) )?(?:isn['’]?t|aren['’]?t|wasn['’]?t|(?:is |are |was )?not|doesn['’]?t|don['’]?t|does not|do not) (?:about|related to|to do with|including|mention(?:ing)?|involv(?:e|ing)|concern(?:ing)?)|but not(?! least| last)(?: on| in| by| from| with)?|not including|nothing (?:about|on)|other than|apart from|aside from|except(?: for)?|excluding|excl|leaving out|leave out)(?= )/u;
/** At the beginning of a question alone: of "talks were anything but easy" all is meant. */
const ALL_BUT = new RegExp(
  `^(?:anything|everything|all|any ${COPY}|all ${COPY}) (?:but|except|not about)(?: for)?(?= )`,
  "u",
);
/** A name that follows is not wanted; "resign" is, in "why did he not resign". */
const BEFORE_NAMES = /^(?:not|without|minus)(?= )/u;
/** Behind a comma whatever follows: "cricket, not the women's team". */
const BEHIND_COMMA = /^(?:and |but )?(?:not|no|without|minus)(?= )/u;
const COURTESY = /^(?:please|pls|plz|thanks|thx|ok|okay)$/u;
const GOES_ON = /^(?:but|only|just|and)$/u;

/**
 * Takes what a question does not want for what stands behind a minus: "Ukraine that isn't about Iran" as `Ukraine -Iran`,
 * "petrol in Velsk not Marna", "cricket, not the women's team". A name that is known is left out whole; of other words that
 * stand beside each other, as they stand.
 *
 * @param isTime whether the word at a place belongs to a time of the question, which is wanted
 */
export function withExclusions(
  pieces: readonly Piece[],
  isName: IsName,
  isTime: (at: number) => boolean,
): readonly Piece[] {
  for (let at = 0; at < pieces.length; at += 1) {
    const length = cueAt(pieces, at);
    if (length === null) continue;
    const from = skipSmall(pieces, at + length.words);
    const to = endOf(pieces, from, isTime);
    const behind = pieces.slice(from, to);
    const name = behind.map(({ text }) => text).join(" ");
    const isKnown = isName(name);
    if (behind.length === 0 || behind.length > MOST_WORDS || (!length.sure && !isKnown)) continue;
    return [...pieces.slice(0, at), unwanted(behind, isKnown), ...pieces.slice(to)];
  }
  return pieces;
}

interface Cue {
  readonly words: number;
  readonly sure: boolean;
}

function cueAt(pieces: readonly Piece[], at: number): Cue | null {
  const rest = pieces.slice(at);
  if (rest[0]?.marked === true) return null;
  const line = rest.map(({ lower }) => lower).join(" ");
  const isBegun = pieces.slice(0, at).some(isWeighty);
  const isBehindComma = pieces[at - 1]?.ends === true;
  const sure =
    ALL_BUT.exec(isBegun ? "" : line) ??
    (isBegun ? SURE.exec(line) : null) ??
    (isBehindComma ? BEHIND_COMMA.exec(line) : null);
  if (sure !== null) return { words: sure[0].split(" ").length, sure: true };
  // Two words at least are wanted before a name is not: "why not Marna" asks for it.
  return at >= 2 && BEFORE_NAMES.test(line) ? { words: 1, sure: false } : null;
}

/** "Is it not about grain" asks for grain. */
function isWeighty({ lower, capital }: Piece): boolean {
  if (/^(?:everything|anything|all|news)$/u.test(lower)) return true;
  return (
    capital ||
    !(isFunctionWord(lower) || /^(?:show|give|send|tell|find|get|want|need|see)$/u.test(lower))
  );
}

function skipSmall(pieces: readonly Piece[], from: number): number {
  let at = from;
  while (at < pieces.length - 1 && isSmall(pieces[at])) at += 1;
  return at;
}

function isSmall(piece: Piece | undefined): boolean {
  return piece !== undefined && !piece.marked && !piece.capital && isFunctionWord(piece.lower);
}

/** Up to a comma, a time, a courtesy, or what is marked. */
function endOf(pieces: readonly Piece[], from: number, isTime: (at: number) => boolean): number {
  let at = from;
  for (; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece === undefined || piece.marked || isTime(at)) break;
    if (at > from && (COURTESY.test(piece.lower) || GOES_ON.test(piece.lower))) break;
    if (piece.ends) return at + 1;
  }
  return at;
}

/** "The women's team": whose it is says enough, and of "team" alone much more would go. */
function unwanted(behind: readonly Piece[], isKnown: boolean): Piece {
  const owner = isKnown ? undefined : behind.find(({ owns }) => owns);
  const own = owner === undefined ? behind : [owner];
  const text = own.map((piece) => piece.text).join(" ");
  const raw = own.length === 1 ? `-${text}` : `-"${text}"`;
  const [first] = own as readonly [Piece];
  return { ...first, raw, text, lower: text.toLowerCase(), marked: true, ends: true };
}
