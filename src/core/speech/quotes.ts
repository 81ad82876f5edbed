import type { AnalysedText } from "#core/text/analysed.ts";
import { findQuotations, type Quotation } from "#core/text/quotation-marks.ts";
import { tokenAt } from "#core/text/token.ts";
import { type Cast, findCast } from "./cast.ts";
import { type Claim, type FoundClaim, findClaims } from "./claim.ts";
import { followReferents, type Referents } from "./coreference.ts";
import type { Entity, Mention } from "./mention.ts";
import { type Ground, layGround } from "./noun-phrase.ts";
import type { Quote } from "./quote.ts";
import type { Settled } from "./scene.ts";
import { settleSpeakers } from "./speaker.ts";
import { findUtterances } from "./utterance.ts";

/** Who says what in one article. */
export interface QuoteFindings {
  /** In order of appearance. */
  readonly quotes: readonly Quote[];
  /** Indirect speech, in order of appearance. */
  readonly claims: readonly Claim[];
  /** In order of appearance. */
  readonly mentions: readonly Mention[];
  /** `entities[id]` is the entity that mentions name by `id`. */
  readonly entities: readonly Entity[];
}

/** Finds every quotation and claim of an article, and settles who made it. */
export function findQuotes(text: AnalysedText): QuoteFindings {
  const { body, tokens, passages } = text;
  const marked = findQuotations(body, passages);
  const cast = findCast(text, marked);
  const quotations = withoutNicknames(tokens, marked, cast);
  const ground = layGround(body, tokens, cast);
  const isQuoted = readQuoted(text, quotations);
  const utterances = findUtterances(text, ground, quotations);
  const spoken = new Set(utterances.map(({ attribution }) => attribution?.cue?.first));
  const claims = claimsOf(text, ground, isQuoted).filter(
    ({ attribution }) => !spoken.has(attribution.cue?.first),
  );
  const phrases = [
    ...claims.flatMap(({ attribution }) => attribution.subject ?? []),
    ...utterances.flatMap(({ attribution }) => attribution?.subject ?? []),
  ];
  const referents = followReferents(text, ground, cast, phrases, isQuoted);
  const settled = settleSpeakers(text, ground, utterances, claims, referents);
  return {
    quotes: settled.map((one) => toQuote(body, one, referents)),
    claims: claims.map((claim) => toClaim(ground, claim, referents)),
    mentions: referents.mentions,
    entities: referents.entities,
  };
}

/** John “Red” Morrow: what stands within a name is a part of it. */
function withoutNicknames(
  tokens: AnalysedText["tokens"],
  quotations: readonly Quotation[],
  { names }: Cast,
): readonly Quotation[] {
  let at = 0;
  return quotations.filter(({ open, close }) => {
    while (at < names.length && (tokens[names[at]?.run.last ?? -1]?.end ?? 0) <= open) at += 1;
    const run = names[at]?.run;
    const start = tokens[run?.first ?? -1]?.start ?? Infinity;
    return start >= open || (tokens[run?.last ?? -1]?.end ?? 0) < close;
  });
}

/** A table of the tokens that stand inside quotation marks. */
function readQuoted(
  { tokens }: AnalysedText,
  quotations: readonly { readonly open: number; readonly close: number }[],
): (token: number) => boolean {
  const quoted = new Uint8Array(tokens.length);
  for (const { open, close } of quotations) {
    quoted.fill(1, tokenAt(tokens, open), tokenAt(tokens, close));
  }
  return (token) => quoted[token] === 1;
}

function claimsOf(
  { sentences, passages, tokens }: AnalysedText,
  ground: Ground,
  isQuoted: (token: number) => boolean,
): FoundClaim[] {
  return sentences.flatMap((sentence) => {
    const kind = passages[sentence.passage]?.kind;
    if (kind === "furniture" || kind === "heading") return [];
    const first = tokenAt(tokens, sentence.start);
    return findClaims(ground, first, tokenAt(tokens, sentence.end), isQuoted);
  });
}

function toQuote(body: string, settled: Settled, { entities }: Referents): Quote {
  const { start, end, cue, mention, entity } = settled;
  const who = entity === null ? undefined : entities[entity];
  const speaker =
    who === undefined || mention === null
      ? null
      : { name: who.name, role: who.role, start: mention.start, end: mention.end };
  return { text: body.slice(start, end), start, end, cue, hedge: null, speaker };
}

function toClaim(ground: Ground, claim: FoundClaim, { entities, of }: Referents): Claim {
  const { attribution, start, end, attributionStart, attributionEnd } = claim;
  const { subject, cue, commitment } = attribution;
  const entity = subject === null ? null : of(subject);
  const { body, tokens } = ground;
  const owner = entity === null ? null : (entities[entity]?.name ?? null);
  return {
    start,
    end,
    owner,
    ownerStart: tokens[subject?.first ?? -1]?.start ?? start,
    ownerEnd: tokens[subject?.last ?? -1]?.end ?? start,
    cue: cue === null ? "" : body.slice(tokens[cue.first]?.start, tokens[cue.last]?.end),
    commitment,
    attributionStart,
    attributionEnd,
  };
}
