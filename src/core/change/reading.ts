import { findCast, type NameMention } from "#core/speech/cast.ts";
import type { Entity } from "#core/speech/mention.ts";
import { analyse } from "#core/text/analysed.ts";
import { findPassages } from "#core/text/passages.ts";
import { findSentences } from "#core/text/sentences.ts";
import type { Passage, Range, Sentence } from "#core/text/text.ts";
import type { Proof } from "./difference.ts";
import type { Filing } from "./filing.ts";

/** As much of a body as this room looks at, in UTF-16 units: beyond it stands background. */
const LONGEST = 24_000;

/** Sentences whose names and figures are the news; what stands behind them is background. */
export const NEWS = 8;

/** What the rules of this room share of one article. */
export interface Reading {
  readonly filing: Filing;
  readonly body: string;
  readonly passages: readonly Passage[];
  readonly sentences: readonly Sentence[];
  /** Indices of the sentences that are the story: prose and items, no headings, no furniture; none that an editor struck. */
  readonly told: readonly number[];
  readonly entities: readonly Entity[];
  readonly names: readonly NameMention[];
}

/** Readings that are kept: many places are told what changed in the same few reports. */
const MOST_KEPT = 64;
const kept = new Map<Filing, Reading>();

/** Reads sentences and names of a filing, once while it is asked for again. Total: no text makes it throw. */
export function readFiling(filing: Filing): Reading {
  const known = kept.get(filing);
  if (known !== undefined) return known;
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  const reading = newReading(filing);
  kept.set(filing, reading);
  return reading;
}

/** The half of a reading that comes first: it takes as long as the rest. */
type Begun = Pick<Reading, "body" | "passages" | "sentences">;

let begun: readonly [Filing, Begun] | null = null;

/** Reads passages and sentences, which `readFiling` finds done if it is asked for the same filing next. */
export function beginReading(filing: Filing): void {
  if (!kept.has(filing)) begun = [filing, parse(filing)];
}

function parse(filing: Filing): Begun {
  const body = readable(filing.brief.body);
  const passages = findPassages(body);
  return { body, passages, sentences: findSentences(body, passages) };
}

function newReading(filing: Filing): Reading {
  const { body, passages, sentences } = begun?.[0] === filing ? begun[1] : parse(filing);
  begun = null;
  const { title } = filing.article;
  const { dateline } = filing.brief;
  const { entities, names } = findCast(analyse({ title, body, dateline, passages, sentences }), []);
  const struck = struckIn(filing);
  const told = sentences.flatMap(({ passage, start }, index) => {
    const kind = passages[passage]?.kind;
    return (kind === "prose" || kind === "item") && !struck.has(start) ? [index] : [];
  });
  return { filing, body, passages, sentences, told, entities, names };
}

/** What an editor struck from a brief is the proof of no other line either. */
function struckIn({ article: { mendings } }: Filing): ReadonlySet<number> {
  const list = mendings?.list ?? [];
  return new Set(list.flatMap((one) => (one.kind === "strike-fact" ? [one.at.start] : [])));
}

/** Cut between two sentences where one ends near the limit, so that no sentence is cut in two. */
function readable(body: string): string {
  if (body.length <= LONGEST) return body;
  const end = body.lastIndexOf("\n", LONGEST);
  return body.slice(0, end > LONGEST / 2 ? end : LONGEST);
}

/** The sentences of the news, as ranges of the body. */
export function newsOf({ sentences, told }: Reading, most = NEWS): readonly Range[] {
  return told.slice(0, most).flatMap((index) => sentences[index] ?? []);
}

/** The lede, as it is printed. */
export function openingOf({ body, sentences, told }: Reading): string {
  const lede = sentences[told[0] ?? -1];
  return lede === undefined ? "" : body.slice(lede.start, lede.end);
}

/** All that readers of an article can have read. */
export function textOf({ article, brief }: Filing): string {
  return `${brief.headline}\n${article.subheadline ?? ""}\n${brief.body}`;
}

/** A sentence of the article as the proof of what was drawn from it. */
export function proofAt({ filing, body, sentences }: Reading, index: number): Proof | null {
  const sentence = sentences[index];
  if (sentence === undefined) return null;
  const { start, end } = sentence;
  return { article: filing.article.id, text: body.slice(start, end), start, end };
}
