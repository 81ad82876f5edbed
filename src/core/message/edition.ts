import type { Edition, Item } from "#core/digest/edition.ts";
import { factBlocks, headlineBlock, provenanceBlock, quoteBlock } from "./brief.ts";
import type { Block, Message, Section } from "./message.ts";
import { count, dayAndTime, note, section } from "./say.ts";

/** A digest shows the first of each; the rest is a button away. */
const FACTS_SHOWN = 3;
const QUOTES_SHOWN = 1;

/** Words that people read in a minute (Brysbaert 2019: 238 a minute for English prose). */
const WORDS_A_MINUTE = 238;

/** Sets an edition as a message: its name, its briefs in their order, and what waits. */
export function composeEdition(edition: Edition): Message {
  const briefs = edition.items.map((item) => itemSection(item, edition.timeZone));
  const name = `${titleCase(edition.channel)} · ${dayAndTime(edition.slot, edition.timeZone)}`;
  const minutes = Math.max(1, Math.round(wordCount(briefs) / WORDS_A_MINUTE));
  const size = `${count(edition.items.length, "article")} · ${minutes} min read`;
  const first = edition.items[0]?.filed.brief.headline;
  return {
    summary: first === undefined ? name : `${name}: ${first}`,
    sections: [
      section({ kind: "title", text: name }, note({ text: size })),
      ...briefs,
      ...waitingSection(edition.waiting),
    ],
  };
}

function itemSection({ filed, update }: Item, timeZone: string): Section {
  const { brief } = filed;
  const quotes = brief.quotes.filter(({ speaker }) => speaker !== null).slice(0, QUOTES_SHOWN);
  return section(
    { kind: "rule" },
    headlineBlock(filed, update ? "Updated" : undefined),
    ...factBlocks(brief.facts.slice(0, FACTS_SHOWN)),
    ...quotes.map(quoteBlock),
    provenanceBlock(filed, timeZone),
    itemButtons(filed.brief.id, brief.quotes.length),
  );
}

function itemButtons(id: string, quotes: number): Block {
  const details = { kind: "ask", label: "Details", ask: `brief ${id}` } as const;
  const spoken = { kind: "ask", label: `Quotes (${quotes})`, ask: `quotes ${id}` } as const;
  return { kind: "buttons", buttons: quotes === 0 ? [details] : [details, spoken] };
}

function waitingSection(waiting: number): readonly Section[] {
  if (waiting === 0) return [];
  const verb = waiting === 1 ? "waits" : "wait";
  return [
    section(
      { kind: "rule" },
      note({ text: `${count(waiting, "more article")} ${verb} for the next edition` }),
    ),
  ];
}

/** `front-page` → `Front page`. */
function titleCase(channel: string): string {
  const words = channel.replace(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function wordCount(sections: readonly Section[]): number {
  return sections
    .flatMap(({ blocks }) => blocks.map(blockText))
    .reduce((total, text) => total + (text.match(/\S+/gu)?.length ?? 0), 0);
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "headline":
    case "paragraph":
      return block.spans.map(({ text }) => text).join("");
    case "list":
      return block.items
        .flat()
        .map(({ text }) => text)
        .join(" ");
    case "quote":
      return block.text;
    default:
      return "";
  }
}
