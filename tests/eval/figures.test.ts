import { expect, test } from "vitest";
import { readGold } from "./gold.ts";
import { figureRows, measureFigures, readGoldFigures } from "./measure-figures.ts";

const GOLD = new Map(readGold().map(({ name, body }) => [name, body]));
const LABELS = readGoldFigures();

test("the labelled figures are those of fifteen gold articles, in their words and order", () => {
  expect(LABELS.size).toBe(15);
  for (const [name, figures] of LABELS) {
    const body = GOLD.get(name) ?? "";
    let at = 0;
    for (const { text } of figures) {
      const found = body.indexOf(text, at);
      expect(found, `${name}: ${text}`).toBeGreaterThanOrEqual(at);
      at = found + text.length;
    }
  }
});

test("of the labelled figures nearly all are read, and nothing else is taken for one", () => {
  const scores = [...LABELS].map(([name, labels]) => measureFigures(GOLD.get(name) ?? "", labels));
  const [precision, recall, whole] = figureRows(scores).map(({ value }) => value);
  expect(precision).toBeGreaterThanOrEqual(97);
  expect(recall).toBeGreaterThanOrEqual(95);
  expect(whole).toBeGreaterThanOrEqual(93);
});

test("a figure missed, one too many and one misread each count", () => {
  const body = "At least 31 people were killed. Nine lorries were burnt.";
  const blank = { upTo: null, bound: null, unit: null, counts: null, fate: null };
  const labels = [
    { ...blank, text: "31", value: 31, counts: "people" },
    { ...blank, text: "12", value: 12 },
  ];
  const { labelled, found, right, whole, faults } = measureFigures(body, labels);
  expect({ labelled, found, right, whole }).toEqual({ labelled: 2, found: 2, right: 1, whole: 0 });
  expect(faults).toHaveLength(3);
});
