import { expect, test } from "vitest";
import { safeUrl } from "#core/article/safe-url.ts";
import { readUrgency } from "#core/article/urgency.ts";

test.each([
  ["1", 1],
  [" 9 ", 9],
  ["FLASH", 1],
  ["bulletin", 2],
  ["Urgent", 3],
  ["regular", 4],
  ["routine", 5],
  ["0", null],
  ["10", null],
  ["quite urgent", null],
  ["constructor", null],
  ["", null],
])("urgency of %j is %j", (text, expected) => expect(readUrgency(text)).toBe(expected));

test.each([
  ["https://example.org/a?b=c", "https://example.org/a?b=c"],
  [" http://example.org ", "http://example.org/"],
  ["javascript:alert(1)", null],
  ["data:text/html,x", null],
  ["file:///etc/passwd", null],
  ["//example.org/a", null],
  ["/news/1", null],
  ["https://user:word@example.org/", null], // "https://bank.example@evil.example" deceives
  ["", null],
])("address %j is %j", (text, expected) => expect(safeUrl(text)).toBe(expected));
