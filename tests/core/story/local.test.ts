import { expect, test } from "vitest";
import { signatureOf } from "#core/story/signature.ts";
import { filingOf } from "./filing.ts";

const { local = [], details } = signatureOf(
  filingOf({
    id: "one",
    title: "Baker shot at a bar in Tarnmouth",
    body: "TARNMOUTH — Baker Ida Moe was shot in the 400 block of Dunmore outside a bar near Fenn Lane on Sunday, Tarnmouth police said Monday. She is at Arden Regional Medical Center, Sgt. Lou Ferris said.",
  }),
);

test.each(["tarnmou", "arden", "ferri"])("%s is of the town", (key) => {
  expect(local).toContain(key);
});

test.each(["moe", "dunmore", "fenn"])("%s is not: few things have it", (key) => {
  expect(local).not.toContain(key.slice(0, 7));
});

test("the day is that of the thing, and not of who told it; a block tells the street", () => {
  expect(details.days).toEqual(["sun"]);
  expect(details.streets).toEqual(["fenn ln", "dunmore"]);
  expect(details.settings).toEqual(["bar"]);
});
