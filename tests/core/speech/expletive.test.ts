import { expect, test } from "vitest";
import { opensWithNothing } from "#core/speech/expletive.ts";

test.each([
  ["It was raining in Tarn when the ferry left the harbour."],
  ["It rained for nine days before the slope gave way."],
  ["It was a cold night, and the lamps were out."],
  ["It is believed that the crew had left the boat."],
  ["It remains unclear whether the council will appeal."],
  ["It's no surprise that the vote was close."],
  ["It emerged on Monday that the valve had been frozen."],
  ["It is too early to say how the fire began."],
  ["It is the first time that a woman has led the port."],
  ["It was another five hours before the search began."],
  ["It took the crews nine hours to put the fire out."],
  ["It was Ida Moe who raised the alarm."],
  ["It was not until Monday that the road was opened."],
])("“it” stands for nothing in: %s", (text) => expect(opensWithNothing(text)).toBe(true));

test.each([
  ["It was closed for the whole of the winter."],
  ["It was raised in Tarn when the ferry left the harbour."],
  ["It is believed to have left the harbour on Monday."],
  ["It is expected to open in May."],
  ["It remains closed to lorries."],
  ["It took the council to court over the pier."],
  ["It was the court that the council had built."],
  ["Its roof was a cold night's work."],
  ["The ferry was late, and it was raining in Tarn."],
])("“it” stands for a thing, or opens nothing, in: %s", (text) =>
  expect(opensWithNothing(text)).toBe(false));
