import { expect, test } from "vitest";
import { type StatusShown, statusAnswer } from "#core/reply/status-answer.ts";
import { textOf } from "#tests/message-text.ts";

const QUIET: StatusShown = {
  page: { command: "status", options: {}, number: 1 },
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

const NOW = Date.UTC(2026, 4, 8, 21, 20);
const channel: StatusShown["channels"][number] = {
  name: "front-page",
  last: null,
  next: null,
  rests: false,
  timeZone: "UTC",
};

test.each<[string, Partial<typeof channel>, string]>([
  ["has had none", {}, "front-page none yet; no next one"],
  [
    "had one, and comes again",
    { last: NOW - 80 * 60_000, next: NOW + 40 * 60_000 },
    "front-page last 8 May, 20:00; next 8 May, 22:00",
  ],
  ["rests", { last: NOW, rests: true }, "front-page last 8 May, 21:20; no next one, resting"],
  [
    "had one before the clock was put back",
    { last: NOW + 120_000 },
    "front-page last 8 May, 21:22 by a clock that was ahead; no next one",
  ],
])("of a channel that %s the status says so", (_, changes, said) => {
  const shown = { ...QUIET, at: NOW, startedAt: NOW, channels: [{ ...channel, ...changes }] };
  expect(textOf(statusAnswer(shown))).toContain(`${said}\n`);
});

test("ten channels stand on a page, and the others behind a button", () => {
  const channels = Array.from({ length: 23 }, (_, index) => ({
    ...channel,
    name: `desk-${index}`,
  }));
  const on = (number: number) =>
    textOf(statusAnswer({ ...QUIET, channels, page: { ...QUIET.page, number } }));
  expect(on(1)).toContain("[Next page → status page:2]");
  expect(on(1)).toContain("desk-9 ");
  expect(on(1)).not.toContain("desk-10 ");
  expect(on(2)).toContain("desk-10 ");
  // What is asked for once is not said on every page.
  expect(on(2)).not.toContain("Connections");
  expect(on(3)).toContain("desk-22 ");
  expect(on(3)).not.toContain("Next page");
});
