import { expect, test } from "vitest";
import { isSentence, isTorn, isWhole } from "#core/brief/whole.ts";

test.each([
  ["The crane fell on Monday.", true],
  ["“The crane fell,” Ida Moe said.", true],
  ["iPort sold the crane on Monday.", true],
  ["31 crews left on Monday.", true],
  ["the crane fell on Monday.", false],
  ["The council will vote on these:", false],
  ["The crane (pictured) fell on Monday.", false],
  ["'Tired': Moe on the quay in 1991.", false],
  ["(The crane fell on Monday.)", false],
  ["Pictured: the crane before it fell.", false],
  ["The figure below, from May, plots the price of rope.", false],
  ["The following chart counts the boats.", false],
  ["As the table shows, boats pay half.", false],
  ["The table of the captain was sold on Monday.", true],
  ["Parc stayed third in the table above Tarn.", true],
  ["The picture of the crane was sold on Monday.", true],
])("reads whole: %s → %s", (text, expected) => expect(isWhole(text)).toBe(expected));

test.each([
  ["The crane fell on Monday.", true],
  ["Shops on the quay sell rope.", true],
  ["A long night for the crews of both boats.", false],
  // Names hold verbs, and "hundred" is none.
  ["Sgt. Ida Force, a hundred times.", false],
  ["The globe which was made for the harbour in 1623.", false],
  ["Those who came by ferry were sent home.", true],
  ["Because the crane is older than the quay.", false],
  ["While the mayor was absent from two meetings.", false],
  ["While the mayor was absent, the crane fell.", true],
  ["A model of an automated mill.", false],
  ["The automated mill dried a ton of oats.", true],
  ["The wounded died in the mill.", true],
  ["Long ropes, just to make sure.", false],
  ["The crew refused to leave the quay.", true],
  ["A sad sight (if it was true).", false],
  ["The quay (which was old) is closed.", true],
  ["The old quay of Tarn, seen from the sea.", false],
  ["The old quay, seen from the sea, looks small.", true],
  ["What goes on in Tarn on the 3rd of May.", false],
  ["What goes on in Tarn is a secret.", true],
  ["What to do with the quay remains unclear.", true],
  // In a longer one stands a verb that is on no list.
  [
    "Ida Moe of the old quay, a captain and the first woman to sail to Tarn, skippers the large boats that were built for the fog.",
    true,
  ],
  // Without a stop it may be a credit.
  ["The captain after her side failed to score", false],
  ["The captain has left the club", true],
])("has a verb: %s → %s", (text, expected) => expect(isSentence(text)).toBe(expected));

test.each([
  ["The prize went to Zool. and sciences of Tarn.", 23, true],
  ["It fell on Monday. The crew left.", 18, false],
  ["It fell on Monday. iPort paid.", 18, false],
  ["It fell on Monday.", 18, false],
])("torn: %s at %i → %s", (body, end, expected) =>
  expect(isTorn(body, { start: 0, end }, { start: 0, end: body.length })).toBe(expected));
