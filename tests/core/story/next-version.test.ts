import { describe, expect, test } from "vitest";
import { isNextVersion } from "#core/story/next-version.ts";
import { pairOf } from "#core/story/pair.ts";
import { signatureOf } from "#core/story/signature.ts";
import { weigh } from "#core/story/weighed.ts";
import { filingOf, type Report } from "./filing.ts";

const COMMONNESS = { stored: 0, of: () => 0 };
type Filed = Omit<Report, "id">;

function read(report: Filed, id: string) {
  return weigh(signatureOf(filingOf({ id, source: "Tarn Wire", ...report })), COMMONNESS);
}

const SIX = "2026-05-08T06:00:00Z";
const TEN = "2026-05-08T10:00:00Z";

/** A flash of two sentences. */
function flash(dead: string, more: Partial<Filed> & { readonly rest?: string } = {}): Filed {
  const { rest = "A trawler came to help.", ...fields } = more;
  const body = `VELSK – A ferry sank off Velsk on Friday and ${dead} people were killed, police said. ${rest}`;
  return { at: SIX, title: "Ferry sinks off Velsk", body, ...fields };
}

const LATER = { at: TEN, title: "Ferry toll rises", rest: "Divers found bodies in the hull." };

function says(sentence: string, at = SIX): Filed {
  return { at, title: null, body: `RAHET – ${sentence} The road was closed.` };
}

describe("the next version of a flash has a toll that rose, and nothing else that differs", () => {
  test.each<[string, boolean, Filed, Filed]>([
    ["a higher toll", true, flash("31"), flash("35", LATER)],
    ["whichever is looked at first", true, flash("35", LATER), flash("31")],
    ["the same toll", false, flash("31"), flash("31", LATER)],
    ["a lower one", false, flash("35"), flash("31", LATER)],
    ["a toll so small that there may be two", false, flash("two"), flash("35", LATER)],
    ["the next day", false, flash("31"), flash("35", { ...LATER, at: "2026-05-08T19:00:00Z" })],
    ["another source", false, flash("31"), flash("35", { ...LATER, source: "Velsk Post" })],
    ["no source", false, flash("31", { source: null }), flash("35", { ...LATER, source: null })],
    [
      "another captain",
      false,
      flash("31", { rest: "The captain, Pavel Orm, was rescued." }),
      flash("35", { ...LATER, rest: "The captain, Ines Brandt, was rescued." }),
    ],
    [
      "more names than the first had",
      false,
      flash("31"),
      flash("35", { ...LATER, rest: "Most were from Orlu, Tevik and Sarn, on the Kelmar coast." }),
    ],
    ["a second ferry", false, flash("31"), flash("35", { ...LATER, title: "Second ferry sinks" })],
    [
      "another ferry, by its first sentence",
      false,
      says("A ferry sank off Rahet and 31 people were killed."),
      says("Another ferry sank off Rahet and 35 people were killed.", TEN),
    ],
    [
      "one toll that rose and one that fell",
      false,
      says("A ferry sank off Rahet; 31 people were killed and 9 injured."),
      says("A ferry sank off Rahet; 35 people were killed and 4 injured.", TEN),
    ],
    [
      "other people counted",
      false,
      says("A ferry sank off Rahet and 31 people were killed."),
      says("A ferry sank off Rahet and 35 people were rescued.", TEN),
    ],
  ])("%s: %s", (_, expected, one, other) => {
    expect(isNextVersion(pairOf(read(one, "one"), read(other, "other")))).toBe(expected);
  });

  test.each([
    [
      "two towns in one form",
      "An air strike on Rahet market killed 11 people, medics said.",
      "An air strike on Dusar market killed 14 people, medics said.",
    ],
    [
      "two strikes on one town",
      "An air strike on a market in Rahet killed 11 people, medics said.",
      "An air strike on a school in Rahet killed 14 people, medics said.",
    ],
    [
      "two days",
      "A bus crash in Rahet on Friday killed 11 people, medics said.",
      "A bus crash in Rahet on Saturday killed 14 people, medics said.",
    ],
    [
      "two numbered plans",
      "Plan 17 for Rahet is approved and 11 houses will be built.",
      "Plan 18 for Rahet is approved and 14 houses will be built.",
    ],
    [
      "two weeks' figures",
      "Petrol in Rahet cost 149.2 pence in the week, the drivers' club said.",
      "Petrol in Rahet cost 150.1 pence in the week, the drivers' club said.",
    ],
    [
      "two warnings",
      "A wind warning is in force for County Rahet, with gusts of 110 km/h.",
      "A wind warning is in force for County Dusar, with gusts of 120 km/h.",
    ],
  ])("near miss: %s", (_, one, other) => {
    const pair = pairOf(read(says(one), "one"), read(says(other, TEN), "other"));
    expect(isNextVersion(pair)).toBe(false);
  });
});
