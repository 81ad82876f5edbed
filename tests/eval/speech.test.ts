import { expect, test } from "vitest";
import { samplesOfLesson } from "./lesson-samples.ts";
import { measureSpeech, partOf, type SpeechArticle } from "./speech.ts";
import { readLesson, readLessons } from "./training.ts";

const TEXT = "“We wait,” Ann Roe said. The port would stay shut, police said.";

function article(quotes: SpeechArticle["quotes"]): SpeechArticle {
  return { id: "one", title: null, text: TEXT, quotes };
}

function label(type: string, words: string, speaker: string, verb: string) {
  const start = TEXT.indexOf(words);
  const at = TEXT.indexOf(speaker);
  const source = { speaker, speakerStart: at, speakerEnd: at + speaker.length };
  return { spans: [[start, start + words.length] as [number, number]], type, verb, ...source };
}

test.each([
  ["a right mention", label("direct", "“We wait,”", "Ann Roe", "said"), "right"],
  ["a wrong one", label("direct", "“We wait,”", "The port", "said"), "wrong"],
  ["an owner of a claim", label("indirect", "The port would stay shut", "police", "said"), "right"],
  ["a wrong owner", label("indirect", "The port would stay shut", "Ann Roe", "said"), "wrong"],
  ["what we don't take for speech", label("direct", "stay shut", "police", "said"), "not found"],
])("judges %s", (_, quote, verdict) => {
  expect(measureSpeech(article([quote])).map((one) => one.verdict)).toEqual([verdict]);
});

test("says nothing of a label whose source is a verb", () => {
  expect(measureSpeech(article([label("direct", "“We wait,”", "said", "said")]))).toEqual([]);
});

test("parts a set by its ids alone, and keeps what must be held out", () => {
  const ids = Array.from({ length: 1000 }, (_, at) => `article-${at}`);
  const held = ids.filter((id) => partOf(id) === "held").length;
  expect(held).toBeGreaterThan(340);
  expect(held).toBeLessThan(460);
  expect(partOf("article-1", new Set(["article-1"]))).toBe("held");
});

test("reads a lesson's marks and signs", () => {
  const { body, marks, signs } = readLesson("one", "“A,” said {1:Dar}. {Roe} said<1> it.");
  expect(body).toBe("“A,” said Dar. Roe said it.");
  expect(marks.map(({ start, end }) => body.slice(start, end))).toEqual(["Dar", "Roe"]);
  expect(signs).toEqual([{ at: body.indexOf(" it."), id: 1 }]);
});

test("gives each lesson's words to the one it marks", () => {
  const lesson = readLesson("one", "“We wait,” {Ann Roe} told Lee Tarn. {She} said: “Go home.”");
  const owners = samplesOfLesson(lesson).map(({ right, ranges }) =>
    ranges
      .filter((_, at) => right[at] === true)
      .map(({ start, end }) => lesson.body.slice(start, end)),
  );
  expect(owners).toEqual([["Ann Roe"], ["She"]]);
});

test("holds enough lessons, each with words that someone owns", () => {
  const lessons = readLessons();
  expect(lessons.length).toBeGreaterThan(100);
  for (const { name, marks } of lessons) expect(marks, name).not.toEqual([]);
});
