import { expect, test } from "vitest";
import { findCast } from "#core/speech/cast.ts";
import type { Entity } from "#core/speech/mention.ts";
import { inFull } from "#core/speech/titled-name.ts";
import { isRetold } from "#core/speech/told-of.ts";
import { analyse } from "#core/text/analysed.ts";
import { findPassages } from "#core/text/passages.ts";
import { findSentences } from "#core/text/sentences.ts";
import { readQuotes } from "./read-quotes.ts";

function analysed(body: string) {
  const passages = findPassages(body);
  return analyse({
    title: null,
    body,
    dateline: null,
    passages,
    sentences: findSentences(body, passages),
  });
}

const person = (id: number, name: string, gender: Entity["gender"] = "unknown"): Entity => ({
  id,
  name,
  kind: "person",
  gender,
  plural: false,
  role: null,
});

test.each([
  ["Mr. Gerle", ["Fawad Gerle", "Ann Poe"], "Fawad Gerle"],
  ["Mr. Gerle", ["Fawad Gerle", "Otto Gerle"], "Mr. Gerle"],
  ["Mrs Gerle", ["Philip Gerle", "Ninelle Gerle"], "Ninelle Gerle"],
  ["the mayor", ["Fawad Gerle"], "the mayor"],
  ["Cr Gerle", ["Fawad Gerle", "Ann Poe"], "Fawad Gerle"],
  ["Cr Gerle", ["Fawad Gerle", "Ninelle Gerle"], "Cr Gerle"],
])("%s, among %j, is %s", (name, others, full) => {
  const who = person(0, name);
  const people = others.map((one, at) => person(at + 1, one));
  expect(inFull(who, [who, ...people]).name).toBe(full);
});

test("knows the wife by the husband's given name where a cast is read", () => {
  const text = analysed(
    "Ninelle Farrow came with her husband, Philip Farrow. Mrs Farrow wept. She left.",
  );
  const { entities } = findCast(text, []);
  expect(entities.filter(({ name }) => name.includes("Farrow"))).toHaveLength(2);
});

test("proves a speaker by the name at the head of the sentence, and not by the body behind it", () => {
  const body =
    "Sergeant Jon Saxe of the Tarn and Rhos Crime Directorate said: “They care little for it.”";
  const { start = 0, end = 0 } = readQuotes(body).quotes[0]?.speaker ?? {};
  expect(body.slice(start, end)).toContain("Jon Saxe");
});

test.each([
  ["She said he then announced it.", true],
  ["She said he came late.", false],
])("tells words that someone retells: %s", (body, retold) => {
  const { tokens } = analysed(body);
  expect(isRetold(tokens, 2)).toBe(retold);
});
