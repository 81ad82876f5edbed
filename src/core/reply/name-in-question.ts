import { COMMON_WORDS } from "#core/story/common-words.ts";
import { isFunctionWord } from "#core/text/word-class.ts";
import type { Asking } from "./asking-words.ts";
import type { Piece } from "./piece.ts";
import type { Role } from "./reading.ts";
import type { NameKind } from "./sought.ts";

/** A name has at most so many words. */
const LONGEST_NAME = 5;

/** Words of a question beside each other. */
export interface Run {
  readonly text: string;
  readonly from: number;
  /** Behind its last word. */
  readonly to: number;
}

/** Every run of words that may be a name, the longest first. */
export function runsOf(pieces: readonly Piece[]): readonly Run[] {
  const runs: Run[] = [];
  for (let length = LONGEST_NAME; length > 0; length -= 1) {
    for (let from = 0; from + length <= pieces.length; from += 1) {
      const run = pieces.slice(from, from + length);
      if (run.slice(0, -1).some(({ ends }) => ends) || run.some(({ marked }) => marked)) continue;
      // "of the", "the war" and "war in" are no names; "The Hague" and "May" are.
      const [first, last] = [run[0], run.at(-1)];
      if ([first, last].some((one) => one !== undefined && isSmall(one))) continue;
      runs.push({ text: run.map(({ text }) => text).join(" "), from, to: from + length });
    }
  }
  return runs;
}

function isSmall({ lower, capital }: Piece): boolean {
  return isFunctionWord(lower) && !capital;
}

/** A question while it is read. */
export interface Open {
  readonly pieces: readonly Piece[];
  readonly asking: Asking;
  /** What becomes of each word, as far as it is known. */
  readonly roles: Role[];
  /** Options by name, as far as they are known. */
  readonly fields: Record<string, string>;
}

/** What a word before a name says that it is. */
const CUES: Readonly<Record<string, readonly NameKind[]>> = {
  ...{ in: ["place"], near: ["place"], at: ["place"], around: ["place"], across: ["place"] },
  ...{ outside: ["place"], inside: ["place"], off: ["place"] },
  from: ["source", "place", "speaker"],
  by: ["speaker", "source"],
  ...{ about: ["topic"], on: ["topic"], of: ["topic"], regarding: ["topic"], with: ["topic"] },
};
const ANY: readonly NameKind[] = ["place", "source", "topic", "speaker"];
const ANY_QUOTED: readonly NameKind[] = ["speaker", "place", "source", "topic"];
const FIELDS = { speaker: "speaker", place: "place", source: "from" } as const;

/** Takes a run of words for the name that it is: an option where the question asks by it, or a phrase. */
export function takeName(
  { text, from, to }: Run,
  kinds: readonly NameKind[],
  { pieces, roles, fields, asking }: Open,
): void {
  if (roles.slice(from, to).some((role) => role !== "word")) return;
  const cue = cueBefore(pieces, from);
  const behind = pieces[to]?.lower ?? "";
  const isBehind = kinds.includes("source") && (COPY.test(behind) || OF_COPY.test(behind));
  const cueOf = CUES[pieces[cue]?.lower ?? ""];
  const isSource = isBehind || (cueOf === undefined && isAtEdge({ from, to }, kinds, pieces));
  const cued = isSource ? OF_SOURCE : cueOf;
  const first = pieces[from];
  const isDoubted = first !== undefined && to - from === 1 && cued === undefined;
  const fitting =
    isDoubted && isPlain(first, from)
      ? plainKinds(first, kinds)
      : (cued ?? (asking.command === "quotes" ? ANY_QUOTED : ANY));
  const kind = fitting.find((one) => kinds.includes(one));
  if (kind === undefined || kind === "topic") {
    if (kind === "topic" || to - from > 1) roles.fill(kind ?? "phrase", from, to);
    return;
  }
  const field = FIELDS[kind];
  if (!isAskedFor(kind, asking, cued) || fields[field] !== undefined) {
    if (to - from > 1) roles.fill("phrase", from, to);
    return;
  }
  fields[field] = text;
  roles.fill("field", from, to);
  if (isBehind) roles[to] = "field";
  else if (cueOf !== undefined && roles[cue] === "word") roles.fill("field", cue, from);
}

/** "Guardian stories", "the Guardian's coverage", "Guardian on mortgages", "what Reuters wrote" */
const COPY =
  /^(?:articles?|stories|story|reports?|pieces?|copy|coverage|news|opinions?|editorials?)$/u;
const OF_COPY = /^(?:on|about|abt|writes?|wrote|written|reported|publishe[sd])$/u;
const OF_SOURCE: readonly NameKind[] = ["source"];

/** "BBC 24 July", "mortgages guardian": a source's name with nothing before it, or behind it; no word that many write. */
function isAtEdge(
  { from, to }: Pick<Run, "from" | "to">,
  kinds: readonly NameKind[],
  pieces: readonly Piece[],
): boolean {
  const lower = pieces[from]?.lower ?? "";
  const isCommon = to - from === 1 && (COMMON.has(lower) || isFunctionWord(lower));
  return kinds.includes("source") && !isCommon && (from === 0 || to === pieces.length);
}

/** Where the word stands that says what a name is: before "the", where that stands there. */
function cueBefore(pieces: readonly Piece[], from: number): number {
  return pieces[from - 1]?.lower === "the" ? from - 2 : from - 1;
}

/**
 * Whether a name is asked for as what it is. Of somebody who is named most readers want what is written about them: their own
 * words are asked for by "said", "quotes" or "by".
 */
function isAskedFor(
  kind: keyof typeof FIELDS,
  { command, asksWho }: Asking,
  cued: readonly NameKind[] | undefined,
): boolean {
  if (kind === "speaker" && asksWho === true) return false;
  if (kind === "speaker")
    return command === "quotes" || (command === "search" && cued !== undefined);
  return command === "search" || (command === "quotes" && kind === "source");
}

/** Nothing but its letters speaks for a name: where a question begins, a capital does not. */
function isPlain({ capital }: Piece, at: number): boolean {
  return !capital || at === 0;
}

/** "reading festival", "king visits harbour": a word that many write is no name; nor is a place that may be one. */
function plainKinds({ lower }: Piece, kinds: readonly NameKind[]): readonly NameKind[] {
  const isCommon = COMMON.has(lower) || isFunctionWord(lower);
  return kinds.includes("topic") || isCommon ? ["topic"] : ["speaker"];
}

const COMMON: ReadonlySet<string> = new Set(
  COMMON_WORDS.flatMap(({ words }) => words.trim().split(/\s+/u)),
);
