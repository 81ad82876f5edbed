import type { Filed } from "#core/digest/edition.ts";
import { factBlocks, headlineBlock, provenanceBlock, quoteBlock } from "#core/message/brief.ts";
import type { Block, Button, Message, Section } from "#core/message/message.ts";
import { count, note, paragraph, section } from "#core/message/say.ts";

/** The whole brief: every fact, every quote, and where it is from. */
export function briefAnswer(filed: Filed, timeZone: string): Message {
  const { facts, quotes } = filed.brief;
  return answer(
    filed,
    section(headlineBlock(filed), provenanceBlock(filed, timeZone)),
    ...titled("Key facts", factBlocks(facts)),
    ...titled("Quotes", quotes.map(quoteBlock)),
    section(buttons(filed, "quotes", "facts", "text")),
  );
}

/** Who said what, in the article's order. */
export function quotesAnswer(filed: Filed, timeZone: string): Message {
  const { quotes } = filed.brief;
  const said: readonly Block[] =
    quotes.length === 0 ? [paragraph({ text: "Nobody is quoted in it." })] : quotes.map(quoteBlock);
  return answer(
    filed,
    section(headlineBlock(filed)),
    ...said.map((block) => section(block)),
    section(provenanceBlock(filed, timeZone), buttons(filed, "brief", "facts")),
  );
}

/** The key facts, each with its owner. */
export function factsAnswer(filed: Filed, timeZone: string): Message {
  const { facts } = filed.brief;
  const none = paragraph({ text: "No sentence of it stands well enough on its own." });
  return answer(
    filed,
    section(headlineBlock(filed), ...(facts.length === 0 ? [none] : factBlocks(facts))),
    section(provenanceBlock(filed, timeZone), buttons(filed, "brief", "quotes")),
  );
}

/** The copy itself, paragraph by paragraph. */
export function textAnswer(filed: Filed, timeZone: string): Message {
  const paragraphs = filed.article.body.split("\n\n").map((text) => section(paragraph({ text })));
  return answer(
    filed,
    section(headlineBlock(filed), provenanceBlock(filed, timeZone)),
    ...paragraphs,
    section(buttons(filed, "brief", "quotes")),
  );
}

/** What a search found, best first. */
export function searchAnswer(words: string, found: readonly Filed[], timeZone: string): Message {
  if (found.length === 0) return nothingFound(words);
  return listOf(`${count(found.length, "article")} for “${words}”`, found, timeZone);
}

/** Several articles fit: the reader chooses. */
export function choiceAnswer(words: string, fitting: readonly Filed[], timeZone: string): Message {
  return listOf(`Several articles fit “${words}”. Which one?`, fitting, timeZone);
}

/** No article fits, and what to try. */
export function nothingFound(words: string): Message {
  const summary = `Nothing found for “${words}”.`;
  return {
    summary,
    sections: [
      section(
        paragraph({ text: summary }),
        note({ text: "Every word must stand in the article: try fewer words, or a name." }),
      ),
    ],
  };
}

function listOf(summary: string, found: readonly Filed[], timeZone: string): Message {
  return {
    summary,
    sections: [
      section(paragraph({ text: summary, style: "strong" })),
      ...found.map((filed) =>
        section(headlineBlock(filed), provenanceBlock(filed, timeZone), buttons(filed, "brief")),
      ),
    ],
  };
}

function answer({ brief }: Filed, ...sections: readonly Section[]): Message {
  return { summary: brief.headline, sections };
}

function titled(title: string, blocks: readonly Block[]): readonly Section[] {
  const [first, ...rest] = blocks;
  if (first === undefined) return [];
  return [
    section(paragraph({ text: title, style: "strong" }), first),
    ...rest.map((block) => section(block)),
  ];
}

const LABELS = {
  brief: "Details",
  quotes: "Quotes",
  facts: "Key facts",
  text: "Full text",
} as const;

function buttons({ article }: Filed, ...asks: readonly (keyof typeof LABELS)[]): Block {
  const own = asks.map(
    (ask): Button => ({
      kind: "ask",
      label: LABELS[ask],
      ask: `${ask} ${article.id}`,
    }),
  );
  const original: readonly Button[] =
    article.sourceUrl === null
      ? []
      : [{ kind: "link", label: "Original", href: article.sourceUrl }];
  return { kind: "buttons", buttons: [...own, ...original] };
}
