import { expect, test } from "vitest";
import { createSeen } from "#edge/chat/seen.ts";

test("an id is new once, and again only when more than enough others have come", () => {
  const seen = createSeen(2);
  const asked = ["a", "a", "b", "a", "c", "b", "a"].map((id) => [id, seen.isNew(id)]);
  expect(asked).toEqual([
    ["a", true],
    ["a", false],
    ["b", true],
    ["a", false],
    ["c", true], // a is forgotten
    ["b", false],
    ["a", true],
  ]);
});
