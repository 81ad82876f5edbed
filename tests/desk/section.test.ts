import { expect, test } from "vitest";
import { sectionOf } from "#desk/prepare.ts";

test.each([
  ["sport/cup/final.txt", "sport"],
  ["sport/final.txt", "sport"],
  ["final.txt", null],
  ["/final.txt", null], // the key “wire//final.txt” of a bucket
])("the section of %s is %j", (path, section) => expect(sectionOf(path)).toBe(section));
