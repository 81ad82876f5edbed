import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { column, type Placed, pdfOf } from "./fixture/pdf.ts";
import { copyOf, readBytes, reasonOf } from "./helpers.ts";

const LINES = [
  "PORT ELLIS, May 8 (Port News) - The ferry between Port Ellis and the north",
  "stops in June, the council said on Monday, since the boat is old and its re-",
  "pair is dear.",
];
const MORE = [
  "The mayor, Ada Quill, said that the boat would be sold before the summer and",
  "that a bus would run along the well-",
  "known coast road.",
];
const STORY =
  "PORT ELLIS, May 8 (Port News) - The ferry between Port Ellis and the north stops in June, the council said on Monday, since the boat is old and its repair is dear.";
const SECOND =
  "The mayor, Ada Quill, said that the boat would be sold before the summer and that a bus would run along the well-known coast road.";
const headline: Placed = { text: "Ferry stops in June", x: 60, y: 780, size: 22 };

test("the largest line at the top is the headline, and gaps part paragraphs", async () => {
  const page = [headline, ...column(60, 740, LINES), ...column(60, 690, MORE)];
  expect(await copyOf("a.pdf", pdfOf([page], { title: "old.indd" }))).toMatchObject({
    format: "pdf",
    title: "Ferry stops in June",
    body: `${STORY}\n\n${SECOND}`,
  });
});

test("indents part paragraphs where no gap does", async () => {
  const [first = "", ...rest] = MORE;
  const page = [
    headline,
    ...column(60, 740, LINES),
    ...column(72, 740 - 13.2 * 3, [first]),
    ...column(60, 740 - 13.2 * 4, rest),
  ];
  expect((await copyOf("a.pdf", pdfOf([page]))).body).toBe(`${STORY}\n\n${SECOND}`);
});

test("a word is joined at a hyphen only where the file has the whole word too", async () => {
  const page = [
    headline,
    ...column(60, 740, [
      "The repair of the boat is dear, and nobody knows who pays for the re-",
      "pair, the mayor said.",
    ]),
  ];
  expect((await copyOf("a.pdf", pdfOf([page]))).body).toBe(
    "The repair of the boat is dear, and nobody knows who pays for the repair, the mayor said.",
  );
});

test("columns are read one after the other, whatever order the file has them in", async () => {
  const left = [
    "The ferry stops in June, as the",
    "council said. The boat is old,",
    "and nobody has the money for",
    "another one, it said, so that",
  ];
  const right = [
    "a bus will run along the coast",
    "in its place. It goes four times",
    "a day. The boat will be sold",
    "before the summer.",
  ];
  const rows = left.flatMap((text, row) => [
    { text: right[row] ?? "", x: 310, y: 740 - row * 13.2 },
    { text, x: 60, y: 740 - row * 13.2 },
  ]);
  expect((await copyOf("a.pdf", pdfOf([[headline, ...rows]]))).body).toBe(
    [...left, ...right].join(" "),
  );
});

test("running heads, footers and page numbers are no part of the story", async () => {
  const page = (number: number, lines: readonly Placed[]): readonly Placed[] => [
    { text: `Port News - Week ${number}`, x: 60, y: 820, size: 9 },
    ...lines,
    { text: `Page ${number} of 3`, x: 280, y: 30, size: 9 },
  ];
  const pages = [
    page(1, [headline, ...column(60, 740, LINES)]),
    page(2, column(60, 740, MORE)),
    page(
      3,
      column(60, 740, ["It is the last boat of its kind on this coast, she said on Monday."]),
    ),
  ];
  expect((await copyOf("a.pdf", pdfOf(pages))).body).toBe(
    `${STORY}\n\n${SECOND}\n\nIt is the last boat of its kind on this coast, she said on Monday.`,
  );
});

test("a sentence goes on over the end of a page", async () => {
  const pages = [
    [headline, ...column(60, 740, [...LINES, ...MORE.slice(0, 1)])],
    column(60, 740, ["that a bus would run."]),
  ];
  expect((await copyOf("a.pdf", pdfOf(pages))).body).toMatch(
    /the summer and that a bus would run\.$/u,
  );
});

test("a year at the edge of a page is no page number inside a line", async () => {
  const page = [
    headline,
    ...column(60, 740, [
      "The ferry began to run in the summer of the year",
      "1931, when the harbour was new.",
    ]),
  ];
  expect((await copyOf("a.pdf", pdfOf([page]))).body).toMatch(/year 1931, when/u);
});

const page = [headline, ...column(60, 740, LINES)];
const bomb = deflateSync(Buffer.alloc(60 * 1024 * 1024, " "));
test.each<[string, () => Uint8Array, RegExp]>([
  ["no text", () => pdfOf([[]]), /picture of a text/u],
  ["half of itself", () => pdfOf([page]).subarray(0, 500), /cut off/u],
  ["too many pages", () => pdfOf(Array.from({ length: 41 }, () => page)), /more than 40 pages/u],
  ["a bomb as its text", () => pdfOf([page], { streams: [bomb] }), /unpacks to more/u],
  [
    "a packing in a packing",
    () =>
      pdfOf([page], {
        streams: [deflateSync(bomb)],
        filter: "[/FlateDecode /FlateDecode]",
      }),
    /unpacks to more/u,
  ],
  [
    "a password",
    () =>
      pdfOf([page], {
        trailer: `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${"41".repeat(32)}> /U <${"42".repeat(32)}> >>`,
      }),
    /password/u,
  ],
  [
    "states saved in each other",
    () => pdfOf([page], { streams: [deflateSync("q ".repeat(1000))] }),
    /unpacks to more/u,
  ],
  ["nothing but its mark", () => Buffer.from("%PDF-1.4\n%%EOF"), /cannot be read/u],
])("a PDF with %s is quarantined", async (_, bytes, reason) => {
  expect(await reasonOf(readBytes("a.pdf", bytes()))).toMatch(reason);
});

test.each([
  ["em-", "ployed", "employed"],
  ["govern-", "ment", "government"],
  ["re-", "elected", "re-elected"],
  ["well-", "known", "well-known"],
  ["three-", "year", "three-year"],
  ["co-", "ordinated", "co-ordinated"],
  ["kitchen-", "table", "kitchen-table"], // nothing tells, and so it stays
])("%s|%s at the end of a line reads %s", async (head, tail, expected) => {
  const page = [
    headline,
    ...column(60, 740, [
      `The council of the old port town has ${head}`,
      `${tail} sixty more people.`,
    ]),
  ];
  expect((await copyOf("a.pdf", pdfOf([page]))).body).toContain(` ${expected} sixty`);
});

test("a label set wide is read as words, and is no headline", async () => {
  const label: Placed = { text: "P R E S S", x: 60, y: 810, size: 24 };
  const wide: Placed = { text: "R E L E A S E", x: 200, y: 810, size: 24 };
  const page = [label, wide, headline, ...column(60, 740, LINES)];
  const copy = await copyOf("a.pdf", pdfOf([page]));
  expect(copy.title).toBe("Ferry stops in June");
  expect(copy.asides.map(({ text }) => text)).toContain("PRESS RELEASE");
});

test("initials and figures that stand apart stay so", async () => {
  const page = [
    headline,
    ...column(60, 740, ["He took the 4 5 6 7 bus, and J R Moe came along with him to the port."]),
  ];
  expect((await copyOf("a.pdf", pdfOf([page]))).body).toContain("4 5 6 7 bus, and J R Moe");
});
