import { expect, test } from "vitest";
import { readNoticeLines, readStoryLines } from "#core/article/release/lines.ts";
import { strictest } from "#core/article/release/notice.ts";

const TAKEN_IN = Date.UTC(2025, 4, 7, 12);
const STORY = [
  "Council votes to shut the pier",
  "",
  "The council voted on Thursday to shut the pier, which needs repairs.",
];

/** The lines that a reader takes off the top, before the headline is found. */
test.each([
  [["EMBARGOED UNTIL", "00.01 GMT on Friday 9 May 2025"], 2],
  [["EMBAR-", "GOED UNTIL 00.01 GMT 9 MAY 2025"], 2],
  [["HOLD FOR", "RELEASE"], 2],
  [["EMBARGO: 9 May 2025", "Time: 22:00 GMT"], 2],
  [["EMBARGOED UNTIL 00.01 GMT 6 MAY 2025", "CHANGED TO 00.01 GMT, 9 MAY 2025"], 2],
  [["EMBARGOED UNTIL 00.01 GMT 6 MAY 2025", "STILL NOT CLEARED"], 2],
  [["Embargo till 2030"], 1],
  [["Sperrfrist: Redebeginn", "Es gilt das gesprochene Wort."], 1],
  [["EMBARGO LIFTED"], 1], // it says that the copy is free, and is no headline
])("%j above a headline is a notice of %d lines", (lines, count) => {
  expect(readNoticeLines([...lines, "", ...STORY], 0, false)?.lines).toBe(count);
});

test.each([
  [
    [
      "Embargo till 2030",
      "",
      "The ban on grain will last until 2030, ministers agreed on Thursday in Torvik.",
    ],
    false,
  ],
  [
    [
      "EMBARGOED - Minister resigns over the pier",
      "",
      "The minister resigned on Thursday, the council of Torvik said.",
    ],
    false,
  ],
  [
    [
      "Oil embargo lifted after twelve years",
      "",
      "Ships sail again from Torvik, the council said on Thursday.",
    ],
    true,
  ],
  [["Politics", "", ...STORY], false],
])("%j is a headline, and stays one", (lines, isTitled) => {
  expect(readNoticeLines(lines, 0, isTitled)).toBeNull();
});

test.each([
  ["EMBARGO: 9 May 2025\nTime: 22:00 GMT", Date.UTC(2025, 4, 9, 22)],
  [
    "EMBARGOED UNTIL 00.01 GMT 6 MAY 2025\nCHANGED TO 00.01 GMT, 9 MAY 2025",
    Date.UTC(2025, 4, 9, 0, 1),
  ],
  ["EMBARGOED UNTIL 00.01 GMT 6 MAY 2025\nSTILL NOT CLEARED", null],
  [
    "Print: embargoed until 00:00 GMT 9 May 2025\nOnline: embargoed until 21:00 9 May 2025",
    Date.UTC(2025, 4, 10, 9),
  ],
])("the lines %j hold until %s", (lines, until) => {
  const body = [lines, ...STORY].join("\n\n");
  expect(strictest(readStoryLines(body, false, TAKEN_IN))).toMatchObject({ until });
});

test("a notice behind the end of a story counts as the desk's", () => {
  const body = [...STORY, "-ENDS-", "Embargo: 9 May 2025, 0001 GMT"].join("\n\n");
  expect(strictest(readStoryLines(body, true, TAKEN_IN))?.until).toBe(Date.UTC(2025, 4, 9, 0, 1));
});
