import { describe, expect, test } from "vitest";
import type { Feature } from "#core/story/feature.ts";
import { pairOf, scoreOf } from "#core/story/pair.ts";
import { isSeries } from "#core/story/series.ts";
import { signatureOf } from "#core/story/signature.ts";
import { weigh } from "#core/story/weighed.ts";
import { filingOf, type Report } from "./filing.ts";

const COMMONNESS = { stored: 0, of: () => 0 };

function read(report: Omit<Report, "id">, id = "one") {
  return weigh(signatureOf(filingOf({ id, source: "Tarn Post", ...report })), COMMONNESS);
}

function pair(one: Omit<Report, "id">, other: Omit<Report, "id">) {
  return pairOf(read(one), read(other, "other"));
}

const FIRE =
  "TARNMOUTH — A man was hurt when fire broke out in the 400 block of Elm Street on Sunday, the fire department said.";

describe("what speaks against one event, beside what does not", () => {
  test.each<[Feature, string, string]>([
    ["other street", FIRE.replace("Elm", "Oak"), FIRE.replace("Elm Street", "Elm St.")],
    ["other block", FIRE.replace("400", "1900"), FIRE],
    ["other hours", FIRE.replace("on Sunday", "at 3 a.m."), FIRE.replace("on Sunday", "at 5 p.m.")],
    ["other day", FIRE.replace("Sunday", "Friday"), FIRE.replace("on Sunday", "this week")],
    ["other ages", "A man of 34, aged 34, was shot.", "A man was shot."],
    ["other magnitude", "A magnitude 6.4 earthquake struck.", "A magnitude 5.8 earthquake struck."],
  ])("%s", (feature, unlike, alike) => {
    const base =
      feature === "other ages"
        ? "A boy aged 17 was shot."
        : feature === "other magnitude"
          ? "An earthquake of magnitude 5.8 struck."
          : FIRE.replace("on Sunday", feature === "other hours" ? "at 5 p.m." : "on Sunday");
    expect(pair({ body: base }, { body: unlike }).features[feature]).toBe(1);
    expect(pair({ body: base }, { body: alike }).features[feature]).toBe(0);
  });

  test("people of whom none is the other's, and people of whom one is", () => {
    const one = { body: "The court jailed Darren Holt on Monday. Judge Mary Astor spoke." };
    const other = { body: "The court fined Paula Denn on Monday. Judge Lise Fitch spoke." };
    const same = { body: "Holt was jailed, said the lawyer of Darren Holt, Karl Anders." };
    expect(pair(one, other).features["other people"]).toBe(1);
    expect(pair(one, same).features["other people"]).toBe(0);
  });
});

describe("what a source says in the same words of other places or days is a series", () => {
  const warning = (county: string) => ({
    title: `Amber wind warning for County ${county}`,
    body: `A wind warning has been issued for County ${county} until noon. Gusts of up to 110 km/h are expected, and drivers should take care.`,
  });
  const price = (value: string, other: string, at: string) => ({
    ...{ at, title: "Petrol price changes" },
    body: `The average price of a litre of petrol was ${value} pence in the week, the drivers' club said. Diesel cost ${other} pence.`,
  });

  test.each([
    ["one county after the other", warning("Dunmar"), warning("Fermoy"), true],
    ["the same county again", warning("Dunmar"), warning("Dunmar"), false],
    [
      "each week with other figures",
      price("149.2", "156.8", "2026-05-04T06:00:00Z"),
      price("150.1", "157.3", "2026-05-07T06:00:00Z"),
      true,
    ],
    [
      "the same figures again",
      price("149.2", "156.8", "2026-05-04T06:00:00Z"),
      price("149.2", "157.3", "2026-05-07T06:00:00Z"),
      false,
    ],
    [
      "other figures within the hour",
      price("149.2", "156.8", "2026-05-04T06:00:00Z"),
      price("150.1", "157.3", "2026-05-04T06:30:00Z"),
      false,
    ],
  ])("%s", (_, one, other, expected) => {
    expect(isSeries(pair(one, other))).toBe(expected);
  });

  test("another source's words are no series", () => {
    const one = read(warning("Dunmar"));
    const other = read({ ...warning("Fermoy"), source: "Velsk Echo" }, "other");
    expect(isSeries(pairOf(one, other))).toBe(false);
  });
});

describe("names", () => {
  test.each([
    ["a country and its people", "Korvia", "Korvian"],
    ["a country and its capital", "Norway", "Oslo"],
  ])("%s are met", (_, one, other) => {
    const report = (name: string) => ({
      body: `Ministers spoke with ${name} of the trade in fish on Monday. Talks with ${name} go on.`,
    });
    const met = pair(report(one), report(other)).features["rarest names shared"];
    expect(met).toBeGreaterThan(0);
    expect(pair(report(one), report("Velsk")).features["rarest names shared"]).toBe(0);
  });

  test.each([
    ["an acronym that one of them explains", true, "the Coastal Rescue Board (CRB)", "the CRB"],
    ["its long form", true, "the Coastal Rescue Board (CRB)", "the Coastal Rescue Board"],
    ["an acronym that neither explains", false, "the Coastal Rescue Board", "the CRB"],
    ["another acronym", false, "the Coastal Rescue Board (CRB)", "the MNT"],
    ["a people with a name of its own", true, "the Dutch", "the Netherlands"],
    ["another people", false, "the Danes", "the Netherlands"],
    ["a people that no table has, and another land", false, "the Korvians", "Tarvia"],
  ])("%s: %s", (_, expected, one, other) => {
    const report = (body: string) => ({
      body: `Ministers spoke with ${body} on Monday of the fish.`,
    });
    const met = pair(report(one), report(other)).features["rarest names shared"];
    expect(met > 0).toBe(expected);
  });

  test.each([
    ["the same place", 0, "Tarnmouth", ""],
    ["a place within it, told so", 0, "Brackwater in Tarnmouth", ""],
    ["a place that bears its name", 0, "Tarnmouth Harbour", ""],
    ["another place", 1, "Velsk", ""],
    ["another place, with help from there", 0.5, "Velsk", " It was dark. Men came from Tarnmouth."],
  ])("a fire in Tarnmouth and one in %s: %d", (_, expected, place, more) => {
    const fire = (where: string, rest: string) => ({
      body: `A barn burned down in ${where} on Monday, police said.${rest}`,
    });
    const { features } = pair(fire("Tarnmouth", ""), fire(place, more));
    expect(features["other places"]).toBe(expected);
  });

  test("the name of a site behind a headline is none of the story's", () => {
    const title = (news: string) => `${news} - WTRN Action News 5 - Tarnmouth, Ohio`;
    const signature = signatureOf(
      filingOf({
        id: "a",
        title: title("Fire burns a barn and two sheds in Velsk"),
        body: "Fire burned in Velsk. Tarnmouth, Ohio, sent help to Velsk.",
      }),
    );
    expect(signature.titled).toEqual(["velsk"]);
  });

  test("what a source repeats in whatever it files tells little", () => {
    const report = {
      body: "Two men were hurt near Velsk on Monday. The road to Velsk was closed.",
    };
    const filed = (own: number) => ({
      stored: 100,
      of: (key: string) => (key === "Tarn Post\n" ? 100 : key === "Tarn Post\nvelsk" ? own : 0),
    });
    const weightIn = (own: number) =>
      weigh(
        signatureOf(filingOf({ id: "a", source: "Tarn Post", ...report })),
        filed(own),
      ).names.weights.get("velsk") ?? 0;
    expect(weightIn(90)).toBeLessThan(weightIn(1) / 2);
  });
});

test("words for one happening are met by other words for it", () => {
  const keys = (body: string) =>
    signatureOf(filingOf({ id: "a", body })).lede.filter((key) => key.startsWith("~"));
  expect(keys("Bread was sold out.")).toEqual([]);
  expect(
    keys("Missiles hit the market.").some((key) =>
      keys("Shelling of the market goes on.").includes(key),
    ),
  ).toBe(true);
});

test("a pair is worth the same whichever report comes first", () => {
  const one = {
    title: "Mayor Ida Kolm opens the Orsk bridge",
    body: "The mayor of Orsk, Ida Kolm, opened a bridge on Monday. A ferry will sail no more.",
  };
  const other = {
    title: "No more ferry",
    body: "A ferry sailed for the last time on Monday. In Orsk people wept. The mayor, Ida Kolm, did not.",
  };
  expect(pair(one, other).features).toEqual(pair(other, one).features);
});

test("the more two reports share, the surer it is", () => {
  const same =
    "Flood water carried two bridges off near Velsk, the governor, Halim Dorro, said on Monday.";
  const like = "A flood near Velsk killed nobody, said Halim Dorro, the governor.";
  const unlike = "Bonds rose in Port Arden on Monday.";
  const score = (body: string) => scoreOf(pair({ body: same }, { body, source: "Velsk Echo" }));
  expect(score(like)).toBeGreaterThan(score(unlike));
});
