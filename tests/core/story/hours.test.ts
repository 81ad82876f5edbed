import { describe, expect, test } from "vitest";
import { areOtherHours, hoursOf, shareHour, withoutSaidDays } from "#core/story/hours.ts";

function read(text: string) {
  return hoursOf(text, withoutSaidDays(text));
}

describe("two reports tell when it was: of other hours, or of hours that may be one", () => {
  test.each<[other: string, hour: string, same: string]>([
    ["at about 9:15 a.m. on Friday", "The shop burned at 3:40 p.m.", "at about 4 p.m. on Friday"],
    ["on Friday morning", "The shop burned at 3:40 p.m.", "on Friday afternoon"],
    ["on Friday evening", "He was shot early Friday.", "on Thursday night"],
    ["at 2 p.m.", "He was shot late Friday.", "on Friday night"],
    ["at 2 p.m.", "A girl was hit at 11:50 p.m.", "at 12:20 a.m."],
  ])("%s", (other, hour, same) => {
    expect(areOtherHours(read(hour), read(`It was ${other}.`))).toBe(true);
    expect(areOtherHours(read(hour), read(`It was ${same}.`))).toBe(false);
  });

  test("who names no time contradicts none", () => {
    expect(areOtherHours(read("It was at 3 p.m."), read("A man was hurt."))).toBe(false);
    expect(areOtherHours(read("A man was hurt."), read("It was at 3 p.m."))).toBe(false);
  });
});

describe("an hour at which nothing happened is none", () => {
  test.each([
    ["Neighbors will hold a vigil at 7 p.m.", "Neighbors heard it at 7 p.m."],
    ["Updated: 6:20 p.m.", "It began at 6:20 p.m."],
    ["She was pronounced dead at 10:05 p.m.", "She was found at 10:05 p.m."],
    ["The shop is open until 9 p.m.", "The shop was robbed at 9 p.m."],
    ["More on our newscast at 5 p.m.", "More shots fell at 5 p.m."],
  ])("%s", (text, happened) => {
    expect(hoursOf(text, "")).toEqual([]);
    expect(hoursOf(happened, "")).toHaveLength(1);
  });

  test("nor is the part of a day in which it was said, or somebody arrested", () => {
    expect(read("A man was shot, police said Monday morning.")).toEqual([]);
    expect(read("A man was shot Monday morning.")).toHaveLength(1);
    expect(read("A man was arrested late Tuesday night.")).toEqual([]);
  });
});

test("one hour is told to within minutes, and by no part of a day", () => {
  expect(shareHour(read("It was at 8:15 p.m."), read("It was at 8:20 p.m."))).toBe(true);
  expect(shareHour(read("It was at 8:15 p.m."), read("It was at 8:50 p.m."))).toBe(false);
  expect(shareHour(read("It was in the morning."), read("It was in the morning."))).toBe(false);
});
