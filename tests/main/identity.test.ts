import fc from "fast-check";
import { expect, test } from "vitest";
import { articleId, contentHash } from "#main/identity.ts";

test("an id is short, easy to type, and the path's own", () => {
  fc.assert(
    fc.property(fc.string(), (path) => {
      expect(articleId(path)).toMatch(/^[0-9a-hjkmnp-tv-z]{10}$/u);
      expect(articleId(path)).toBe(articleId(path));
    }),
  );
  expect(articleId("a.txt")).not.toBe(articleId("b.txt"));
});

test("an accent written in two ways is one path's", () => {
  expect(articleId("Zoe\u0308.txt")).toBe(articleId("Zo\u00eb.txt"));
});

test("a content hash is SHA-256 in hex", () => {
  expect(contentHash(new Uint8Array())).toBe(
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  );
});
