import { expect, test } from "vitest";
import type { Block, Message } from "#core/message/message.ts";
import { postArguments, replyArguments, updateArguments } from "#edge/slack/arguments.ts";
import { withinLimits } from "#edge/slack/limits.ts";
import { renderMessage, SLACK_BUDGET } from "#edge/slack/render.ts";

const EDITION: Message = {
  summary: "Front page · Sunday 22 November, 08:00: Ferry <Aurora> & crew safe",
  sections: [
    {
      blocks: [
        { kind: "title", text: "Front page · Sunday 22 November, 08:00" },
        { kind: "note", spans: [{ text: "1 article · 1 min read" }] },
      ],
    },
    {
      blocks: [
        { kind: "rule" },
        {
          kind: "headline",
          spans: [
            { text: "Updated · " },
            {
              text: "Ferry <Aurora> & crew safe",
              style: "strong",
              href: "https://news.example/ferry?a=1&b=2",
            },
          ],
        },
        {
          kind: "list",
          items: [
            [{ text: "All 42 on board were brought ashore." }],
            [
              { text: "The engine had reportedly failed twice." },
              { text: " — harbour office", style: "emphasis" },
            ],
          ],
        },
        {
          kind: "quote",
          text: "We saw *nothing* until <!channel> :smile: went dark.",
          by: [{ text: "Ada Lindqvist", style: "strong" }, { text: ", captain" }],
        },
        { kind: "note", spans: [{ text: "Example Wire · Marks & Co · 22 Nov, 07:12" }] },
        {
          kind: "buttons",
          buttons: [
            { kind: "ask", label: "Details", ask: "brief a1b2" },
            { kind: "link", label: "Original", href: "https://news.example/ferry" },
          ],
        },
      ],
    },
  ],
};

test("an edition, as Slack takes it", () => {
  expect(postArguments({ address: "C1", message: EDITION, key: "k1p0" })).toEqual({
    channel: "C1",
    text: [
      "Front page · Sunday 22 November, 08:00: Ferry &lt;Aurora&gt; &amp; crew safe",
      "1 article · 1 min read",
      "Updated · Ferry &lt;Aurora&gt; &amp; crew safe",
      "• All 42 on board were brought ashore.",
      "• The engine had reportedly failed twice. — harbour office",
      "“We saw *nothing* until &lt;!channel&gt; :smile: went dark.” — Ada Lindqvist, captain",
      "Example Wire · Marks &amp; Co · 22 Nov, 07:12",
    ].join("\n"),
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
    metadata: { event_type: "copydesk_delivery", event_payload: { key: "k1p0" } },
    blocks: [
      {
        type: "header",
        text: { type: "plain_text", text: "Front page · Sunday 22 November, 08:00", emoji: false },
      },
      {
        type: "context",
        elements: [{ type: "plain_text", text: "1 article · 1 min read", emoji: false }],
      },
      { type: "divider" },
      {
        type: "rich_text",
        elements: [
          {
            type: "rich_text_section",
            elements: [
              { type: "text", text: "Updated · " },
              {
                type: "link",
                url: "https://news.example/ferry?a=1&b=2",
                text: "Ferry <Aurora> & crew safe",
                style: { bold: true },
              },
            ],
          },
          {
            type: "rich_text_list",
            style: "bullet",
            elements: [
              {
                type: "rich_text_section",
                elements: [{ type: "text", text: "All 42 on board were brought ashore." }],
              },
              {
                type: "rich_text_section",
                elements: [
                  { type: "text", text: "The engine had reportedly failed twice." },
                  { type: "text", text: " — harbour office", style: { italic: true } },
                ],
              },
            ],
          },
          {
            type: "rich_text_quote",
            elements: [
              {
                type: "text",
                text: "“We saw *nothing* until <\u2060!channel> :smile: went dark.”",
              },
              { type: "text", text: "\n— " },
              { type: "text", text: "Ada Lindqvist", style: { bold: true } },
              { type: "text", text: ", captain" },
            ],
          },
        ],
      },
      {
        type: "context",
        elements: [
          {
            type: "plain_text",
            text: "Example Wire · Marks &amp; Co · 22 Nov, 07:12",
            emoji: false,
          },
        ],
      },
      {
        type: "actions",
        elements: [
          {
            type: "button",
            text: { type: "plain_text", text: "Details", emoji: false },
            action_id: "ask-5-0",
            value: "brief a1b2",
          },
          {
            type: "button",
            text: { type: "plain_text", text: "Original", emoji: false },
            action_id: "link-5-1",
            url: "https://news.example/ferry",
          },
        ],
      },
    ],
  });
});

function typesOf(...blocks: readonly Block[]): readonly string[] {
  return renderMessage({ summary: "s", sections: [{ blocks }] }).blocks.map(({ type }) => type);
}

const quote: Block = { kind: "quote", text: "Yes.", by: [] };
const paragraph: Block = { kind: "paragraph", spans: [{ text: "Text." }] };
const headline: Block = { kind: "headline", spans: [{ text: "Head" }] };
const list: Block = { kind: "list", items: [[{ text: "Fact." }]] };

test.each<[string, readonly Block[], readonly string[]]>([
  ["headline, facts and quote stand together", [headline, list, quote], ["rich_text"]],
  ["two quotes stand apart", [quote, quote], ["rich_text", "rich_text"]],
  ["two paragraphs stand apart", [paragraph, paragraph], ["rich_text", "rich_text"]],
  ["a title without words is left out", [{ kind: "title", text: " " }], []],
  ["a list without words is left out", [{ kind: "list", items: [[{ text: "" }]] }], []],
  ["a note without words is left out", [{ kind: "note", spans: [] }], []],
  [
    "a note with a link is text, because small print carries none",
    [{ kind: "note", spans: [{ text: "Source", href: "https://a.example/" }] }],
    ["rich_text"],
  ],
  [
    "a link button to anything but the web is left out",
    [{ kind: "buttons", buttons: [{ kind: "link", label: "x", href: "javascript:0" }] }],
    [],
  ],
  [
    "twenty-six buttons take two rows",
    [
      {
        kind: "buttons",
        buttons: Array.from({ length: 26 }, () => ({ kind: "ask", label: "x", ask: "help" })),
      },
    ],
    ["actions", "actions"],
  ],
])("%s", (_, blocks, expected) => expect(typesOf(...blocks)).toEqual(expected));

test("a moment is said by the reader's own clock, and in the newsroom's zone where there is none", () => {
  const moment = { at: 1_778_223_600_999, form: "short" } as const;
  const source = { text: "A*B* <!date^0^{date}|x> · " };
  const spans = [source, { text: "8 May, 07:00", moment }, { text: " · revision 2" }];
  const note: Block = { kind: "note", spans };
  const strong: Block = {
    kind: "paragraph",
    spans: [{ ...spans[1], text: "8 May", style: "strong" }],
  };
  const { blocks, text } = renderMessage({ summary: "s", sections: [{ blocks: [note, strong] }] });
  const format = "{date_short_pretty}, {time}";
  expect(blocks).toEqual([
    {
      type: "context",
      elements: [
        { type: "plain_text", text: "A*B* &lt;!date^0^{date}|x&gt;", emoji: false },
        { type: "mrkdwn", text: `<!date^1778223600^${format}|8 May, 07:00>` },
        { type: "plain_text", text: "revision 2", emoji: false },
      ],
    },
    {
      type: "rich_text",
      elements: [
        {
          type: "rich_text_section",
          elements: [
            {
              ...{ type: "date", timestamp: 1_778_223_600, format, fallback: "8 May" },
              style: { bold: true },
            },
          ],
        },
      ],
    },
  ]);
  expect(text).toBe("s\nA*B* &lt;!date^0^{date}|x&gt; · 8 May, 07:00 · revision 2\n8 May");
});

function fits(...blocks: readonly Block[]): boolean {
  return SLACK_BUDGET.fits({ summary: "s", sections: [{ blocks }] });
}

test.each<[string, Block, Block]>([
  [
    "a title of 150 characters",
    { kind: "title", text: "t".repeat(150) },
    { kind: "title", text: "t".repeat(151) },
  ],
  [
    "a title of 30 ampersands, which are 150 characters",
    { kind: "title", text: "&".repeat(30) },
    { kind: "title", text: "&".repeat(31) },
  ],
  [
    "a paragraph of 3,000 characters",
    { kind: "paragraph", spans: [{ text: "p".repeat(3_000) }] },
    { kind: "paragraph", spans: [{ text: "p".repeat(3_001) }] },
  ],
  [
    "small print of 2,000 characters",
    { kind: "note", spans: [{ text: "n".repeat(2_000) }] },
    { kind: "note", spans: [{ text: "n".repeat(2_001) }] },
  ],
  [
    "a question of 2,000 characters",
    { kind: "buttons", buttons: [{ kind: "ask", label: "x", ask: "q".repeat(2_000) }] },
    { kind: "buttons", buttons: [{ kind: "ask", label: "x", ask: "q".repeat(2_001) }] },
  ],
])("%s fits, one more does not", (_, hit, miss) => {
  expect(fits(hit)).toBe(true);
  expect(fits(miss)).toBe(false);
});

test("fifty blocks fit, fifty-one do not", () => {
  expect(fits(...Array.from({ length: 50 }, () => paragraph))).toBe(true);
  expect(fits(...Array.from({ length: 51 }, () => paragraph))).toBe(false);
});

test("a message fits as long as both its sums stay below what Slack was seen to take", () => {
  const page: Block = { kind: "paragraph", spans: [{ text: "w".repeat(3_000) }] };
  expect(fits(page, page, page)).toBe(true);
  expect(fits(page, page, page, page)).toBe(false);
  const words: Block = {
    kind: "list",
    items: Array.from({ length: 200 }, () => [{ text: "w" }]),
  };
  expect(fits(words)).toBe(true);
  expect(fits(words, words)).toBe(false); // 400 characters in 16,000 of JSON
});

test("headline and facts stay together only as long as one block can hold them", () => {
  const long: Block = { kind: "list", items: [[{ text: "f".repeat(2_998) }]] };
  expect(typesOf(headline, long)).toEqual(["rich_text", "rich_text"]);
});

test("the fallback is cut where Slack's readers would stop, and says a sentence only once", () => {
  const long: Block = { kind: "paragraph", spans: [{ text: "& ".repeat(3_000) }] };
  const { text } = renderMessage({ summary: "Said.", sections: [{ blocks: [long] }] });
  expect(text).toMatch(/^Said\.\n(&amp; )+&amp;…$/);
  expect(text.length).toBeLessThanOrEqual(2_500);
  const once: Block = { kind: "paragraph", spans: [{ text: "Said." }] };
  expect(renderMessage({ summary: "Said.", sections: [{ blocks: [once] }] }).text).toBe("Said.");
});

test("words that an article turns round turn round no mark, no name and no source", () => {
  const turned = "\u202eabc";
  const { text, blocks } = renderMessage({
    summary: "Front page",
    sections: [
      {
        blocks: [
          { kind: "quote", text: turned, by: [{ text: turned, style: "strong" }, { text: ", x" }] },
          { kind: "note", spans: [{ text: turned }, { text: " · Example Wire" }] },
        ],
      },
    ],
  });
  expect(text.split("\n")).toEqual([
    "Front page",
    "“\u202eabc\u202c” — \u202eabc\u202c, x",
    "\u202eabc\u202c · Example Wire",
  ]);
  expect(blocks).toMatchObject([
    {
      elements: [
        {
          elements: [
            { text: "“\u202eabc\u202c”" },
            { text: "\n— " },
            { text: "\u202eabc\u202c" },
            { text: ", x" },
          ],
        },
      ],
    },
    { elements: [{ text: "\u202eabc\u202c · Example Wire" }] },
  ]);
});

test("small print without a character that shows is left out", () => {
  const note: Block = { kind: "note", spans: [{ text: " \u0007" }] };
  expect(renderMessage({ summary: "", sections: [{ blocks: [note] }] }).blocks).toEqual([]);
});

test("a reply is a post in its thread, and not said in the channel again", () => {
  const parcel = { address: "C1", message: EDITION, key: "r1p0" };
  expect(replyArguments(parcel, "1.000100")).toEqual({
    ...postArguments(parcel),
    thread_ts: "1.000100",
  });
});

test("an edit is the same content, under the key of the post, with nothing looked for in its text", () => {
  const { text, blocks } = renderMessage(EDITION);
  const target = { messageId: "9.000100/1.000100", url: null, key: "k1p0" };
  const followUp = { address: "C1", message: EDITION, key: "e1p0", again: false, target };
  expect(updateArguments(followUp, "1.000100")).toEqual({
    ...{ channel: "C1", ts: "1.000100", text, blocks, parse: "none", link_names: false },
    metadata: { event_type: "copydesk_delivery", event_payload: { key: "k1p0" } },
  });
});

test.each<[string, readonly Block["kind"][], readonly string[]]>([
  ["before a brief that stands by itself", ["rule", "headline"], ["rich_text"]],
  ["after the last", ["headline", "rule", "rule"], ["rich_text"]],
  [
    "two, one after the other",
    ["headline", "rule", "rule", "headline"],
    ["rich_text", "divider", "rich_text"],
  ],
  [
    "one between two briefs",
    ["headline", "rule", "headline"],
    ["rich_text", "divider", "rich_text"],
  ],
  ["nothing but rules", ["rule", "rule"], []],
])("rules: %s", (_, kinds, types) => {
  const blocks = kinds.map(
    (kind): Block =>
      kind === "rule" ? { kind } : { kind: "headline", spans: [{ text: "Bridge reopens" }] },
  );
  const rendered = renderMessage({ summary: "Bridge", sections: [{ blocks }] });
  expect(rendered.blocks.map(({ type }) => type)).toEqual(types);
});

const PICTURE: Block = {
  ...{ kind: "picture", url: "https://pictures.example/ferry.jpg?w=600&h=400" },
  ...{ alt: "The ferry <!here> & its crew", credit: "Ada & Sons *b* <!channel>" },
};

test("a picture stands beside its credit, below the words of its item, and is read aloud", () => {
  const headline: Block = { kind: "headline", spans: [{ text: "Ferry safe" }] };
  const { blocks, text } = renderMessage({
    summary: "S",
    sections: [{ blocks: [headline, PICTURE] }],
  });
  expect(blocks).toEqual([
    expect.objectContaining({ type: "rich_text" }),
    {
      type: "section",
      text: {
        ...{ type: "plain_text", emoji: false },
        text: "Picture: Ada &amp; Sons *b* &lt;!channel&gt;",
      },
      accessory: {
        type: "image",
        image_url: "https://pictures.example/ferry.jpg?w=600&h=400",
        alt_text: "The ferry <\u2060!here> & its crew",
      },
    },
  ]);
  expect(text).toContain("The ferry &lt;!here&gt; &amp; its crew (Picture: Ada");
});

test.each<[string, Partial<Extract<Block, { kind: "picture" }>>, object | null]>([
  ["without words", { alt: null }, { alt_text: "Picture: Ada & Sons *b* <\u2060!channel>" }],
  [
    "whose words are none",
    { alt: " \u0000" },
    { alt_text: "Picture: Ada & Sons *b* <\u2060!channel>" },
  ],
  ["described at length", { alt: "a".repeat(5_000) }, { alt_text: "a".repeat(2_000) }],
  ["at no web address", { url: "javascript:alert(1)" }, null],
  ["at an address that is too long", { url: `https://p.example/${"a".repeat(3_000)}` }, null],
])("a picture %s", (_what, fields, accessory) => {
  const message = { summary: "S", sections: [{ blocks: [{ ...PICTURE, ...fields } as Block] }] };
  const { blocks } = renderMessage(message);
  expect(blocks).toEqual(
    accessory === null
      ? []
      : [expect.objectContaining({ accessory: expect.objectContaining(accessory) })],
  );
  expect(SLACK_BUDGET.fits(message)).toBe(true);
});

// Slack takes fifty blocks.
test.each([
  [50, true],
  [51, false],
])("%i pictures in one message: %s", (number, fits) => {
  const short: Block = { kind: "picture", url: "https://p.example/a", alt: "A", credit: "B" };
  const blocks = Array.from({ length: number }, () => short);
  expect(SLACK_BUDGET.fits({ summary: "S", sections: [{ blocks }] })).toBe(fits);
});

test.each([
  ["of 2,000 characters", { alt_text: "a".repeat(2_000) }, true],
  ["of more", { alt_text: "a".repeat(2_001) }, false],
  ["of none", { alt_text: "" }, false],
  ["at an address of 3,000", { image_url: "a".repeat(3_000) }, true],
  ["at a longer one", { image_url: "a".repeat(3_001) }, false],
])("whether Slack takes a picture with words %s", (_what, fields, taken) => {
  const accessory = {
    type: "image",
    image_url: "https://p.example/a",
    alt_text: "A",
    ...fields,
  } as const;
  const text = { type: "plain_text", text: "Picture: B" } as const;
  expect(withinLimits({ text: "S", blocks: [{ type: "section", text, accessory }] })).toBe(taken);
});
