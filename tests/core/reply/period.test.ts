import { expect, test } from "vitest";
import { cannotBe, readPeriod, sayPeriod } from "#core/reply/period.ts";
import { readQuestion } from "#core/reply/question.ts";
import { PERIODS } from "./periods.ts";

const HERE = { now: Date.parse("2026-11-30T12:00Z"), timeZone: "Europe/London" };

/** The days of a time, from the first to the last: `2026-03-01/2026-03-05`. */
function daysOf(options: Readonly<Record<string, string>>): string {
  const read = readPeriod(options, HERE);
  if (!read.ok) return `unreadable: ${read.typed}`;
  const day = (at: number | null) =>
    at === null ? "" : new Date(at).toLocaleDateString("en-CA", { timeZone: HERE.timeZone });
  const { since, until } = read.period;
  return `${day(since)}/${day(until === null ? null : until - 1)}`;
}

/** All are compared at once, so that every one that is misread shows. */
test("the time of a question is read with both of its ends, and nothing else is a time", () => {
  expect(PERIODS.filter(([, days]) => days !== "/").length).toBeGreaterThanOrEqual(50);
  expect(PERIODS.filter(([, days]) => days === "/").length).toBeGreaterThanOrEqual(30);
  const came = PERIODS.map(([question]) => {
    const { words = "", ...options } = readQuestion(question, []).options;
    return [question, daysOf(options), words];
  });
  expect(came).toEqual(PERIODS);
});

test.each([
  [{ since: "8 may" }, "since Friday 8 May 2026"],
  [{ since: "12h" }, "since Monday 30 November 2026"],
  [{ since: "5h" }, "since Monday 30 November 2026, 07:00"],
  [{ until: "8 may" }, "up to Friday 8 May 2026"],
  [{ until: "before 8 may" }, "up to Thursday 7 May 2026"],
  [{ until: "5h" }, "before Monday 30 November 2026, 07:00"],
  [{ since: "8 may", until: "8 may" }, "on 8 May 2026"],
  [{ since: "1 march", until: "5 march" }, "from 1 to 5 March 2026"],
  [{ since: "28 march", until: "2 april" }, "from 28 March to 2 April 2026"],
  [{ since: "20 december", until: "5 january" }, "from 20 December 2025 to 5 January 2026"],
  [{ since: "may", until: "may" }, "in May 2026"],
  [{ since: "2025", until: "2025" }, "in 2025"],
  [{ since: "march", until: "may" }, "from 1 March to 31 May 2026"],
  // The clocks change within it.
  [{ since: "29 march", until: "29 march" }, "on 29 March 2026"],
  [
    { since: "2026-05-08 10:00", until: "2026-05-08" },
    "from Friday 8 May 2026, 10:00 to Saturday 9 May 2026, 00:00",
  ],
])("%o is said as %s", (options, expected) => {
  const read = readPeriod(options, HERE);
  expect(read.ok && sayPeriod(read.period, HERE)).toBe(expected);
});

test.each([
  [{ since: "5 march 2026", until: "1 march 2026" }, "empty"],
  [{ since: "2027-01-01" }, "future"],
  [{ since: "march", until: "may" }, null],
])("of %o: %s", (options, expected) => {
  const read = readPeriod(options, HERE);
  expect(read.ok ? cannotBe(read.period, HERE.now) : null).toBe(expected);
});
