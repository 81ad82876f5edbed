import { expect, test } from "vitest";
import { whoSaid } from "./read-quotes.ts";

const names = (paragraphs: readonly string[]): (string | null)[] =>
  whoSaid(paragraphs.join("\n\n")).map(([, name]) => name);

const MEETING = "Zora Pell met Hugo Prat in the yard.";

test.each([
  [
    "an answer to a question is the other's",
    [MEETING, "“Are you coming?” Pell asked.", "“No,” Prat said.", "“Why not?”", "“I am tired.”"],
    ["Zora Pell", "Hugo Prat", "Zora Pell", "Hugo Prat"],
  ],
  [
    "the one who is asked answers",
    [MEETING, "“Are you coming?” Prat asked Pell.", "“No.”"],
    ["Hugo Prat", "Zora Pell"],
  ],
  [
    "bare turns between two named ones alternate",
    [MEETING, "“Coming?” Pell asked.", "“No.”", "“You said so.”", "“I lied,” Prat said."],
    ["Zora Pell", "Hugo Prat", "Zora Pell", "Hugo Prat"],
  ],
])("settles who speaks in a dialogue: %s", (_, paragraphs, speakers) =>
  expect(names(paragraphs)).toEqual(speakers));

test.each([
  [
    "a third short turn, that asks nothing",
    [MEETING, "“I saw it,” Pell said.", "“You did not,” Prat said.", "“I did.”"],
    ["Zora Pell", "Hugo Prat", null],
  ],
  [
    "an odd number of bare turns",
    [MEETING, "“Coming?” Pell asked.", "“No.”", "“I lied,” Prat said."],
    ["Zora Pell", null, "Hugo Prat"],
  ],
  [
    "a question that the writer parted from its answer",
    [MEETING, "“Coming?” she asked.", "The bell rang for an hour.", "“No.”"],
    ["Zora Pell", null],
  ],
])("names nobody for %s", (_, paragraphs, speakers) => expect(names(paragraphs)).toEqual(speakers));
