import type { Feature } from "./feature.ts";
import { areOtherHours } from "./hours.ts";
import type { Weighed } from "./weighed.ts";

/** What speaks against two reports' being of one event. */
export type Conflict = Extract<Feature, `other ${string}`>;

export function conflictsOf(one: Weighed, other: Weighed): Readonly<Record<Conflict, number>> {
  const [a, b] = [one.signature, other.signature];
  const [here, there] = [a.details, b.details];
  return {
    "other people": yes(ownPeople(a.people, b.people) === 1),
    "other places": otherPlaces(one, other),
    "other street": yes(differ(here.streets, there.streets)),
    "other block": yes(differ(here.blocks, there.blocks)),
    "other ages": yes(differ(here.ages, there.ages)),
    "other hours": yes(areOtherHours(here.hours ?? [], there.hours ?? [])),
    "other day": yes(differ(here.days, there.days)),
    "other magnitude": yes(differ(here.magnitudes, there.magnitudes)),
    "other score": yes(differ(here.scores, there.scores)),
    "other figures": yes(differ(here.figures, there.figures)),
  };
}

export function yes(is: boolean): number {
  return is ? 1 : 0;
}

export function has<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.some((value) => other.includes(value));
}

/** Both state some, and none is the same. */
function differ<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length > 0 && other.length > 0 && !has(one, other);
}

/** How many of the people of either are named by it alone; the smaller share of both. */
export function ownPeople(one: readonly string[], other: readonly string[]): number {
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
