import { isNumberWord } from "#core/text/figure-number.ts";
import { isFunctionWord } from "#core/text/word-class.ts";
import { type Asking, askingWords } from "./asking-words.ts";
import type { CommandSpec } from "./command.ts";
import { withExclusions } from "./exclusion.ts";
import { lineTokens } from "./line-token.ts";
import { type Open, runsOf, takeName } from "./name-in-question.ts";
import { ABOUT, ORDER, option, PLACE, SINCE, SOURCE, SPEAKER, UNTIL } from "./option.ts";
import { type Piece, piecesOf } from "./piece.ts";
import { readOptions } from "./read-options.ts";
import { composeReading, LOOKED_FOR, type Reading, type Role } from "./reading.ts";
import { slipsBetween } from "./slip.ts";
import type { Named, NameKind } from "./sought.ts";
import { type TimeFound, timeIn } from "./time-words.ts";

/** More words than these are in no headline, and no article has them all. */
const MOST_WORDS = 12;
/** Of a question so many phrases are looked up at most: a line is cut at 500 letters before. */
const MOST_PHRASES = 160;

/** What can be typed in a question by its key. */
const KEYED: CommandSpec = {
  ...{ name: "search", permission: "reader", examples: [], standsAlone: false },
  options: [option("words", "words", null), SPEAKER, ABOUT, SOURCE, PLACE, SINCE, UNTIL, ORDER],
};

/** A question with its options taken out: words are left. */
function partsOf(text: string) {
  const { words = "", ...options } = readOptions(KEYED, lineTokens(text)).options;
  const pieces = piecesOf(words);
  return { options, pieces, asking: askingWords(pieces.map(({ lower }) => lower)) };
}

/** Every run of words in a question that may be a name: the archive says which are. */
export function phrasesIn(text: string): readonly string[] {
  const { pieces } = partsOf(text);
  const phrases = runsOf(pieces).map((run) => run.text);
  // Of a source its readers often say no article: "guardian stories on grain".
  const withArticle = phrases.filter((phrase) => !/^the /iu.test(phrase)).map(asTitled);
  return [...new Set([...phrases, ...withArticle])].slice(0, MOST_PHRASES);
}

/**
 * Reads a question in people's words: what it asks for, then the speakers, places, sources, topics and
 * times in it; what is none of them is words. Options may stand in it as in any line.
 *
 * @param known which of its phrases are names, as the archive has them for whoever asks
 */
export function readQuestion(text: string, known: readonly Named[]): Reading {
  const { options, asking: first, ...parts } = partsOf(text);
  const kindsOf = kindsByPhrase(known);
  const quoted = quotesBehind(parts.pieces, kindsOf);
  const asked = quoted?.pieces ?? parts.pieces;
  const asking = quoted?.asking ?? sourceFirst(asked, kindsOf) ?? first;
  const pieces = wantedOf(asked, kindsOf);
  const roles = pieces.map((_, at): Role => (at < asking.length ? "said" : "word"));
  const open: Open = { pieces, asking, roles, fields: { ...options } };
  if (asking.newest) open.fields.order ??= "newest";
  takeTime(open);
  takeSpeaker(open);
  takeSource(open, kindsOf);
  for (const run of runsOf(pieces)) {
    const kinds = kindsIn(kindsOf, run.text);
    if (kinds.length > 0) takeName(run, kinds, open);
  }
  leaveOut(open);
  const keyed = Object.keys(options);
  return { ...composeReading(asking, open.fields, pieces, roles), keyed };
}

function kindsByPhrase(known: readonly Named[]): KindsOf {
  const kindsOf = new Map<string, readonly NameKind[]>();
  for (const { phrase, kind } of known) kindsOf.set(phrase, [...(kindsOf.get(phrase) ?? []), kind]);
  return kindsOf;
}

/** Words of a name before "quotes", and of what they are about. */
const MOST_BEFORE = 6;

/** "Joe Kent quotes", "Lagarde quotes on rates", "Larijani hormuz quote": whose words are asked for stands first. */
function quotesBehind(
  pieces: readonly Piece[],
  kindsOf: KindsOf,
): { readonly asking: Asking; readonly pieces: readonly Piece[] } | null {
  const at = pieces.findIndex(({ lower }) => /^quotes?$/u.test(lower));
  const quote = pieces[at];
  if (quote === undefined || at < 1 || at > MOST_BEFORE) return null;
  for (let length = at; length > 0; length -= 1) {
    const before = pieces.slice(0, length);
    const name = before.map(({ text }) => text).join(" ");
    if (!kindsIn(kindsOf, name).includes("speaker")) continue;
    const about = /^(?:about|abt|on|of|regarding)$/u.test(pieces[at + 1]?.lower ?? "") ? 1 : 0;
    const speaker = before.map(({ lower }) => lower).join(" ");
    return {
      asking: { command: "quotes", speaker, length: length + 1 + about },
      pieces: [
        ...before,
        ...pieces.slice(at, at + 1 + about),
        ...pieces.slice(length, at),
        ...pieces.slice(at + 1 + about),
      ],
    };
  }
  return null;
}

/** "New Age on grain": a source's name that a question begins with is no word of the question. */
function sourceFirst(pieces: readonly Piece[], kindsOf: KindsOf): Asking | null {
  const isSource = runsOf(pieces).some(
    ({ text, from, to }) => from === 0 && to > 1 && kindsIn(kindsOf, text).includes("source"),
  );
  return isSource ? { command: "search", length: 0 } : null;
}

/** What a question does not want stands in it as behind a minus. */
function wantedOf(pieces: readonly Piece[], kindsOf: KindsOf): readonly Piece[] {
  const { runs = [] } = timeIn(pieces) ?? {};
  const isTime = (at: number) => runs.some(([from, to]) => at >= from && at < to);
  return withExclusions(pieces, (text) => kindsIn(kindsOf, text).length > 0, isTime);
}

function asTitled(phrase: string): string {
  return `the ${phrase}`;
}

type KindsOf = ReadonlyMap<string, readonly NameKind[]>;

/** What a phrase is a name of, by itself or, of a source, behind its article. */
function kindsIn(kindsOf: KindsOf, phrase: string): readonly NameKind[] {
  const own = kindsOf.get(phrase) ?? [];
  const isTitled = kindsOf.get(asTitled(phrase))?.includes("source") === true;
  return isTitled && !own.includes("source") ? [...own, "source"] : own;
}

/** "What did Solen say": whoever stands there is asked for, known or not. */
function takeSpeaker({ asking, pieces, roles, fields }: Open): void {
  const { speaker, length } = asking;
  if (speaker === undefined || fields.speaker !== undefined) return;
  const words = speaker.split(" ");
  const begins = pieces.findIndex(
    (_, at) => at < length && words.every((word, index) => pieces[at + index]?.lower === word),
  );
  // Reads: quotes from last week
  const own = pieces
    .slice(begins, begins + words.length)
    .filter((_, at) => roles[begins + at] !== "field");
  const named = /^(?:the|a|an)$/u.test(own[0]?.lower ?? "") ? 1 : 0;
  // "What did he say": nobody is named.
  if (begins < 0 || own.slice(named).every((piece) => isBareFunctionWord(piece))) return;
  fields.speaker = own
    .slice(named)
    .map(({ text }) => text)
    .join(" ");
  roles.fill("field", begins + named, begins + words.length);
}

/** "Quotes from Reuters about the storm": who is asked for is a source, and nobody who speaks. */
function takeSource({ fields }: Open, kindsOf: KindsOf): void {
  const { speaker, from } = fields;
  if (speaker === undefined || from !== undefined) return;
  const kinds = kindsIn(kindsOf, speaker);
  if (!kinds.includes("source") || kinds.includes("speaker")) return;
  fields.from = speaker;
  delete fields.speaker;
}

function isBareFunctionWord({ lower, capital }: Piece): boolean {
  return isFunctionWord(lower) && !capital;
}

function takeTime({ pieces, roles, fields }: Open): void {
  const { since, until, runs = [] } = monthAlone(pieces) ?? timeIn(pieces) ?? {};
  if ((since ?? until) === undefined || (fields.since ?? fields.until) !== undefined) return;
  Object.assign(fields, since !== undefined && { since }, until !== undefined && { until });
  for (const [from, to] of runs) roles.fill("field", from, to);
}

const MONTH = /^(?:january|february|april|june|july|august|september|october|november|december)$/u;

/** "August": a month with nothing beside it is no name of anybody, but for May and March. */
function monthAlone(pieces: readonly Piece[]): TimeFound | null {
  const [first] = pieces;
  if (first === undefined || pieces.length > 1 || !MONTH.test(first.lower)) return null;
  const found = timeIn([{ ...first, raw: "in", text: "in", lower: "in" }, first]);
  return found === null ? null : { ...found, runs: [[0, 1]] };
}

/** Words of a question that no article answers to by having them. */
const ASKED: ReadonlySet<string> = new Set(
  "happened happening happen happend hapened please pls plz asap anything something everything whats wat know news latest copydesk abt u ur much write wrote written".split(
    " ",
  ),
);

/** The same of words that are names where they have a capital: Port Said. */
const ASKED_PLAINLY: ReadonlySet<string> = new Set(
  "stories articles coverage headlines stuff plus compare compared say says said".split(" "),
);
/** Words of these that are told from others even with a letter wrong: "happning". */
const LONG_ASKED = [...ASKED].filter(({ length }) => length >= 8);

function isAsked({ lower, capital }: Piece, at: number): boolean {
  if (ASKED.has(lower)) return true;
  if (capital && at > 0) return false;
  return ASKED_PLAINLY.has(lower) || LONG_ASKED.some((asked) => slipsBetween(lower, asked) === 1);
}

function leaveOut({ pieces, roles }: Open): void {
  let kept = 0;
  for (const [at, piece] of pieces.entries()) {
    if (!LOOKED_FOR.includes(roles[at] ?? "word")) continue;
    const isWord = roles[at] === "word";
    if ((isWord && isLeftOut(piece, pieces[at + 1], at)) || kept >= MOST_WORDS) roles[at] = "left";
    else kept += 1;
  }
}

function isLeftOut(piece: Piece, next: Piece | undefined, at: number): boolean {
  const { lower, capital, marked } = piece;
  if (marked || isNumberWord(lower)) return false;
  if (isAsked(piece, at)) return true;
  if (!isFunctionWord(lower)) return false;
  // "Theresa May" and "May resigns" name somebody; what begins a question with a capital does not.
  if (!capital) return true;
  if (at > 0) return false;
  const isName = /^(?:may|will)$/u.test(lower) && next !== undefined && !isFunctionWord(next.lower);
  return !isName;
}
