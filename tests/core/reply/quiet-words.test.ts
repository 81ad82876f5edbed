import { expect, test } from "vitest";
import { clockTime, readQuietWords } from "#core/reply/quiet-words.ts";

test.each([
  ["22-7", "22:00-07:00"],
  ["22:00-06:30", "22:00-06:30"],
  ["22h to 7h", "22:00-07:00"],
  ["10pm - 7am", "22:00-07:00"],
  ["12am–12pm", "00:00-12:00"],
  ["24-6", "00:00-06:00"],
  ["off", "none"],
  ["none", "none"],
  ["22-22", null], // never over
  ["25-7", null],
  ["22:60-7", null],
  ["13pm-7", null],
  ["tonight", null],
])("quiet hours in %s: %s", (text, expected) => {
  const read = readQuietWords(text);
  const said =
    read === null || read === "none" ? read : `${clockTime(read.from)}-${clockTime(read.to)}`;
  expect(said).toBe(expected);
});
