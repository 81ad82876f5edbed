import fc from "fast-check";
import { expect, test } from "vitest";
import { seenByline, seenText } from "#core/article/reader-sees.ts";
import { compareRevisions } from "#core/change/revision.ts";
import { articleOf, STORY } from "./sample.ts";

const SAME = true;

/** Whether a reader sees that one text became the other. */
test.each<[string, string, boolean]>([
  ["12 comments", "14 comments", SAME],
  ["Comments (12)", "Comments (14)", SAME],
  ["# Comments: 12", "# Comments: 14", SAME],
  ["12 comments | 3 shares · 5 min read", "14 comments | 9 shares · 5 min read", SAME],
  ["12 Kommentare", "13 Kommentare", SAME],
  [
    "12 points by ana 3 hours ago | 14 comments",
    "19 points by ana 4 hours ago | 15 comments",
    SAME,
  ],
  ["The pier fell. 12 comments", "The pier fell. 14 comments", SAME],
  ["The pier fell [12 comments]", "The pier fell [14 comments]", SAME],
  ["The council got 12 comments", "The council got 14 comments", !SAME],
  ["The council got 12 comments. It met.", "The council got 14 comments. It met.", !SAME],
  ["12 views of the pier were sold", "14 views of the pier were sold", !SAME],
  ["The pier fell. 12 dead", "The pier fell. 14 dead", !SAME],
  ["The pier fell (12 dead)", "The pier fell (14 dead)", !SAME],
  ["Updated 3 minutes ago", "Updated 7 minutes ago", SAME],
  ["Police left 3 minutes ago", "Police left 7 minutes ago", !SAME],
  ["Published: 8 May 2026 10:15 BST", "Published: 8 May 2026 10:20 BST", SAME],
  [
    "Last updated on Friday, May 8, 2026 at 10:15",
    "Last updated on Friday, May 8, 2026 at 11:15",
    SAME,
  ],
  ["Updated 2026-05-08T10:15Z", "Updated 2026-05-08T11:15Z", SAME],
  ["Published a list of 12", "Published a list of 14", !SAME],
  ["8 May 2026", "9 May 2026", !SAME],
  [
    "See https://tarn.example/a?utm_source=x#c12",
    "See https://tarn.example/a?utm_source=y#c14",
    SAME,
  ],
  ["See https://tarn.example/a", "See https://tarn.example/b", !SAME],
  ["“We saw it” – she said…", '"We saw it"—she said...', SAME],
  ["He left , she said", "He left, she said", SAME],
  ["A well-known pier", "A well known pier", !SAME],
  ["one  two\n\nthree", "one two three", SAME],
])("%s and %s: the same is %s", (one, other, same) => {
  expect(seenText(one) === seenText(other)).toBe(same);
});

test.each([
  ["By Ana Field | 8 May 2026", "By Ana Field | 9 May 2026", SAME],
  ["By Ana Field, 8 May 2026 10:15", "Ana Field", SAME],
  ["By Ana Field", "By Ana Fields", !SAME],
])("the bylines %s and %s are the same: %s", (one, other, same) => {
  expect(seenByline(one) === seenByline(other)).toBe(same);
});

test("a page's counters and a bumped date are no revision, a figure of the story is one", () => {
  const kind = (was: string, is: string) =>
    compareRevisions(articleOf({}, [...STORY, was]), articleOf({}, [...STORY, is])).kind;
  expect(kind("12 comments", "14 comments")).toBe("unchanged");
  expect(kind("Police counted 12 cars.", "Police counted 14 cars.")).toBe("update");
});

test("a text is seen as it is seen: reading it twice changes nothing, and its words stay", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      expect(seenText(seenText(text))).toBe(seenText(text));
    }),
  );
});

test("blanks cost no more than their number", () => {
  expect(seenText(`a${" ".repeat(200_000)}b`)).toBe("a b");
});
