import { expect, test } from "vitest";
import { readQuotes } from "./read-quotes.ts";

function claimsOf(body: string): object[] {
  return readQuotes(body).claims.map((claim) => ({
    owner: claim.owner,
    cue: claim.cue,
    text: body.slice(claim.start, claim.end),
    attribution: body.slice(claim.attributionStart, claim.attributionEnd),
  }));
}

test.each([
  [
    "with that",
    "Ann Roe said that the dam held.",
    { owner: "Ann Roe", cue: "said", text: "the dam held.", attribution: "Ann Roe said that " },
  ],
  [
    "at the end",
    "The dam held, Ann Roe said.",
    { owner: "Ann Roe", cue: "said", text: "The dam held", attribution: ", Ann Roe said" },
  ],
  [
    "according to",
    "The dam held, according to police.",
    {
      owner: "police",
      cue: "according to",
      text: "The dam held",
      attribution: ", according to police",
    },
  ],
  [
    "according to, first",
    "According to police, the dam held.",
    {
      owner: "police",
      cue: "According to",
      text: "the dam held.",
      attribution: "According to police, ",
    },
  ],
  [
    "behind a name between commas, of someone who is spoken of",
    "The officer, Ann Roe, confirmed that Poe, who fell, was well.",
    {
      owner: "Ann Roe",
      cue: "confirmed",
      text: "Poe, who fell, was well.",
      attribution: "The officer, Ann Roe, confirmed that ",
    },
  ],
])("finds a claim %s", (_, body, claim) => expect(claimsOf(body)).toEqual([claim]));

test("says what the verb commits the writer to", () => {
  expect(readQuotes("Ann Roe claimed that the dam held.").claims[0]?.commitment).toBe("doubt");
});

test.each([
  "The dam held on Monday.",
  "The report reached the council.",
  "“The dam held,” the sign.",
])("finds no claim in: %s", (body) => expect(claimsOf(body)).toEqual([]));
