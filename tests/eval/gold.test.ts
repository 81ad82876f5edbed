import { describe, expect, test } from "vitest";
import { readGold } from "./gold.ts";
import { locate } from "./locate.ts";
import { wordsOf } from "./metric/words.ts";

const GOLD = readGold();
const STYLES = [
  ...["wire", "court", "business", "sport", "science", "disaster", "parliament", "interview"],
  ...["q&a", "obituary", "round-up", "south asian", "british", "us", "police", "press release"],
  ...["live blog", "feature", "foreign", "broadcast", "markets"],
];

test("the gold set has at least forty articles of every style", () => {
  const styles = new Set(GOLD.flatMap((article) => article.styles));
  expect(GOLD.length).toBeGreaterThanOrEqual(40);
  expect(STYLES.filter((style) => !styles.has(style))).toEqual([]);
});

test("no two articles of the gold set open alike", () => {
  const openings = new Set(GOLD.map(({ body }) => body.slice(0, 60)));
  expect(openings.size).toBe(GOLD.length);
});

describe.each(GOLD.map((article) => [article.name, article] as const))("%s", (_, article) => {
  const { body, quotes, facts, claims } = article;
  const missing = (strings: readonly string[]) =>
    strings.filter((words) => locate(body, words) === null);

  test("is as long as an article", () => {
    const words = wordsOf(body).length;
    expect(words).toBeGreaterThanOrEqual(150);
    expect(words).toBeLessThanOrEqual(450);
  });

  test("has every labelled quotation between marks, in the order of the labels", () => {
    const found = quotes.map(({ text, nth }) => locate(body, text, nth));
    expect(quotes.filter((_, index) => found[index] === null)).toEqual([]);
    const starts = found.map((range) => range?.start ?? -1);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    for (const range of found) {
      const before = body.slice(0, range?.start).trimEnd().at(-1);
      expect(before, body.slice(range?.start, range?.end)).toMatch(/["“'‘«„]/u);
    }
  });

  test("has every name, cue and string of its labels", () => {
    const names = quotes.map(({ who }) => who?.[0] ?? "").flatMap((name) => name.split(" "));
    const cues = quotes.map(({ cue }) => cue ?? "");
    const words = wordsOf(body).map(({ text }) => text);
    const unknown = [...names, ...cues].filter((word) =>
      wordsOf(word).some(({ text }) => !words.includes(text)),
    );
    expect(unknown).toEqual([]);
    expect(missing([...article.notQuotes, ...article.open, ...article.furniture])).toEqual([]);
  });

  test("tells what its facts must tell", () => {
    const lower = body.toLowerCase().replace(/\s+/gu, " ");
    const has = (words: string) =>
      words.split("|").some((word) => lower.includes(word.toLowerCase()));
    expect(facts.flat().filter((words) => !has(words))).toEqual([]);
    const wanted = claims.flatMap(({ has: words, owner, hedge }) => [
      words,
      owner ?? "",
      hedge ?? "",
    ]);
    const named = article.referents.flatMap(({ has: words, is }) => [words, is]);
    const headline = article.title === null ? (article.headline?.has ?? ["a headline label"]) : [];
    expect(
      [...wanted, ...named, ...article.ownVoice, ...headline].filter((words) => !has(words)),
    ).toEqual([]);
  });
});
