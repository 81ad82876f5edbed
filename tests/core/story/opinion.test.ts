import { expect, test } from "vitest";
import { isInDoubt, withOpinions } from "#core/story/opinion.ts";
import { Shelf } from "#core/story/shelf.ts";
import { signatureOf } from "#core/story/signature.ts";
import { readPairs } from "#tests/eval/stories/pairs.ts";
import { filingOf } from "./filing.ts";

const link = (score: number) => ({ one: "a", other: "b", score, shared: [] });

test.each([
  ["sure of one event", 2, true, 2],
  ["sure of one event", 2, false, 2],
  ["leaning towards one", 0.3, true, 0.5],
  ["leaning towards one", 0.8, true, 0.8],
  ["leaning towards one", 0.3, false, -0.5],
  ["not quite sure enough", -0.2, true, 0.5],
  ["not quite sure enough", -0.2, false, -0.5],
  ["leaning towards two", -0.6, true, -0.6],
  ["sure of two", -4, true, -4],
])("rules that are %s (%d) and a second opinion (%s) make %d", (_what, score, isSame, expected) => {
  const [weighed] = withOpinions([link(score)], [{ one: "b", other: "a", isSame }]);
  expect(weighed?.score).toBe(expected);
});

test("an opinion counts for its own pair alone", () => {
  const links = [link(0.3), { ...link(0.3), other: "c" }];
  const weighed = withOpinions(links, [{ one: "a", other: "c", isSame: false }]);
  expect(weighed.map(({ score }) => score)).toEqual([0.3, -0.5]);
});

test("doubt begins where one event is likelier than two, and ends where the rules are sure", () => {
  expect([-0.5, -0.4, -0.3, 0.9, 1].map(isInDoubt)).toEqual([false, false, true, true, false]);
});

const isJoined = (number: number, opinion: () => boolean | null) => {
  const pair = readPairs().find(
    ({ reports }) =>
      reports[0]?.id.endsWith(`-${number}-1`) &&
      reports[0].id.startsWith(number === 19 ? "near" : "same"),
  );
  const shelf = new Shelf(opinion);
  const ids = (pair?.reports ?? []).map((report) => {
    shelf.add(signatureOf(filingOf(report)));
    return report.id;
  });
  return shelf.storyOf(ids[0] ?? "") === shelf.storyOf(ids[1] ?? "?");
};

test("two events that the rules join in doubt are parted, and one that they part in doubt is joined", () => {
  expect([isJoined(19, () => null), isJoined(19, () => true), isJoined(19, () => false)]).toEqual([
    true,
    true,
    false,
  ]);
  expect([isJoined(17, () => null), isJoined(17, () => true), isJoined(17, () => false)]).toEqual([
    false,
    true,
    false,
  ]);
});
