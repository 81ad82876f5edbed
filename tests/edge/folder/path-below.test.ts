import { join } from "node:path";
import { expect, test } from "vitest";
import { pathBelow } from "#edge/folder/path-below.ts";

test("an accent written in two ways is one path", () => {
  const folder = join("watched", "articles");
  expect(pathBelow(folder, join(folder, "sport", "Zoe\u0308.txt"))).toBe("sport/Zo\u00eb.txt");
});
