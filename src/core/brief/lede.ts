import { isBalanced } from "#core/text/marks.ts";
import type { Story } from "./candidate.ts";
import { stands } from "./choose.ts";
import { hasMainVerb } from "./clause.ts";
import { speaksOfSomeone } from "./dangling.ts";
import { findEligible } from "./facts.ts";
import { leansBack } from "./leaning.ts";
import { maskQuoted } from "./shorten.ts";

/** Among so many sentences of the story stands the one that a headline is made of. */
const MOST_SENTENCES = 8;
/** Where none of them tells the news, it is one of the first few. */
const LEDE_SENTENCES = 4;
const FEWEST_WORDS = 5;
/** A teaser is short: "Barely a lamp was lit." */
const TEASER_WORDS = 12;

// Ulaanbaatar /MONTSAME/. | In this June 14, 2018 photo, a woman rests.
const LINE_OF_PAGE =
  /^\S+(?: \S+){0,3} \/\p{Lu}[^/]*\/\.?$|^In this (?:[^,]+, ){0,2}[^,]*\b(?:photo|image|picture)\b|https?:\/\/|\w@\w/u;
/** The writer's own, or said to the reader: "We should all do so well", "Say what you will". */
const PERSONAL = /(?<![\p{L}’'.])(?:I|we|you|We|You)(?![\p{L}.])|^["“]?(?:My|Our|Your)\b/u;
const OWN = /\b(?:me|us|my|our|your)\b/u;
/** Where and when something happened, and not what: "The call came while she slept", "The fires range from". */
const OCCURS =
  /^The (?:\p{Ll}[\p{L}-]* ){1,2}?(?:came|comes|began|begins|started|happened|occurred|took place|ranges?|ranged|followed|unfolded|erupted|broke out|ended|was reported|were reported) |\b[Ii]t all (?:began|started)\b/u;
/** That somebody was called, and not to what end: "According to police, officers responded to a report". */
const CALLED =
  /^(?:[^,]+, )?(?:\p{L}+ ){0,5}?(?:(?:was|were) (?:called|dispatched|alerted|summoned|sent)|responded|arrived) (?:to|at|on|for|in|out|about) (?!\d+ )(?!.*\b(?:who|which|that|after)\b)/u;
/** "According to police, it": what that is, another sentence told. */
const OF_ANOTHER = /^According to [^,]+, (?:it|he|she|they)\b/u;

/** A moment of a scene, where it opens no story: "When she looked out, the yard was full of police". */
const WITHIN = /^(?:when|as|while|if|so|but|and|it|there)\b/iu;

/**
 * The sentence that a headline is made of: the first that stands alone and tells the news, which is who did what. No
 * question, no speech, no "They are", no dateline and no caption; and, where another does better, no teaser, no word of
 * the writer's own, nothing that tells only where, when or that somebody was called.
 */
export function findLede(story: Story): string {
  const { body, passages, sentences } = story;
  const told = sentences.filter(({ passage }) => passages[passage]?.kind === "prose");
  const texts = told.map(({ start, end }) => body.slice(start, end)).slice(0, MOST_SENTENCES);
  const first = texts.slice(0, LEDE_SENTENCES);
  if (story.rules.by !== "english") return first.find(isWhole) ?? first[0] ?? top(body);
  const standing = new Set(
    findEligible(story)
      .filter((one) => stands(one, [], new Set()))
      .map(({ at }) => at),
  );
  const opening = texts.findIndex((text) => isWhole(text) && !isBrief(text));
  const opens = (text: string, index: number) =>
    index === opening || (standing.has(told[index]?.start ?? -1) && !WITHIN.test(text));
  const fit = texts.filter((text, index) => isWhole(text) && opens(text, index));
  const plain = first.find((text) => isWhole(text) && hasMainVerb(text)) ?? first.find(isWhole);
  return fit.find(tellsNews) ?? fit.find(tellsOfOthers) ?? plain ?? first[0] ?? top(body);
}

function top(body: string): string {
  return body.slice(0, 400).trim();
}

function isWhole(text: string): boolean {
  const speaks = /\?$|^["“'‘]/u.test(text);
  const leans = leansBack(text) || OF_ANOTHER.test(text);
  return !speaks && !leans && !LINE_OF_PAGE.test(text) && isBalanced(text);
}

function isBrief(text: string): boolean {
  return text.split(" ").length < FEWEST_WORDS;
}

function tellsNews(text: string): boolean {
  const isShort = text.split(" ").length < TEASER_WORDS;
  if (isBrief(text) || (isShort && !hasMainVerb(text))) return false;
  if (PERSONAL.test(maskQuoted(text)) || OCCURS.test(text) || CALLED.test(text)) return false;
  return !isShort || /\p{N}|\s["“]?\p{Lu}/u.test(text) || speaksOfSomeone(text);
}

function tellsOfOthers(text: string): boolean {
  const plain = maskQuoted(text);
  return !PERSONAL.test(plain) && !OWN.test(plain) && !WITHIN.test(text) && hasMainVerb(text);
}
