import { expect, test } from "vitest";
import { type Bond, bondOf } from "#core/change/bond.ts";
import { changesBetween, mayTellMore, sayChange } from "#core/change/changes.ts";
import { readFiling } from "#core/change/reading.ts";
import { isSure, type Signs } from "#core/change/tells-news.ts";
import { filingOf } from "#tests/core/story/filing.ts";

const at = (hours: number) => new Date(Date.UTC(2026, 4, 8, 6 + hours, 20)).toISOString();
const WORDS =
  "rails depots porters tickets wheels bridges timetables unions contracts auditors clerks brakes lamps gardens ovens harvests".split(
    " ",
  );
const OTHERS =
  "pianos ladders candles barrels orchards violins kettles anchors hedges meadows mirrors carpets bottles feathers saddles lanterns".split(
    " ",
  );

/** A report of sixteen words, so many of which are those of the first one. */
function reading(shared: number, { id = "two", source = "Velsk Press", title = "Trams" } = {}) {
  const words = [...WORDS.slice(0, shared), ...OTHERS.slice(shared)];
  return readFiling(filingOf({ id, source, title, at: at(9), body: `${words.join(" ")}.` }));
}

const FIRST = reading(16, { id: "one", source: "Tarn Wire" });

test.each([
  [3, false, false, false],
  [4, true, false, false],
  [5, true, false, false],
  [6, true, true, false],
  [7, true, true, false],
  [8, true, true, true],
])("with %i of sixteen words in common: near %s, close %s, twin %s", (shared, isNear, isClose, isTwin) => {
  expect(bondOf([FIRST], reading(shared))).toMatchObject({ isNear, isClose, isTwin });
});

test("a revision is known by its article, and its own source by its name", () => {
  const bond = (own: object) => bondOf([FIRST], reading(3, own));
  expect(bond({ id: "one" }).isRevision).toBe(true);
  expect(bond({}).isRevision).toBe(false);
  expect(bond({ source: "Tarn Wire" }).isSameSource).toBe(true);
  expect(bond({}).isSameSource).toBe(false);
});

const LOOSE: Bond = {
  ...{ isRevision: false, isTied: true, isIncident: false },
  ...{ isNear: false, isClose: false, isTwin: false, isSameSource: false },
};
const NEAR = { ...LOOSE, isNear: true };
const CLOSE = { ...NEAR, isClose: true };
const BARE = "Inspectors have four neighbouring mills in mind.";
const CLOSED = "Inspectors closed four neighbouring mills.";
const DATED = "Inspectors closed four neighbouring mills on Friday.";
const SAYS = "Inspectors said they had closed four mills.";
const FRESH: Signs = { isTurned: false, isOwned: false, nearness: 0.2 };

test.each<[string, Bond, Partial<Signs>, boolean]>([
  [DATED, LOOSE, {}, false],
  [DATED, NEAR, {}, true],
  [BARE, NEAR, {}, false],
  [SAYS, NEAR, {}, false],
  [SAYS, CLOSE, {}, true],
  [BARE, CLOSE, {}, false],
  [BARE, CLOSE, { isOwned: true }, false],
  [BARE, { ...CLOSE, isSameSource: true }, { isOwned: true }, true],
  [BARE, { ...CLOSE, isSameSource: true }, { isOwned: true, nearness: 0.5 }, false],
  [BARE, { ...CLOSE, isSameSource: true }, {}, false],
  [BARE, { ...CLOSE, isTwin: true }, {}, true],
  [BARE, { ...CLOSE, isTwin: true }, { nearness: 0.5 }, false],
  [BARE, CLOSE, { isTurned: true }, false],
  [BARE, { ...CLOSE, isIncident: true }, { isTurned: true }, true],
  [CLOSED, CLOSE, {}, false],
  [CLOSED, { ...CLOSE, isIncident: true }, {}, true],
  [CLOSED, { ...CLOSE, isIncident: true }, { nearness: 0.5 }, false],
  [BARE, { ...LOOSE, isRevision: true }, { nearness: 0.5 }, true],
])("%s may be told, bound so (%o), and itself so (%o): %s", (text, bond, signs, isTold) => {
  expect(isSure(text, { start: 0, end: text.length }, bond, { ...FRESH, ...signs })).toBe(isTold);
});

test("a name is told of an incident alone: elsewhere it may be whoever spoke of it", () => {
  const names = (title: string) => {
    const lede = `${title} on Friday, the council said. Four trams stood still in the old depot.`;
    const before = filingOf({ id: "one", source: "Tarn Wire", at: at(0), title, body: lede });
    const body = `${lede} A clerk, Orla Finch, 44, was taken to hospital.`;
    const after = filingOf({ id: "two", source: "Velsk Press", at: at(9), title, body });
    return changesBetween([before], after).filter(({ kind }) => kind === "name");
  };
  expect(names("Tarn sells its trams")).toEqual([]);
  expect(names("Tram crashes in Tarn").map(sayChange)).toEqual(["Orla Finch"]);
});

test.each([
  ["Meanwhile, police held Jonas Reyl, 30, over a fire in Lund.", ["Orla Finch"]],
  ["In another case, police charged Jonas Reyl, 30.", ["Orla Finch"]],
  ["Police charged Jonas Reyl, 30.", ["Orla Finch", "Jonas Reyl"]],
  [
    "Police charged Jonas Reyl, 30, Ida Brandt, 31, Mette Skov, 32, Piers Ludlow, 33, Lena Moberg, 34, and Tomas Rehn, 35.",
    [],
  ],
])("whom a report names beside its matter, or in a long list, is not told: %s", (last, expected) => {
  const lede =
    "Two trams crashed in Tarn on Friday, the council said. Four stood still in the depot.";
  const title = "Trams crash in Tarn";
  const before = filingOf({ id: "one", source: "Tarn Wire", at: at(0), title, body: lede });
  const body = `${lede} A clerk, Orla Finch, 44, was taken to hospital.\n\n${last}`;
  const after = filingOf({ id: "two", source: "Velsk Press", at: at(9), title, body });
  const names = changesBetween([before], after).filter(({ kind }) => kind === "name");
  expect(names.map(sayChange)).toEqual(expected);
});

test("what may be news is not called told, though no line says what is new in it", () => {
  const lede = "The council of Tarn sells its trams to a firm of Lund, the mayor said on Friday.";
  const asked = `Who knows of ${OTHERS.join(", of ")}, and of ${WORDS.join(", of ")}?`;
  const report = (id: string, source: string, hours: number, more: string) =>
    filingOf({ id, source, at: at(hours), title: "Tarn sells trams", body: `${lede}\n\n${more}` });
  const before = report("one", "Tarn Wire", 0, "It has nine of them.");
  const after = report("two", "Tarn Wire", 9, `Inspectors have closed four mills.\n\n${asked}`);
  expect(changesBetween([before], after)).toEqual([]);
  expect(mayTellMore([before], after)).toBe(true);
  expect(mayTellMore([before], report("two", "Tarn Wire", 9, asked))).toBe(false);
});
