import { expect, test } from "vitest";
import { createFullestName } from "#core/speech/fullest-name.ts";
import { readQuotes, whoSaid } from "./read-quotes.ts";

const names = (body: string) => whoSaid(body).map(([, name]) => name);
const owners = (body: string) => readQuotes(body).claims.map(({ owner }) => owner);
const WORDS = "“The pumps in the old quarter have to go by May.”";
const TAGGED = "“The pumps in the old quarter have to go by May,”";

test.each([
  ["letters that go on behind a stop", `${TAGGED} explained a Ph.D. student of tides.`],
  [
    "who signs the report",
    `The minister spoke of the pumps. ${WORDS} -- Odo Krantz (okrantz@tarnpost.com)`,
  ],
  [
    "a department, behind who is its director",
    `A statement by Brig Odo Krantz, Director, Army Public Relations said, ${WORDS}`,
  ],
  ["a people, before the one who is of it", `${TAGGED} said Velian forward Odo Krantz.`],
  [
    "a body with an office, which another holds",
    `The Acting Director of Harbour Media Operation, Brigadier Odo Sund, faulted the claim.\n\n${TAGGED} he told reporters.`,
  ],
  [
    "what follows a mark that stands for an apostrophe",
    `At the fair in Tarn, Odo Krantz‘s mother confirmed, ${WORDS}`,
  ],
  ["an adverb that opens its sentence", `Similarly through a note said ${WORDS}`],
  ["a participle that does", `Responding, and with no doubt, said: ${WORDS}`],
  ["how a sentence opens", `Speaking at the fair, Ms Eze and others asked for more: ${WORDS}`],
  [
    "the title of a work",
    `One report on the guild, entitled Women May Seize Power stated: ${WORDS}`,
  ],
])("gives words to nobody, and not to %s", (_, body) => expect(names(body)).toEqual([null]));

test.each([
  ["a doctor", `${TAGGED} explained Mira Thorne, Ph.D., of Tarn.`, "Mira Thorne"],
  ["whose words stand above the name alone", `${WORDS}\n\n— Odo Krantz, Tarn`, "Odo Krantz"],
  [
    "the manager, by his name",
    `Mira Thorne left early, and the manager, Folawe Omik of Tarn Labs, said, ${WORDS}`,
    "Folawe Omik",
  ],
  ["who said it in a town", `${TAGGED} said Krantz in Tarn Odo.`, "Krantz"],
  [
    "a person by a surname that is a place's noun",
    `Jene Park, head of the yard, came late. Park was tired.\n\n${TAGGED} he said.`,
    "Jene Park",
  ],
  ["who has a name in -ly", `Kelly said: ${WORDS}`, "Kelly"],
])("gives words to %s", (_, body, name) => expect(names(body)).toEqual([name]));

test("a sentence's opening word owns nothing, and whoever follows it may", () => {
  expect(owners("Similarly, the guild said that it had no boats left.")).not.toContain("Similarly");
  expect(owners("Harding said that it had no boats left.")).toEqual(["Harding"]);
});

test("a caption's name that ran on into the next sentence is not the deputies'", () => {
  const body = "Oscar Karim Krantz Deputies came to the yard. Oscar Karim Krantz, 54, was there.";
  expect(createFullestName(body)("Deputies")).toBe("Deputies");
  expect(createFullestName("Oscar Karim Krantz came.")("Krantz")).toBe("Oscar Karim Krantz");
});

test.each([
  [
    "without the page's buttons that ran into a caption",
    `Quill Pinnet Share Carolyn Moe waves.\n\nCarolyn Moe leads the yard. ${TAGGED} says Carolyn Moe.`,
    "Carolyn Moe",
  ],
  ["without a day", `The Tarn Tribune on February 11, 1950, wrote: ${WORDS}`, "Tarn Tribune"],
  [
    "and not by its rules",
    `Quill pulled the post down.\n\nQuill, in a comment, said: “This post violated the Quill Rules of May.”`,
    "Quill",
  ],
  [
    "without the seat of an office",
    `Consul General of Orva to Tarn Leila Hong was impressed.\n\n${TAGGED} she said.`,
    "Leila Hong",
  ],
])("names who speaks %s", (_, body, name) => expect(names(body)).toEqual([name]));

test("the day somebody left is no part of his office", () => {
  const [quote] = readQuotes(
    `Nobody slept the day president Odo Krantz left for Tarn.\n\n${TAGGED} Krantz said.`,
  ).quotes;
  expect(quote?.speaker?.role).toBe("president");
});
