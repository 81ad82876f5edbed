import fc from "fast-check";
import { expect, test } from "vitest";
import { disagreements, sayDisagreement } from "#core/change/disagreement.ts";
import { readFiling } from "#core/change/reading.ts";
import { statementsOf } from "#core/change/statement.ts";
import { filingOf } from "#tests/core/story/filing.ts";

let made = 0;
function report(source: string, sentence: string, at = "2026-05-08T06:00:00Z") {
  made += 1;
  return filingOf({ id: `a${made}`, source, at, title: "Ferry sinks off Velsk", body: sentence });
}
const said = (...reports: readonly ReturnType<typeof report>[]) =>
  disagreements(reports).map(sayDisagreement);

test("two counts of one thing stand beside each other, each with its source and its owner", () => {
  expect(
    said(
      report("Alliance News", "A ferry sank on Friday and 31 people were killed, police said."),
      report(
        "Example Wire",
        "A ferry went down on Friday and 26 people were killed, the coastguard said.",
      ),
    ),
  ).toEqual([
    "killed: 31 (Alliance News, citing police) · 26 (Example Wire, citing the coastguard)",
  ]);
});

const KILLED = "A ferry sank on Friday and 31 people were killed, police said.";

test.each([
  ["the same count", "Thirty-one people were killed when a ferry sank, the coastguard said."],
  [
    "a bound that leaves room",
    "At least 26 people were killed when a ferry sank, the coastguard said.",
  ],
  ["a rounded figure", "About 30 people were killed when a ferry sank, the coastguard said."],
  ["another measure", "A ferry sank and 26 people were injured, the coastguard said."],
  ["another subject", "A ferry sank and 4 soldiers were killed, the coastguard said."],
  ["a part of them", "A ferry sank, killing 31 people, including 12 children."],
  ["another time", "A ferry that sank there in 2014 killed 26 people."],
  ["a fear", "As many as 26 people could have been killed when a ferry sank."],
  ["a count until some hour", "By noon 26 people were killed, the coastguard said."],
  ["a count denied", "The coastguard denied that 26 people were killed."],
])("no disagreement: %s", (_, sentence) => {
  expect(said(report("Alliance News", KILLED), report("Example Wire", sentence))).toEqual([]);
});

test("what grows by the hour disagrees only where it was filed together", () => {
  const later = "A ferry sank and 40 people were killed, the coastguard said.";
  const one = report("Alliance News", KILLED);
  expect(said(one, report("Example Wire", later, "2026-05-08T07:00:00Z"))).toHaveLength(1);
  expect(said(one, report("Example Wire", later, "2026-05-08T09:00:00Z"))).toEqual([]);
});

test("what one body says hours later it has found out since", () => {
  const turnout = (source: string, share: number, who: string, at: string) =>
    report(source, `Turnout in Marrin was ${share} per cent, ${who} said.`, at);
  const one = turnout("Alliance News", 58, "the electoral board", "2026-05-08T06:00:00Z");
  const board = turnout("Example Wire", 61, "the electoral board", "2026-05-08T09:00:00Z");
  const party = turnout("Example Wire", 61, "the opposition", "2026-05-08T09:00:00Z");
  const close = report(
    "Example Wire",
    "Turnout in Marrin was 61 per cent by the close of polls, the opposition said.",
  );
  expect(said(one, board)).toEqual([]);
  expect(said(one, party)).toHaveLength(1);
  expect(said(one, close)).toEqual([]);
});

test("of each source its latest count is held against the others", () => {
  const first = report(
    "Example Wire",
    "A ferry sank and 12 people were killed, the coastguard said.",
  );
  const then = report(
    "Example Wire",
    "A ferry sank and 31 people were killed, the coastguard said.",
    "2026-05-08T06:40:00Z",
  );
  expect(said(report("Alliance News", KILLED), first, then)).toEqual([]);
});

test("an unnamed source and the same sentence twice make no disagreement", () => {
  const nobody = { ...report("x", "A ferry sank and 12 people were killed, the coastguard said.") };
  const unnamed = { ...nobody, article: { ...nobody.article, source: null } };
  expect(said(report("Alliance News", KILLED), unnamed)).toEqual([]);
  expect(said(report("Alliance News", KILLED), report("Example Wire", KILLED))).toEqual([]);
});

test("the order of the reports changes nothing", () => {
  const reports = [26, 31, 12].map((count, at) =>
    report(`Wire ${at}`, `A ferry sank and ${count} people were killed, office ${at} said.`),
  );
  const expected = disagreements(reports);
  expect(expected).toHaveLength(1);
  fc.assert(
    fc.property(fc.shuffledSubarray(reports, { minLength: 3 }), (order) => {
      expect(disagreements(order)).toEqual(expected);
    }),
  );
});

test("every statement's proof is the article's own words at their place, whatever the text", () => {
  const pieces = fc.constantFrom(
    ..."A ferry sank|31 people were killed|police said|, |. |“|”|at least |including 4 children|\n\n".split(
      "|",
    ),
    ..."killed about 12 soldiers|put the damage at $4 million|1,000|twenty-one|[…]|🚢|é".split("|"),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const filing = report("Wire", parts.join(" "));
      for (const { proof } of statementsOf(readFiling(filing))) {
        expect(filing.brief.body.slice(proof.start, proof.end)).toBe(proof.text);
      }
    }),
  );
});
