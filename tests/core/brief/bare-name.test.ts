import { expect, test } from "vitest";
import { namingOf } from "#core/brief/bare-name.ts";
import { choose, type Entry } from "#core/brief/choose.ts";
import { FEATURES, type Features } from "#core/brief/salience.ts";
import { STANDS } from "#core/brief/standing.ts";
import { WEIGHTS } from "#core/brief/weights.ts";
import type { Entity, Mention } from "#core/speech/mention.ts";

const MOE: Entity = {
  ...{ id: 0, name: "Ida Moe", kind: "person", gender: "unknown", plural: false, role: null },
};

function named(text: string, name: string, headline: string | null, quoted = false) {
  const start = text.indexOf(name);
  const range = { start, end: start + name.length };
  const mention: Mention = { ...range, form: "name", entity: 0, quoted, sentence: 0 };
  return namingOf(text, [mention], [MOE], headline);
}

test.each([
  ["At noon Moe closed the yard.", "Moe", null, true],
  ["In May Ida Moe closed the yard.", "Ida Moe", null, false],
  ["At noon Captain Moe closed the yard.", "Moe", null, false],
  ["Nobody saw any sense in Moe's plan.", "Moe", null, true],
  ["At noon Ida and Tomas Moe closed the yard.", "Ida", null, false],
  ["At noon Ida and Tomas Reyl closed the yard.", "Ida", null, true],
  ["At noon Moe closed the yard.", "Moe", "Moe closes yard", false],
  ["Tomas Reyl and his daughter, Moe, closed the yard.", "Moe", null, false],
  ["In the morning, Moe closed the yard.", "Moe", null, true],
])("%s", (text, name, headline, isBare) => {
  expect(named(text, name, headline)).toEqual(
    isBare ? { calls: [0], tells: [] } : { calls: [], tells: [0] },
  );
});

test("a name within someone's words introduces nobody and needs nobody", () => {
  expect(named("“Moe left,” he said.", "Moe", null, true)).toEqual({ calls: [], tells: [] });
});

function entry(at: number, early: number, calls: number[], tells: number[]): Entry {
  const none = Object.fromEntries(FEATURES.map((name) => [name, 0])) as Features;
  const keys = new Set([`word ${at}`]);
  return {
    keys,
    features: { ...none, early },
    length: 10,
    needs: null,
    naming: { calls, tells },
    at,
    ...{ before: null, standing: STANDS, turned: false },
  };
}

function chosen(entries: readonly Entry[], count: number): readonly Entry[] {
  const weights = { count, weights: WEIGHTS, later: WEIGHTS, known: new Set<string>() };
  return choose(entries, weights);
}

test("of two that weigh alike the one that introduces is chosen before the one that calls", () => {
  const full = entry(0, 0.5, [], [0]);
  const bare = entry(50, 0.6, [0], []);
  expect(chosen([full, bare], 2)).toEqual([full, bare]);
});

test("among the later facts nobody is called by a surname that none has introduced", () => {
  const plain = [0, 1, 2].map((at) => entry(at, 0.9, [], []));
  const bare = entry(50, 0.6, [0], []);
  expect(chosen([...plain, bare], 4)).toEqual(plain);
  const known = [entry(0, 0.9, [], [0]), ...plain.slice(1)];
  expect(chosen([...known, bare], 4)).toEqual([...known, bare]);
});
