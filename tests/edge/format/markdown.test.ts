import { expect, test } from "vitest";
import { copyOf, readText, reasonOf } from "./helpers.ts";

test("front matter fills the fields", async () => {
  const copy = await copyOf(
    "news/a.md",
    `---
title: "Harbour closes: port"
author: [Ann Field, Bo Miller]
date: 2025-05-07T08:00:00Z
section: Shipping
tags: harbour, storm
slug: HARBOUR-CLOSED
priority: 3
embargo: 2025-05-09T00:01:00Z
canonical_url: https://example.org/harbour
source: Harbour News
layout: post # no field of ours
nested: { deep: [1, 2] }
---

The harbour closed.
`,
  );
  expect(copy).toMatchObject({
    format: "markdown",
    title: "Harbour closes: port",
    body: "The harbour closed.",
    byline: "Ann Field, Bo Miller",
    date: "2025-05-07T08:00:00Z",
    section: "Shipping",
    tags: ["harbour", "storm"],
    slug: "HARBOUR-CLOSED",
    urgency: "3",
    embargo: "2025-05-09T00:01:00Z",
    sourceUrl: "https://example.org/harbour",
    source: "Harbour News",
  });
});

test.each([
  ["tags: [harbour, deep sea]", ["harbour", "deep sea"]],
  ["tags:\n  - harbour\n  - deep sea", ["harbour", "deep sea"]],
  ["keywords: harbour; deep sea", ["harbour", "deep sea"]],
  ["tags: 'harbour'", ["harbour"]],
  ["tags:", []],
])("tags may be written as %j", async (yaml, tags) => {
  expect((await copyOf("a.md", `---\n${yaml}\n---\nThe harbour closed.`)).tags).toEqual(tags);
});

test("values stay as they are written", async () => {
  const copy = await copyOf(
    "a.md",
    "---\ntitle: 007\nslug: 1e3\ndate: 2025-05-07\nsource: yes\n---\nText.",
  );
  expect(copy).toMatchObject({ title: "007", slug: "1e3", date: "2025-05-07", source: "yes" });
});

test("front matter is read in a file of another name, and a rule is not taken for it", async () => {
  expect(await copyOf("a.txt", "---\ntitle: Harbour\n---\n*Closed*.")).toMatchObject({
    format: "markdown",
    title: "Harbour",
  });
  expect((await copyOf("a.txt", "---\nThe harbour closed.\n---\nIt opened.")).format).toBe("text");
});

test.each([
  ["---\ntitle: Harbour: closed\n---\nText.", /line 2.*quotation marks/u],
  ["---\ntitle: a\nslug: [b\n---\nText.", /broken in line [34]/u],
  ["---\ntitle: a\ntitle: b\n---\nText.", /broken in line 3/u],
  ["---\n- a\n- b\n---\nText.", /list of keys/u],
  ["---\ntitle: a\n\nText.", /no end/u],
  ["---\ntitle: a\n---\n", /no story/u],
])("%j is quarantined", async (text, reason) =>
  expect(await reasonOf(readText("a.md", text))).toMatch(reason));

test("an alias bomb is quarantined", async () => {
  const bomb = [
    "a: &a [x,x,x,x,x,x,x,x,x]",
    ..."bcdefgh"
      .split("")
      .map((key, index) => `${key}: &${key} [${Array(9).fill(`*${"abcdefg"[index]}`).join(",")}]`),
  ];
  expect(await reasonOf(readText("a.md", `---\n${bomb.join("\n")}\n---\nText.`))).not.toBe("");
});

test.each([
  ["# Harbour closes\n\nText.", "Harbour closes", "Text."],
  ["Harbour closes\n===\n\nText.", "Harbour closes", "Text."],
  ["---\ntitle: Harbour closes\n---\n# Harbour closes\n\nText.", "Harbour closes", "Text."],
  ["---\ntitle: Harbour\n---\n# Another\n\nText.", "Harbour", "Another\n\nText."],
  ["## Section\n\nText.", null, "Section\n\nText."],
])("%j has the headline %j", async (text, title, body) =>
  expect(await copyOf("a.md", text)).toMatchObject({ title, body }));

test.each([
  ["*so* **it** ***was*** ~~not~~ `code`", "so it was code"],
  [
    'a [link](https://example.org "t") and <https://example.org/b>',
    "a link and https://example.org/b",
  ],
  ["a ![chart of it](c.png) b", "a b"],
  ["- one\n- two\n  more\n\n1. three\n2. four", "- one\n- two more\n- three\n- four"],
  ["> “It had to,”\n> she said.", "“It had to,” she said."],
  ["wrapped\nline", "wrapped line"],
  ["hard  \nbreak", "hard\nbreak"],
  ["| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n\n1 | 2"],
  ["```\nlet a  = 1\n```", "let a  = 1"],
  ["AT&amp;T \\*5\\* &mdash; 3 &lt; 4", "AT&T *5* — 3 < 4"],
  ["one<br>two <b>bold</b><script>alert(1)</script>", "one\ntwo bold"],
  ["a_snake_case and 2*3*4", "a_snake_case and 234"],
  ["one\n\n---\n\ntwo", "one\n\ntwo"],
])("%j becomes %j", async (markdown, body) =>
  expect((await copyOf("a.md", markdown)).body).toBe(body));

test("wire lines above and below the story are taken off", async () => {
  const copy = await copyOf(
    "a.md",
    "# Harbour closes\n\n**EMBARGOED UNTIL 0001 GMT, May 9**\n\nBy Ann Field\n\nThe harbour closed on Wednesday.\n\nENDS\n\nContact: Bo",
  );
  expect(copy).toMatchObject({
    title: "Harbour closes",
    embargo: "EMBARGOED UNTIL 0001 GMT, May 9",
    byline: "Ann Field",
    body: "The harbour closed on Wednesday.",
  });
});
