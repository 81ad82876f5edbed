import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block, Button, Message } from "#core/message/message.ts";
import { partMessage } from "#core/message/part.ts";
import { section } from "#core/message/say.ts";
import { askedBy, askId } from "#edge/discord/ask.ts";
import { editBody, forumBody, postBody, replyBody } from "#edge/discord/body.ts";
import { DISCORD_BUDGET, renderMessage } from "#edge/discord/render.ts";
import { textLength } from "#edge/discord/size.ts";
import { carries, traceOf } from "#edge/discord/trace.ts";
import { anyMessage } from "./messages.ts";
import richBody from "./rich-message.json" with { type: "json" };

const RICH: Message = {
  summary: "Front page · Sunday 22 November, 08:00: Harbour bridge reopens [updated]",
  sections: [
    section(
      { kind: "title", text: "Front page · Sunday 22 November, 08:00" },
      { kind: "note", spans: [{ text: "2 articles · 1 min read" }] },
    ),
    section(
      { kind: "rule" },
      {
        kind: "headline",
        spans: [
          { text: "Updated · " },
          {
            text: "Harbour bridge reopens [update]",
            style: "strong",
            href: "https://example.org/b",
          },
        ],
      },
      {
        kind: "list",
        items: [
          [{ text: "The bridge reopened on Friday." }],
          [{ text: "It cost $3 million" }, { text: " — Solen, reportedly", style: "emphasis" }],
        ],
      },
      {
        kind: "quote",
        text: "It held.\n- Every bolt of it.",
        by: [{ text: "Mira Solen", style: "strong" }, { text: ", engineer" }],
      },
      { kind: "note", spans: [{ text: "Harbour Wire · A. Reyes · a1" }] },
      {
        kind: "buttons",
        buttons: [
          { kind: "ask", label: "Details", ask: "brief a1" },
          { kind: "ask", label: "Quotes (1)", ask: "quotes a1" },
          { kind: "link", label: "Original", href: "https://example.org/b" },
        ],
      },
    ),
    section(
      { kind: "rule" },
      { kind: "headline", spans: [{ text: "افتتاح الجسر", style: "strong" }] },
      { kind: "quote", text: "لقد صمد.", by: [{ text: "ميرا سولين" }] },
      { kind: "buttons", buttons: [{ kind: "ask", label: "Details", ask: "brief a1" }] },
    ),
    section({ kind: "rule" }),
  ],
};

test("an edition is set as its golden body", () => {
  expect(postBody({ address: "1", message: RICH, key: "k1p1" })).toEqual(richBody);
});

function contentsOf(...blocks: readonly Block[]): readonly unknown[] {
  const [{ components }] = renderMessage({
    summary: "A summary",
    sections: [section(...blocks)],
  }).components;
  return components.map((component) =>
    "content" in component ? component.content : component.type,
  );
}

test.each<[string, readonly Block[], readonly unknown[]]>([
  ["a title", [{ kind: "title", text: "Front page" }], ["# Front page"]],
  ["a title of two lines", [{ kind: "title", text: "Front\npage" }], ["# Front page"]],
  ["a headline", [{ kind: "headline", spans: [{ text: "A", style: "strong" }] }], ["### A"]],
  [
    "the headline of a lead",
    [{ kind: "headline", spans: [{ text: "A" }], weight: "lead" }],
    ["## A"],
  ],
  ["the name of a section", [{ kind: "head", text: "Lo*cal" }], ["**Lo\\*cal**"]],
  [
    "what is in an edition",
    [
      {
        kind: "contents",
        entries: [
          { about: "a1", text: "@everyone", href: "https://a.example/" },
          { about: "a2", text: "# B" },
        ],
      },
    ],
    ["- [\\@everyone](https://a.example/)\n- \\# B"],
  ],
  [
    "a paragraph of several lines",
    [{ kind: "paragraph", spans: [{ text: "One\n# two\n\nthree" }] }],
    ["One\n\\# two\n\nthree"],
  ],
  [
    "a list with an empty item",
    [{ kind: "list", items: [[{ text: "one\ntwo" }], [{ text: " " }], [{ text: "- three" }]] }],
    ["- one two\n- \\- three"],
  ],
  [
    "a quotation of several paragraphs",
    [{ kind: "quote", text: "One\n\n> two", by: [{ text: "A" }] }],
    ["> “One\n> \n> \\> two”\n> — A"],
  ],
  [
    "moments, by the reader's own clock",
    [
      {
        kind: "note",
        spans: [
          { text: "<t:0:R> · " },
          { text: "8 May, 07:00", moment: { at: 1_778_223_600_999, form: "short" } },
          { text: " · b" },
        ],
      },
      {
        kind: "paragraph",
        spans: [
          { text: "At ", style: "strong" },
          { text: "08:00 BST", moment: { at: 0, form: "time" }, style: "strong" },
          { text: ": *toll*", style: "strong" },
        ],
      },
      { kind: "list", items: [[{ text: "d", moment: { at: -1_000, form: "day" } }]] },
    ],
    ["-# \\<t\\:0:R> · <t:1778223600:f> · b\n**At <t:0:t>: \\*toll\\***\n- <t:-1:F>"],
  ],
  ["a quotation of nobody", [{ kind: "quote", text: "One", by: [] }], ["> “One”"]],
  [
    "two quotations",
    [
      { kind: "quote", text: "One", by: [] },
      { kind: "quote", text: "Two", by: [] },
    ],
    ["> “One”\n\n> “Two”"],
  ],
  ["small print", [{ kind: "note", spans: [{ text: "a · b" }] }], ["-# a · b"]],
  [
    "rules at the ends and side by side",
    [RULE(), NOTE(), RULE(), RULE(), NOTE(), RULE()],
    ["-# n", 14, "-# n"],
  ],
  ["nothing at all", [{ kind: "paragraph", spans: [{ text: " " }] }], ["A summary"]],
  ["six buttons", [{ kind: "buttons", buttons: Array.from({ length: 6 }, asking) }], [1, 1]],
  ["a button below small print stands at its side", [NOTE(), BUTTONS(asking())], [9]],
  ["two buttons below small print have a row", [NOTE(), BUTTONS(asking(), asking())], ["-# n", 1]],
  ["a button below words has a row", [TEXT("w"), BUTTONS(asking())], ["w", 1]],
  ["a button below nothing has a row", [NOTE(" "), BUTTONS(asking())], [1]],
  [
    "a link below small print has a row",
    [NOTE(), BUTTONS({ kind: "link", label: "Go", href: "https://a.example/" })],
    ["-# n", 1],
  ],
  [
    "a question too long for a button leaves the small print",
    [NOTE(), BUTTONS(endless())],
    ["-# n"],
  ],
  [
    "a button that leads nowhere",
    [{ kind: "buttons", buttons: [{ kind: "link", label: "Go", href: "javascript:alert(1)" }] }],
    ["A summary"],
  ],
])("%s", (_, blocks, contents) => expect(contentsOf(...blocks)).toEqual(contents));

function RULE(): Block {
  return { kind: "rule" };
}

function NOTE(text = "n"): Block {
  return { kind: "note", spans: [{ text }] };
}

function TEXT(text: string): Block {
  return { kind: "paragraph", spans: [{ text }] };
}

function BUTTONS(...buttons: readonly Button[]): Block {
  return { kind: "buttons", buttons };
}

function endless(): Button {
  return { kind: "ask", label: "Details", ask: "q".repeat(97) };
}

function asking() {
  return { kind: "ask", label: "Details", ask: "brief a1" } as const;
}

test("buttons that ask the same have ids of their own, and ask the same", () => {
  const message = {
    summary: "",
    sections: [section({ kind: "buttons", buttons: [asking(), asking()] })],
  };
  const ids = JSON.stringify(renderMessage(message)).match(/"custom_id":"[^"]*"/g);
  expect(ids).toEqual(['"custom_id":"ask:brief a1"', '"custom_id":"ask2:brief a1"']);
});

test.each([
  [askId("brief a1", 1), "brief a1"],
  [askId("search a: b", 12), "search a: b"],
  ["help", null],
  ["asked:help", null], // someone else's
])("the button %s asks %s", (customId, line) => expect(askedBy(customId)).toBe(line));

test.each<[string, Block, boolean]>([
  ["4,000 characters of text", { kind: "paragraph", spans: [{ text: "x".repeat(4_000) }] }, true],
  ["4,001 characters of text", { kind: "paragraph", spans: [{ text: "x".repeat(4_001) }] }, false],
  ["2,001 escaped characters", { kind: "paragraph", spans: [{ text: "*".repeat(2_001) }] }, false],
  // The container, and six to a row with its row.
  ["32 buttons", { kind: "buttons", buttons: Array.from({ length: 32 }, asking) }, true],
  ["33 buttons", { kind: "buttons", buttons: Array.from({ length: 33 }, asking) }, false],
])("%s in one message", (_, block, fits) => {
  expect(DISCORD_BUDGET.fits({ summary: "", sections: [section(block)] })).toBe(fits);
});

test("parts of any message fit, and each body keeps Discord's limits", () => {
  fc.assert(
    fc.property(anyMessage, (message) => {
      for (const part of partMessage(message, DISCORD_BUDGET)) {
        expect(DISCORD_BUDGET.fits(part)).toBe(true);
        const body = postBody({ address: "1", message: part, key: "k1p1" });
        expect(body.allowed_mentions).toEqual({ parse: [] });
        expect(faultsOf(body)).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});

// The container, and three to a section.
test.each([
  [13, true],
  [14, false],
])("%i buttons beside small print in one message: %s", (number, fits) => {
  const blocks = Array.from({ length: number }, () => [NOTE(), BUTTONS(asking())]).flat();
  expect(DISCORD_BUDGET.fits({ summary: "", sections: [section(...blocks)] })).toBe(fits);
});

test("4,000 characters are counted in small print beside a button, too", () => {
  const long: Block = { kind: "note", spans: [{ text: "x".repeat(3_998) }] };
  const fits = (...blocks: readonly Block[]) =>
    DISCORD_BUDGET.fits({ summary: "", sections: [section(...blocks)] });
  // "-# " is three of them.
  expect(fits(long, BUTTONS(asking()))).toBe(false);
  expect(fits(NOTE("x".repeat(3_997)), BUTTONS(asking()))).toBe(true);
});

interface Anything {
  readonly type?: number;
  readonly accessory?: Anything;
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly url?: string;
  readonly components?: readonly Anything[];
}

/** Counts for itself, so that a slip in limits.ts shows. */
function faultsOf({ components }: { components: readonly Anything[] }): readonly string[] {
  const all: Anything[] = [];
  const gather = (some: readonly Anything[]) => {
    for (const component of some) {
      all.push(component);
      gather([
        ...(component.components ?? []),
        ...(component.accessory ? [component.accessory] : []),
      ]);
    }
  };
  gather(components);
  const texts = all.filter(({ type }) => type === 10).map(({ content = "" }) => content);
  const ids = all.flatMap(({ custom_id }) => (custom_id === undefined ? [] : [custom_id]));
  const rules: readonly (readonly [string, boolean])[] = [
    ["components", all.length <= 40],
    ["text", texts.join("").length <= 4_000 && texts.every((text) => text !== "")],
    ["custom ids", new Set(ids).size === ids.length && ids.every((id) => id.length <= 100)],
    ["rows", all.every(({ type, components: inner = [] }) => type !== 1 || inner.length <= 5)],
    ["labels", all.every(({ label = "x" }) => label !== "" && label.length <= 80)],
    ["addresses", all.every(({ url = "https:" }) => /^https?:/.test(url) && url.length <= 512)],
  ];
  return rules.flatMap(([name, kept]) => (kept ? [] : [name]));
}

test("a message carries its key, and no other", () => {
  const { components } = postBody({ address: "1", message: RICH, key: "k1p1" });
  expect(carries(components, "k1p1")).toBe(true);
  expect(carries(components, "k1p2")).toBe(false);
  expect(carries(renderMessage(RICH).components, "k1p1")).toBe(false);
  expect(carries([], "k1p1")).toBe(false);
});

test("the two halves of a trace differ, and Discord takes both as ids", () => {
  fc.assert(
    fc.property(fc.string(), (key) => {
      const { outer, inner } = traceOf(key);
      expect(outer).not.toBe(inner);
      expect(Math.min(outer, inner)).toBeGreaterThan(1_000);
      expect(Math.max(outer, inner)).toBeLessThan(2 ** 31);
    }),
  );
});

const QUIET = 1 << 12;
const PARCEL = { address: "1", message: RICH, key: "k1p1", again: false };

test("an edit is the post without its nonce; whether it makes a sound is settled", () => {
  const { nonce, enforce_nonce, ...content } = postBody(PARCEL);
  expect([nonce, enforce_nonce]).toEqual(["k1p1", true]);
  expect(editBody({ ...PARCEL })).toEqual(content);
  expect(postBody({ ...PARCEL, silent: true }).flags).toBe(content.flags | QUIET);
});

test("a reply in the channel is a post that refers to another, which must be there", () => {
  const target = { messageId: "7", url: null, key: "k1p0" };
  expect(replyBody({ ...PARCEL, target })).toEqual({
    ...postBody(PARCEL),
    message_reference: { type: 0, message_id: "7", fail_if_not_exists: true },
  });
});

test("a post in a forum has a title, tags where there are any, and a message without a nonce", () => {
  const message = editBody(PARCEL);
  expect(forumBody(PARCEL, "Harbour bridge reopens", [])).toEqual({
    name: "Harbour bridge reopens",
    message,
  });
  const quiet = forumBody({ ...PARCEL, silent: true }, "word ".repeat(30), ["1", "2"]);
  expect(quiet).toEqual({
    name: `${"word ".repeat(19)}word…`,
    message: { ...message, flags: message.flags | QUIET },
    applied_tags: ["1", "2"],
  });
});

test("whatever the text, nobody is mentioned by a post, an edit, a reply or a forum's post", () => {
  const target = { messageId: "7", url: null, key: "k1p0" };
  fc.assert(
    fc.property(anyMessage, (message) => {
      const parcel = { ...PARCEL, message };
      const bodies = [
        postBody(parcel),
        editBody(parcel),
        replyBody({ ...parcel, target }),
        forumBody(parcel, message.summary, []).message,
      ];
      for (const body of bodies) expect(body.allowed_mentions).toEqual({ parse: [] });
      expect(forumBody(parcel, message.summary, []).name).toMatch(/^.{1,100}$/su);
    }),
    { numRuns: 50 },
  );
});

const PICTURE: Extract<Block, { kind: "picture" }> = {
  ...{ kind: "picture", url: "https://pictures.example/bridge.jpg?w=600" },
  ...{ alt: "The bridge\nat dawn", credit: "Ana *Field* @everyone" },
};
const THUMBNAIL = {
  ...{ type: 11, media: { url: PICTURE.url }, description: "The bridge at dawn" },
};
const CREDIT = "-# Picture: Ana \\*Field\\* \\@everyone";

function partsOf(...blocks: readonly Block[]) {
  const { components } = renderMessage({ summary: "S", sections: [section(...blocks)] });
  return components[0].components;
}

test("the words of an item stand beside its picture, with whose it is below them", () => {
  const headline: Block = { kind: "headline", spans: [{ text: "Bridge reopens" }] };
  const list: Block = { kind: "list", items: [[{ text: "It held." }]] };
  expect(partsOf(headline, list, PICTURE, NOTE("Wire"), BUTTONS(asking()))).toEqual([
    {
      ...{ type: 9, accessory: THUMBNAIL },
      components: [{ type: 10, content: `### Bridge reopens\n- It held.\n${CREDIT}` }],
    },
    expect.objectContaining({ type: 9, accessory: expect.objectContaining({ type: 2 }) }),
  ]);
});

test.each<[string, Partial<typeof PICTURE>, object | null]>([
  ["alone", {}, THUMBNAIL],
  ["without words", { alt: null }, { type: 11, media: { url: PICTURE.url } }],
  [
    "described at length",
    { alt: "a".repeat(2_000) },
    { ...THUMBNAIL, description: `${"a".repeat(1_023)}…` },
  ],
  ["at no web address", { url: "javascript:alert(1)" }, null],
  ["at an address that is too long", { url: `https://p.example/${"a".repeat(2_048)}` }, null],
])("a picture %s", (_what, fields, accessory) => {
  const shown = partsOf({ kind: "paragraph", spans: [] }, { ...PICTURE, ...fields });
  if (accessory === null) expect(shown).toEqual([{ type: 10, content: "S" }]);
  else expect(shown).toEqual([{ type: 9, components: [{ type: 10, content: CREDIT }], accessory }]);
});

// The container, and three to a picture.
test.each([
  [13, true],
  [14, false],
])("%i pictures in one message: %s", (number, fits) => {
  const blocks = Array.from({ length: number }, () => PICTURE);
  expect(DISCORD_BUDGET.fits({ summary: "", sections: [section(...blocks)] })).toBe(fits);
});

test("a credit counts among the 4,000 characters", () => {
  expect(textLength({ summary: "S", sections: [section(PICTURE)] })).toBe(PICTURE.credit.length);
  const fits = (credit: string) =>
    DISCORD_BUDGET.fits({ summary: "", sections: [section({ ...PICTURE, credit })] });
  expect(fits("x".repeat(4_000 - "-# Picture: ".length))).toBe(true);
  expect(fits("x".repeat(4_001 - "-# Picture: ".length))).toBe(false);
});
