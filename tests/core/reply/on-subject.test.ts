import { expect, test } from "vitest";
import { factsOn, onSubjectFirst, quotesBy, shownOf } from "#core/reply/on-subject.ts";
import { alternativesOf } from "#core/reply/word-forms.ts";
import { sampleFact, sampleFiled, sampleQuote } from "#tests/samples.ts";

const BODY = `The minister spoke of the Strait of Hormuz on Friday. Ships wait there. “We will keep it open,” he said. “NATO is a shield,” he added, of fuel.

Asked on fuel prices, he was short. “They fall,” he said. The price of a litre is high. “No comment,” he said.

“The strait and the fuel price go together,” he said.
“Tariffs are next,” he said.`;

const quoted = (text: string) => {
  const start = BODY.indexOf(text);
  return sampleQuote({ text, start, end: start + text.length });
};
const OPEN = quoted("We will keep it open");
const SHIELD = quoted("NATO is a shield");
const FALL = quoted("They fall");
const COMMENT = quoted("No comment");
const BOTH = quoted("The strait and the fuel price go together");
const TARIFFS = quoted("Tariffs are next");
const ALL = [OPEN, SHIELD, FALL, COMMENT, BOTH, TARIFFS];

/** What is asked about, how near the article's quotes are to it, and those that are shown. */
test.each([
  ["what a quote says", ["nato"], "saying", [SHIELD]],
  ["what a quote says in another form", ["tariff"], "saying", [TARIFFS]],
  ["two words that a quote says", ["fuel", "prices"], "saying", [BOTH]],
  ["what stands right before a quote, in its paragraph", ["fuel prices"], "beside", [FALL]],
  ["what its own sentence says", ["added"], "beside", [SHIELD]],
  ["what stands too far before it", ["minister"], "none", [OPEN, SHIELD, FALL]],
  ["what is far: those that are the least far from it", ["hormuz"], "none", [OPEN, SHIELD, FALL]],
  ["what is behind it", ["litre", "comment"], "beside", [COMMENT]],
  ["part of a word", ["shie"], "none", [OPEN, SHIELD, FALL]],
  ["a phrase whose words stand apart", ["strait fuel"], "none", [OPEN, SHIELD, FALL]],
  ["nothing in particular", [], "saying", [OPEN, SHIELD, FALL]],
] as const)("of %s", (_, words, near, quotes) => {
  const filed = sampleFiled({ body: BODY }, { quotes: ALL });
  const subject = alternativesOf({ words, exact: [] });
  const told = onSubjectFirst([filed], (one) => quotesBy(one, ""), subject).map((one) =>
    shownOf(one, subject),
  );
  expect(told).toEqual([{ filed, near, parts: quotes }]);
});

test("of parts that are not on it those beside which it stands nearest come first", () => {
  const filed = sampleFiled({ body: BODY }, { quotes: ALL.toReversed() });
  const subject = [["hormuz"]];
  const [told] = onSubjectFirst([filed], (one) => one.brief.quotes, subject);
  expect(told === undefined ? null : shownOf(told, subject).parts).toEqual([OPEN, SHIELD, FALL]);
});

test("articles whose quotes say it come first, then those beside whose quotes it stands", () => {
  const one = (id: string, quotes: readonly (typeof OPEN)[]) =>
    sampleFiled({ id, body: BODY }, { quotes });
  const articles = [
    one("none", [OPEN]),
    one("beside", [FALL, OPEN]),
    one("empty", []),
    one("saying", [OPEN, FALL, BOTH]),
    one("none too", [TARIFFS]),
    one("saying too", [BOTH]),
  ];
  const told = onSubjectFirst(articles, (filed) => filed.brief.quotes, [
    ["fuel"],
    ["price", "prices"],
  ]);
  expect(told.map(({ filed, near, parts }) => [filed.article.id, near, parts])).toEqual([
    ["saying", "saying", [BOTH]],
    ["saying too", "saying", [BOTH]],
    ["beside", "beside", [FALL]],
    ["none", "none", [OPEN]],
    ["none too", "none", [TARIFFS]],
  ]);
});

test("a line break ends what stands around a quote", () => {
  const body = "Fuel is dear.\n“They fall,” he said.";
  const start = body.indexOf("They fall");
  const quotes = [sampleQuote({ text: "They fall", start, end: start + 9 })];
  const [told] = onSubjectFirst([sampleFiled({ body }, { quotes })], () => quotes, [["fuel"]]);
  expect(told?.near).toBe("none");
});

test("of facts those on the subject are told, else the first", () => {
  const text = "Ships wait there.";
  const start = BODY.indexOf(text);
  const facts = [
    sampleFact({ text: "It is open.", start: 300, end: 311 }),
    sampleFact({ text, start, end: start + 17 }),
  ];
  const filed = sampleFiled({ body: BODY }, { facts });
  expect(factsOn(filed, [["ship", "ships"]])).toEqual([facts[1]]);
  expect(factsOn(filed, [["hormuz"]])).toEqual([facts[1]]);
  expect(factsOn(filed, [["zeppelin"]])).toEqual([facts[0]]);
});
