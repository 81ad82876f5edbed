import { evidenceOf } from "./evidence.ts";
import { FEATURES, type Feature } from "./feature.ts";
import { BIAS, WEIGHTS } from "./pair-weights.ts";
import type { Signature } from "./story.ts";
import type { Vector, Weighed } from "./weighed.ts";
import { WINDOW } from "./window.ts";

const HOUR = 3_600_000;

/** Two reports, compared. */
export interface Pair {
  readonly one: Weighed;
  readonly other: Weighed;
  readonly hours: number;
  readonly features: Readonly<Record<Feature, number>>;
}

/** Compares two reports. */
export function pairOf(one: Weighed, other: Weighed): Pair {
  const hours = Math.abs(one.signature.at - other.signature.at) / HOUR;
  const features = {
    ...sharedBy(one, other),
    ...evidenceOf(one, other),
    ...against(one, other),
    "hours apart": lateness(hours),
  };
  return { one, other, hours, features };
}

/** How sure it is that two reports are of one event: the logarithm of the odds. */
export function scoreOf({ features }: Pair): number {
  return FEATURES.reduce((sum, name) => sum + WEIGHTS[name] * features[name], BIAS);
}

function lateness(hours: number): number {
  return Math.log1p(hours) / Math.log1p(WINDOW / HOUR);
}

function sharedBy(one: Weighed, other: Weighed) {
  const [a, b] = [one.signature, other.signature];
  const named = [coverage(one.named, other), coverage(other.named, one)];
  const titled = [coverage(one.titled, other), coverage(other.titled, one)];
  const form = cosine(one.plain, other.plain);
  const told = [coverage(one.lede.weights, other), coverage(other.lede.weights, one)];
  const figures = sharedFigures(a, b);
  const isOwn = a.source !== null && a.source === b.source;
  return {
    text: cosine(one.text, other.text),
    "told by both": Math.min(...told),
    "told by either": Math.max(...told),
    "same form, other names": form * (1 - Math.min(...named)),
    "same source, names": isOwn ? Math.min(...named) : 0,
    "same form": form,
    "rarest names shared": rarest(one.names, other.names),
    "named by either": Math.max(...named),
    "headline named by either": Math.max(...titled),
    "street shared": yes(has(a.details.streets, b.details.streets)),
    "age shared": overlap(a.details.ages, b.details.ages),
    "figures shared": figures,
    "same source": yes(isOwn),
    "same source, same form": isOwn ? form : 0,
    "same source, other figures": yes(isOwn && figures === 0),
  };
}

function against(one: Weighed, other: Weighed) {
  const [a, b] = [one.signature, other.signature];
  const [here, there] = [a.details, b.details];
  return {
    "own people": ownPeople(a.people, b.people),
    "other people": yes(ownPeople(a.people, b.people) === 1),
    "other places": otherPlaces(one, other),
    "other street": yes(differ(here.streets, there.streets) || differ(here.blocks, there.blocks)),
    "other ages": yes(differ(here.ages, there.ages)),
    "other day": yes(differ(here.days, there.days)),
    "other magnitude": yes(differ(here.magnitudes, there.magnitudes)),
    "other score": yes(differ(here.scores, there.scores)),
    "other figures": yes(differ(here.figures, there.figures)),
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

/** A name that is rarer than this tells who or where. */
const TELLING = 4;

/** Says whether each headline has a telling name that the other report lacks. */
export function differInHeadline(one: Weighed, other: Weighed): boolean {
  return hasOwn(one.titled, other) && hasOwn(other.titled, one);
}

/** Says whether a headline has a telling name that the other report lacks. */
function hasOwn(titled: ReadonlyMap<string, number>, { names, text }: Weighed): boolean {
  return [...titled].some(
    ([key, weight]) => weight >= TELLING && !names.weights.has(key) && !text.weights.has(key),
  );
}

const MOST_NAMES = 3;
const MOST_RARITY = 8;

/** How rare the three rarest names are that both have: as the one says that says it less, so that it tells no order. */
function rarest(one: Vector, other: Vector): number {
  const found: number[] = [];
  for (const [key, weight] of one.weights) {
    const there = other.weights.get(key);
    if (there !== undefined) found.push(Math.min(weight, there));
  }
  const first = found.sort((a, b) => b - a).slice(0, MOST_NAMES);
  return first.reduce((sum, weight) => sum + weight, 0) / (MOST_NAMES * MOST_RARITY);
}

function has<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.some((value) => other.includes(value));
}

/** What both state, of all that either states. */
function overlap(one: readonly string[], other: readonly string[]): number {
  const both = one.filter((value) => other.includes(value)).length;
  return both === 0 ? 0 : both / (one.length + other.length - both);
}

/** Both state some, and none is the same. */
function differ<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length > 0 && other.length > 0 && !has(one, other);
}

/** How many of the people of either are named by it alone; the smaller share of both. */
function ownPeople(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  const last = (name: string) => name.slice(name.lastIndexOf(" ") + 1);
  const [here, there] = [new Set(one.map(last)), new Set(other.map(last))];
  const shared = here.intersection(there).size;
  return Math.min(1 - shared / here.size, 1 - shared / there.size);
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
  return 1 - named / 2;
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
