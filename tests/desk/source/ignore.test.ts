import { expect, test } from "vitest";
import { isIgnored } from "#desk/source/ignore.ts";

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
