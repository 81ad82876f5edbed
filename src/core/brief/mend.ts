import type { Mending, Words } from "#core/article/mending.ts";
import type { Quote } from "#core/speech/quote.ts";
import { once } from "#core/text/once.ts";
import type { Brief, Draft, Fact, Written } from "./brief.ts";
import { mendFacts } from "./mend-facts.ts";
import {
  type Bench,
  type Choices,
  LONGEST_MENDED,
  type Made,
  readMendable,
  type Taking,
} from "./mendable.ts";
import { inMarks, sayFault } from "./mending-words.ts";
import { proveBrief } from "./proof.ts";
import { pullQuotes } from "./pull-quote.ts";

/** A brief as it is with what was mended; or why it would be none, as sentences for the editor. */
export type Mended =
  | { readonly ok: true; readonly brief: Brief }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Mends the brief of one article, which it reads once, when it is first asked. */
export interface Mender {
  readonly choices: () => Choices;
  readonly apply: (mendings: readonly Mending[], taking?: Taking) => Mended;
}

/** What was written of a brief by the rules, mended since or not. */
export function writtenOf({ written, ...brief }: Brief): Brief {
  if (written === undefined) return brief;
  const { pullQuotes: _mended, ...rest } = brief;
  return { ...rest, ...written };
}

/** Makes who mends a brief, which may be mended already. */
export function createMender(brief: Brief, article: Draft): Mender {
  const written = writtenOf(brief);
  const isLong = article.body.length > LONGEST_MENDED;
  const read = once(() => readMendable(written, article));
  return {
    choices: () =>
      isLong ? { sentences: [], speakers: [], headlines: [written.headline] } : read().choices,
    apply: (mendings, taking = {}) => {
      if (mendings.length === 0) return { ok: true, brief: written };
      if (isLong) return { ok: false, faults: [TOO_LONG] };
      return mendOn({ written, article, mendable: read() }, mendings, taking);
    },
  };
}

/** A brief with what was mended in it, through the same gate as every brief. */
export function mended(brief: Brief, article: Draft, mendings: readonly Mending[]): Mended {
  return createMender(brief, article).apply(mendings);
}

/** What an editor may choose for the brief of an article. */
export function choicesFor(article: Draft, brief: Brief): Choices {
  return createMender(brief, article).choices();
}

const TOO_LONG = "This text is too long to be mended here: hold it back instead.";

/** A brief that is on the bench, with what is mended in it, through the same gate as every brief. */
export function mendOn(bench: Bench, mendings: readonly Mending[], taking: Taking = {}): Mended {
  const { written, article, mendable } = bench;
  const gone = mendings.flatMap((one) => (one.kind === "headline" ? [] : missing(article, one.at)));
  if (gone.length > 0) return { ok: false, faults: gone };
  const headline = mendHeadline(bench, mendings);
  const quotes = mendQuotes(bench, mendings);
  const facts = mendFacts(bench, mendings, taking);
  const refused = [...headline.faults, ...quotes.faults, ...facts.faults];
  if (refused.length > 0) return { ok: false, faults: refused };
  const made = { headline: headline.made, facts: facts.made, quotes: quotes.made };
  const brief = {
    ...{ ...written, ...made, written: partsOf(written) },
    pullQuotes: pullQuotes(mendable.story, made),
  };
  const faults = proveBrief(brief, article, mendable.story.passages);
  return faults.length === 0 ? { ok: true, brief } : { ok: false, faults: faults.map(sayFault) };
}

function partsOf({ headline, facts, quotes, pullQuotes: pulled }: Brief): Written {
  return { headline, facts, quotes, ...(pulled !== undefined && { pullQuotes: pulled }) };
}

function missing({ body }: Draft, { start, end, text }: Words): readonly string[] {
  const stands = text !== "" && body.slice(start, end) === text;
  return stands ? [] : [`${inMarks(text)} does not stand there in the article.`];
}

function mendHeadline({ written, mendable }: Bench, mendings: readonly Mending[]): Made<string> {
  const wanted = mendings.findLast(({ kind }) => kind === "headline");
  if (wanted?.kind !== "headline") return { made: written.headline, faults: [] };
  const isKnown = mendable.choices.headlines.includes(wanted.text);
  const fault = `${inMarks(wanted.text)} is no headline that the copy has.`;
  return { made: wanted.text, faults: isKnown ? [] : [fault] };
}

function mendQuotes(bench: Bench, mendings: readonly Mending[]): Made<readonly Quote[]> {
  const { written } = bench;
  const struck = mendings.flatMap((one) => (one.kind === "strike-quote" ? [one.at] : []));
  const isStruck = (quote: Quote) => struck.some((at) => isAt(quote, at));
  const faults: string[] = [];
  const made = written.quotes.flatMap((quote): readonly Quote[] => {
    if (isStruck(quote)) return [];
    const named = mendings.findLast((one) => one.kind === "speaker" && isAt(quote, one.at));
    return named?.kind === "speaker" ? [{ ...quote, speaker: named.speaker }] : [quote];
  });
  for (const one of mendings) {
    if (one.kind !== "speaker") continue;
    const { at, speaker } = one;
    const isQuote = written.quotes.some((quote) => isAt(quote, at));
    if (!isQuote) faults.push(`${inMarks(at.text)} is no quote of this brief.`);
    else if (speaker !== null && !isChoice(bench, speaker))
      faults.push(`The article does not name ${speaker.name} there.`);
  }
  return { made, faults };
}

function isChoice({ mendable }: Bench, who: NonNullable<Quote["speaker"]>): boolean {
  return mendable.choices.speakers.some(
    ({ name, role, start, end }) =>
      start === who.start && end === who.end && name === who.name && role === who.role,
  );
}

/** Says whether something of a brief stands right there. */
export function isAt({ start, end }: Fact | Quote, at: Words): boolean {
  return start === at.start && end === at.end;
}
