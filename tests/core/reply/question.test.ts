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
