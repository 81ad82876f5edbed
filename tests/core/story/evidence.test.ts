import { describe, expect, test } from "vitest";
import { pairOf } from "#core/story/pair.ts";
import { signatureOf } from "#core/story/signature.ts";
import { weigh } from "#core/story/weighed.ts";
import { filingOf, type Report } from "./filing.ts";

const COMMONNESS = { stored: 0, of: () => 0 };

function featuresOf(one: Omit<Report, "id">, other: Omit<Report, "id">) {
  const [a, b] = [one, other].map((report, at) =>
    weigh(signatureOf(filingOf({ id: `${at}`, ...report })), COMMONNESS),
  );
  if (a === undefined || b === undefined) return expect.unreachable();
  return pairOf(a, b).features;
}

const MILL = {
  title: "Sugarol closes its mill in Orsk",
  body: "Orsk's biggest sugar maker Sugarol will close its oldest mill, director Ida Kolm said on Monday.",
};

describe("what two reports of one firm share beside its name and what it is called", () => {
  test.each([
    [
      "nothing, of another matter",
      0,
      "Sugarol sues a painter",
      "Orsk's biggest sugar maker Sugarol has taken a painter to court, director Ida Kolm said on Monday.",
    ],
    [
      "its matter",
      1,
      "No more syrup from the old mill",
      "The mill where Sugarol began falls silent, director Ida Kolm said on Monday.",
    ],
  ])("%s", (_, least, title, body) => {
    const features = featuresOf(MILL, { title, body });
    const found = [features["rarest word shared"], features["rarest words of headlines shared"]];
    for (const value of found) expect(value > 0).toBe(least > 0);
    expect(features["named by either"]).toBeGreaterThan(0.4);
  });
});

test("a word that no headline has tells less than one that a headline has", () => {
  const silent = { ...MILL, title: "Bad news comes early this week" };
  const other = {
    title: "A whole town is sad today",
    body: "The mill where Sugarol began falls silent, director Ida Kolm said on Monday.",
  };
  const without = featuresOf(silent, other);
  expect(without["rarest word shared"]).toBeGreaterThan(0);
  expect(without["rarest words of headlines shared"]).toBe(0);
  const within = featuresOf(MILL, other);
  expect(within["rarest words of headlines shared"]).toBeGreaterThan(0);
});

test("what an earlier version has stored has neither headline nor tags, and is compared all the same", () => {
  const { headed: _, tags: __, ...stored } = signatureOf(filingOf({ id: "a", ...MILL }));
  const old = weigh(stored, COMMONNESS);
  const features = pairOf(old, old).features;
  expect(features["rarest word shared"]).toBeGreaterThan(0);
});
