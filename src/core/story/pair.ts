import { conflictsOf, has, ownPeople, yes } from "./conflicts.ts";
import { evidenceOf } from "./evidence.ts";
import { FEATURES, type Feature } from "./feature.ts";
import { shareHour } from "./hours.ts";
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
    ...conflictsOf(one, other),
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
  const [text, form] = [cosine(one.text, other.text), cosine(one.plain, other.plain)];
  const isOwn = yes(a.source !== null && a.source === b.source);
  const own = ownPeople(a.people, b.people);
  return {
    text,
    "told by either": Math.max(
      coverage(one.lede.weights, other),
      coverage(other.lede.weights, one),
    ),
    "same form": form,
    "same form, other names": form * (1 - Math.min(...named)),
    "named by either": Math.max(...named),
    "headline named by either": Math.max(...titled),
    "figures shared": sharedFigures(a, b),
    "same words, own people": text * own,
    "same source": isOwn,
    "same source, names": isOwn * Math.min(...named),
    "same source, same form": isOwn * form,
    "same source, own people": isOwn * own,
    ...sharedDetails(one, other, isOwn),
  };
}

/** Ages, hours and streets are shared by chance, and seldom two of them. */
function sharedDetails(one: Weighed, other: Weighed, isOwn: number) {
  const [here, there] = [one.signature.details, other.signature.details];
  const street = yes(has(here.streets, there.streets));
  const age = overlap(here.ages, there.ages);
  const names = rarest(one.names, other.names);
  return {
    "rarest names shared": names,
    "rarest names shared beside places": rarest(
      one.names,
      other.names,
      (key) => one.local.has(key) || other.local.has(key),
    ),
    "day shared": yes(has(here.days, there.days)),
    "setting shared": overlap(here.settings ?? [], there.settings ?? []),
    "age and names shared": age * names,
    "age and street shared": age * street,
    "hour and street shared": street * yes(shareHour(here.hours ?? [], there.hours ?? [])),
    "same source, age shared": isOwn * age,
  };
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
function rarest(one: Vector, other: Vector, isLeftOut = (_key: string) => false): number {
  const found: number[] = [];
  for (const [key, weight] of one.weights) {
    if (isLeftOut(key)) continue;
    const there = other.weights.get(key);
    if (there !== undefined) found.push(Math.min(weight, there));
  }
  const first = found.sort((a, b) => b - a).slice(0, MOST_NAMES);
  return first.reduce((sum, weight) => sum + weight, 0) / (MOST_NAMES * MOST_RARITY);
}

/** What both state, of all that either states. */
function overlap(one: readonly string[], other: readonly string[]): number {
  const both = one.filter((value) => other.includes(value)).length;
  return both === 0 ? 0 : both / (one.length + other.length - both);
}

function sharedFigures(one: Signature, other: Signature): number {
  const told = one.details.figures.filter((figure) => other.details.figures.includes(figure));
  const digits = told.map((figure) => figure.replace(/\D|0+$/gu, "").length);
  return Math.min(1, digits.reduce((sum, count) => sum + Math.max(0, count - 0.5), 0) / 6);
}
