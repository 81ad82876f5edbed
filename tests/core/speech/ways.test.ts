import { expect, test } from "vitest";
import { readQuotes, whoSaid } from "./read-quotes.ts";

const names = (body: string): (string | null)[] => whoSaid(body).map(([, name]) => name);

test.each([
  [
    "for minutes",
    "Ada Voss stood on a chair. She spoke for an hour.\n\n“The mill is ours.”",
    "Ada Voss",
  ],
  ["from a stage", "At noon Ada Voss took the stage.\n\n“The mill is ours.”", "Ada Voss"],
  ["with a message", "Ada Voss had a message for the owners.\n\n“The mill is ours.”", "Ada Voss"],
  ["in a manner", "Ada Voss was defiant.\n\n“The mill is ours.”", "Ada Voss"],
  ["bluntly", "Ada Voss did not mince her words.\n\n“The mill is ours.”", "Ada Voss"],
  ["with a reason", "Ada Voss spells out why she came.\n\n“The mill is ours.”", "Ada Voss"],
  [
    "in a comment",
    "Ada Voss made the following comment on Tarn TV.\n\n“The mill is ours.”",
    "Ada Voss",
  ],
  [
    "in blame, however",
    "Ada Voss spoke on Monday. She, however, criticised the owners.\n\n“The mill is ours.”",
    "Ada Voss",
  ],
  ["but not where she made a thing", "Ada Voss made the following week.\n\n“It is ours.”", null],
  ["to a hall", "Ada Voss addressed the hall.\n\n“The mill is ours.”", "Ada Voss"],
  [
    "but not where she was silent",
    "Ada Voss did not address the hall.\n\n“The mill is ours.”",
    null,
  ],
  ["nor where a thing is told", "Ada Voss closed the hall.\n\n“The mill is ours.”", null],
])("takes speech that is announced: %s", (_, body, name) => expect(names(body)).toEqual([name]));

test.each([
  ["a dash and a name", "“We kept it all.”\n— Ada Voss, Leeds, 2019", "Ada Voss"],
  ["a role before it", "“We kept it all.”\n\n— Tarn coach Ada Voss, on the radio", "Ada Voss"],
  ["two hyphens", "“We kept it all.”\n-- Ada Voss", "Ada Voss"],
  ["an en dash", "“We kept it all.”\n– Ada Voss after the match", "Ada Voss"],
  [
    "a letter above",
    "Mills\n\nA letter from Ada Voss, head of Tarn Power.\n\n“We kept it all.”",
    "Ada Voss",
  ],
  [
    "a desk above",
    "Mills\n\nFrom the desk of Ada Voss, head of the mill.\n\n“We kept it all, and it is ours.”",
    "Ada Voss",
  ],
  ["a message above", "Mills\n\nA message from Ada Voss\n\n“We kept it all.”", "Ada Voss"],
  ["but not an item of a list", "“We kept it all.”\n– The mill closed in May.", null],
  ["nor a sentence", "“We kept it all.”\n— Ada Voss closed the mill in May.", null],
])("takes whose words they are from a line: %s", (_, body, name) =>
  expect(names(body)).toEqual([name]));

test("a line that only says whose the words are is told of", () => {
  const body = "“We kept it all.”\n— Ada Voss, Leeds, 2019\n\nThe mill closed in May.";
  const [credit] = readQuotes(body).credits;
  expect(body.slice(credit?.start, credit?.end)).toBe("Ada Voss, Leeds, 2019");
});

test.each([
  [
    "a tail that tells when",
    "“I only drive,” Ada Voss said, as the crowd clapped. “You are the engine.”",
    ["Ada Voss", "Ada Voss"],
  ],
  [
    "a tail of weather",
    "“I only drive,” said Ada Voss, while the rain fell. “You are the engine.”",
    ["Ada Voss", "Ada Voss"],
  ],
  [
    "but not one who cuts in",
    "“I only drive,” Ada Voss said, as Tom Poe stood up. “You are the engine.”",
    ["Ada Voss", null],
  ],
])("goes on behind its attribution: %s", (_, body, speakers) =>
  expect(names(body)).toEqual(speakers));

test.each([
  [
    "according to a pronoun",
    "Tom Reed, the mayor, left. According to him, “the bridge was never safe at all.”",
    "Tom Reed",
  ],
  [
    "but not how it was said",
    "Ms. Lund said Voss rose and, in a low voice said, “Remember what we agreed.”",
    null,
  ],
  [
    "a sigh with a colon",
    "Walking out at last, Ms. Voss sighed: “It is one more thing.”",
    "Ms. Voss",
  ],
  [
    "the end of a quotation",
    "“A bridge is a promise.\n\n“We will keep it,” said Ada Voss.",
    "Ada Voss",
  ],
  ["an order", "Ada Voss leaned out and instructed the crew, “Cut the rope at once.”", "Ada Voss"],
  ["a joke", "“I have had worse seats,” joked Ada Voss.", "Ada Voss"],
  [
    "an account whole",
    "User @tar_n.watch posted: “so it is a key with extra steps”.",
    "@tar_n.watch",
  ],
  ["an account behind", "“So it is a key,” wrote @ada_voss on Monday.", "@ada_voss"],
  ["but not an address", "Write to desk@example.org. “So it is a key.”", null],
])("knows who speaks: %s", (_, body, name) => {
  for (const said of names(body)) expect(said).toBe(name);
  expect(names(body)).not.toEqual([]);
});

test.each([
  ["a heading of a list", "Ivo Lantz gave evidence.\n\n1. “The valve problem”\n\nHe went home."],
  ["a song", "On the 1971 single the singer pleads, “Leave the light on, leave the door.”"],
  ["a play", "In the second scene the hero says, “I shall not see the sun again.”"],
])("does not quote %s", (_, body) => expect(whoSaid(body)).toEqual([]));

test("paper does not go on talking", () =>
  expect(
    names(
      "Ada Voss runs it.\n\nIts rent rose, according to letters shown to the Courier. “That is a lot of buns.”",
    ),
  ).toEqual([null]));
