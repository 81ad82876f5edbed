import { expect, test } from "vitest";
import { createPromise } from "#core/brief/promised.ts";

const keys = (words: string) => new Set(words.split(" "));
const STORY = ["bridge fell tarn", "bridge rust", "bridge steel", "crane sold"].map((words) => ({
  keys: keys(words),
}));

test("the rare words of a headline promise more than those of each sentence", () => {
  const promise = createPromise(STORY, keys("bridge crane flood"));
  expect(promise(keys("crane sold")).promised).toBeGreaterThan(
    promise(keys("bridge rust")).promised,
  );
  expect(promise(keys("bridge rust")).promised).toBeGreaterThan(0);
  expect(promise(keys("crane bridge")).promised).toBe(1);
});

test("what tells most of a headline tells something of it", () => {
  const promise = createPromise(STORY, keys("bridge crane flood"));
  expect(promise(keys("crane sold")).promisedMost).toBe(true);
  expect(promise(keys("bridge rust")).promisedMost).toBe(false);
  expect(createPromise(STORY, keys("flood"))(keys("crane sold"))).toEqual({
    promised: 0,
    promisedMost: false,
  });
});
