import { expect, test } from "vitest";
import { boardOf } from "#main/board.ts";
import { sampleChannel } from "#tests/samples.ts";
import { testStore } from "../desk/fixture.ts";

test("a row that says the same is the same object, and one of a channel that says something else is not", async () => {
  let channels = [sampleChannel("reef"), sampleChannel("tide")];
  const newest = { all: async () => new Map(), made: () => undefined };
  const board = boardOf({ live: new Set() }, await testStore(), () => channels, newest);
  const [reef, tide] = await board.channels();
  channels = channels.map((one) => (one.name === "reef" ? one : { ...one, sections: ["sport"] }));
  const after = await board.channels();
  expect(after[0]).toBe(reef);
  expect(after[1]).not.toBe(tide);
  expect(after[1]?.description).toMatch(/^sport · /u);
});
