import type { AnalysedText } from "#core/text/analysed.ts";
import { findQuotations, type Quotation } from "#core/text/quotation-marks.ts";
import type { Range } from "#core/text/text.ts";
import { tokenAt } from "#core/text/token.ts";
import { attach } from "./attach.ts";
import { type Bearing, readBearings } from "./bearing.ts";
import { type Cast, findCast } from "./cast.ts";
import { type Claim, type FoundClaim, findClaims } from "./claim.ts";
import { followReferents, type Referents } from "./coreference.ts";
import { isDoubtfulName } from "./doubtful-name.ts";
import type { Entity, Mention } from "./mention.ts";
import { isMute } from "./mute.ts";
import { createIsCut, type Named, speakerAt } from "./named.ts";
import { isNotSaid, isRecited, isSigned } from "./not-said.ts";
import { type Ground, layGround } from "./noun-phrase.ts";
import type { Quote } from "./quote.ts";
import { saidOnce } from "./said-once.ts";
import type { Settled } from "./scene.ts";
import { sitesOfClaims, sitesOfUtterances } from "./site.ts";
import { settleSpeakers } from "./speaker.ts";
import { isOwnSubject } from "./tag.ts";
import { findUtterances, type Judge, type Utterance } from "./utterance.ts";

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
  /** Lines that only say whose the words above or below are: `— Ann Roe, Leeds, 2019`. */
  readonly credits: readonly Range[];
}

/** All that is read of an article on the way to who says what. */
export interface SpeechReading {
  readonly text: AnalysedText;
  readonly ground: Ground;
  readonly isQuoted: (token: number) => boolean;
  readonly utterances: readonly Utterance[];
  readonly claims: readonly FoundClaim[];
  readonly referents: Referents;
  /** One for each utterance. */
  readonly settled: readonly Settled[];
}

/** Finds every quotation and claim of an article, and settles who made it. */
export function findQuotes(text: AnalysedText): QuoteFindings {
  const { body } = text;
  const { ground, claims, utterances, referents, settled } = readSpeech(text);
  const bearings = readBearings(text, ground, utterances, settled);
  const named = { ...referents, isCut: createIsCut(body) };
  const quotes = settled.flatMap((one, at) =>
    utterances[at]?.cut === true || isUnsaid(body, one, utterances[at], utterances[at + 1])
      ? []
      : toQuote(body, one, bearings[at], named),
  );
  return {
    quotes: saidOnce(body, quotes),
    claims: claims.map((claim) => toClaim(text, ground, claim, named)),
    mentions: referents.mentions,
    entities: referents.entities,
    credits: utterances.flatMap((utterance) => creditOf(text, utterance) ?? []),
  };
}

/** But an update that reads over paragraphs is a statement, whose first words belong to the rest. */
function isUnsaid(body: string, one: Settled, own?: Utterance, next?: Utterance): boolean {
  const goesOn = own?.quotation.closed === false && next?.quotation.continues === true;
  return !goesOn && isNotSaid(body, own?.quotation.open ?? 0, one);
}

/** Reads an article, and keeps what was read on the way. */
export function readSpeech(text: AnalysedText): SpeechReading {
  return settleReading(text, attachAll(readByRules(text)));
}

/** What the rules alone find. */
export type RuleReading = Omit<SpeechReading, "referents" | "settled"> & { readonly cast: Cast };

/** Reads an article by the rules alone: candidates for the model, and the lessons it learns from. */
export function readByRules(text: AnalysedText, judge?: Judge): RuleReading {
  const { body, tokens, passages } = text;
  const marked = findQuotations(body, passages);
  const cast = findCast(text, marked);
  const quotations = withoutNicknames(tokens, marked, cast);
  const isQuoted = readQuoted(text, quotations);
  const ground = layGround(body, tokens, cast, isQuoted);
  const utterances = findUtterances(text, ground, quotations, judge);
  const own = utterances.filter(({ cut }) => !cut);
  const spoken = new Set(own.map(({ attribution }) => attribution?.cue?.first));
  const claims = claimsOf(text, ground, isQuoted).filter(
    ({ attribution }) => !spoken.has(attribution.cue?.first),
  );
  return { text, ground, cast, isQuoted, utterances, claims };
}

/**
 * In more quotations, or more claims, than any article has the rules decide alone: a line of "he said"
 * 40,000 times would keep the model busy for seconds.
 */
const MOST_SITES = 1500;

/** Lets the model have its say about who stands beside the words of each quotation and claim. */
function attachAll(reading: RuleReading): RuleReading {
  const { text, ground, isQuoted } = reading;
  const quoted = sitesOfUtterances(text, reading.utterances);
  const claimed = sitesOfClaims(text, reading.claims);
  const utterances = reading.utterances.map((utterance, at) => {
    const site = quoted[at];
    if (site === undefined || at >= MOST_SITES) return utterance;
    if (utterance.resumes || utterance.quotation.continues) return utterance;
    // Told by the place of a line, not by what stands beside the words.
    if (utterance.attribution?.rule.startsWith("credit")) return utterance;
    if (isCarriedBack(reading.utterances, at)) return utterance;
    return { ...utterance, attribution: attach(ground, site, isQuoted) };
  });
  const claims = reading.claims.map((claim, at) => {
    const site = claimed[at];
    const attribution =
      site === undefined || at >= MOST_SITES ? null : attach(ground, site, isQuoted);
    return attribution === null ? claim : { ...claim, attribution };
  });
  return { ...reading, utterances, claims };
}

/** The attribution of a quotation over paragraphs stands beside its last. */
function isCarriedBack(utterances: readonly Utterance[], at: number): boolean {
  const { attribution = null } = utterances[at] ?? {};
  return attribution !== null && attribution === utterances[at + 1]?.attribution;
}

/** Follows the article, and settles who spoke. */
export function settleReading(text: AnalysedText, reading: RuleReading): SpeechReading {
  const { ground, cast, isQuoted, utterances, claims } = reading;
  const phrases = [
    ...claims.flatMap(({ attribution }) => attribution.subject ?? []),
    ...utterances.flatMap(({ attribution }) => attribution?.subject ?? []),
  ];
  const referents = followReferents(text, ground, cast, phrases, isQuoted);
  const settled = settleSpeakers(text, ground, utterances, claims, referents);
  return { text, ground, isQuoted, utterances, claims, referents, settled };
}

function creditOf({ sentences }: AnalysedText, { attribution, sentence }: Utterance): Range | null {
  if (attribution?.rule === "credit below") return sentences[sentence.last + 1] ?? null;
  if (attribution?.rule === "credit above") return sentences[sentence.first - 1] ?? null;
  return null;
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

function toQuote(
  body: string,
  settled: Settled,
  bearing: Bearing | undefined,
  named: Named,
): Quote {
  const { start, end, cue, mention, entity } = settled;
  const { hedge = null, through = null } = bearing ?? {};
  const speaker =
    entity === null ||
    mention === null ||
    isRecited(body, start, mention) ||
    isSigned(body, start, mention)
      ? null
      : speakerAt(body, entity, mention, named);
  return { text: body.slice(start, end), start, end, cue, hedge, through, speaker };
}

const MOST_LETTERS = 9;
const OF_COUNTRY = /\b(?<letters>U\.?S\.?|U\.?K\.?) $/u;

/** "the US Tide Survey said": letters that are no part of a person's name are one of a body's. */
function ofCountry(body: string, from: number, { name, kind, role }: Entity): string {
  const at = body.indexOf(name, from);
  if (at < 0 || at - from > MOST_LETTERS || role !== null || kind === "group") return name;
  const letters = OF_COUNTRY.exec(body.slice(Math.max(0, at - MOST_LETTERS), at))?.groups?.letters;
  return letters === undefined || !name.includes(" ") ? name : `${letters} ${name}`;
}

function toClaim(
  text: AnalysedText,
  ground: Ground,
  claim: FoundClaim,
  referents: Referents & Named,
): Claim {
  const { entities, of, isCut } = referents;
  const { attribution, start, end, attributionStart, attributionEnd } = claim;
  const { subject, cue, commitment } = attribution;
  const meant = subject === null ? null : of(subject);
  const isOwn = subject !== null && isOwnSubject({ text, ground, referents }, subject, meant);
  const entity = isOwn ? null : meant;
  const { body, tokens } = ground;
  const who = entity === null ? undefined : entities[entity];
  const from = tokens[subject?.first ?? -1]?.start ?? start;
  const until = tokens[subject?.last ?? -1]?.end ?? start;
  const unnamed =
    who === undefined ||
    who.kind === "place" ||
    isMute(who) ||
    isCut(who) ||
    isDoubtfulName(body, who, { start: from, end: until });
  const known = unnamed ? null : who;
  const owner = known === null ? null : ofCountry(body, from, known);
  return {
    start,
    end,
    owner,
    ownerStart: from,
    ownerEnd: until,
    cue: cue === null ? "" : body.slice(tokens[cue.first]?.start, tokens[cue.last]?.end),
    commitment,
    attributionStart,
    attributionEnd,
  };
}
