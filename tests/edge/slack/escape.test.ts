import { expect, test } from "vitest";
import { webAddress } from "#edge/chat/text.ts";
import { escapeText, escapeWithin, literalText, unescapeText } from "#edge/slack/escape.ts";

test.each([
  ["Marks & Sons", "Marks &amp; Sons"],
  ["<!channel>", "&lt;!channel&gt;"],
  ["a &amp; b", "a &amp;amp; b"], // typed so in the article, so shown so to the reader
  ["*bold* _x_ @here", "*bold* _x_ @here"], // nothing but the three has an escape
  ["bell\u0007 and half \ud83d", "bell and half \ufffd"],
  ["\u202eturned\nas ever", "\u202eturned\u202c\nas ever"], // turns nothing behind it
])("%j is escaped once: %j", (text, expected) => expect(escapeText(text)).toBe(expected));

test.each([
  "Marks & Sons",
  "a &lt; b",
  "&amp;lt;",
  "<@U1> & <b>",
])("%j comes back from its escape", (text) => expect(unescapeText(escapeText(text))).toBe(text));

test.each([
  ["<!channel>", "<\u2060!channel>"],
  ["<@U1> and <#C1|x>", "<\u2060@U1> and <\u2060#C1|x>"],
  ["5 < 6 & 7 > 6, *so*", "5 < 6 & 7 > 6, *so*"],
  ["two\nlines", "two\nlines"],
  ["\u202e<!channel>", "\u202e<\u2060!channel>\u202c"],
  ["\u2067שלום\u2069 closed", "\u2067שלום\u2069 closed"],
])("%j stands in rich text as %j", (text, expected) => expect(literalText(text)).toBe(expected));

test.each([
  ["https://example.org/a?b=<c>&d", "https://example.org/a?b=%3Cc%3E&d"],
  ["http://example.org", "http://example.org/"],
  ["javascript:alert(1)", null],
  ["slack://user?id=1", null],
  ["not an address", null],
])("address %s: %s", (href, expected) => expect(webAddress(href)).toBe(expected));

test.each([
  ["Details", 75, "Details"],
  ["aaaa", 3, "aa…"],
  ["a&&", 5, "a…"], // an entity is whole or not there
  ["a& ", 8, "a&amp; "],
  ["\u202eabcdef", 6, "\u202eabc\u202c…"], // what closes it takes room
  ["\u202eabc", 5, "\u202eabc\u202c"],
  ["\u202a\u202a\u202a\u202a", 6, "\u202a\u202a\u202c\u202c…"],
  ["\u202e&&", 8, "\u202e&amp;\u202c…"],
])("%j within %i characters: %j", (text, most, expected) => {
  expect(escapeWithin(text, most)).toBe(expected);
  expect(escapeWithin(text, most).length).toBeLessThanOrEqual(most);
});
