import { expect, test } from "vitest";
import { type StatusShown, statusAnswer } from "#core/reply/status-answer.ts";

const QUIET: StatusShown = {
  ...{ at: 0, timeZone: "UTC", version: "1.2.3", startedAt: 0, connections: [], waiting: [] },
  ...{ givenUp: 0, channels: [], balance: "0 in", quarantined: [], quarantinedInAll: 0, held: 0 },
};
const torn = { path: "torn.pdf", rule: "It was cut off." };

test.each<[string, Partial<StatusShown>, string | null]>([
  ["nothing", {}, null],
  ["one that came today", { quarantined: [torn], quarantinedInAll: 1 }, "In quarantine: 1"],
  ["old ones alone", { quarantinedInAll: 4 }, "In quarantine: 4"],
  ["one that is read again just now", { quarantined: [torn] }, "In quarantine: 1"],
])("with %s in quarantine the status says how many there are", (_, shown, said) => {
  const text = JSON.stringify(statusAnswer({ ...QUIET, ...shown }).sections);
  if (said === null) expect(text).not.toContain("uarantine");
  else expect(text).toContain(said);
});

test("of those from before the last day it says that they are there", () => {
  const text = JSON.stringify(
    statusAnswer({ ...QUIET, quarantined: [torn], quarantinedInAll: 4 }).sections,
  );
  expect(text).toContain("torn.pdf");
  expect(text).toContain("3 from before the last day");
});
