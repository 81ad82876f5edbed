import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { articleId, contentHash, pathBelow } from "#edge/folder/identity.ts";
import { isIgnored } from "#edge/folder/ignore.ts";

test("an id is short, easy to type, and the path's own", () => {
  fc.assert(
    fc.property(fc.string(), (path) => {
      expect(articleId(path)).toMatch(/^[0-9a-hjkmnp-tv-z]{10}$/u);
      expect(articleId(path)).toBe(articleId(path));
    }),
  );
  expect(articleId("a.txt")).not.toBe(articleId("b.txt"));
});

test("an accent written in two ways is one path", () => {
  const folder = join("watched", "articles");
  expect(pathBelow(folder, join(folder, "sport", "Zoe\u0308.txt"))).toBe("sport/Zo\u00eb.txt");
  expect(articleId("Zoe\u0308.txt")).toBe(articleId("Zo\u00eb.txt"));
});

test("a content hash is SHA-256 in hex", () => {
  expect(contentHash(new Uint8Array())).toBe(
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  );
});

test.each([
  ["a.txt", false],
  ["sport/a.md", false],
  ["part.txt", false],
  ["a.tmpl", false],
  ["\\.txt", false], // a name on Linux, where no folder ends in a backslash
  ["", false],
  [".a.txt", true],
  [".git/config", true],
  ["sport/.DS_Store", true],
  ["a.txt.part", true],
  ["a.PART", true],
  ["a.txt.tmp", true],
  ["a.txt.filepart", true],
  ["a.txt~", true],
  ["a.crdownload", true],
  ["~$a.docx", true],
  ["$a.docx", false],
  ["download.txt", false],
  ["a.txt.uploading", true],
  ["#recycle/a.txt", true],
  ["#metoo.txt", false],
  ["#a.txt#", true],
  ["Thumbs.db", true],
  ["uploads.part/a.txt", true],
])("%j is passed over: %s", (path, expected) => expect(isIgnored(path)).toBe(expected));
