import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MOST_NEAR, MOST_WEIGHED, settle, toWeighAnew } from "#core/story/neighbourhood.ts";
import { type Link, regroup, type Standing } from "#core/story/regroup.ts";
import { WINDOW } from "#core/story/window.ts";

const HOUR = 3_600_000;

function standing(article: string, hours: number, more: Partial<Standing> = {}): Standing {
  return { article, at: hours * HOUR, story: null, isPosted: false, ...more };
}

/** Reads: `a-b 3`: so sure it is that the two are of one event. */
function links(...said: readonly string[]): readonly Link[] {
  return said.map((one) => {
    const [, from = "", to = "", score] = /^(\w+)-(\w+) (-?[\d.]+)$/u.exec(one) ?? [];
    return { one: from, other: to, score: Number(score) };
  });
}

function groups(reports: readonly Standing[], found: readonly Link[]): readonly string[] {
  const stories = [...regroup(reports, found)];
  const named = Map.groupBy(stories, ([, story]) => story);
  return [...named].map(([story, of]) => `${story}: ${of.map(([article]) => article).join(" ")}`);
}

const A = standing("a", 0);
const B = standing("b", 1);
const C = standing("c", 2);

describe("what was not posted is parted and joined by what its pairs say", () => {
  test.each([
    ["two that agree are one story, named after the first", ["a-b 2"], ["a: a b", "c: c"]],
    ["two that speak against each other are two", ["a-b -1"], ["a: a", "b: b", "c: c"]],
    ["the surest pair comes first", ["a-b 1", "b-c 3"], ["a: a", "b: b c"]],
    ["three of which all pairs agree", ["a-b 1", "b-c 1", "a-c 1"], ["a: a b c"]],
    ["one weak pair is outvoted", ["a-b 3", "b-c 3", "a-c -1"], ["a: a b c"]],
    ["and so is one strong pair", ["a-b 3", "b-c 1", "a-c -3"], ["a: a b", "c: c"]],
    ["a pair that nobody compared speaks against", ["a-b 3", "b-c 3.5"], ["a: a", "b: b c"]],
  ])("%s", (_, found, expected) => {
    expect(groups([C, A, B], links(...found))).toEqual(expected);
  });

  test.each([
    ["as little as joins one report", 0.6, ["a: a b", "c: c d"]],
    ["more", 0.8, ["a: a b c d"]],
  ])("two groups of two agree by %s", (_, across, expected) => {
    const four = [A, B, C, standing("d", 3)];
    const pairs = ["a-c", "a-d", "b-c", "b-d"].map((pair) => `${pair} ${across}`);
    expect(groups(four, links("a-b 3", "c-d 3", ...pairs))).toEqual(expected);
    expect(groups([A, B, C], links("a-b 3", "a-c 0.6", "b-c 0.6"))).toEqual(["a: a b c"]);
  });

  test("reports too far apart to be compared speak neither for nor against", () => {
    const late = standing("c", 2 + WINDOW / HOUR - 1);
    expect(groups([A, B, late], links("a-b 3", "b-c 3"))).toEqual(["a: a b c"]);
  });
});

describe("what was posted stays as it was", () => {
  const posted = (one: Standing, story: string) => ({ ...one, story, isPosted: true });

  test("one story is not parted, whatever its pairs say", () => {
    expect(groups([posted(A, "a"), posted(B, "a")], links("a-b -3"))).toEqual(["a: a b"]);
  });

  test("two stories are not joined, and a third report goes to the one that it is more like", () => {
    const found = links("a-b 5", "a-c 2", "b-c 3");
    expect(groups([posted(A, "a"), posted(B, "b"), C], found)).toEqual(["a: a", "b: b c"]);
  });

  test("what stood with it and was not posted may leave it, and finds another name", () => {
    const moved = [posted({ ...B, story: "a" }, "a"), { ...A, story: "a" }, { ...C, story: "a" }];
    expect(groups(moved, links("a-b -2", "a-c 3"))).toEqual(["c: a c", "a: b"]);
  });

  test("a name that reports elsewhere bear is not given again", () => {
    expect([...regroup([A, B], links("a-b 2"), new Set(["a"])).values()]).toEqual(["b", "b"]);
  });
});

describe("links are weighed anew before they are looked at", () => {
  const stood = (one: Standing, isPosted = false) => ({ ...one, story: one.article, isPosted });
  const found = links("a-b 3", "b-c 3", "a-c 3");
  const stale = (...reports: readonly Standing[]) =>
    toWeighAnew(reports, found).map(({ one, other }) => `${one}-${other}`);

  test.each([
    ["of all that were here before", [stood(A), stood(B), stood(C)], ["a-b", "b-c", "a-c"]],
    ["but not of what has just come", [stood(A), stood(B), C], ["a-b"]],
    [
      "nor of two that readers have seen",
      [stood(A, true), stood(B, true), stood(C)],
      ["b-c", "a-c"],
    ],
  ])("%s", (_, reports, expected) => {
    expect(stale(...reports)).toEqual(expected);
  });

  test("nor of very many", () => {
    const more = Array.from({ length: MOST_WEIGHED - 3 }, (_, at) => stood(standing(`m${at}`, 1)));
    const most = [stood(A), stood(B), stood(C), ...more];
    expect(stale(...most)).toHaveLength(3);
    expect(stale(...most, stood(standing("n", 1)))).toEqual([]);
  });
});

test("of very many reports none is moved: a new one only finds its place", () => {
  const many = Array.from({ length: MOST_NEAR }, (_, at) =>
    standing(`n${at}`, at / 10, { story: "n0" }),
  );
  const reports = [...many, standing("new", 9)];
  const found = many.map(({ article }) => ({ one: "new", other: article, score: 2 }));
  const settled = settle({ reports, links: found, others: new Set() });
  expect(new Set(settled.values())).toEqual(new Set(["n0"]));
});

test("the order in which reports and links come changes nothing", () => {
  const reports = Array.from({ length: 6 }, (_, at) => standing(`r${at}`, at));
  const all = reports.flatMap(({ article: one }, at) =>
    reports.slice(at + 1).map(({ article: other }) => ({ one, other })),
  );
  const scored = fc.tuple(
    ...all.map((pair) => fc.double({ min: -4, max: 6 }).map((score) => ({ ...pair, score }))),
  );
  fc.assert(
    fc.property(scored, fc.shuffledSubarray(reports, { minLength: 6 }), (found, order) => {
      const sorted = (stories: ReadonlyMap<string, string>) => [...stories].toSorted();
      expect(sorted(regroup(order, found.toReversed()))).toEqual(sorted(regroup(reports, found)));
    }),
  );
});
