import fc from "fast-check";
import { expect, test } from "vitest";
import { closedDirection } from "#core/message/direction.ts";
import type { Block, Message, Span } from "#core/message/message.ts";
import { partMessage } from "#core/message/part.ts";
import { renderMessage, SLACK_BUDGET } from "#edge/slack/render.ts";

const nasty = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom("<!channel>", "<@U1>", "<#C1|x>", "@here", "&lt;!here&gt;", "*a* _b_ ~c~", ":x:"),
  fc
    .array(fc.constantFrom(..."ab\n\u202a\u202e\u202c\u2066\u2068\u2069"), { maxLength: 200 })
    .map((characters) => characters.join("")),
  fc.string({ minLength: 500, maxLength: 4_000 }),
);
const span: fc.Arbitrary<Span> = fc.record(
  {
    text: nasty,
    style: fc.constantFrom("strong" as const, "emphasis" as const),
    href: fc.oneof(fc.webUrl(), nasty),
  },
  { requiredKeys: ["text"] },
);
const spans = fc.array(span, { maxLength: 4 });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant("title" as const), text: nasty }),
  fc.record({ kind: fc.constantFrom("headline" as const, "paragraph" as const), spans }),
  fc.record({ kind: fc.constant("note" as const), spans }),
  fc.record({ kind: fc.constant("list" as const), items: fc.array(spans, { maxLength: 5 }) }),
  fc.record({ kind: fc.constant("quote" as const), text: nasty, by: spans }),
  fc.record({
    kind: fc.constant("buttons" as const),
    buttons: fc.array(
      fc.oneof(
        fc.record({
          kind: fc.constant("ask" as const),
          label: fc.string({ minLength: 1, maxLength: 90 }),
          ask: fc.constantFrom("help", "brief a1", "quotes a1"),
        }),
        fc.record({
          kind: fc.constant("link" as const),
          label: fc.string({ minLength: 1, maxLength: 90 }),
          href: fc.webUrl(),
        }),
      ),
      { maxLength: 30 },
    ),
  }),
  fc.record({ kind: fc.constant("rule" as const) }),
);
const message: fc.Arbitrary<Message> = fc.record({
  summary: nasty,
  sections: fc.array(fc.record({ blocks: fc.array(block, { maxLength: 12 }) }), { maxLength: 12 }),
});

/** Every string of a value, with the keys above it. */
function strings(value: unknown, key = ""): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[key, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) =>
    strings(field, Array.isArray(value) ? key : name),
  );
}

function textLength(blocks: unknown): number {
  const texts = strings(blocks).filter(([key]) => key === "text");
  return texts.reduce((sum, [, text]) => sum + text.length, 0);
}

test("nothing of any message is a mention, and no text object holds a bare control character", () => {
  fc.assert(
    fc.property(message, (any) => {
      const { text, blocks } = renderMessage(any);
      expect(JSON.stringify({ text, blocks })).not.toMatch(/<[!@#]/);
      const objects = blocks.filter(({ type }) => type !== "rich_text");
      const texts = strings(objects).filter(([key]) => key === "text");
      for (const [, escaped] of [["text", text] as const, ...texts]) {
        expect(escaped).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
      }
    }),
  );
});

test("no text of any message turns round what stands behind it", () => {
  fc.assert(
    fc.property(message, (any) => {
      const { text, blocks } = renderMessage(any);
      const texts = strings(blocks).filter(([key]) => key === "text");
      for (const [, shown] of [["text", text] as const, ...texts]) {
        expect(closedDirection(shown)).toBe(shown);
      }
    }),
  );
});

test("every part of any message keeps Slack's limits", () => {
  fc.assert(
    fc.property(message, (any) => {
      for (const part of partMessage(any, SLACK_BUDGET)) {
        const { text, blocks } = renderMessage(part);
        expect(text.length).toBeLessThanOrEqual(4_000);
        expect(text.length + textLength(blocks)).toBeLessThan(12_000);
        expect(blocks.length).toBeLessThanOrEqual(50);
        expect(JSON.stringify(blocks).length).toBeLessThan(15_561);
        const all = strings(blocks);
        const most = { text: 3_000, value: 2_000, url: 3_000, action_id: 255 };
        for (const [key, limit] of Object.entries(most)) {
          const lengths = all.filter(([name]) => name === key).map(([, field]) => field.length);
          expect(Math.min(1, ...lengths)).toBe(1);
          expect(Math.max(0, ...lengths)).toBeLessThanOrEqual(limit);
        }
        const ids = all.filter(([key]) => key === "action_id").map(([, id]) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }
    }),
    { numRuns: 60 },
  );
});

test("the reader sees an article's words exactly, but for what cannot be seen", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }), (words) => {
      const paragraph = { kind: "paragraph", spans: [{ text: words }] } as const;
      const { blocks } = renderMessage({ summary: "", sections: [{ blocks: [paragraph] }] });
      const shown = strings(blocks)
        .filter(([key]) => key === "text")
        .map(([, text]) => text)
        .join("");
      const expected = closedDirection(words.replace(/[^\P{Cc}\n\t]|\u2060/gu, ""));
      expect(shown.replaceAll("\u2060", "")).toBe(expected);
    }),
  );
});
