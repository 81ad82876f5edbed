import { findWords } from "#core/text/words.ts";
import { nameRarity, rarity, sourceKey } from "./rarity.ts";
import type { Commonness, Signature } from "./story.ts";

/** A key of the opening, or a name in it, counts so many times as much as one of what follows. */
const TWICE = 2;

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
  /** The keys of the headline's words. */
  readonly headed: ReadonlySet<string>;
  /** The keys of the words by which it calls those it names. */
  readonly tags: ReadonlySet<string>;
  /** The keys of names that all reports of its town share. */
  readonly local: ReadonlySet<string>;
  /** The keys of each place of the scene. */
  readonly scene: readonly (readonly string[])[];
}

export interface Vector {
  readonly weights: ReadonlyMap<string, number>;
  readonly norm: number;
}

/** The keys whose commonness `weigh` asks for, some of them twice. */
export function weighedKeysOf(signature: Signature): readonly string[] {
  const { lede, words, named, mentioned, source } = signature;
  const ofSource =
    source === null ? [] : [...named, ...mentioned].map((key) => sourceKey(source, key));
  const own = source === null ? [] : [sourceKey(source, "")];
  return [...lede, ...words, ...named, ...mentioned, ...ofSource, ...own];
}

export function weigh(signature: Signature, commonness: Commonness): Weighed {
  const { lede, words, named, mentioned } = signature;
  const opening = new Map(lede.map((key) => [key, rarity(key, commonness)]));
  const text = new Map(words.map((key) => [key, rarity(key, commonness)]));
  for (const [key, weight] of opening) text.set(key, TWICE * weight);
  const weightOf = (key: string) => nameRarity(key, signature.source, commonness);
  const names = new Map(mentioned.map((key) => [key, weightOf(key)]));
  const first = new Map(named.map((key) => [key, weightOf(key)]));
  for (const [key, weight] of first) names.set(key, TWICE * weight);
  const titled = new Map(signature.titled.map((key) => [key, weightOf(key)]));
  const plain = new Map([...opening].filter(([key]) => !first.has(key)));
  const scene = signature.scene.map((place) => findWords(place).map(({ key }) => key));
  return {
    ...{ plain: vector(plain), titled },
    ...{ signature, scene, named: first },
    ...{ headed: new Set(signature.headed), tags: new Set(signature.tags) },
    local: new Set(signature.local),
    ...{ lede: vector(opening), text: vector(text), names: vector(names) },
  };
}

function vector(weights: ReadonlyMap<string, number>): Vector {
  let sum = 0;
  for (const weight of weights.values()) sum += weight * weight;
  return { weights, norm: Math.sqrt(sum) };
}
