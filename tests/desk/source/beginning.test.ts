import { expect, test } from "vitest";
import { beginningOf, filesOf } from "#desk/source/beginning.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

test.each([
  ["one\r\ntwo\n\nfour", ["one", "two", "", "four"]],
  ["a\tb", ["a  b"]],
  ["\u202eevil\u0000\u001b[31m", ["·evil··[31m"]], // what turns or hides what stands around it
  ["<script>", ["<script>"]],
])("the beginning of %j is the lines %j", (text, lines) => {
  expect(beginningOf(bytesOf(text), text.length)).toEqual({
    lines,
    size: text.length,
    more: false,
  });
});

test("what is no text is shown as dots, and a long file by its first lines", () => {
  const torn = beginningOf(Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe), 6);
  expect(torn.lines).toEqual(["PK····"]);
  const many = beginningOf(bytesOf("line\n".repeat(999)), 4_995);
  expect([many.lines.length, many.more]).toEqual([30, true]);
  const wide = beginningOf(bytesOf("x".repeat(9_000)), 9_000);
  expect([wide.lines[0]?.length, wide.more]).toEqual([200, true]);
});

test.each([
  ["a.txt", ["a.txt"]],
  ["news.zip#flood.txt", ["news.zip#flood.txt", "news.zip"]],
  ["a #1.zip#b", ["a #1.zip#b", "a ", "a #1.zip"]],
  ["#tip.txt", ["#tip.txt"]],
])("what may hold %s", (path, files) => expect(filesOf(path)).toEqual(files));
