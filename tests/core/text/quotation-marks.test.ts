import { expect, test } from "vitest";
import { findPassages } from "#core/text/passages.ts";
import { findQuotations } from "#core/text/quotation-marks.ts";

const inMarks = (body: string): string[] =>
  findQuotations(body, findPassages(body)).map(({ start, end }) => body.slice(start, end));

test.each([
  ["curly", "“We won,” said Ann Roe. “At last.”", ["We won", "At last."]],
  ["straight", '"We won," said Ann Roe. "At last."', ["We won", "At last."]],
  ["spaced by a tokeniser", '" We won , " said Ann Roe .', ["We won"]],
  ["French", "« Nous avons gagné », said Ann Roe.", ["Nous avons gagné"]],
  ["German", "„Wir haben gewonnen“, said Ann Roe.", ["Wir haben gewonnen"]],
  ["German, turned", "»Wir haben gewonnen«, said Ann Roe.", ["Wir haben gewonnen"]],
  ["typewriter", "``We won,'' said Ann Roe.", ["We won"]],
  ["single", "‘We won,’ said Ann Roe. ‘At last.’", ["We won", "At last."]],
  ["single and straight", "'We won,' said Ann Roe.", ["We won"]],
])("reads %s marks", (_, body, quotations) => expect(inMarks(body)).toEqual(quotations));

test.each([
  ["an apostrophe", "The players’ bus wasn’t late in the ’90s.", []],
  [
    "an owner within a single quotation",
    "‘The players’ bus was late,’ he said.",
    ["The players’ bus was late"],
  ],
  ["a clipped word", "It was rock 'n' roll, 'em all and 'tis so.", []],
  ["an inch", 'A 12" pipe burst under the road.', []],
  [
    "a mark within marks",
    "“He told me ‘go’ and I went,” she said.",
    ["He told me ‘go’ and I went"],
  ],
  [
    "a double mark within single ones",
    "‘He told me “go” and I went,’ she said.",
    ["He told me “go” and I went"],
  ],
  [
    "a single mark within single ones",
    "Sol wrote: 'They asked me 5p for a 'gift' bag, again'",
    ["They asked me 5p for a 'gift' bag, again"],
  ],
  ["two in single marks", "'We won,' and 'we lost,' he said.", ["We won", "we lost"]],
  [
    "a double mark within double ones",
    '"He called it "a gift" and left," she said.',
    ['He called it "a gift" and left'],
  ],
  [
    "two single marks that close a double one",
    "“Nan ran the ferry,’’ said Roe. “She still does,’’ he said.",
    ["Nan ran the ferry", "She still does"],
  ],
  [
    "two single marks that close what single ones opened",
    "“They sang ‘the old one’ and left,” said Roe.",
    ["They sang ‘the old one’ and left"],
  ],
  [
    "a mark that opens set where one closes",
    "It is known as the “Town of the Heron“, where many settled. “We dig,” said Roe.",
    ["Town of the Heron", "We dig"],
  ],
  [
    "a sentence that announces the next quotation, where the mark before it was lost",
    "Roe said: “We are a club of all sorts, and stay so.It added: “The floods of March are over.”",
    ["We are a club of all sorts, and stay so.", "The floods of March are over."],
  ],
  [
    "a sentence that tells within marks what somebody said",
    "Roe said: “We went in. She added: “Shut it.” And so we did.”",
    ["We went in.", "Shut it."],
  ],
  ["two in double marks", '"We won" and "we lost," he said.', ["We won", "we lost"]],
  [
    "the writer's words behind a mark that was lost",
    'It states: "The wall may hold for now. The town means "it will fall in any storm."',
    ["The wall may hold for now.", "it will fall in any storm."],
  ],
  [
    "what a speaker tells within a mark that goes on below",
    '"It was late. He told me "we must go now."\n\n"And so we did," she said.',
    ['It was late. He told me "we must go now.', "And so we did"],
  ],
])("tells %s from a quotation", (_, body, quotations) => expect(inMarks(body)).toEqual(quotations));

test("carries a quotation over paragraphs whose marks reopen", () => {
  const body = "“We waited.\n\n“We hoped.\n\n“We won,” said Ann Roe.";
  const found = findQuotations(body, findPassages(body));
  expect(found.map(({ continues }) => continues)).toEqual([false, true, true]);
});

test("finds reopened marks where the line breaks are lost", () => {
  expect(inMarks("“We waited. “We hoped.” Ann Roe won.")).toEqual(["We waited.", "We hoped."]);
});

test("ends a quotation that never closes at its attribution", () => {
  expect(inMarks("“We regret this, Ann Roe said in a statement. The cuts begin in June.")).toEqual([
    "We regret this",
  ]);
});

test("keeps a quotation whole that spaced ellipses part", () => {
  expect(inMarks('Ann Roe said: "We waited . . . and then we won." She smiled.')).toEqual([
    "We waited . . . and then we won.",
  ]);
});

test.each([
  [
    "where one mark is left",
    "“It may hold. The report adds that “it may not.”",
    ["It may hold.", "it may not."],
  ],
  [
    "nowhere where others follow",
    "“It may hold. The report adds that “it may not.” Nobody said “stop.”",
    ["It may hold. The report adds that “it may not.", "stop."],
  ],
])("ends a quotation that lost its closing mark %s", (_, body, quotations) =>
  expect(inMarks(body)).toEqual(quotations));
