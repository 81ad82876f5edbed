import { type Candidate, findCandidates } from "#core/speech/candidate.ts";
import { readClues } from "#core/speech/clue.ts";
import type { RuleReading } from "#core/speech/quotes.ts";
import { type Site, sitesOfClaims, sitesOfUtterances } from "#core/speech/site.ts";
import { nameOf } from "#core/text/chance.ts";
import type { Range } from "#core/text/text.ts";

/** One place of words with all who may have said them. */
export interface Sample {
  readonly article: string;
  readonly site: Site;
  readonly candidates: readonly Candidate[];
  readonly clues: readonly (readonly string[])[];
  /** Offsets of the candidates. */
  readonly ranges: readonly Range[];
  /** Of each candidate whether it said them; `null` where the label does not tell. */
  readonly right: readonly (boolean | null)[];
}

/** The offsets of those who said the words at a site; `null` where nobody knows. */
export type OwnersAt = (
  words: Range,
  quotation: boolean,
  cue: Range | null,
) => readonly Range[] | null;

/** Takes the samples of an article: every quotation and claim whose owner is known. */
export function samplesOf(article: string, reading: RuleReading, ownersAt: OwnersAt): Sample[] {
  const { text, ground, isQuoted, utterances, claims } = reading;
  const own = utterances.map((utterance) => !utterance.resumes && !utterance.quotation.continues);
  const sites = [
    ...sitesOfUtterances(text, utterances).filter((_, at) => own[at] === true),
    ...sitesOfClaims(text, claims),
  ];
  const rangeOf = (first: number, last: number): Range => ({
    start: ground.tokens[first]?.start ?? 0,
    end: ground.tokens[last]?.end ?? 0,
  });
  return sites.flatMap((site) => {
    const { words, quotation, attribution } = site;
    const cue = attribution?.cue ?? null;
    const verb = cue === null ? null : rangeOf(cue.first, cue.last);
    const owners = ownersAt(rangeOf(words.from, words.to - 1), quotation, verb);
    const candidates = findCandidates(ground, site, isQuoted);
    if (owners === null || candidates.length === 0) return [];
    const ranges = candidates.map(({ phrase }) => rangeOf(phrase.first, phrase.last));
    const clues = readClues(ground, site, candidates).map((one) => one.map(nameOf));
    const within = ranges.map((range) => owners.some((owner) => meets(range, owner)));
    const chosen = candidates.findIndex((candidate) => candidate.chosen);
    // Where the rules' phrase is right, another inside the same label says nothing.
    const right = within.map((one, at) => (one && at !== chosen && within[chosen] ? null : one));
    return [{ article, site, candidates, clues, ranges, right }];
  });
}

export function meets(one: Range, other: Range): boolean {
  return one.start < other.end && other.start < one.end;
}
