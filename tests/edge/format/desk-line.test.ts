import { expect, test } from "vitest";
import { readDeskLine } from "#edge/format/desk-line.ts";
import { copyOf, readText, reasonOf } from "./helpers.ts";

test.each([
  ["EDS: please disregard", "editorNote", "please disregard"],
  ["(Eds: Adds quotes. With pictures)", "editorNote", "Adds quotes. With pictures"],
  ["Editor’s note – The writer is a diver.", "editorNote", "The writer is a diver."],
  ["ATTN EDITORS: Adds quotes", "editorNote", "Adds quotes"],
  ["Note to editors: picture follows", "editorNote", "picture follows"],
  ["EDS NOTE: Draft", "editorNote", "Draft"],
  ["Ed’s note: Adds quotes", "editorNote", "Adds quotes"],
  ["Note for the editors: Adds quotes", "editorNote", "Adds quotes"],
  ["Hinweis an die Redaktionen: Vertraulich", "editorNote", "Vertraulich"],
  ["Note aux rédactions : brouillon", "editorNote", "brouillon"],
  ["Nota a los medios: borrador", "editorNote", "borrador"],
  ["© 2025 Harbour News", "copyright", "© 2025 Harbour News"],
  [
    "Copyright 2025 Harbour News. All rights reserved.",
    "copyright",
    "Copyright 2025 Harbour News. All rights reserved.",
  ],
  ["(c) Harbour News 2025", "copyright", "(c) Harbour News 2025"],
  ["All rights reserved.", "copyright", "All rights reserved."],
  ["Not for use in Norway or Sweden.", "usageTerms", "Not for use in Norway or Sweden."],
  ["*** NOT FOR PUBLICATION ***", "usageTerms", "NOT FOR PUBLICATION ***"],
  ["For internal use only", "usageTerms", "For internal use only"],
  ["(No archives, no resale)", "usageTerms", "No archives, no resale"],
  ["KILL", "status", "KILL"],
  ["ADVISORY: withhold until further notice", "status", "ADVISORY: withhold until further notice"],
  ["(Corrects the toll in paragraph 2)", "status", "(Corrects the toll in paragraph 2)"],
  ["This story has been withdrawn.", "status", "This story has been withdrawn."],
])("%j is a %s: %j", (line, field, value) => expect(readDeskLine(line)).toEqual({ field, value }));

test.each([
  "Eds and Ann Field run the harbour.",
  "The editors: who chose the front page",
  "Eds notes that he keeps for his wife: a love story",
  "Note aux parents : la cantine ferme",
  "Copyright law is changing, the minister said.",
  "Copyright dispute closes harbour film",
  "No use was made of the pier, she said.",
  "No print shops are left in the town that were there in May, she said.",
  "Not for the first time, the harbour closed.",
  "Internal use of the pier is allowed",
  "KILL: Harbour closes", // the mark of a headline stays with it
  "UPDATE 2-Harbour closes",
  "(The harbour closed in May.)",
  "This story is one of hope.",
  "Advisory: storm to hit the coast on Friday",
])("%j is for readers", (line) => expect(readDeskLine(line)).toBeNull());

const STORY = "OSLO, May 7 (Harbour News) – The harbour closed on Wednesday.";

test("notes, terms and notices above the story are fields, and several add up", async () => {
  const copy = await copyOf(
    "a.txt",
    `BC-Norway-Harbour, 1st Ld-Writethru, 460\nEDS: Adds quotes.\n(Eds: The picture that we announced at noon today will follow\nin an hour.)\nADVISORY: please withhold this story\nNot for use in Norway\n\nHarbour closes\nGuid: hn-17\nLang: en\nSubheadline: Ships wait\n\n${STORY}`,
  );
  expect(copy).toMatchObject({
    slug: "BC-Norway-Harbour, 1st Ld-Writethru",
    editorNote: "Adds quotes.\nThe picture that we announced at noon today will follow in an hour.",
    status: "ADVISORY: please withhold this story",
    usageTerms: "Not for use in Norway",
    title: "Harbour closes",
    guid: "hn-17",
    language: "en",
    subheadline: "Ships wait",
    body: STORY,
  });
});

test.each([
  ["1st Ld", "1st Ld"],
  ["2nd Ld-Writethru", "2nd Ld-Writethru"],
  ["UPDATE 2", "UPDATE 2"],
  ["(3rd lead)", "3rd lead"],
])("the line %j is the version %j", async (line, version) =>
  expect(await copyOf("a.txt", `${line}\nHarbour closes\n\n${STORY}`)).toMatchObject({
    version,
    title: "Harbour closes",
  }));

test.each([
  [`Harbour closes\n\n${STORY}\n\n© 2025 Harbour News\nNot for use in Norway\n`],
  [
    `Harbour closes\n\n${STORY}\n\nEnds\n\n© 2025 Harbour News\n\nNot for use in Norway\n\nContact: Bo Miller`,
  ],
])("copyright and terms below the story are fields: %j", async (text) =>
  expect(await copyOf("a.txt", text)).toMatchObject({
    copyright: "© 2025 Harbour News",
    usageTerms: "Not for use in Norway",
    body: STORY,
  }));

test("an editor's note below the story is one, however many lines it has", async () => {
  const text = `Harbour closes\n\n${STORY}\n\nEditor’s note: Ann Field is a diver, and has\nwritten of the harbour before.`;
  expect(await copyOf("a.txt", text)).toMatchObject({
    editorNote: "Ann Field is a diver, and has written of the harbour before.",
    body: STORY,
  });
});

test("NOT FOR PUBLICATION above the story is a notice, and not of the story", async () => {
  const text = `Harbour closes\n\nNOT FOR PUBLICATION\n\n${STORY}`;
  expect(await copyOf("a.txt", text)).toMatchObject({
    embargo: "NOT FOR PUBLICATION",
    body: STORY,
  });
});

test("front matter states every field, whatever it is called", async () => {
  const text = `---\ntitle: Harbour closes\nstatus: withheld\nversion: 2\nid: hn-17\nlang: en-GB\nsubtitle: Ships wait\nednote: call first\nusage_terms: not for Norway\ncopyright: Harbour News\n---\n${STORY}\n`;
  expect(await copyOf("a.md", text)).toMatchObject({
    status: "withheld",
    version: "2",
    guid: "hn-17",
    language: "en-GB",
    subheadline: "Ships wait",
    editorNote: "call first",
    usageTerms: "not for Norway",
    copyright: "Harbour News",
  });
});

test.each(["take 2", "ZCZC HNA0123", "Take 2 of 3"])("the line %j is left out", async (line) =>
  expect(await copyOf("a.txt", `${line}\nHarbour closes\n\n${STORY}`)).toMatchObject({
    title: "Harbour closes",
    body: STORY,
  }));

test.each([
  ["a.csv", "name;age\nAnn;41\nBo;52", /table/u],
  ["a.txt", "name\tage\ttown\nAnn\t41\tOslo\nBo\t52\tBergen\nCy\t7\tVoss", /table/u],
  ["a.tsv", "name\tage\nAnn\t41", /table/u],
  ["a.log", "INFO started\nERROR the harbour is closed", /log/u],
  [
    "a.txt",
    "2025-05-07T10:15:00Z a\n2025-05-07T10:15:01Z b\n2025-05-07T10:15:02Z c\n2025-05-07T10:15:03Z d",
    /log/u,
  ],
  ["a.csv", `Harbour closes\n\n${STORY}\n\nShips wait.`, /^$/u], // the content counts
  [
    "a.txt",
    "10:15 The harbour closed.\n\n10:20 It opened.\n\n10:30 It closed.\n\n10:45 It opened.",
    /^$/u,
  ],
  [
    "a.txt",
    "Oslo, Bergen and Voss, she said.\n\nAnn, Bo and Cy, he said.\n\nCod, ling and hake, they said.\n\nOne, two and three.",
    /^$/u,
  ],
])("%s %j is quarantined by %s", async (name, text, reason) =>
  expect(await reasonOf(readText(name, text))).toMatch(reason));

test("a story on one line with its note, or its date, is no heading", async () => {
  expect(await copyOf("a.txt", `(Eds: Adds quotes) ${STORY}`)).toMatchObject({
    editorNote: "Adds quotes",
    body: STORY,
  });
  const dated = `Published: 7 May 2025. ${`${STORY} `.repeat(8).trim()}`;
  expect((await copyOf("a.txt", dated)).body).toBe(dated);
});
