import { expect, test } from "vitest";
import { createOnce } from "#edge/chat/once.ts";
import { createWork } from "#edge/chat/work.ts";
import { silentLog } from "#tests/fake/log.ts";

const taking: readonly (readonly [string, (() => Promise<boolean>) | undefined, number])[] = [
  ["where no other process is there", undefined, 1],
  ["where it is this process's", async () => true, 1],
  ["where another process has it", async () => false, 0],
  ["while nobody can say whose it is", () => Promise.reject(new Error("store away")), 1],
];

test.each(
  taking,
)("an interaction that comes twice is answered once: %s", async (_, take, times) => {
  const log = silentLog;
  const { track, done } = createWork();
  const once = createOnce({ platform: "toy", log, track, take });
  let answered = 0;
  const answer = async () => {
    answered += 1;
  };
  once("a", answer);
  once("a", answer);
  await done();
  expect(answered).toBe(times);
});
