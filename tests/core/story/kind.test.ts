import { expect, test } from "vitest";
import { readFiling } from "#core/change/reading.ts";
import { copyKind } from "#core/story/kind.ts";
import { filingOf } from "./filing.ts";

const LEDE = "A flood killed twelve people in Tarnmouth on Monday, the council said.";

test.each([
  ["report", "Flood kills twelve in Tarnmouth", LEDE],
  ["report", "Government promises a review in brief statement", LEDE],
  ["report", "Ten years in prison for Velsk fraud", "A court jailed Anton Keil for ten years."],
  ["look-back", "One year on, Tarnmouth remembers its dead", LEDE],
  ["look-back", "Five years after the Velsk fire, questions remain", LEDE],
  [
    "look-back",
    "Candles for the dead",
    "Bells rang in Marrin on the tenth anniversary of storm Helka.",
  ],
  ["look-back", "Bells ring in Marrin", "Marrin marked ten years since storm Helka on Wednesday."],
  ["round-up", "World news in brief", LEDE],
  ["round-up", "Morning round-up", LEDE],
  ["round-up", "The week in Tarnmouth", LEDE],
  ["round-up", "Velsk flood briefing: the mayor resigns", LEDE],
  ["report", "Mayor walks out of flood briefing", LEDE],
])("%s: %s", (kind, title, body) => {
  expect(copyKind(readFiling(filingOf({ id: "a", title, body })))).toBe(kind);
});

test("an article that strings places together is a round-up whatever its headline says", () => {
  const body = [
    "TARNMOUTH – Ines Solen opened the bridge.",
    "VELSK BAY – Joss Harrow closed the port.",
    "OSTERHALD – Mira Vance raised the tax.",
  ].join("\n\n");
  expect(copyKind(readFiling(filingOf({ id: "a", title: "Bridges and taxes", body })))).toBe(
    "round-up",
  );
});

test("an interview labels its turns, and is none", () => {
  const turn = (who: string) => `${who}: We will open the bridge in May.`;
  const body = [turn("Solen"), turn("Reporter"), turn("Solen"), turn("Reporter")].join("\n\n");
  expect(
    copyKind(readFiling(filingOf({ id: "a", title: "Ten minutes with Ines Solen", body }))),
  ).toBe("report");
});
