import { describe, expect, test } from "vitest";
import { atOnceNow, lateness, termsAt, waitsForMore } from "#core/digest/edition-time.ts";
import { sampleFiled } from "#tests/samples.ts";
import { at, cadence, HOUR, line, quietHours } from "./samples.ts";

describe("a slot that is dealt with after its time", () => {
  const slot = at("2026-05-08T08:00Z");
  test.each([
    [{ post: true, limit: null }, 4 * 60_000, "on-time"],
    [{ post: true, limit: null }, 5 * 60_000, "late"],
    [{ post: true, limit: null }, 100 * HOUR, "late"],
    [{ post: true, limit: 6 * HOUR }, 6 * HOUR, "late"],
    [{ post: true, limit: 6 * HOUR }, 6 * HOUR + 1, "skipped"],
    [{ post: false, limit: null }, 4 * 60_000, "on-time"],
    [{ post: false, limit: null }, 5 * 60_000, "skipped"],
  ])("%j by %i ms is %s", (late, by, kind) => {
    expect(lateness(late, slot, slot + by)).toEqual(kind === "on-time" ? { kind } : { kind, by });
  });
});

describe("an edition of too few briefs", () => {
  const hourly = cadence("0 * * * *", "UTC");
  const SLOT = at("2026-05-08T08:00Z");
  const takenIn = (...times: readonly string[]) =>
    times.map((time, index) => ({
      filed: sampleFiled({ id: `a${index}`, takenIn: at(`2026-05-08T${time}Z`) }),
      update: false,
    }));
  test.each([
    [{ briefs: 1, slots: 3, time: null }, ["07:30"], false],
    [{ briefs: 2, slots: 3, time: null }, [], false],
    [{ briefs: 2, slots: 3, time: null }, ["07:30", "07:40"], false],
    [{ briefs: 3, slots: 3, time: null }, ["07:30", "07:40"], true],
    // It has waited through the slots of 06:00 and 07:00, then of 05:00 too.
    [{ briefs: 3, slots: 3, time: null }, ["07:30", "05:10"], true],
    [{ briefs: 3, slots: 3, time: null }, ["07:30", "04:10"], false],
    // What comes in at the minute of a slot could have gone with it.
    [{ briefs: 3, slots: 3, time: null }, ["05:00"], false],
    [{ briefs: 3, slots: 50, time: HOUR }, ["07:30"], true],
    [{ briefs: 3, slots: 50, time: HOUR }, ["07:00"], false],
  ])("%j with briefs of %j waits: %s", (least, times, expected) => {
    expect(waitsForMore({ least, cadence: hourly }, takenIn(...times), SLOT)).toBe(expected);
  });

  test("counts a brief from the end of its embargo", () => {
    const least = { briefs: 2, slots: 1, time: null };
    const instant = at("2026-05-08T07:30Z");
    const embargo = { kind: "until", instant, text: "" } as const;
    const item = (fields: { embargo?: typeof embargo }) => ({
      filed: sampleFiled({ takenIn: at("2026-05-08T01:00Z"), ...fields }),
      update: false,
    });
    expect(waitsForMore({ least, cadence: hourly }, [item({})], SLOT)).toBe(false);
    expect(waitsForMore({ least, cadence: hourly }, [item({ embargo })], SLOT)).toBe(true);
  });
});

test.each([
  ["2026-05-08T12:00Z", "post"],
  ["2026-05-08T22:30Z", "post-silently"],
  ["2026-05-08T03:00Z", "wait"],
  ["2026-05-07T12:00Z", "wait"],
])("what is urgent at %s: %s", (now, expected) => {
  const quiet = [quietHours(22, 24, "UTC"), quietHours(2, 6, "UTC", { urgent: "wait" })];
  const of = cadence("0 8 * * *", "UTC", { quiet, pauseUntil: at("2026-05-08T00:00Z") });
  expect(atOnceNow(of, at(now))).toBe(expected);
});

test("a slot has the terms of its cron line, and any other moment the channel's", () => {
  const of = {
    most: 8,
    cadence: {
      ...cadence("0 8 * * *", "Europe/London"),
      lines: [
        line("0 8 * * *", "Asia/Karachi", { name: "Morning", most: 3 }),
        line("0 18 * * *", "Europe/London"),
      ],
    },
  };
  const plain = { name: null, most: 8, timeZone: "Europe/London" };
  expect(termsAt(of, at("2026-05-08T03:00Z"))).toEqual({
    ...{ name: "Morning", most: 3, timeZone: "Asia/Karachi" },
  });
  expect(termsAt(of, at("2026-05-08T17:00Z"))).toEqual(plain);
  expect(termsAt(of, at("2026-05-08T12:34Z"))).toEqual(plain);
});
