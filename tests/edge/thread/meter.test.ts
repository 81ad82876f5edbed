import { expect, test } from "vitest";
import { type Look, readMeter, startMeter, verdictOf } from "#edge/thread/meter.ts";

const ALLOWANCE = { patience: 1_000, idleLooks: 3 };

function after(looks: readonly Look[], since = 5_000) {
  const meter = looks.reduce(readMeter, startMeter(since));
  return verdictOf(meter, ALLOWANCE);
}

test.each<[string, readonly Look[], string | null]>([
  ["its own time counts", [5_400, 5_900, 6_001], "too-slow"],
  ["what the thread did before does not", [5_400, 5_900, 6_000], null],
  ["a busy machine gives it little", Array.from({ length: 400 }, (_, at) => 5_002 + at * 2), null],
  ["waiting ends some day", [5_000, 5_000, 5_000], "stuck"],
  ["unless it goes on between", [5_000, 5_000, 5_300, 5_300, 5_300], null],
  ["an answer takes some time itself", [5_000.2, 5_000.4, 5_000.6], "stuck"],
  ["one long call gives no answer", ["unanswered", "unanswered", 5_800], null],
  ["for ever", ["unanswered", "unanswered", "unanswered"], "stuck"],
  [
    "where no time is told, looks count, with ten times the patience",
    Array(40).fill("untold"),
    null,
  ],
  ["and no more", Array(41).fill("untold"), "too-slow"],
])("%s", (_, looks, expected) => expect(after(looks)).toBe(expected));
