import { describe, expect, test } from "vitest";
import { dueSlot, firstSlot, latestSlot, lineAt, nextSlots } from "#core/digest/cadence.ts";
import { isNeverOver, quietAt } from "#core/digest/quiet.ts";
import { createClocks } from "#core/digest/wall-clock.ts";
import { at, cadence, iso, line, quietHours } from "./samples.ts";

const clocks = createClocks();
const LONDON = "Europe/London";

describe("quiet hours", () => {
  const night = quietHours(22, 6.5, LONDON);
  const weekend = quietHours(0, 24, LONDON, { days: [6, 0], urgent: "wait" });
  test.each([
    // 8 May 2026 is a Friday; London is an hour ahead of UTC.
    [[night], "2026-05-08T20:59Z", null],
    [[night], "2026-05-08T21:00Z", "2026-05-09T05:30"],
    [[night], "2026-05-09T05:29Z", "2026-05-09T05:30"],
    [[night], "2026-05-09T05:30Z", null],
    // Days are those on which they begin: the night of Friday reaches into Saturday.
    [[quietHours(22, 6, LONDON, { days: [5] })], "2026-05-09T03:00Z", "2026-05-09T05:00"],
    [[quietHours(22, 6, LONDON, { days: [6] })], "2026-05-09T03:00Z", null],
    // Two that meet are one.
    [[night, weekend], "2026-05-08T22:30Z", "2026-05-11T05:30"],
    // The night in which the clocks go forward is an hour shorter, and the other one longer.
    [[night], "2026-03-28T23:00Z", "2026-03-29T05:30"],
    [[night], "2026-10-24T23:00Z", "2026-10-25T06:30"],
    [[quietHours(8, 9, "Asia/Karachi")], "2026-05-08T03:10Z", "2026-05-08T04:00"],
  ])("%j at %s are over at %s", (quiet, now, until) => {
    const hush = quietAt(quiet, at(now), clocks);
    expect(hush === null ? null : iso(hush.until)).toBe(until);
  });

  test("that wait win over those that let urgent items pass", () => {
    expect(quietAt([night, weekend], at("2026-05-08T22:30Z"), clocks)?.urgent).toBe("pass");
    expect(quietAt([night, weekend], at("2026-05-09T23:30Z"), clocks)?.urgent).toBe("wait");
  });

  test.each([
    [[quietHours(0, 24, LONDON)], true],
    [[night, quietHours(6, 22, LONDON)], true],
    [[night, quietHours(6, 21, LONDON)], false],
    [[weekend], false],
  ])("%j are never over: %s", (quiet, expected) => {
    expect(isNeverOver(quiet, clocks, at("2026-05-08T23:00Z"))).toBe(expected);
  });
});

describe("slots within quiet hours", () => {
  const nightly = cadence("0 */2 * * *", LONDON, { quiet: [quietHours(22, 6.5, LONDON)] });

  test("fall to their end, once", () => {
    expect(nextSlots(nightly, at("2026-05-08T18:00Z"), 3).map(iso)).toEqual([
      ...["2026-05-08T19:00", "2026-05-09T05:30", "2026-05-09T07:00"],
    ]);
    expect(nextSlots(nightly, at("2026-05-09T04:00Z"), 1).map(iso)).toEqual(["2026-05-09T05:30"]);
    expect(iso(latestSlot(nightly, at("2026-05-09T04:00Z")) ?? 0)).toBe("2026-05-08T19:00");
  });

  test("are due then, and what was missed before waits for it too", () => {
    const last = at("2026-05-08T17:00Z");
    expect(dueSlot(nightly, last, at("2026-05-09T04:00Z"))).toBeNull();
    expect(dueSlot(nightly, last, at("2026-05-09T05:30Z"))).toBe(at("2026-05-09T05:30Z"));
    const evening = cadence("0 20 * * *", LONDON, { quiet: nightly.quiet });
    expect(dueSlot(evening, last, at("2026-05-08T21:10Z"))).toBeNull();
    expect(dueSlot(evening, last, at("2026-05-09T05:30Z"))).toBe(at("2026-05-08T19:00Z"));
  });

  test("are foretold on the last day of a long weekend", () => {
    const quiet = [quietHours(22, 6.5, LONDON), quietHours(0, 24, LONDON, { days: [6, 0] })];
    const friday = cadence("0 23 * * 5", LONDON, { quiet });
    const [next] = nextSlots(friday, at("2026-05-10T20:00Z"), 1);
    expect(iso(next ?? 0)).toBe("2026-05-11T05:30");
  });

  test("keep the name of their line", () => {
    const named = {
      ...cadence([], LONDON, { quiet: nightly.quiet }),
      lines: [
        line("0 9 * * *", LONDON, { name: "Morning" }),
        line("0 3 * * *", LONDON, { name: "Night" }),
      ],
    };
    expect(lineAt(named, at("2026-05-09T05:30Z"))?.name).toBe("Night");
    expect(lineAt(named, at("2026-05-09T08:00Z"))?.name).toBe("Morning");
    expect(lineAt(named, at("2026-05-09T02:00Z"))).toBeNull();
  });
});

describe("several lines", () => {
  const editions = {
    ...cadence([], LONDON),
    lines: [
      line("0 8 * * 1-5", LONDON, { name: "Morning", most: 12 }),
      line("0 10 * * 6,0", LONDON, { name: "Weekend" }),
      line("0 12 * * 1-5", "Asia/Karachi", { name: "Karachi" }),
    ],
  };

  test("are one list of slots; where two meet there is one, named by the first", () => {
    // 08:00 in London is 12:00 in Karachi while London has summer time.
    expect(nextSlots(editions, at("2026-05-08T00:00Z"), 3).map(iso)).toEqual([
      ...["2026-05-08T07:00", "2026-05-09T09:00", "2026-05-10T09:00"],
    ]);
    expect(lineAt(editions, at("2026-05-08T07:00Z"))?.name).toBe("Morning");
    expect(nextSlots(editions, at("2026-11-06T00:00Z"), 3).map(iso)).toEqual([
      ...["2026-11-06T07:00", "2026-11-06T08:00", "2026-11-07T10:00"],
    ]);
  });

  test("have one latest slot", () => {
    expect(iso(latestSlot(editions, at("2026-05-10T00:00Z")) ?? 0)).toBe("2026-05-09T09:00");
  });
});

describe("a pause", () => {
  const hourly = cadence("0 * * * *", "UTC", { pauseUntil: at("2026-05-10T08:00Z") });

  test("has no slot, and the first one behind it is due", () => {
    const last = at("2026-05-08T10:00Z");
    expect(dueSlot(hourly, last, at("2026-05-10T07:59Z"))).toBeNull();
    expect(dueSlot(hourly, last, at("2026-05-10T08:00Z"))).toBe(at("2026-05-10T08:00Z"));
    expect(nextSlots(hourly, last, 2).map(iso)).toEqual(["2026-05-10T08:00", "2026-05-10T09:00"]);
  });

  test("also holds back a slot that came before it and was not dealt with", () => {
    const daily = cadence("0 7 * * *", "UTC", { pauseUntil: at("2026-05-10T08:00Z") });
    expect(dueSlot(daily, at("2026-05-08T07:00Z"), at("2026-05-10T12:00Z"))).toBeNull();
  });
});

test.each([
  ["2026-05-08T12:34:56Z", "2026-05-08T12:34"],
  ["2026-05-08T23:00Z", null],
  ["2026-05-07T12:00Z", null],
])("the first edition of a channel at %s has the slot %s", (now, expected) => {
  const of = cadence("0 8 * * *", "UTC", {
    quiet: [quietHours(22, 6, "UTC")],
    pauseUntil: at("2026-05-08T00:00Z"),
  });
  const slot = firstSlot(of, at(now));
  expect(slot === null ? null : iso(slot)).toBe(expected);
});
