import { readFileSync } from "node:fs";
import { z } from "zod";
import { readSpeech, type SpeechReading } from "#core/speech/quotes.ts";
import type { Range } from "#core/text/text.ts";
import { analyseText } from "./read.ts";
import { meets } from "./samples.ts";

const Offsets = z.tuple([z.number(), z.number()]);
const Said = z.object({
  spans: z.array(Offsets),
  type: z.string(),
  speaker: z.string().nullish(),
  verb: z.string().nullish(),
  speakerStart: z.number().nullish(),
  speakerEnd: z.number().nullish(),
});
const Article = z.object({
  id: z.string(),
  title: z.string().nullish(),
  text: z.string(),
  quotes: z.array(Said),
});
export type SpeechArticle = z.infer<typeof Article>;

/** A labelled stretch of words with the place of whoever said them. */
interface Label {
  readonly spans: readonly Range[];
  readonly verb: string;
  readonly source: Range & { readonly words: string };
  readonly direct: boolean;
}

/** What became of one labelled quotation or claim. */
export interface Outcome {
  readonly article: string;
  readonly what: "quotation" | "claim";
  /** How the mention is worded: ours where we name one, else the label's. */
  readonly kind: "name" | "pronoun" | "description";
  readonly verdict: "right" | "wrong" | "unnamed" | "not found";
  readonly ours: string;
  readonly theirs: string;
  readonly around: string;
}

/** The parts of a set: one to learn from for comparison, one to set thresholds on, one to report. */
export type Part = "train" | "threshold" | "held";

/** Which part an article is in, by its id alone; those of `held` are held out in any case. */
export function partOf(id: string, held: ReadonlySet<string> = new Set()): Part {
  if (held.has(id)) return "held";
  const share = mix(`speech ${id}`) % 10;
  if (share < 3) return "train";
  return share < 6 ? "threshold" : "held";
}

/** FNV-1a with a final mix, so that ids which differ in their end fall apart. */
function mix(text: string): number {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 16777619) >>> 0;
  }
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507) >>> 0;
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Reads JSON lines with `text` and `quotes` that have `spans`, `speakerStart` and `speakerEnd`. */
export function readSpeechSet(file: string): SpeechArticle[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => Article.parse(JSON.parse(line)));
}

/** Holds what is read of one article against its labels, quotation by quotation and claim by claim. */
export function measureSpeech({ id, title, text, quotes }: SpeechArticle): Outcome[] {
  const reading = readSpeech(analyseText(text, title ?? null));
  const labels = quotes.flatMap(labelOf);
  const direct = labels.filter((label) => label.direct);
  const indirect = labels.filter((label) => !label.direct);
  const found = direct.map((label) => judgeQuotation(reading, label));
  const claims = claimsIn(reading, indirect);
  return [...found, ...claims].map((outcome) => ({ ...outcome, article: id }));
}

/** A verb in the place of a source is a slip of the labels, and says nothing. */
const NO_SOURCE = /^(?:said|says|told)$/iu;

function labelOf(quote: z.infer<typeof Said>): Label[] {
  const { spans, type, speaker, verb, speakerStart, speakerEnd } = quote;
  if (speaker == null || speakerStart == null || speakerEnd == null) return [];
  if (NO_SOURCE.test(speaker)) return [];
  const ranges = spans.map(([start, end]) => ({ start, end }));
  // "Ann Roe, who said": the label is "who", and the name before it is meant.
  const start = /^who$/iu.test(speaker) ? speakerStart - 3 : speakerStart;
  const source = { start, end: speakerEnd, words: speaker };
  return [{ spans: ranges, verb: (verb ?? "").toLowerCase(), source, direct: type === "direct" }];
}

/** Half of what was found must lie within the label. */
const HALF = 0.5;

function judgeQuotation(reading: SpeechReading, label: Label): Omit<Outcome, "article"> {
  const ours = reading.settled.filter(
    (one) => shared(label.spans, one) >= HALF * (one.end - one.start),
  );
  const named = ours.find(({ entity, mention }) => entity !== null && mention !== null);
  const common = { what: "quotation", ...shown(reading, label) } as const;
  if (named === undefined) {
    const verdict = ours.length === 0 ? "not found" : "unnamed";
    return { ...common, kind: kindOf(label.source.words), verdict, ours: "" };
  }
  const words = wordsAt(reading, named.mention);
  const right = isSource(reading, label, named.mention, named.entity);
  return { ...common, kind: kindOf(words), verdict: right ? "right" : "wrong", ours: words };
}

/** The same mention, or another of whom we read as the same. */
function isSource(
  { referents }: SpeechReading,
  { source }: Label,
  mention: Range | null,
  entity: number | null,
): boolean {
  if (mention !== null && meets(mention, source)) return true;
  return referents.mentions.some((one) => one.entity === entity && meets(one, source));
}

/** A claim and a label of one verb and mostly the same words are one. */
const ALIKE = 0.4;

function claimsIn(reading: SpeechReading, labels: readonly Label[]): Omit<Outcome, "article">[] {
  const { claims, ground, referents } = reading;
  return claims.flatMap((claim): Omit<Outcome, "article">[] => {
    const { subject, cue } = claim.attribution;
    const verb = ground.tokens[cue?.first ?? -1]?.lower ?? "";
    const alike = labels
      .filter((label) => label.verb.split(/\s+/u).includes(verb))
      .map((label) => ({ label, share: likeness(label.spans, claim) }))
      .toSorted((a, b) => b.share - a.share)[0];
    if (alike === undefined || alike.share < ALIKE) return [];
    const { label } = alike;
    const common = { what: "claim", ...shown(reading, label) } as const;
    const entity = subject === null ? null : referents.of(subject);
    if (subject === null || entity === null) {
      return [{ ...common, kind: kindOf(label.source.words), verdict: "unnamed", ours: "" }];
    }
    const start = ground.tokens[subject.first]?.start ?? 0;
    const range = { start, end: ground.tokens[subject.last]?.end ?? start };
    const right = isSource(reading, label, range, null);
    const ours = wordsAt(reading, range);
    return [{ ...common, kind: subject.form, verdict: right ? "right" : "wrong", ours }];
  });
}

function shared(spans: readonly Range[], { start, end }: Range): number {
  return spans.reduce(
    (sum, span) => sum + Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)),
    0,
  );
}

function likeness(spans: readonly Range[], range: Range): number {
  const whole = (spans.at(-1)?.end ?? 0) - (spans[0]?.start ?? 0);
  return shared(spans, range) / Math.max(whole, range.end - range.start, 1);
}

function wordsAt({ text }: SpeechReading, range: Range | null): string {
  return range === null ? "" : text.body.slice(range.start, range.end);
}

function shown({ text }: SpeechReading, { spans, source }: Label) {
  const from = Math.min(spans[0]?.start ?? 0, source.start);
  const to = Math.max(spans.at(-1)?.end ?? 0, source.end);
  const around = text.body.slice(Math.max(0, from - 120), to + 80).replace(/\s+/gu, " ");
  return { theirs: source.words, around };
}

function kindOf(words: string): Outcome["kind"] {
  if (/^(?:he|she|they|it|i|we|you|who)$/iu.test(words)) return "pronoun";
  return /\p{Lu}/u.test(words.slice(1)) || /^\p{Lu}\S*$/u.test(words) ? "name" : "description";
}

/** Counts of one kind of outcome. */
export interface SpeechCounts {
  readonly right: number;
  readonly wrong: number;
  readonly unnamed: number;
}

export function countOutcomes(outcomes: readonly Outcome[]): SpeechCounts {
  const of = (verdict: Outcome["verdict"]) =>
    outcomes.filter((outcome) => outcome.verdict === verdict).length;
  return { right: of("right"), wrong: of("wrong"), unnamed: of("unnamed") };
}
