import { describe, expect, test } from "vitest";
import { readSince } from "#core/reply/since.ts";

// A Friday, 10:20 in London.
const now = Date.parse("2026-05-08T09:20Z");
const read = (text: string) => readSince(text, { now, timeZone: "Europe/London" });
const at = (text: string) => Date.parse(text);

describe("since when", () => {
  test.each([
    ["today", "2026-05-07T23:00Z"],
    ["yesterday", "2026-05-06T23:00Z"],
    ["12h", "2026-05-07T21:20Z"],
    ["3d", "2026-05-05T09:20Z"],
    ["3 days ago", "2026-05-05T09:20Z"],
    ["last 2 weeks", "2026-04-24T09:20Z"],
    ["monday", "2026-05-03T23:00Z"],
    ["friday", "2026-04-30T23:00Z"], // said on a Friday
    ["this week", "2026-05-03T23:00Z"],
    ["8 May", "2026-05-07T23:00Z"],
    ["May 8, 2025", "2025-05-07T23:00Z"],
    ["9 May", "2025-05-08T23:00Z"], // the last one
    ["29 Feb", "2024-02-29T00:00Z"], // in a leap year
    ["2026-05-08", "2026-05-07T23:00Z"],
    ["2026-05-08 10:00", "2026-05-08T09:00Z"],
    ["Dec 2025", "2025-12-01T00:00Z"],
  ])("%s is %s", (text, expected) => {
    expect(read(text)).toBe(at(expected));
  });

  test.each([
    "",
    "soon",
    "31 June",
    "2026-13-01",
    "2026-05-08 25:00",
    "3",
    "-3d",
    "99999d",
  ])("“%s” is no moment", (text) => {
    expect(read(text)).toBeNull();
  });
});
