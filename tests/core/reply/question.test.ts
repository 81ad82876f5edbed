import { expect, test } from "vitest";
import { readQuestion } from "#core/reply/question.ts";
import type { NameKind } from "#core/reply/sought.ts";

/** Questions, the names that an archive knows, and what is searched. */
const SOURCES: readonly (readonly [
  string,
  readonly (readonly [string, NameKind])[],
  Readonly<Record<string, string>>,
])[] = [
  ["New Age on grain", [["New Age", "source"]], { words: "grain", from: "New Age" }],
  ["guardian on grain", [["the guardian", "source"]], { words: "grain", from: "guardian" }],
  // "New" alone asks for the newest.
  ["new on grain", [["New Age", "source"]], { words: "grain", order: "newest" }],
  // What stands before a name says what it is.
  [
    "storm in Galle",
    [
      ["Galle", "source"],
      ["Galle", "place"],
    ],
    { words: "storm", place: "Galle" },
  ],
  [
    "storm Galle",
    [
      ["Galle", "source"],
      ["Galle", "place"],
    ],
    { words: "storm", from: "Galle" },
  ],
  // A word that many write is a word.
  ["post office robbery", [["post", "source"]], { words: "post office robbery" }],
];

test.each(SOURCES)("a source is known in: %s", (question, names, expected) => {
  const known = names.map(([phrase, kind]) => ({ phrase, kind }));
  expect(readQuestion(question, known)).toMatchObject({ command: "search", options: expected });
  expect(Object.keys(readQuestion(question, known).options)).toEqual(Object.keys(expected));
});

/** Questions whose words say what is asked for, and what is searched. */
const SAID: readonly (readonly [
  string,
  readonly (readonly [string, NameKind])[],
  string,
  Readonly<Record<string, string>>,
])[] = [
  ["Moe harbour quote", [["Moe", "speaker"]], "quotes", { speaker: "Moe", about: "harbour" }],
  [
    "Ida Moe port strike quotes about grain",
    [["Ida Moe", "speaker"]],
    "quotes",
    { speaker: "Ida Moe", about: "port strike grain" },
  ],
  // Nobody is called so: it is a word.
  ["harbour quote", [["Moe", "speaker"]], "search", { words: "harbour quote" }],
  // Who said it is asked for, and it was nobody who is named.
  ["who said Moe's hidden hand", [["Moe", "speaker"]], "quotes", { about: "Moe hidden hand" }],
  ["compare what Moe and Aldis say", [], "search", { words: "Moe Aldis" }],
  ["happning in Galle", [["Galle", "place"]], "search", { place: "Galle" }],
  ["harbour plus the ferry", [], "search", { words: "harbour ferry" }],
  ["stories about courts", [], "search", { words: "courts" }],
  ["headlines 1-7 July 2026", [], "digest", { edition: "now" }],
  ["Port Said", [], "search", { words: "Port Said" }],
];

test.each(SAID)("what is asked for is no word: %s", (question, names, command, options) => {
  const known = names.map(([phrase, kind]) => ({ phrase, kind }));
  expect(readQuestion(question, known)).toMatchObject({ command, options });
});

test("a month alone is a time, but for those that are names and words as well", () => {
  const read = (question: string) => readQuestion(question, []);
  for (const month of ["August", "july"]) {
    expect(read(month)).toMatchObject({ command: "digest", options: { edition: "now" } });
    expect(Object.keys(read(month).options)).toContain("since");
  }
  for (const word of ["March", "May", "August storm"])
    expect(read(word).command, word).toBe("search");
});
