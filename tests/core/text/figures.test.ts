import { expect, test } from "vitest";
import { type Figure, findFigures } from "#core/text/figures.ts";

const NOTHING = { upTo: null, bound: null, unit: null, counts: null, fate: null };

function read(text: string): Omit<Figure, "start" | "end">[] {
  return findFigures(text, { start: 0, end: text.length }).map(
    ({ start, end, ...figure }) => figure,
  );
}

test.each<[string, string, number, Partial<Figure>]>([
  [
    "At least 31 civilians died.",
    "31",
    31,
    { bound: "at least", counts: "civilians", fate: "killed" },
  ],
  ["Fire left 31 killed.", "31", 31, { fate: "killed" }],
  ["They shot down five Air Force jets.", "five", 5, { counts: "Air Force jets" }],
  ["a $4.2bn deal", "$4.2bn", 4_200_000_000, { unit: "$" }],
  ["a loan of US$3 billion", "US$3 billion", 3_000_000_000, { unit: "US$" }],
  ["Prices rose 3.1 % in May", "3.1 %", 3.1, { unit: "percent" }],
  ["a fall of 12 per cent", "12 per cent", 12, { unit: "percent" }],
  ["recoveries below 40pc", "40pc", 40, { unit: "percent", bound: "less than" }],
  ["up two percentage points", "two percentage points", 2, { unit: "percentage points" }],
  ["two lakh farmers", "two lakh", 200_000, { counts: "farmers" }],
  ["Rs. 2.5 crore was lost", "Rs. 2.5 crore", 25_000_000, { unit: "Rs" }],
  ["Rs186bn was lost", "Rs186bn", 186_000_000_000, { unit: "Rs" }],
  ["1,50,000 voters", "1,50,000", 150_000, { counts: "voters" }],
  ["1.2 million people", "1.2 million", 1_200_000, { counts: "people" }],
  ["a hundred and fifty people", "a hundred and fifty", 150, { counts: "people" }],
  ["twenty-five thousand homes", "twenty-five thousand", 25_000, { counts: "homes" }],
  ["40 euros each", "40", 40, { unit: "euros" }],
  ["six tonnes of cut flowers", "six", 6, { counts: "tonnes of cut flowers" }],
  ["two of its crew", "two", 2, { counts: "crew" }],
  // What became of them, behind and before.
  ["12 people were reported missing", "12", 12, { counts: "people", fate: "missing" }],
  [
    "1,400 people are thought to have been killed",
    "1,400",
    1400,
    { counts: "people", fate: "killed" },
  ],
  [
    "a storm, injuring about 60 people",
    "60",
    60,
    { bound: "about", counts: "people", fate: "injured" },
  ],
  ["the number of dead at 50", "50", 50, { fate: "killed" }],
  ["The death toll rose to 31", "31", 31, { fate: "killed" }],
  ["police made nine arrests", "nine", 9, { counts: "arrests", fate: "arrested" }],
  ["They know of one death.", "one", 1, { counts: "death", fate: "killed" }],
  // How exact it is.
  ["more than 200 sailors", "200", 200, { bound: "more than", counts: "sailors" }],
  ["as many as 70 sailors", "70", 70, { bound: "at most", counts: "sailors" }],
  ["31 or more sailors", "31", 31, { bound: "at least", counts: "sailors" }],
  ["10 to 12 sailors", "10 to 12", 10, { upTo: 12, counts: "sailors" }],
  ["between $4m and $5m", "$4m and $5m", 4e6, { upTo: 5e6, unit: "$" }],
])("figure of %s", (text, printed, value, fields) =>
  expect(read(text)).toEqual([{ ...NOTHING, text: printed, value, ...fields }]));

test.each<[string, string, number, Partial<Figure>]>([
  // No bound, no fate, no range.
  ["over six years", "six", 6, { counts: "years" }],
  ["each family of the dead 40,000 dinar", "40,000", 40_000, {}],
  ["31 people saw the killed goat", "31", 31, { counts: "people" }],
])("nothing more is read into %s", (text, printed, value, fields) =>
  expect(read(text)).toEqual([{ ...NOTHING, text: printed, value, ...fields }]));

test.each([
  ["in 2019"],
  ["on 3 May"],
  ["on May 3"],
  ["at 5:30"],
  ["the 21st century"],
  ["a 40-year-old man"],
  ["Ida Moe, 52, of Tarn"],
  ["people aged 16 to 60"],
  ["shifts for workers over 60"],
  ["a 2-1 win"],
  ["by 288 to 287"],
  ["No. 10"],
  ["Flight 93 left"],
  ["Apollo 11 left"],
  ["at Terminal Two"],
  ["call 0800 555 0199"],
  ["someone knew"],
  ["one of them"],
  ["No one has died."],
])("no figure in %s", (text) => expect(read(text)).toEqual([]));

test("offsets point at the figure in the body", () => {
  const body = "Of 31 men, 12 came back, or 10 to 15 per cent.";
  const figures = findFigures(body, { start: 10, end: body.length });
  expect(figures.map(({ start, end }) => body.slice(start, end))).toEqual([
    "12",
    "10 to 15 per cent",
  ]);
});
