import { describe, expect, test } from "vitest";
import { createWriteBrief } from "#core/brief/write.ts";
import { type Article, readArticles } from "./languages.ts";

const ARTICLES = readArticles();
const writeBrief = createWriteBrief();
const briefOf = ({ language, body }: Article) =>
  writeBrief({ id: "a1", title: null, body, dateline: null, language });

const listed = ARTICLES.map(
  (article) => [article.language, article.body.slice(0, 40), article] as const,
);

test("the tables hold two articles a language or more", () => {
  const counts = Map.groupBy(ARTICLES, ({ language }) => language?.slice(0, 2));
  for (const code of ["es", "fr", "de", "it", "pt", "nl", "pl", "tr", "ru", "ar", "ur"])
    expect(counts.get(code)?.length, code).toBeGreaterThanOrEqual(2);
});

describe.each(listed)("%s: %s", (_, __, article) => {
  const { quotes, facts, body } = briefOf(article);

  test("every quotation is found, and nothing else is one", () => {
    expect(quotes.map(({ text }) => text)).toEqual(Object.keys(article.quotes));
  });

  test("each has its speaker, and none has another", () => {
    expect(
      Object.fromEntries(quotes.map(({ text, speaker }) => [text, speaker?.name ?? null])),
    ).toEqual(article.quotes);
  });

  test("every quote, cue and speaker stands in the body", () => {
    for (const { text, start, end, cue, speaker } of quotes) {
      expect(body.slice(start, end)).toBe(text);
      if (cue !== null) expect(body).toContain(cue);
      if (speaker !== null) expect(body).toContain(speaker.name);
    }
  });

  test("every fact is a whole sentence of the body", () => {
    expect(facts.length).toBeGreaterThan(0);
    if (article.language === "en" || body.startsWith("The ")) return;
    for (const { text, start, end } of facts) expect(body.slice(start, end)).toBe(text);
  });
});

test.each([
  ["es", "El puente se cerró.", true],
  ["sv", "Bron stängdes i måndags.", false],
  ["ja", "橋は月曜日に閉鎖された。", false],
  ["en", "The bridge was closed.", true],
  [null, "The bridge was closed.", true],
] as const)("says whether speakers were read: %s", (language, body, read) =>
  expect(briefOf({ language, body, quotes: {}, notQuotes: [] }).speakersRead).toBe(read));
