import fc from "fast-check";
import { expect, test } from "vitest";
import { webAddress } from "#edge/chat/text.ts";
import { directed } from "#edge/discord/direction.ts";
import { escapeLineStart, escapeText, plainLine } from "#edge/discord/escape.ts";
import { linesOf } from "#edge/discord/spans.ts";
import { anyText } from "./messages.ts";

test.each([
  ["**bold** and *it*", "\\*\\*bold\\*\\* and \\*it\\*"],
  ["snake_case __under__", "snake\\_case \\_\\_under\\_\\_"],
  ["~~gone~~ ~5 km", "\\~\\~gone\\~\\~ \\~5 km"],
  ["`code` ```block```", "\\`code\\` \\`\\`\\`block\\`\\`\\`"],
  ["||secret||", "\\|\\|secret\\|\\|"],
  ["[a](https://b.c)", "\\[a\\](https\\://b.c)"],
  ["a\\*b", "a\\\\\\*b"],
  ["<@1> <@!1> <@&1> <#1>", "\\<@1> \\<@!1> \\<@&1> \\<#1>"],
  ["<t:1700000000:R> <:a:1> </brief:1>", "\\<t\\:1700000000:R> \\<\\:a:1> \\</brief:1>"],
  ["@everyone @here", "\\@everyone \\@here"],
  ["mail desk@example.org", "mail desk@example.org"], // nobody's mention
  ["@Everyone", "@Everyone"], // Discord knows it in small letters alone
  [":tada::tada: at 10:30", "\\:tada\\:\\:tada: at 10:30"],
  ["She said: “No.”", "She said: “No.”"], // a colon alone
  ["https://example.org/a_b", "https\\://example.org/a\\_b"],
  ["a (b) c > d # e - f", "a (b) c > d # e - f"], // inside a line they are themselves
])("%s is escaped as %s", (text, escaped) => expect(escapeText(text)).toBe(escaped));

test.each([
  ["# Heading", "\\# Heading"],
  ["-# small print", "\\-# small print"],
  ["- item", "\\- item"],
  ["+ item", "\\+ item"],
  ["  - nested", "  \\- nested"],
  ["> quote", "\\> quote"],
  [">>> quote", "\\>>> quote"],
  ["1. item", "1\\. item"],
  ["2026.", "2026\\."],
  ["1.5 million", "1.5 million"], // a figure, not an item
  ["No. 1 - here", "No. 1 - here"], // not at the beginning
])("a line %s begins as %s", (line, escaped) => expect(escapeLineStart(line)).toBe(escaped));

test.each([
  ["one\r\ntwo", ["one", "two"]],
  ["one\u2028two", ["one", "two"]],
  ["one\u0000\u0007two", ["onetwo"]],
  ["half \ud800 pair", ["half \ufffd pair"]],
  ["- a\n- b", ["\\- a", "\\- b"]],
])("the text %j is set in the lines %j", (text, lines) => {
  expect(linesOf([{ text }])).toEqual(lines);
});

test.each([
  [{ text: "word", style: "strong" }, "**word**"],
  [{ text: " word ", style: "emphasis" }, "*word*"],
  [
    { text: "word", href: "https://example.org/a_(b)\\c" },
    "[word](https://example.org/a_%28b%29/c)",
  ],
  [{ text: "word", href: "https://e.org/?q=a\\b)" }, "[word](https://e.org/?q=a%5Cb%29)"],
  [{ text: "word", href: "javascript:alert(1)" }, "word"],
  [{ text: "word", href: `https://e.org/${"x".repeat(1_000)}` }, "word"],
  [{ text: "see https://a.b", href: "https://e.org" }, "see https\\://a.b [↗](https://e.org/)"],
] as const)("the span %j is set as %s", (span, line) => expect(linesOf([span])).toEqual([line]));

test.each([
  ["a smile over a border", [{ text: ":smi" }, { text: "le: x" }], "\\:smile: x"],
  ["a mention over a border", [{ text: "@every" }, { text: "one" }], "\\@everyone"],
  ["a space between two styles", [bold("A "), italic("b")], "**A** *b*"],
  ["two styles that touch", [bold("A"), italic("b")], "Ab"],
  ["one style twice", [bold("A"), bold("b")], "**Ab**"],
] as const)("%s is read as what it says", (_, spans, line) => {
  expect(linesOf(spans)).toEqual([line]);
});

function bold(text: string) {
  return { text, style: "strong" } as const;
}

function italic(text: string) {
  return { text, style: "emphasis" } as const;
}

test.each([
  ["مرحبا بكم.", "\u202bمرحبا بكم.\u202c"],
  ["“שלום”", "\u202b“שלום”\u202c"],
  ["The word مرحبا is a greeting.", "The word مرحبا is a greeting."], // begins left to right
  ["2026", "2026"],
])("the line %s stands as %j", (line, expected) => expect(directed(line)).toBe(expected));

test.each([
  ["Details", 80, "Details"],
  ["two\nlines", 80, "two lines"],
  ["abcdef", 4, "abc…"],
  ["ab👩c", 4, "ab…"], // no half characters
])("the label %j within %d is %s", (label, most, expected) => {
  expect(plainLine(label, most)).toBe(expected);
});

test.each([
  ["https://example.org/a b", "https://example.org/a%20b"],
  ["http://example.org", "http://example.org/"],
  ["discord://channels", null],
  ["/relative", null],
])("the address %s is %s", (href, expected) => expect(webAddress(href)).toBe(expected));

const LIVE = /[*_~`|[\]<]|@(?:everyone|here)|:[^\s:]+:|:\/\/|^\s*(?:[#>+-]|\d+\.(?=\s|$))/u;

test("whatever the text is, nothing in it is live, and a reader sees its very characters", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const [index, line] of linesOf([{ text }]).entries()) {
        // An escaped character is no markup: it stands here as a letter would.
        expect(line.replace(/\\[^0-9A-Za-z\s]/gu, "x")).not.toMatch(LIVE);
        expect(visible(line.replace(/\\([^0-9A-Za-z\s])/gu, "$1"))).toBe(
          visible(text.split(/\r\n?|[\n\u2028\u2029]/u)[index] ?? ""),
        );
      }
    }),
    { numRuns: 2_000 },
  );
});

/** What a reader sees of a line: no control characters, no marks of direction, no space at its ends. */
function visible(line: string): string {
  return line
    .toWellFormed()
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "")
    .trim();
}
