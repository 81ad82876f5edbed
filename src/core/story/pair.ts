import { findWords } from "#core/text/words.ts";
import { happeningsIn } from "./happening.ts";
import { rarity } from "./rarity.ts";
import type { Commonness, Signature } from "./story.ts";

const HOUR = 3_600_000;
/** A key of the opening, or a name in it, counts so many times as much as one of what follows. */
const TWICE = 2;
/** Everything that two reports may have in common or against each other. */
export const FEATURES = [
  "lede",
  "text",
  "names",
  "lede and names",
  "named by both",
  "named by either",
  "headline named by both",
  "headline named by either",
  "rarest shared",
  "person shared",
  "place shared",
  "street shared",
  "age shared",
  "figures shared",
  "happening shared",
  "hours apart",
  "same source",
  "same source, same words, other figures",
  "same source, other names",
  "same words, other names",
  "own people",
  "own day",
  "other people",
  "other places",
  "other street",
  "other ages",
  "other day",
  "other magnitude",
  "other score",
  "other figures",
  "other happening",
  "other kind of copy",
] as const;
export type Feature = (typeof FEATURES)[number];

/** A signature with its keys weighed by how rare they are. */
export interface Weighed {
  readonly signature: Signature;
  readonly lede: Vector;
  readonly text: Vector;
  readonly names: Vector;
  /** The opening without its names. */
  readonly plain: Vector;
  /** The names of the headline with what they weigh. */
  readonly titled: ReadonlyMap<string, number>;
  /** The names of the opening with what they weigh. */
  readonly named: ReadonlyMap<string, number>;
  readonly happenings: readonly number[];
  /** The keys of each place of the scene. */
  readonly scene: readonly (readonly string[])[];
}

interface Vector {
  readonly weights: ReadonlyMap<string, number>;
  readonly norm: number;
}

/** The keys whose commonness `weigh` asks for. */
export function weighedKeysOf({ lede, words, named, mentioned }: Signature): readonly string[] {
  return [...lede, ...words, ...named, ...mentioned];
}

export function weigh(signature: Signature, commonness: Commonness): Weighed {
  const { lede, words, named, mentioned } = signature;
  const opening = new Map(lede.map((key) => [key, rarity(key, commonness)]));
  const text = new Map(words.map((key) => [key, rarity(key, commonness)]));
  for (const [key, weight] of opening) text.set(key, TWICE * weight);
  const names = new Map(mentioned.map((key) => [key, rarity(key, commonness)]));
  const first = new Map(named.map((key) => [key, rarity(key, commonness)]));
  for (const [key, weight] of first) names.set(key, TWICE * weight);
  const titled = new Map(signature.titled.map((key) => [key, rarity(key, commonness)]));
  const plain = new Map([...opening].filter(([key]) => !first.has(key)));
  const scene = signature.scene.map((place) => findWords(place).map(({ key }) => key));
  return {
    ...{ plain: vector(plain), titled },
    ...{ signature, scene, named: first, happenings: happeningsIn(lede) },
    ...{ lede: vector(opening), text: vector(text), names: vector(names) },
  };
}

function vector(weights: ReadonlyMap<string, number>): Vector {
  let sum = 0;
  for (const weight of weights.values()) sum += weight * weight;
  return { weights, norm: Math.sqrt(sum) };
}

/** What two reports share and what speaks against their being of one event: each 0 to 1, by and large. */
export function featuresOf(one: Weighed, other: Weighed): Readonly<Record<Feature, number>> {
  const [a, b] = [one.signature, other.signature];
  const lede = cosine(one.lede, other.lede);
  const names = cosine(one.names, other.names);
  const named = [coverage(one.named, other), coverage(other.named, one)];
  const titled = [coverage(one.titled, other), coverage(other.titled, one)];
  const figures = sharedFigures(a, b);
  const isOwn = a.source !== null && a.source === b.source;
  return {
    lede,
    text: cosine(one.text, other.text),
    names,
    "lede and names": Math.sqrt(lede * names),
    "named by both": Math.min(...named),
    "named by either": Math.max(...named),
    "headline named by both": Math.min(...titled),
    "headline named by either": Math.max(...titled),
    "rarest shared": rarestShared(one, other),
    "person shared": share(a.people, b.people),
    "place shared": meet(a.scene, b.scene) ? 1 : 0,
    "street shared": yes(has(a.details.streets, b.details.streets)),
    "age shared": yes(has(a.details.ages, b.details.ages)),
    "figures shared": figures,
    "happening shared": yes(one.happenings.some((kind) => other.happenings.includes(kind))),
    "hours apart": Math.log1p(Math.abs(a.at - b.at) / HOUR) / Math.log1p(96),
    "same source": yes(isOwn),
    "same source, same words, other figures": isOwn ? lede * yes(figures === 0) : 0,
    "same source, other names": isOwn ? 1 - Math.min(...named) : 0,
    "same words, other names": cosine(one.plain, other.plain) * (1 - Math.min(...named)),
    "own people": ownPeople(a.people, b.people),
    "own day": yes(isOwnDay(a) && isOwnDay(b) && differ(a.details.days, b.details.days)),
    "other people": apart(a.people, b.people),
    "other places": otherPlaces(one, other),
    "other street": yes(
      differ(a.details.streets, b.details.streets) || differ(a.details.blocks, b.details.blocks),
    ),
    "other ages": yes(differ(a.details.ages, b.details.ages)),
    "other day": yes(differ(a.details.days, b.details.days)),
    "other magnitude": yes(differ(a.details.magnitudes, b.details.magnitudes)),
    "other score": yes(differ(a.details.scores, b.details.scores)),
    "other figures": yes(differ(a.details.figures, b.details.figures)),
    "other happening": yes(differ(one.happenings, other.happenings)),
    "other kind of copy": yes(a.kind !== b.kind),
  };
}

function yes(is: boolean): number {
  return is ? 1 : 0;
}

function cosine(one: Vector, other: Vector): number {
  const [small, large] = one.weights.size < other.weights.size ? [one, other] : [other, one];
  let dot = 0;
  for (const [key, weight] of small.weights) dot += weight * (large.weights.get(key) ?? 0);
  return dot === 0 ? 0 : dot / (one.norm * other.norm);
}

/** How much of the names that open one report stands in the other. */
function coverage(names: ReadonlyMap<string, number>, other: Weighed): number {
  if (names.size === 0) return 0.5;
  let [met, all] = [0, 0];
  for (const [key, weight] of names) {
    all += weight;
    if (other.names.weights.has(key) || other.text.weights.has(key)) met += weight;
  }
  return all === 0 ? 0 : met / all;
}

const RAREST = 3;
const MOST_RARITY = 8;

/** How rare the three rarest names are that both have. */
function rarestShared(one: Weighed, other: Weighed): number {
  const found: number[] = [];
  for (const [key, weight] of one.names.weights) {
    const also = other.names.weights.get(key);
    if (also !== undefined) found.push(Math.min(weight, also));
  }
  const rarest = found.toSorted((a, b) => b - a).slice(0, RAREST);
  return rarest.reduce((sum, weight) => sum + weight, 0) / (RAREST * MOST_RARITY);
}

function has<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.some((value) => other.includes(value));
}

/** Both state some, and none is the same. */
function differ<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length > 0 && other.length > 0 && !has(one, other);
}

function share(one: readonly string[], other: readonly string[]): number {
  const fewest = Math.min(one.length, other.length);
  if (fewest === 0) return 0;
  return one.filter((name) => other.includes(name)).length / fewest;
}

/** How many of the people of either are named by it alone; the smaller share of both. */
function ownPeople(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  const last = (name: string) => name.slice(name.lastIndexOf(" ") + 1);
  const [here, there] = [new Set(one.map(last)), new Set(other.map(last))];
  const shared = here.intersection(there).size;
  return Math.min(1 - shared / here.size, 1 - shared / there.size);
}

const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** Tells of the day on which it was filed. */
function isOwnDay({ at, details }: Signature): boolean {
  const day = new Date(at).getUTCDay();
  return details.days.includes(DAYS[day] ?? "");
}

/** Both name people, and nobody of one is of the family of anybody of the other. */
function apart(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  const last = (name: string) => name.slice(name.lastIndexOf(" ") + 1);
  const known = new Set(other.map(last));
  return yes(!one.some((name) => known.has(last(name))));
}

function meet(one: readonly string[], other: readonly string[]): boolean {
  return one.some((place) => other.some((also) => isOnePlace(place, also)));
}

/** "Velsk" and "Velsk Bay"; one name within another. */
function isOnePlace(one: string, other: string): boolean {
  return one === other || ` ${one} `.includes(` ${other} `) || ` ${other} `.includes(` ${one} `);
}

/** 1 where neither tells of the other's scene, a half where only one does. */
function otherPlaces(one: Weighed, other: Weighed): number {
  const [here, there] = [one.signature.scene, other.signature.scene];
  if (here.length === 0 || there.length === 0 || meet(here, there)) return 0;
  const named = yes(isNamed(one.scene, other)) + yes(isNamed(other.scene, one));
  return 1 - named / TWICE;
}

function isNamed(places: readonly (readonly string[])[], { names, text }: Weighed): boolean {
  return places.some(
    (keys) =>
      keys.length > 0 && keys.every((key) => names.weights.has(key) || text.weights.has(key)),
  );
}

function sharedFigures(one: Signature, other: Signature): number {
  const told = one.details.figures.filter((figure) => other.details.figures.includes(figure));
  const digits = told.map((figure) => figure.replace(/\D|0+$/gu, "").length);
  return Math.min(1, digits.reduce((sum, count) => sum + Math.max(0, count - 0.5), 0) / 6);
}
