import { expect, test } from "vitest";
import { readQuotes, whoSaid } from "./read-quotes.ts";

const names = (body: string) => whoSaid(body).map(([, name]) => name);
const last = (body: string) => names(body).at(-1) ?? null;

test.each([
  [
    "the one who tells of another's words",
    "Officer Otto Brandt was there. Brandt said Clive Orr looked at him and said: “I am ready to go now.”",
    null,
  ],
  [
    "but whoever goes on",
    "Officer Otto Brandt was there. Brandt said Clive Orr looked at him and added: “I am ready to go now.”",
    "Otto Brandt",
  ],
  [
    "whoever spoke before, where a turn of talk is retold",
    "Director Ada Voss told it at noon. And Voss says, “Would it not make her proud of you?” And I go, “Yes, it would.”",
    null,
  ],
  [
    "the owners of a clause behind an “and”",
    "Otto Brandt left. They call it the worst plan, “a long act of folly that we can do without,” and Orva Bakers say it is late.",
    null,
  ],
  [
    "a stranger who adds",
    "The clerk told of a quarrel with another suspect adding, “I think you have the wrong man.”",
    null,
  ],
  [
    "the body that a person is of",
    "Registrar Otto Brandt, who is also a member of the college’s Inner Quality Cell (IQC) said that “the lack of rooms is what holds us back.”",
    null,
  ],
  [
    "where a statement is posted",
    "In a note posted on Quill, the league, led by Otto Brandt, said it was against the plan.\n\n“The league is firmly against this and will stop the talks,” it said.",
    null,
  ],
])("words are not given to %s", (_, body, name) => expect(last(body)).toBe(name));

test("a phrase that begins within a body's name is its speaker's", () => {
  const body =
    "Tarn Hopps Center for Health Security medical anthropologist Monica Scholl-Span told the press in a talk, “People from abroad are blamed whatever we say.”";
  expect(last(body)).toBe("Monica Scholl-Span");
});

test("why somebody spoke is no part of who they are", () => {
  const body =
    "The notice went up. “I have watched them for years,” said one user in response to the notice.";
  expect(names(body)).toEqual(["one user"]);
});

test.each([
  [
    "two",
    "They call the bill the “Long Hours Act,” and Orva Bakers say it is “dead on arrival here.”",
    "Long Hours Act",
  ],
])("a clause behind an “and” speaks of other words: %s", (_, body, text) =>
  expect(whoSaid(body).filter(([said]) => said.includes(text))).toEqual([]));

test.each([
  [
    "According to a clerk cited by the Tide, Mayor Ada Voss told them, “There is a plan to end it.”",
    "according to a clerk cited by the Tide",
  ],
  ["According to Otto Brandt, “there is a plan to end it, and it is a bad one.”", null],
])("says who passes words on: %s", (body, through) =>
  expect(readQuotes(body).quotes[0]?.through ?? null).toBe(through));
