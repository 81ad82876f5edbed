import { expect, test } from "vitest";
import { hasLostQuotes } from "#core/text/lost-marks.ts";
import { findPassages } from "#core/text/passages.ts";
import { findQuotations } from "#core/text/quotation-marks.ts";

const found = (body: string): string[] =>
  findQuotations(body, findPassages(body)).map(({ start, end }) => body.slice(start, end));

test.each([
  ["a comma before the mark", "?We wait,? she said.", true],
  ["the replacement character", "He left. �We wait.�", true],
  ["questions", "Who waits? Nobody. Why? She said so.", false],
  ["whole marks beside a stray one", "“We wait,” she said. ?Now,? he said.", false],
])("tells copy that lost its marks: %s", (_, body, lost) => expect(hasLostQuotes(body)).toBe(lost));

test.each([
  [
    "a quotation over sentences",
    "?We wait. The tide waits too,? she said.",
    ["We wait. The tide waits too"],
  ],
  [
    "a term, and then a quotation",
    "The ?ghost? train ran. ?We wait,? he said.",
    ["ghost", "We wait"],
  ],
  ["a lost apostrophe", "?It is the victim?s boat,? he said.", ["It is the victim?s boat"]],
  ["a mark that never closes", "?We wait,? he said. ?And then the train ran on.", ["We wait"]],
])("pairs lost marks: %s", (_, body, quotations) => expect(found(body)).toEqual(quotations));
