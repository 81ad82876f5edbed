import { plainWords } from "#core/change/plain.ts";
import { rarity } from "./rarity.ts";
import type { Commonness, Signature } from "./story.ts";

/** What an article is compared by: keys with their weights. */
export interface Weighed {
  readonly signature: Signature;
  /** Words of names and places. */
  readonly proper: ReadonlyMap<string, number>;
  /** Words of another kind. */
  readonly plain: ReadonlyMap<string, number>;
}

/** How like two articles are, 0 to 1, and what they share, the most telling first. */
export interface Likeness {
  readonly score: number;
  readonly shared: readonly string[];
}

const OPENING_NAMES = 8;
const TWICE = 2;
const MOST_SHARED = 6;
const FIGURE_BONUS = 0.04;
const MOST_BONUS = 0.08;
/** Where one tells of a place that the other does not name, it takes more to be one story. */
const HALF_SCENE = 0.75;

/** The keys of an article, by which others like it are looked up; each once, the most telling first. */
export function keysOf(signature: Signature): readonly string[] {
  const { names, places, opening } = signature;
  const proper = new Set([...places.flatMap(plainWords), ...names]);
  return [...[...proper].map((word) => `n:${word}`), ...opening.map((key) => `w:${key}`)];
}

/** The keys whose commonness `weigh` asks for. */
export function weighedKeysOf({
  names,
  places,
  scene,
  opening,
  words,
}: Signature): readonly string[] {
  const proper = [...scene.flatMap(plainWords), ...names, ...places.flatMap(plainWords)];
  return [...proper.map((word) => `n:${word}`), ...[...opening, ...words].map((key) => `w:${key}`)];
}

/** Weighs the keys of an article by how rare they are, and where they stand. */
export function weigh(signature: Signature, commonness: Commonness): Weighed {
  const { names, places, scene, opening, words } = signature;
  const proper = new Map<string, number>();
  const put = (to: Map<string, number>, kind: string, word: string, times: number) => {
    if (!to.has(word)) to.set(word, times * rarity(`${kind}:${word}`, commonness));
  };
  for (const word of scene.flatMap(plainWords)) put(proper, "n", word, TWICE);
  names.forEach((word, index) => {
    put(proper, "n", word, index < OPENING_NAMES ? TWICE : 1);
  });
  for (const word of places.flatMap(plainWords)) put(proper, "n", word, 1);
  const told = new Map<string, number>();
  for (const word of opening) put(told, "w", word, TWICE);
  for (const word of words) put(told, "w", word, 1);
  return { signature, proper, plain: told };
}

/**
 * Compares two articles. Who and where must agree as well as what happened: the score is the geometric
 * mean of both, so that two floods in two places are not alike, nor are two stories of one minister.
 */
export function compare(one: Weighed, other: Weighed): Likeness {
  if (isSeries(one.signature, other.signature)) return { score: 0, shared: [] };
  const scene = sceneAgreement(one, other);
  const names = cosine(one.proper, other.proper);
  const words = cosine(one.plain, other.plain);
  const nameless = one.proper.size === 0 && other.proper.size === 0;
  const bonus = sharedFigures(one.signature, other.signature) * FIGURE_BONUS;
  const both = nameless ? words / TWICE : Math.sqrt(names * words);
  const score = both === 0 ? 0 : scene * (both + Math.min(MOST_BONUS, bonus));
  return { score: Math.min(1, score), shared: sharedOf(one, other) };
}

/**
 * Says whether two articles are of a series that a source numbers: “Plan 17 is approved”, “Plan 18 is
 * approved”. They share all their words, and are two events.
 */
export function isSeries(one: Signature, other: Signature): boolean {
  if (one.source !== other.source || one.numbered.length === 0 || other.numbered.length === 0)
    return false;
  return !one.numbered.some((token) => other.numbered.includes(token));
}

function cosine(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let dot = 0;
  for (const [key, weight] of one) dot += weight * (other.get(key) ?? 0);
  return dot === 0 ? 0 : dot / (norm(one) * norm(other));
}

function norm(weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const weight of weights.values()) sum += weight * weight;
  return Math.sqrt(sum);
}

/** 1 where the scenes meet or one has none; 0 where neither tells of the other's. */
function sceneAgreement(one: Weighed, other: Weighed): number {
  const [here, there] = [one.signature.scene, other.signature.scene];
  if (here.length === 0 || there.length === 0) return 1;
  if (here.some((place) => there.some((also) => isOnePlace(place, also)))) return 1;
  const named = isNamed(here, other);
  const naming = isNamed(there, one);
  if (named && naming) return 1;
  return named || naming ? HALF_SCENE : 0;
}

/** "Velsk" and "Velsk Bay"; one name within another. */
function isOnePlace(one: string, other: string): boolean {
  return one === other || ` ${one} `.includes(` ${other} `) || ` ${other} `.includes(` ${one} `);
}

function isNamed(places: readonly string[], { proper }: Weighed): boolean {
  return places.some((place) => {
    const words = plainWords(place);
    return words.length > 0 && words.every((word) => proper.has(word));
  });
}

function sharedFigures(one: Signature, other: Signature): number {
  return one.figures.filter((figure) => other.figures.includes(figure)).length;
}

function sharedOf(one: Weighed, other: Weighed): readonly string[] {
  const found = [...one.proper, ...one.plain].filter(
    ([key]) => other.proper.has(key) || other.plain.has(key),
  );
  return found
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST_SHARED)
    .map(([key]) => key);
}
