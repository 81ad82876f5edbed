import { expect, test } from "vitest";
import { beginReading, readFiling } from "#core/change/reading.ts";
import { filingOf } from "#tests/core/story/filing.ts";

const BODY =
  "TARN, May 8 - A ferry sank off Tarn on Friday.\n\nIts captain, Ida Moe, 44, swam home.\n\nRead more: ferries";

/** The same copy each time, as a filing of its own: what was read of one is not known of another. */
const filing = () => filingOf({ id: "a", title: "Ferry sinks off Tarn", body: BODY });

test("a report that was begun reads as one that is read in one go", () => {
  const begun = filing();
  beginReading(begun);
  const reading = readFiling(begun);
  expect(reading.names.length).toBeGreaterThan(0);
  const { filing: _, ...own } = reading;
  const { filing: __, ...whole } = readFiling(filing());
  expect(own).toEqual(whole);
});

test("what was begun is of its own report, whichever is read next", () => {
  const other = filingOf({
    id: "b",
    title: "Mill burns",
    body: "A mill burned in Lund on Monday.",
  });
  beginReading(filing());
  expect(readFiling(other).body).toBe("A mill burned in Lund on Monday.");
});

test("what an editor struck from the brief is told by no line", () => {
  const whole = filing();
  const text = "Its captain, Ida Moe, 44, swam home.";
  const start = BODY.indexOf(text);
  const at = { start, end: start + text.length, text };
  const mendings = { list: [{ kind: "strike-fact", at }], by: "Ines", at: 0 } as const;
  const struck = { ...whole, article: { ...whole.article, mendings } };
  const told = (of: typeof whole) => {
    const { sentences, told, body } = readFiling(of);
    return told.map((index) => body.slice(sentences[index]?.start, sentences[index]?.end));
  };
  expect(told(whole)).toContain(text);
  expect(told(struck)).toEqual(told(whole).filter((one) => one !== text));
});
