import type { TextKind } from "./kind.ts";
import type { Shape, Turn } from "./kind-shape.ts";
import type { Signed } from "./kind-signed.ts";

const LIVE_TITLE =
  /\b(?:live ?blog|live updates?|as it happened|live coverage|minute[- ]by[- ]minute|live reporting|rolling coverage|liveticker|en direct|en vivo|diretta)\b|^live(?:\s*[:|]|\s[–—-]\s)|[–—|:]\s*live\s*$|\s-\slive\s*$/i;
const RESULTS_TITLE =
  /\b(?:results?|scoreboard|scores?|glance|fixtures|standings|line ?scores?)\b/i;
const ROUND_UP_TITLE =
  /^(?:the )?(?:\p{L}+ )?(?:wrap[- ]?up|round-?up)\s*[:|–—]|\b(?:round-up|news round ?up|(?:sports?|police|court|market|business|morning|evening|weekend|weekly) round ?up|in brief|news briefs?|(?:police|business|sports?|local|world) briefs|week in review|what the papers say|(?:morning|evening|daily|midday|business|market) (?:briefing|brief)|top stories)\b/iu;
const INTERVIEW_TITLE =
  /\b(?:interview(?:s|ed)?|q\s?&\s?a|q and a|in conversation with|\d+ questions (?:with|for))\b/i;
const TRANSCRIPT_TITLE = /\b(?:transcript|full text|remarks by|remarks as delivered|hansard)\b/i;

const shareOf = (count: number, { lines }: Shape): number => count / Math.max(1, lines.length);

/** The kind of a text whose lines show it: entries, scores, turns of speech, news under sub-heads; `null` where they show none. */
export function shapedKind(text: Signed): TextKind | null {
  const kind = SHAPES.find(([, has]) => has(text))?.[0];
  return kind ?? null;
}

const SHAPES: readonly (readonly [TextKind, (text: Signed) => boolean])[] = [
  ["live", isLive],
  ["results", isResults],
  ["interview", isInterview],
  ["transcript", isTranscript],
  ["round-up", isRoundUp],
  ["list", isNothingButItems],
];

function isLive({ title, shape }: Signed): boolean {
  return LIVE_TITLE.test(title) || (shape.stamps >= 3 && shareOf(shape.stamps, shape) >= 0.12);
}

function isResults({ title, shape }: Signed): boolean {
  if (shape.scores < 3) return false;
  return shareOf(shape.scores, shape) >= (RESULTS_TITLE.test(title) ? 0.3 : 0.5);
}

function isRoundUp({ title, shape: { headings, items, lines } }: Signed): boolean {
  return ROUND_UP_TITLE.test(title) && (headings >= 2 || items >= 2 || lines.length >= 3);
}

function isNothingButItems({ shape }: Signed): boolean {
  return shape.items >= 5 && shape.scores === 0 && shareOf(shape.items, shape) >= 0.8;
}

/** Turns of one who asks, or paragraphs that ask in a piece whose answers say "I". */
function isInterview({ title, shape }: Signed): boolean {
  if (asksInTurns(shape)) return !TRANSCRIPT_TITLE.test(title);
  if (shape.questions < 3) return false;
  const asked = Math.min(1, shareOf(shape.questions, shape) / ASKED);
  const first = Math.min(
    1,
    shareOf(shape.lines.filter((line) => FIRST.test(line)).length, shape) / ASKED,
  );
  return asked + first + (INTERVIEW_TITLE.test(title) ? 1.4 : 0) >= 2 - Number.EPSILON * 8;
}

/** Of such a share of lines on, questions or "I" are the form of a piece. */
const ASKED = 0.25;
const FIRST = /(?=[IMm])(?<![\p{L}’'.])(?:I|I['’](?:m|ve|d|ll)|[Mm]y)(?![\p{L}.])/u;

function isTranscript({ title, shape }: Signed): boolean {
  if (!isSpoken(shape)) return false;
  return !asksInTurns(shape) || TRANSCRIPT_TITLE.test(title);
}

/** As much of a text that is speech under names is a transcript or an interview. */
const SPOKEN = 0.35;
const FEWEST_TURNS = 3;

function isSpoken(shape: Shape): boolean {
  const speakers = new Set(shape.turns.map(({ label }) => label));
  return (
    shape.turns.length >= FEWEST_TURNS &&
    speakers.size > 1 &&
    // A table of facts ("Age: 40", "Height: 1.90 m") names each only once.
    speakers.size < shape.turns.length &&
    shareOf(shape.turns.length, shape) >= SPOKEN
  );
}

/** One asks and another answers: `Q:` and `A:`, or names of which one only asks. */
function asksInTurns(shape: Shape): boolean {
  if (!isSpoken(shape)) return false;
  const speakers = Map.groupBy(shape.turns, ({ label }) => label);
  if (speakers.has("QUESTION")) return false;
  if (speakers.has("Q") || speakers.has("Question")) return true;
  return speakers.size === 2 && [...speakers.values()].some(onlyAsks);
}

function onlyAsks(turns: readonly Turn[]): boolean {
  return turns.length > 1 && turns.every(({ asks }) => asks);
}
