import { expect, test } from "vitest";
import { halves } from "#core/brief/contrast.ts";

test.each([
  ["Some captains said the pier was sound.", ["Others said it was not."], true],
  ["Some captains said the pier was sound.", ["It rained.", "But others stayed away."], true],
  ["Some captains said the pier was sound.", ["Other than that, it rained."], false],
  ["Some captains like the pier and others do not.", ["Others sail on."], false],
  ["One side of the pier has rust.", ["It rained.", "The other is sound."], true],
  ["One crew will pay and wait.", ["One crew will not pay and wait."], true],
  ["One crew will pay and wait.", ["Another crew sailed."], false],
  ["One day the pier will fall.", ["The other crew sailed."], false],
  ["On the one hand, boats pay.", ["On the other, they never wait."], true],
  ["Two captains said the pier was sound.", ["Others said it was not."], false],
])("the other half of %j stands in %j: %s", (text, behind, expected) =>
  expect(halves(text, behind)).toBe(expected));
