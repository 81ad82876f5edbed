import { expect, test } from "vitest";
import { createPause } from "#edge/clock/pause.ts";

function setUp() {
  let now = 0;
  let turns = 0;
  const pause = createPause(
    () => now,
    async () => {
      turns += 1;
    },
  );
  return {
    /** Pauses after so many milliseconds of work. @returns how many turns others have had */
    work: async (milliseconds: number) => {
      now += milliseconds;
      await pause();
      return turns;
    },
  };
}

test.each([
  ["whoever works long gives a turn each time", [10, 10, 10], [1, 2, 3]],
  ["after short steps others have waited for no time", [10, 3, 3, 3], [1, 1, 1, 1]],
  ["short steps add up to a turn", [10, 4, 4, 4, 4], [1, 1, 1, 2, 2]],
])("%s", async (_, steps, turns) => {
  const { work } = setUp();
  const had: number[] = [];
  for (const step of steps) had.push(await work(step));
  expect(had).toEqual(turns);
});
