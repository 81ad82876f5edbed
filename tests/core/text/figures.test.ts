import { expect, test } from "vitest";
import type { Figure } from "#core/text/figure.ts";
import { findFigures, findNumbers } from "#core/text/figures.ts";

const NOTHING = { upTo: null, bound: null, unit: null, counts: null, fate: null };

function read(text: string): Omit<Figure, "start" | "end" | "kind" | "said">[] {
  return findFigures(text, { start: 0, end: text.length }).map(
    ({ start, end, kind, said, ...figure }) => figure,
  );
}

/** Every number of a text as `kind: as printed`. */
function kinds(text: string): string[] {
  const found = findNumbers(text, { start: 0, end: text.length });
  expect(found.every((one) => text.slice(one.start, one.end) === one.text)).toBe(true);
  return found.map((one) => `${one.kind}: ${one.text}`);
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

test.each([
  // A toll beside what is none.
  ["12 people were killed", "count: 12"],
  ["Ida Moe, 44, was killed", "age: 44"],
  ["Ida Moe (44) was killed", "age: 44"],
  ["a man aged 77 was killed", "age: 77"],
  ["A 61-year-old was killed", "age: 61-year-old"],
  ["a nine-month-old boy died", "age: nine-month-old"],
  ["He died at the age of 44", "age: 44"],
  ["women in their 40s died", "age: 40s"],
  ["boys of 16-17 years old", "age: 16-17 years old"],
  ["12 children died", "count: 12"],
  // Times of day and times that things take.
  ["at 8:51 p.m. police came", "clock: 8:51 p.m."],
  ["by 1451 GMT it was over", "clock: 1451 GMT"],
  ["at 6am divers went down", "clock: 6am"],
  ["at ten o’clock", "clock: ten o’clock"],
  ["from 0900 on", "clock: 0900"],
  ["It took 6 hours", "measure: 6"],
  ["1451 houses fell", "count: 1451"],
  // Scores and ranges.
  ["Tarn won 3-1 on Friday", "score: 3-1"],
  ["by 21–17 in the end", "score: 21–17"],
  ["a 2-4 defeat", "score: 2-4"],
  ["by 288 to 287", "score: 288 to 287"],
  ["10-12 people drowned", "count: 10-12"],
  ["two or three people drowned", "count: two or three"],
  ["a fall of 15-20%", "share: 15-20%"],
  ["call 555-0199 today", "name: 555-0199"],
  // Numbers that are names.
  ["Channel 11 viewers", "name: 11"],
  ["crews of Highway 86 workers", "name: 86"],
  ["in the 3000 block of Old Street", "name: 3000 block"],
  ["on bus 42 yesterday", "name: 42"],
  ["over a 5G network", "name: 5"],
  ["a 10-year deal", "name: 10"],
  ["a two-day visit", "name: two"],
  ["10 buses burned", "count: 10"],
  ["11 channels went dark", "count: 11"],
  // Places in an order.
  ["ranked 5 in the world", "rank: 5"],
  ["the 3rd of them", "rank: 3rd"],
  ["in the top 10", "rank: 10"],
  ["the top 10 banks", "count: 10"],
  ["No. 5 seed", "rank: 5"],
  // Dates and years.
  ["on May 3", "date: 3"],
  ["on 8 May", "date: 8"],
  ["on July 27-28", "date: 27-28"],
  ["on July 27 and 28", "date: 27 and 28"],
  ["at 861 W. Moe Street", "name: 861"],
  ["861 Moe Street shops shut", "count: 861"],
  ["call it 911 calls", "name: 911"],
  ["She turns 25 in May", "age: 25"],
  ["150 gm of gold", "measure: 150"],
  ["8 may yet drown", "count: 8"],
  ["on 11/18/2014", "date: 11/18/2014"],
  ["in 2014 gunmen came", "date: 2014"],
  ["2014 gunmen came", "count: 2014"],
  ["since the 1990s", "date: 1990s"],
  ["in 2014-15", "date: 2014-15"],
  // Amounts.
  ["It was 38C in Tarn", "measure: 38"],
  ["It was 38 degrees in Tarn", "measure: 38"],
  ["12 km of road", "measure: 12"],
  ["$5 million", "money: $5 million"],
  ["two-thirds of voters", "share: two-thirds"],
  ["three quarters of the voters", "share: three quarters"],
  ["one in five voters", "name: five"],
  ["five quarters of growth", "count: five"],
])("numbers of %s", (text, expected) => expect(kinds(text)).toEqual([expected]));

test.each([
  ["12 gunmen killed a guard", null],
  ["12 gunmen killed on Friday", "killed"],
  ["12 people died the same day", "died"],
  ["210 injured people were treated", null],
  ["210 injured in Tarn", "injured"],
  ["killing 12 people", "killed"],
  ["The toll rose to 12", "toll"],
  ["The death toll from the storm rose to 12", "toll"],
  ["The road toll rose to 12", null],
  ["police made nine arrests", "arrested"],
  ["Seven were severely injured", "injured"],
  ["5 people shot to death", "deaths"],
  ["12 people were there", null],
])("of those counted in %s the article says %s", (text, said) =>
  expect(findFigures(text, { start: 0, end: text.length })[0]?.said).toBe(said));

test.each([
  ["between 10 and 12 million people", 10e6, 12e6],
  ["$10-12 million", 10e6, 12e6],
  ["from 900 to 1.2 million people", 900, 1.2e6],
  ["two or three people", 2, 3],
])("range of %s", (text, value, upTo) =>
  expect(read(text)).toEqual([expect.objectContaining({ value, upTo })]));

test.each([
  ["as few as 12 people", "at least"],
  ["12-plus people", "at least"],
  ["12+ people", "at least"],
  ["20-odd boats", "about"],
  ["12 people or so", null],
  ["12 or fewer people", "at most"],
  ["well over 12 people", "more than"],
])("bound of %s: %s", (text, bound) => expect(read(text)[0]?.bound).toBe(bound));

test("offsets point at the figure in the body", () => {
  const body = "Of 31 men, 12 came back, or 10 to 15 per cent.";
  const figures = findFigures(body, { start: 10, end: body.length });
  expect(figures.map(({ start, end }) => body.slice(start, end))).toEqual([
    "12",
    "10 to 15 per cent",
  ]);
});

test.each([
  "12-",
  "1-2 ",
  "12, ",
  "two ",
  "12 to ",
  "$1 ",
  "killed 12 ",
])("a row of %j is read at once", (row) => {
  const text = `It fell and ${row.repeat(60_000 / row.length)} people were killed.`;
  const before = process.threadCpuUsage();
  expect(findNumbers(text, { start: 0, end: text.length }).length).toBeGreaterThan(0);
  expect(process.threadCpuUsage(before).user / 1000).toBeLessThan(2_000);
});
