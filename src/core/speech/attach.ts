import { chanceOf, learnt } from "#core/text/chance.ts";
import { WEIGHTS } from "./attach-weights.ts";
import { type Candidate, findCandidates } from "./candidate.ts";
import { readClues, verbOf } from "./clue.ts";
import { canSpeak } from "./may-speak.ts";
import type { Ground, NounPhrase } from "./noun-phrase.ts";
import type { Site } from "./site.ts";
import { type Attribution, make } from "./speech.ts";

/** How sure the model must be, by what kind of mention it is. */
type Doubt = Readonly<Record<NounPhrase["form"], number>>;

/**
 * Below it the rules' choice is left out. Set on articles that took no part in training: see
 * docs/quality.md.
 */
const KEEPS: Readonly<Record<"quotation" | "claim", Doubt>> = {
  quotation: { name: 0.6, pronoun: 0.5, description: 0.7 },
  claim: { name: 0.5, pronoun: 0.5, description: 0.6 },
};
/** Above it the model names one whom the rules did not choose. */
const FILL = 0.85;

interface Weighed {
  readonly candidate: Candidate;
  /** How likely it is that this one said the words: 0 to 1. */
  readonly chance: number;
}

/**
 * Settles who stands beside words as their speaker: a small learned model vetoes what the rules
 * chose, or names another where it is sure. `null` where nothing beside them says that anyone spoke;
 * an attribution without a subject where someone did, and it is not plain who.
 */
export function attach(
  ground: Ground,
  site: Site,
  isQuoted: (token: number) => boolean,
): Attribution | null {
  const { attribution } = site;
  // A line of its own says whose words they are: a form that no sentence has. So does "released a statement saying".
  if (/^(?:credit|set form)/u.test(attribution?.rule ?? "")) return attribution;
  const weighed = weigh(ground, site, isQuoted);
  const best = weighed.reduce((one, other) => (other.chance > one.chance ? other : one), NOBODY);
  const phrase = best.candidate?.phrase;
  if (phrase === undefined) return attribution;
  const words = site.quotation ? "quotation" : "claim";
  if (best.candidate?.chosen !== true && best.chance >= FILL && canSpeak(ground, phrase)) {
    return filled(ground, site, phrase);
  }
  const chosen = weighed.find(({ candidate }) => candidate.chosen);
  if (attribution === null || chosen === undefined) return attribution;
  const { form } = chosen.candidate.phrase;
  const sure = chosen.chance >= KEEPS[words][form] && canSpeak(ground, chosen.candidate.phrase);
  return sure ? attribution : { ...attribution, subject: null };
}

const NOBODY: { readonly candidate: Candidate | null; readonly chance: number } = {
  candidate: null,
  chance: 0,
};

function filled(ground: Ground, site: Site, phrase: NounPhrase): Attribution {
  if (site.attribution !== null) return { ...site.attribution, subject: phrase };
  const verb = verbOf(ground, site, phrase);
  const cue = verb < 0 ? null : { first: verb, last: verb };
  return { ...make(phrase, cue, "learned"), tied: false };
}

const WEIGHT_OF = learnt(WEIGHTS);

/** Everyone who may have said the words of a site, with the chance of each. */
export function weigh(
  ground: Ground,
  site: Site,
  isQuoted: (token: number) => boolean,
): readonly Weighed[] {
  const candidates = findCandidates(ground, site, isQuoted);
  const clues = readClues(ground, site, candidates);
  return candidates.map((candidate, at) => ({
    candidate,
    chance: chanceOf(clues[at] ?? [], WEIGHT_OF),
  }));
}
