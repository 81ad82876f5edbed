import { expect, test } from "vitest";
import { createLeftToOthers } from "#desk/left.ts";

/** What is left, and what others have dealt with meanwhile. */
function setUp(done: Iterable<readonly [string, string]> = []) {
  let asked = 0;
  const dealtWith = new Map(done);
  const left = createLeftToOthers(async () => {
    asked += 1;
    return dealtWith;
  });
  return { left, dealtWith, asked: () => asked };
}

const seen = (stamp: string | null) => ({ stamp, isGone: false });
const GONE = { stamp: null, isGone: true };
const own =
  (...paths: readonly string[]) =>
  (path: string) =>
    paths.includes(path);
const all = () => true;

test("what falls to this process is dealt with here, unless others have done so", async () => {
  const { left } = setUp([
    ["pier.txt", "1"],
    ["mill.txt", "1"],
  ]);
  left.note("pier.txt", seen("1"));
  left.note("mill.txt", seen("2"));
  left.note("quay.txt", seen("1"));
  left.note("torn.txt", seen(null));
  expect(await left.fallen(own("pier.txt", "mill.txt", "torn.txt"))).toEqual([
    ["mill.txt", seen("2")],
    ["torn.txt", seen(null)],
  ]);
  left.done("mill.txt");
  left.done("torn.txt");
  expect(await left.fallen(all)).toEqual([["quay.txt", seen("1")]]);
});

test("a deletion stays until it is dealt with here, also of a file that was never read", async () => {
  const { left } = setUp();
  left.note("pier.txt", GONE);
  expect(await left.fallen(all)).toEqual([["pier.txt", GONE]]);
  expect(await left.fallen(all)).toEqual([["pier.txt", GONE]]);
  left.done("pier.txt");
  expect(await left.fallen(all)).toEqual([]);
});

test("while nothing falls to it the store is not asked, but for thousands, of which those that are done are forgotten", async () => {
  const { left, dealtWith, asked } = setUp();
  const note = (from: number, count: number) => {
    for (let file = from; file < from + count; file += 1) {
      left.note(`${file}.txt`, seen("1"));
      dealtWith.set(`${file}.txt`, "1");
    }
  };
  note(0, 5_000);
  expect(await left.fallen(own())).toEqual([]);
  expect(asked()).toBe(0);
  note(5_000, 1);
  left.note("gone.txt", GONE);
  expect(await left.fallen(own())).toEqual([]);
  expect(asked()).toBe(1);
  // Others have read these anew since: had they been kept, they would fall to this process now.
  dealtWith.clear();
  expect(await left.fallen(all)).toEqual([]);
});
