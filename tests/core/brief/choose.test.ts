import { expect, test } from "vitest";
import { choose, type Entry } from "#core/brief/choose.ts";
import { FEATURES, type Features } from "#core/brief/salience.ts";
import { STANDS } from "#core/brief/standing.ts";
import { WEIGHTS } from "#core/brief/weights.ts";

const NONE = Object.fromEntries(FEATURES.map((name) => [name, 0])) as Features;

/** Words that no other entry has, and one that all have. */
function wordsOf(at: number): ReadonlySet<string> {
  return new Set(["harbour", ...Array.from({ length: 8 }, (_, index) => `word${at}-${index}`)]);
}

/** One of five that weigh less the later they stand. */
function entry(at: number, more: Partial<Entry> = {}): Entry {
  const told = {
    ...{ keys: wordsOf(at), features: { ...NONE, early: 1 - at / 100 }, length: 10 },
    ...{ names: new Set<string>(), figures: new Set<string>(), needs: null, at, before: null },
    ...{ standing: STANDS, turned: false, row: [], ...more },
  };
  return { ...told, plain: new Set(told.keys).difference(told.names) };
}

function placesOf(entries: readonly Entry[], count: number, known: readonly string[] = []) {
  const terms = { count, weights: WEIGHTS, known: new Set(known) };
  return choose(entries, terms).map(({ at }) => at);
}

const keysOf = (words: string) => new Set(words.split(" "));

const HELD = { held: true, asks: [] };

test("what is held is chosen only right behind the sentence before it", () => {
  const away = [0, 1].map((at) => entry(at));
  const before = entry(8);
  const held = entry(9, { standing: HELD, before });
  expect(placesOf([...away, before, held, entry(20)], 3)).toEqual([0, 1, 8]);
  expect(placesOf([...away, before, held, entry(20)], 4)).toEqual([0, 1, 8, 9]);
  expect(placesOf([...away, entry(9, { standing: HELD }), entry(20)], 3)).toEqual([0, 1, 20]);
});

const asksFor = (at: number, keys: readonly string[], from: number | null = null) =>
  entry(at, { standing: { held: false, asks: [{ keys, from, within: false }] } });

test("what takes something for known is chosen where it was printed above, or the headline has it", () => {
  const rest = [entry(1), asksFor(9, ["old", "crane"]), entry(20)];
  expect(placesOf([entry(0), ...rest], 3)).toEqual([0, 1, 20]);
  expect(placesOf([entry(0), ...rest], 3, ["crane"])).toEqual([0, 1, 9]);
  expect(placesOf([entry(0, { keys: keysOf("harbour crane") }), ...rest], 3)).toEqual([0, 1, 9]);
});

test("of two things, the later one must have been printed where the article brings it in", () => {
  const crane = { keys: wordsOf(1).union(keysOf("crane")) };
  const asking = asksFor(9, ["crane"], 2);
  const below = entry(20);
  expect(placesOf([entry(0), entry(1, crane), asking, below], 3, ["crane"])).toEqual([0, 1, 20]);
  expect(placesOf([entry(0), entry(2, crane), asking, below], 3)).toEqual([0, 2, 9]);
});

test.each([
  // It leans on one that is chosen, and speech stands between the two.
  [HELD, true, [0, 1, 9]],
  [HELD, false, [0, 1]],
  // "the jury" within a sentence, "The crane" at its head.
  [{ held: false, asks: [{ keys: ["jury"], from: null, within: true }] }, false, [0, 1, 9]],
  [{ held: false, asks: [{ keys: ["crane"], from: null, within: false }] }, false, [0, 1]],
])("fewer than three that stand are filled up with what nearly does: %j", (standing, leans, places) => {
  const first = entry(0);
  const doubtful = entry(9, { standing, needs: leans ? first : null });
  expect(placesOf([first, entry(1), doubtful], 5)).toEqual(places);
});

test("what the next sentence takes back is chosen with that, or not at all", () => {
  const away = [0, 1].map((at) => entry(at));
  const turned = entry(2, { turned: true });
  const back = entry(3, { standing: HELD, before: turned });
  expect(placesOf([...away, turned, entry(9)], 5)).toEqual([0, 1, 9]);
  expect(placesOf([entry(0), turned, back, entry(9)], 3)).toEqual([0, 2, 3]);
});

test("beyond the first facts stands only what goes right on with one and leans on nothing", () => {
  const news = [entry(0), entry(1), entry(8)];
  const next = (more: Partial<Entry> = {}) => entry(9, { before: news[2] ?? null, ...more });
  expect(placesOf([...news, entry(20), entry(21)], 5)).toEqual([0, 1, 8]);
  expect(placesOf([...news, next(), entry(20)], 5)).toEqual([0, 1, 8, 9]);
  expect(placesOf([...news, next({ needs: news[2] ?? null }), entry(20)], 5)).toEqual([0, 1, 8]);
  const asks = { held: false, asks: [{ keys: ["crane"], from: null, within: true }] };
  expect(placesOf([...news, next({ standing: asks })], 5)).toEqual([0, 1, 8]);
});

test("the story's opening is gone on with, unless what is worth much more stands below", () => {
  const lede = entry(0, { features: { ...NONE, early: 5 } });
  const next = entry(1, { before: lede, features: NONE });
  const below = (early: number) => [8, 9].map((at) => entry(at, { features: { ...NONE, early } }));
  expect(placesOf([lede, next, ...below(2)], 3)).toEqual([0, 1, 8]);
  expect(placesOf([lede, next, ...below(4)], 3)).toEqual([0, 8, 9]);
  // Behind what is left out nothing goes on with it.
  expect(placesOf([lede, entry(1), { ...next, at: 2 }, ...below(2)], 3)).toEqual([0, 8, 9]);
});

test("what headline and facts together tell is not told again, whatever names are new in it", () => {
  const lede = entry(0, { keys: keysOf("council clos pool leak roof moe") });
  const again = (more: Partial<Entry> = {}) =>
    entry(1, { keys: keysOf("clos pool leak roof repair vote olin kove reyl"), ...more });
  const names = keysOf("olin kove reyl");
  const isChosen = (one: Entry) => placesOf([lede, one, entry(8)], 3, ["repair"]).includes(1);
  expect(isChosen(again({ names }))).toBe(false);
  // Words that are new; a figure that is new; too few words beside the names.
  expect(isChosen(again())).toBe(true);
  expect(isChosen(again({ names, figures: new Set(["40"]) }))).toBe(true);
  expect(isChosen(again({ names: keysOf("olin kove reyl vote") }))).toBe(true);
});

test("what stands apart from the others has some of their words or a figure, unless a brief has nothing else", () => {
  const lede = entry(0);
  const apart = (at: number, more: Partial<Entry> = {}) =>
    entry(at, { keys: keysOf("crews like bread and salt"), ...more });
  expect(placesOf([lede, apart(8), entry(9), entry(20)], 3)).toEqual([0, 9, 20]);
  expect(placesOf([lede, apart(8), entry(9)], 3)).toEqual([0, 9]);
  expect(placesOf([lede, apart(8)], 3)).toEqual([0, 8]);
  expect(placesOf([lede, apart(5, { standing: HELD }), apart(8)], 3)).toEqual([0, 8]);
  const counts = { ...NONE, early: 0.7, figures: 0.5 };
  expect(placesOf([lede, apart(8, { features: counts }), entry(9)], 3)).toEqual([0, 8, 9]);
  // It goes on with one, one goes on with it, it leans on one.
  const before = entry(7);
  expect(placesOf([lede, before, apart(8, { before })], 3)).toEqual([0, 7, 8]);
  const above = apart(6);
  expect(placesOf([lede, above, entry(7, { before: above })], 3)).toEqual([0, 7, 6]);
  expect(placesOf([lede, apart(8, { needs: lede }), entry(9)], 3)).toEqual([0, 8, 9]);
});
