import { expect, test } from "vitest";
import { ownNews } from "#core/change/own-news.ts";
import { readFiling } from "#core/change/reading.ts";
import { filingOf } from "#tests/core/story/filing.ts";

const LEDE = "A man was shot at a depot in the 400 block of Dunmore Lane in Yarrow on Tuesday.";

function ownOf(passages: readonly string[], title = "Man shot in Yarrow"): readonly string[] {
  const body = [LEDE, ...passages].join("\n\n");
  const reading = readFiling(filingOf({ id: "one", at: "2026-05-06T06:20:00Z", title, body }));
  return ownNews(reading).map((index) => {
    const { start, end } = reading.sentences[index] ?? expect.unreachable();
    return reading.body.slice(start, end);
  });
}

const ARREST = "Detectives held Sten Moberg, 30, on Wednesday.";

test.each([
  [
    "several that a report parts itself",
    [ARREST, "Police named two others who were killed in unrelated shootings."],
    0,
  ],
  ["nothing but its own", ["Sten Moberg was taken to a hospital."], 2],
  [
    "another's case, and whoever that brought in",
    [
      "Judge Lena Brandt jailed Gareth Ollivant for the killing of another clerk.",
      "Ollivant will appeal, said the lawyer Piers Ludlow.",
      "Ludlow spoke outside the court.",
    ],
    1,
  ],
  [
    "another time, as far as its passage goes",
    ["Gareth Ollivant was shot there in 2014. A guard saw it.", ARREST],
    2,
  ],
  ["what is somewhere else, and all behind it", ["In other news, a mill burned.", ARREST], 1],
  ["another shooting, and all behind it", ["Another shooting took a life in Halse.", ARREST], 1],
  ["the block of another street", ["Orla Finch, 20, lay in the 900 block of Mill Road."], 1],
  ["its own block", ["Orla Finch, 20, lay in the 400 block of Dunmore Lane."], 2],
  [
    "a teaser that the page prints twice",
    [
      "Mayor Mette Skov opens a bridge over the Tarn.",
      ARREST,
      "Mayor Mette Skov opens a bridge over the Tarn.",
    ],
    2,
  ],
  // A charge is no second event, and somebody of this one who comes up beside another event stays.
  ["a charge of a degree", ["Sten Moberg, 30, faces a charge of first degree murder."], 2],
  [
    "somebody of this event",
    [ARREST, "Moberg was cleared of the killing of another clerk.", "Moberg is in jail."],
    3,
  ],
])("of a report with %s so many sentences are its own", (_, passages, expected) => {
  expect(ownOf(passages)).toHaveLength(expected);
});

test.each([
  "Three killed over violent weekend",
  "Police on two different Yarrow depot shootings",
])("a round-up has none: %j", (title) => {
  expect(ownOf([ARREST], title)).toEqual([]);
});
