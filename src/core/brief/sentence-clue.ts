import { traitsIn } from "#core/text/kind-voice.ts";
import type { Candidate } from "./candidate.ts";
import { tellsResult } from "./result.ts";
import type { Features } from "./salience.ts";
import type { Standing } from "./standing.ts";

/** A sentence that is fit to be a fact, where it stands in its story. */
export interface Placed {
  readonly candidate: Candidate;
  /** The sentence before it; `undefined` where it is the first. */
  readonly before: Candidate | undefined;
  readonly features: Features;
  /** Its number among the sentences of its story. */
  readonly index: number;
  /** How many of those before it are fit. */
  readonly rank: number;
  readonly standing: Standing;
  /** Whether it leans on the sentence before it. */
  readonly leans: boolean;
  /** How much of the headline it tells, rare words first; at most 1. */
  readonly promised: number;
  /** Whether none of the story tells more of it. */
  readonly promisedMost: boolean;
}

/** What a sentence shows of its worth, and of whose view it is: the same for whatever is printed beside it. */
export interface SentenceClues {
  readonly worth: readonly string[];
  readonly view: readonly string[];
}

const DAY =
  /\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tonight)\b/iu;
const PERFECT =
  /\b(?:has|have) (?:\p{Ll}+ly )?(?:been |\p{Ll}+(?:ed|en)\b|become|won|made|said|told|found|put|set|begun|cut|hit|lost|met|paid|sent)/u;
const AHEAD = /\b(?:will|is (?:set|due|expected|to)|are (?:set|due|expected|to))\b/u;
const YEAR =
  /\b(?:in|since|between|by) (?:19|20)\d\d\b|\b(?:last (?:year|month|decade)|earlier this|years ago|previously)\b/iu;
/** Weighs, colours or draws from what happened. */
const WEIGHS =
  /\b(?:remarkabl\p{Ll}+|significant(?:ly)?|important(?:ly)?|dramatic(?:ally)?|clear(?:ly)?|likely|poised|seems?|seemed|appears?|apparent(?:ly)?|perhaps|massive|huge|powerful|unprecedented|stark|bitter|deeply|truly|simply|merely|rather|quite|little|hardly|indeed|of course|iconic|legendary|rare|easy|hard|difficult|challeng\p{Ll}+|crucial|vital|key|serious|strong(?:ly)?|strength|sense|moment|underscor\p{Ll}+|highlight\p{Ll}*|reflect\p{Ll}*|symboli\p{Ll}*|testament|reminder|spectacular\p{Ll}*|battle|fight|storm|plunge\p{Ll}*|soar\p{Ll}*)\b/iu;
const REASONS =
  /\b(?:because|since|due to|thanks to|means that|meaning|suggests?|shows?|proves?)\b/iu;
const DASHED = /[—–;]| - /u;
const SCARE = 0.1;

/** Reads what a sentence shows, in words for which training learnt weights. */
export function readSentence(placed: Placed): SentenceClues {
  const { candidate, features, index, rank, promised } = placed;
  const { words, quoted, owner, named } = candidate;
  const both = flags({
    owner: owner !== null,
    named,
    figure: features.figures > 0,
    ...timeOf(candidate.text),
  });
  const length = `length ${step(words.length, [9, 14, 20, 28, 40])}`;
  const does = traitsIn(candidate.text).map((trait) => `does ${trait}`);
  const worth = [
    ...[
      "any",
      length,
      `place ${step(index, [1, 2, 3, 5, 8, 13, 21])}`,
      `rank ${Math.min(rank, 4)}`,
    ],
    ...worthOf(placed),
    ...flags({ quoted: quoted > SCARE }),
  ];
  const view = [
    ...["any", length, `place ${step(index, [1, 2, 5, 13])}`, openingOf(candidate)],
    ...[`promised ${step(promised, [0.01, 0.3, 0.6])}`],
    ...[`names ${step(features.names, [0.01, 0.2, 0.4, 0.6])}`],
    ...flags({ leads: rank === 0, quoted: quoted > 0, ...voiceOf(candidate) }),
  ];
  return { worth: [...worth, ...both, ...does], view: [...view, ...both, ...does] };
}

function worthOf(placed: Placed): readonly string[] {
  const { candidate, before, features, rank, standing, leans, promised, promisedMost } = placed;
  return [
    `promised ${step(promised, [0.01, 0.15, 0.3, 0.45, 0.6, 0.8])}`,
    `ahead ${step(features.ahead, [0.2, 0.35, 0.5, 0.65])}`,
    `central ${step(features.central, [0.1, 0.2, 0.3, 0.45])}`,
    `centroid ${step(features.centroid, [0.1, 0.2, 0.3, 0.4])}`,
    ...flags({
      "promised most": promisedMost,
      "first and promised": rank === 0 && promised >= 0.3,
      within: isWithin(candidate, before),
      leans,
      held: standing.held,
      result: tellsResult(candidate.short),
    }),
  ];
}

function timeOf(text: string): Readonly<Record<string, boolean>> {
  return {
    day: DAY.test(text),
    perfect: PERFECT.test(text),
    will: AHEAD.test(text),
    year: YEAR.test(text),
  };
}

function voiceOf({ text, words }: Candidate): Readonly<Record<string, boolean>> {
  return {
    reported: words.some(({ reported }) => reported),
    weighs: WEIGHS.test(text),
    reasons: REASONS.test(text),
    dashed: DASHED.test(text),
  };
}

const OPENING = /^["'“‘(]*(?<word>[\p{L}\p{N}’']+)/u;
const SMALL: ReadonlySet<string> = new Set(
  "the a an it its this that these those there he she they his her their in on at for with by as after when while if one some many most both all no not even only but and so yet still now then also what how why where who to from of or because since although though despite once under".split(
    " ",
  ),
);

/** The small word that opens a sentence; of others whether it has a capital of its own. */
export function openingOf({ short, words }: Pick<Candidate, "short" | "words">): string {
  const word = (OPENING.exec(short)?.groups?.word ?? "").toLowerCase();
  if (SMALL.has(word)) return `opens ${word}`;
  return words[0]?.capital === true ? "opens other" : "opens";
}

/** Whether a sentence goes on in the paragraph of the one before it. */
export function isWithin({ sentence }: Candidate, before: Candidate | undefined): boolean {
  return before?.sentence.passage === sentence.passage;
}

/** How many of some rising bounds a value has reached. */
export function step(value: number, bounds: readonly number[]): number {
  const at = bounds.findIndex((bound) => value < bound);
  return at < 0 ? bounds.length : at;
}

/** The names of what is true. */
export function flags(of: Readonly<Record<string, boolean>>): readonly string[] {
  return Object.entries(of).flatMap(([name, is]) => (is ? [name] : []));
}
