import { expect, test } from "vitest";
import { Shelf } from "#core/story/shelf.ts";
import { signatureOf } from "#core/story/signature.ts";
import { SURELY_ONE } from "#core/story/strand.ts";
import { filingOf } from "./filing.ts";

const FLOOD =
  "KELMAR – A flash flood in the Sarn valley killed 12 people in the village of Tevik on Monday, the governor, Halim Dorro, said.\n\nTwo bridges were washed away.";
const FAIR = "PENROW – A fair opened at the mill of Penrow on Monday, and dealers sold two barns.";

const shelf = new Shelf();
for (const [id, body] of [
  ["a", FLOOD],
  ["b", `${FLOOD} Boats were seen.`],
  ["x", FAIR],
] as const)
  shelf.add(signatureOf(filingOf({ id, body })));

test.each([
  ["two copies of one text, and no other report", SURELY_ONE, ["a a", "b a"]],
  ["nothing, where no pair is so sure", 99, []],
])("strands of %s", (_, least, expected) => {
  const strands = [...shelf.strands(least)].map((pair) => pair.join(" "));
  expect(strands.toSorted()).toEqual(expected);
});
