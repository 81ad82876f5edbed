import { posix, win32 } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isIgnored } from "#desk/source/ignore.ts";
import { nameKey, nameOfText, namesLike, safeName } from "#desk/source/safe-name.ts";

describe("the name under which a file is put where copy lies", () => {
  test.each([
    ["flood.txt", "flood.txt"],
    ["Harbour bridge (final).docx", "Harbour bridge (final).docx"],
    ["جسر المرفأ.txt", "جسر المرفأ.txt"],
    ["cafe\u0301.md", "caf\u00e9.md"],
    ["../../etc/passwd", "passwd"],
    ["C:\\desk\\wire\\flood.txt", "flood.txt"],
    ["wire/", "copy"],
    ["a:b*c?.txt", "a-b-c.txt"],
    ["  flood .txt", "flood.txt"],
    ["flood.txt. . ", "flood.txt"],
    ["-rf.txt", "rf.txt"],
    ["CON", "copy-CON"],
    ["nul.tar.gz", "copy-nul.tar.gz"],
    ["COM¹.txt", "copy-COM¹.txt"],
    ["Conrad.txt", "Conrad.txt"],
    ["a\u202etxt.exe", "a-txt.exe"],
    ["\ud800.txt", "txt"],
    ["", "copy"],
  ])("of %j is %j", (wanted, name) => {
    expect(safeName(wanted)).toEqual({ ok: true, name });
  });

  test.each([
    ".env",
    "wire/.hidden.txt",
    "~$letter.docx",
    "#draft.txt#",
    "flood.txt.part",
    "flood.tmp",
    "Thumbs.db",
    "wire\\desktop.ini",
    // It is passed over once the foreign sign at its end is a hyphen that is taken off.
    "flood.tmp\u200b",
  ])("of %j there is none, since the folder passes over it", (wanted) => {
    expect(safeName(wanted)).toMatchObject({ ok: false, says: expect.stringContaining("“") });
  });

  const anyName = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 300 }),
    fc.string({ unit: "binary", maxLength: 300 }),
    fc
      .array(
        fc.oneof(
          fc.constantFrom("..", ".", "/", "\\", "CON", "lpt9", ".", ":", " ", "~$", "#", "\0", "é"),
          fc.string({ unit: "binary", maxLength: 4 }),
        ),
        { maxLength: 20 },
      )
      .map((parts) => parts.join("")),
  );

  test("lies in the folder itself, on every system, and is not passed over", () => {
    fc.assert(
      fc.property(anyName, (wanted) => {
        const reading = safeName(wanted);
        if (!reading.ok) return;
        const { name } = reading;
        expect(posix.join("/folder", name)).toBe(`/folder/${name}`);
        expect(win32.join("C:\\folder", name)).toBe(`C:\\folder\\${name}`);
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*#]/u);
        expect(name).not.toMatch(/^[\s.~-]|[\s.]$/u);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu);
        expect(name).toBe(name.normalize("NFC"));
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(190);
        expect(isIgnored(name)).toBe(false);
        expect(safeName(name)).toEqual({ ok: true, name });
      }),
      { numRuns: 2_000 },
    );
  });

  test("a text's name is as safe", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        const name = nameOfText(text);
        expect(safeName(name)).toEqual({ ok: true, name });
        expect(name).toMatch(/\.txt$/u);
      }),
    );
  });

  test("names like it are each another one, end as it does and are as safe", () => {
    fc.assert(
      fc.property(anyName, (wanted) => {
        const reading = safeName(wanted);
        if (!reading.ok) return;
        const names = [...namesLike(reading.name)].slice(0, 5);
        expect(new Set(names.map(nameKey)).size).toBe(5);
        for (const name of names) {
          expect(safeName(name)).toEqual({ ok: true, name });
          const ending = posix.extname(reading.name);
          if (/^\.[a-z0-9]{1,10}$/iu.test(ending)) expect(posix.extname(name)).toBe(ending);
        }
      }),
    );
  });
});

test.each([
  ["Harbour bridge to close\n\nPORT ELLERY – …", "Harbour bridge to close.txt"],
  ["\n\n---\ntitle: Ferry strike ends\ndate: x\n---\nIt did.", "Ferry strike ends.txt"],
  ["# Storm: what is known", "Storm- what is known.txt"],
  [
    "Rents rose 6.1% in the year to October, the fastest since 2009, as the bank held",
    "Rents rose 6 1- in the year to October, the fastest since.txt",
  ],
  ["جسر المرفأ", "جسر المرفأ.txt"],
  ["…\n—", "copy.txt"],
  ["con", "copy-con.txt"],
])("a text that begins with %j is called %j", (text, name) => {
  expect(nameOfText(text)).toBe(name);
});
