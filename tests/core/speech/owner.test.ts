import { expect, test } from "vitest";
import { findAttribution } from "#core/speech/attribution.ts";
import { findOwner } from "#core/speech/owner.ts";
import { readQuotes } from "./read-quotes.ts";

test.each([
  [
    "TARN -- The director of the harbour said on Monday that it held.",
    "the director of the harbour",
  ],
  ["SABLE COVE — Ada Voss said that it held.", "Ada Voss"],
  ["HBR said that it held.", "HBR"],
])("no owner takes in where the copy comes from: %s", (text, owner) =>
  expect(findAttribution(text)?.owner).toBe(owner));

test.each([
  [
    "Harbour Bank (HB) Governor Ida Moe Monday said that it held.",
    "Harbour Bank (HB) Governor Ida Moe",
  ],
  ["The governor of the bank on Friday night said that it held.", "the governor of the bank"],
  ["It held, the harbour board yesterday said.", "the harbour board"],
  // A club and a paper.
  ["Tarn Wednesday said that it held.", "Tarn Wednesday"],
  ["The Mail on Sunday said that it held.", "the Mail on Sunday"],
])("when it was said is no part of who said it: %s", (text, owner) =>
  expect(findAttribution(text)?.owner).toBe(owner));

test.each([
  ["It ended in Sable.\n\nHarbourmasters said it was over.", "Harbourmasters"],
  ["It ended by the Strait. Harbourmasters said it was over.", "Harbourmasters"],
  ["It ended by the strait. Tarn Harbourmasters said it was over.", "Tarn Harbourmasters"],
])("no owner takes in the end of the sentence before: %s", (body, owner) => {
  const start = body.indexOf("Harbourmasters");
  const first = body.indexOf(owner);
  const ownerEnd = start + "Harbourmasters".length;
  const claim = {
    start: body.indexOf("it was"),
    end: body.length,
    owner: "Harbourmasters",
    ownerStart: start,
    ownerEnd,
    cue: "said",
    commitment: "neutral" as const,
    attributionStart: first,
    attributionEnd: body.indexOf("it was"),
  };
  const known = { body, entities: [], fullestName: (name: string) => name };
  const sentence = { start: first, end: body.length, passage: 0 };
  const spoken = { claims: [claim], quotes: [], mentions: [], quoted: 0 };
  expect(findOwner(known, sentence, spoken)?.owner).toBe(owner);
});

const ownerOf = (body: string) => {
  const { claims, entities, mentions } = readQuotes(body);
  const known = { body, entities, fullestName: (name: string) => name };
  const sentence = { start: 0, end: body.length, passage: 0 };
  return findOwner(known, sentence, { claims, quotes: [], mentions, quoted: 0 })?.owner ?? null;
};

test.each([
  ["On Monday the harbourmaster, Ann Roe, confirmed that Poe was moved.", "Ann Roe"],
  ["Late on Friday night the harbourmaster, Ann Roe, said that Poe was moved.", "Ann Roe"],
  ["Last Tuesday Ann Roe said that Poe was moved.", "Ann Roe"],
  ["On Monday a lorry fell and Ann Roe said that the pier was shut.", null],
])("a day may open a sentence that is all somebody's: %s", (body, owner) =>
  expect(ownerOf(body)).toBe(owner));
