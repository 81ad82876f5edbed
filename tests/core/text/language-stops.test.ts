import { expect, test } from "vitest";
import { rulesFor, tableOf } from "#core/text/language/rules.ts";
import { findPassages } from "#core/text/passages.ts";
import { findSentences } from "#core/text/sentences.ts";
import { readStops } from "#core/text/stops.ts";

const sentencesOf = (language: string, body: string): number => {
  const stops = readStops(body, tableOf(rulesFor(language, body)));
  return findSentences(body, findPassages(body, stops), stops).length;
};

test.each([
  ["de", "Der Rat tagte am 3. Mai in Altmoor.", 1],
  ["de", "Es kamen 30. Dann war Schluss.", 1], // read as an ordinal: a sentence too long is no harm
  ["de", "Die Bahn kam. Dann war Schluss.", 2],
  ["es", "La reunión con la Dña. Rita Olmo fue breve.", 1],
  ["es", "La reunión fue breve. Rita Olmo salió.", 2],
  ["tr", "Takım 2. Lig maçını kazandı.", 1],
  ["pl", "„Brawo!” – napisała Ewa Sowa. To koniec.", 2],
  ["fr", "« Nous attendons. » Rita Olme est partie.", 2],
])("ends the sentences of %s: %s", (language, body, count) =>
  expect(sentencesOf(language, body)).toBe(count));
