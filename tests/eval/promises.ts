import type { Brief, Draft, Fact, WriteBrief } from "#core/brief/brief.ts";
import { findHedge } from "#core/speech/hedge.ts";
import { findPassages } from "#core/text/passages.ts";
import type { Passage, Range } from "#core/text/text.ts";
import { notVerbatim } from "./metric/verbatim.ts";
import { inOrder, wordsOf } from "./metric/words.ts";

const MOST_FACTS = 5;
const LONGEST_HEADLINE = 110;
/** White space before a body moves what is found in it, and changes nothing else. */
const MOVED = "\n\n";
// No fact may lose one of these from its sentence: it would say something else.
const NEVER_CUT =
  /\b(?:not|no|never|nor|neither|none|nobody|nothing|without|hardly|cannot|if|unless|except)\b|n['’]t\b|\p{N}+/giu;

/** What a brief breaks of what every brief is promised to be, for people; empty where it keeps all. */
export function brokenPromises(draft: Draft, writeBrief: WriteBrief): string[] {
  const brief = writeBrief(draft);
  const passages = findPassages(draft.body);
  return [
    ...notVerbatim(brief),
    ...unownedFacts(brief),
    ...[...brief.facts, ...brief.quotes]
      .filter((range) => kindAt(passages, range) === "furniture")
      .map(({ text }) => `stands in furniture: ${text}`),
    ...brief.facts.flatMap((fact) => lostBy(fact, brief.body)),
    ...misplaced(brief),
    ...headlineFaults(draft, brief),
    ...unsteady(draft, brief, writeBrief),
  ];
}

function kindAt(passages: readonly Passage[], { start, end }: Range): Passage["kind"] | null {
  return (
    passages.find((passage) => passage.start < end && start < passage.end && start >= passage.start)
      ?.kind ?? null
  );
}

/** Owners in words that the article has not. */
function unownedFacts({ facts, body }: Brief): string[] {
  const whole = wordsOf(body).map(({ text }) => text);
  return facts.flatMap(({ attribution, text }) => {
    const words = wordsOf(attribution ?? "").map((word) => word.text);
    return inOrder(words, whole) ? [] : [`its owner is not in the article: ${text}`];
  });
}

/** Negations, conditions, figures and hedges of a sentence that its fact has not. */
function lostBy({ text, start, end, hedge }: Fact, body: string): string[] {
  const sentence = body.slice(start, end);
  const kept = tally(text);
  const lost = [...tally(sentence)].filter(([word, times]) => (kept.get(word) ?? 0) < times);
  const faults = lost.map(([word]) => `has lost “${word}”: ${text}`);
  const open = hedge === null && findHedge(sentence) !== null;
  return open ? [...faults, `has lost its hedge: ${text}`] : faults;
}

function tally(text: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(NEVER_CUT)) {
    words.set(word, (words.get(word) ?? 0) + 1);
  }
  return words;
}

function misplaced({ facts, quotes, body }: Brief): string[] {
  const faults = facts.length > MOST_FACTS ? [`${facts.length} facts`] : [];
  if (new Set(facts.map(({ start }) => start)).size < facts.length) faults.push("a fact twice");
  const outside = [...facts, ...quotes].filter(
    ({ text, start, end }) => start < 0 || start >= end || end > body.length || text.trim() === "",
  );
  const early = quotes.filter(({ start }, index) => start < (quotes[index - 1]?.end ?? 0));
  return [
    ...faults,
    ...outside.map(({ text }) => `lies outside the body: ${text}`),
    ...early.map(({ text }) => `comes out of order: ${text}`),
  ];
}

function headlineFaults({ title, body }: Draft, { headline }: Brief): string[] {
  if (/[\p{L}\p{N}]/u.test(body) && headline.trim() === "") return ["no headline"];
  const own = [title ?? "", body].some((text) => text.replace(/\s+/gu, " ").includes(headline));
  return headline.length > LONGEST_HEADLINE && !own ? [`a long headline: ${headline}`] : [];
}

/** The same article gives the same brief, wherever in its file it starts. */
function unsteady(draft: Draft, brief: Brief, writeBrief: WriteBrief): string[] {
  const faults: string[] = [];
  if (JSON.stringify(writeBrief(draft)) !== JSON.stringify(brief)) faults.push("is another brief");
  const moved = writeBrief({ ...draft, body: `${MOVED}${draft.body}` });
  const found = (items: readonly (Range & { readonly text: string })[], by: number) =>
    items.map(({ text, start, end }) => `${start + by}-${end + by} ${text}`).join("\n");
  const same =
    found(moved.facts, 0) === found(brief.facts, MOVED.length) &&
    found(moved.quotes, 0) === found(brief.quotes, MOVED.length) &&
    moved.headline === brief.headline;
  return same ? faults : [...faults, "is another brief of the same body moved"];
}
