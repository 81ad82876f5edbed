import fc from "fast-check";
import type { Block, Button, Message, Span } from "#core/message/message.ts";

/** Pieces of text that mean something to Discord, beside plain words in several scripts. */
const PIECES = [
  ...["@everyone", "@here", "<@1>", "<@!1>", "<@&1>", "<#1>", "</brief:1>", "<id:home>", "<t:0:R>"],
  ...["<:a:1>", "<a:b:1>", ":tada:", "10:30:45", "https://example.org/a_(b)", "[a](https://b.c)"],
  ...["**", "__", "_", "*", "~~", "||", "`", "```", "\\", "> ", ">>> ", "# ", "-# ", "- ", "1. "],
  ...["\n", "\n\n", "\r\n", "\u2028", "\t", " ", "\u0000", "\ud800", "\u202e", "\u2066", "\u202c"],
  ...["word", "Solen", "مرحبا", "שלום", "日本", "👩‍🚀", "“so”", "1.5", "-5", "&", "+1"],
];

const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 8 })), {
    maxLength: 30,
  })
  .map((pieces) => pieces.join(""));

const href = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom("javascript:alert(1)", "not an address", `https://e.org/${"x".repeat(600)}`),
);

const span: fc.Arbitrary<Span> = fc.record(
  { text, style: fc.constantFrom("strong", "emphasis"), href },
  { requiredKeys: ["text"] },
);
const spans = fc.array(span, { maxLength: 5 });

const ask = fc.constantFrom("help", "brief a1", "quotes a1", "q".repeat(90));
const button: fc.Arbitrary<Button> = fc.oneof(
  fc.record({ kind: fc.constant("ask" as const), label: text, ask }),
  fc.record({ kind: fc.constant("link" as const), label: text, href }),
);

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant("title" as const), text }),
  fc.record({ kind: fc.constantFrom("headline" as const, "paragraph", "note"), spans }),
  fc.record({ kind: fc.constant("list" as const), items: fc.array(spans, { maxLength: 5 }) }),
  fc.record({ kind: fc.constant("quote" as const), text, by: spans }),
  fc.record({
    kind: fc.constant("buttons" as const),
    buttons: fc.array(button, { maxLength: 12 }),
  }),
  fc.constant({ kind: "rule" as const }),
);

/** Any message, with text that tries to be more than text. */
export const anyMessage: fc.Arbitrary<Message> = fc.record({
  summary: text,
  sections: fc.array(fc.record({ blocks: fc.array(block, { maxLength: 8 }) }), { maxLength: 6 }),
});

export { text as anyText };
