import { describe, expect, test } from "vitest";
import { doubtOf } from "#core/story/doubt.ts";
import { pairOf } from "#core/story/pair.ts";
import { signatureOf } from "#core/story/signature.ts";
import { weigh } from "#core/story/weighed.ts";
import { filingOf } from "./filing.ts";

const COMMONNESS = { stored: 0, of: () => 0 };

function doubt(one: string, other: string): number {
  const [a, b] = [one, other].map((body, at) =>
    weigh(signatureOf(filingOf({ id: `${at}`, source: `Paper ${at}`, body })), COMMONNESS),
  );
  return a === undefined || b === undefined ? expect.unreachable() : doubtOf(pairOf(a, b));
}

const STORE =
  "TARNMOUTH — A store was robbed by a man with a knife on Monday, Tarnmouth police said. Sgt. Lou Ferris asks for help.";

describe("two crimes of one town, told of another time or place", () => {
  test.each([
    ["another day", STORE.replace("Monday", "Wednesday")],
    [
      "another hour",
      STORE.replace("on Monday", "at 3 a.m."),
      STORE.replace("on Monday", "at noon"),
    ],
    [
      "another street",
      STORE.replace("on Monday", "in Oak Lane"),
      STORE.replace("on Monday", "in Elm Street"),
    ],
  ])("are in doubt: %s", (_, other, one = STORE) => {
    expect(doubt(one, other)).toBeGreaterThan(0);
  });

  test.each([
    ["nothing differs", STORE.replace("on Monday", "this week")],
    ["both name whom it befell", `${STORE.replace("Monday", "Wednesday")} Owner Ida Moe wept.`],
    ["both state a figure", `${STORE.replace("Monday", "Wednesday")} He took $48,250.`],
    ["both name an age", `${STORE.replace("Monday", "Wednesday")} He is a 34-year-old.`],
  ])("are not: %s", (_, other) => {
    const one = `${STORE} Owner Ida Moe, a 34-year-old, lost $48,250.`;
    expect(doubt(one, other)).toBe(0);
  });
});
