import { expect, test } from "vitest";
import { askedTogether } from "#edge/store/asked-together.ts";

/** What is asked, and by which question; one that names `torn` fails. */
function setUp() {
  const questions: (readonly string[])[] = [];
  const heights = new Map([["weir", 3]]);
  const heightOf = askedTogether(async (keys) => {
    questions.push(keys);
    await Promise.resolve();
    if (keys.includes("torn")) throw new RangeError("torn");
    return new Map(heights);
  });
  return { questions, heights, heightOf };
}

test("those that come while a question is under way are asked about together, each once", async () => {
  const { questions, heightOf } = setUp();
  const keys = ["weir", "mill", "weir", "lock", "lock"];
  expect(await Promise.all(keys.map(heightOf))).toEqual([3, null, 3, null, null]);
  expect(questions).toEqual([["weir"], ["mill", "weir", "lock"]]);
});

test("each is told how it stands after it came", async () => {
  const { heights, heightOf } = setUp();
  const before = heightOf("mill");
  heights.set("mill", 7);
  const after = heightOf("mill");
  heights.set("mill", 9);
  expect([await before, await after]).toEqual([9, 9]);
  heights.delete("mill");
  expect(await heightOf("mill")).toBeNull();
});

test("a question that fails fails for those that it was about, and the next one is asked", async () => {
  const { heightOf } = setUp();
  const [alone, torn, beside] = [heightOf("weir"), heightOf("torn"), heightOf("weir")];
  expect(await alone).toBe(3);
  await expect(torn).rejects.toThrow("torn");
  await expect(beside).rejects.toThrow("torn");
  expect(await heightOf("weir")).toBe(3);
});
