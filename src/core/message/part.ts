import type { Block, Budget, Message, Section, Span } from "./message.ts";
import { splitText } from "./split-text.ts";

/** A section, or a piece of one that had to be broken: pieces of one section have its index. */
interface Piece extends Section {
  readonly section: number;
}

/**
 * Parts a message so that each part fits the budget: between sections where it can, so that a brief
 * stays whole; else between blocks; else between words. No word is left out and none is rewritten.
 *
 * Several parts say which one they are: "2 of 3".
 */
export function partMessage(message: Message, budget: Budget): readonly Message[] {
  if (budget.fits(message)) return [message];
  const fits = (pieces: readonly Piece[]) =>
    budget.fits(numbered(message.summary, pieces, { part: 99, of: 99 }));
  const parts = pack(breakSections(message.sections, fits), fits);
  return parts.map((pieces, index) =>
    numbered(message.summary, pieces, { part: index + 1, of: parts.length }),
  );
}

type Fits = (pieces: readonly Piece[]) => boolean;

function breakSections(sections: readonly Section[], fits: Fits): readonly Piece[] {
  return sections.flatMap(({ blocks, ...whole }, section) => {
    if (fits([{ ...whole, section, blocks }])) return [{ ...whole, section, blocks }];
    const blockFits = (block: Block) => fits([{ section, blocks: [block] }]);
    return blocks
      .flatMap((block) => breakBlock(block, blockFits))
      .map((block, index) => ({
        ...(index === 0 ? whole : goingOn(whole)),
        section,
        blocks: [block],
      }));
  });
}

/** What stands in a later message is drawn anew as what goes on there: the article begins in an earlier one. */
function goingOn(section: Omit<Section, "blocks">): Omit<Section, "blocks"> {
  return section.about === undefined ? section : { ...section, drawn: "rest" };
}

function pack(pieces: readonly Piece[], fits: Fits): readonly (readonly Piece[])[] {
  const parts: Piece[][] = [];
  for (const piece of pieces) {
    const open = parts.at(-1);
    if (open !== undefined && fits([...open, piece])) open.push(piece);
    else parts.push([piece]);
  }
  return parts;
}

function numbered(
  summary: string,
  pieces: readonly Piece[],
  { part, of }: { part: number; of: number },
): Message {
  const joined: { section: number; whole: Section & { blocks: Block[] } }[] = [];
  for (const { section, blocks, ...whole } of pieces) {
    const open = joined.at(-1);
    if (open?.section === section) open.whole.blocks.push(...blocks);
    else joined.push({ section, whole: { ...whole, blocks: [...blocks] } });
  }
  const sections = joined.map(({ whole }) => whole);
  const label: Section = { blocks: [{ kind: "note", spans: [{ text: `${part} of ${of}` }] }] };
  return {
    summary: of > 1 ? `${summary} (${part} of ${of})` : summary,
    sections: of > 1 ? [...sections, label] : sections,
  };
}

function breakBlock(block: Block, fits: (block: Block) => boolean): readonly Block[] {
  if (fits(block)) return [block];
  switch (block.kind) {
    case "title":
    case "head":
      return breakBlock({ kind: "headline", spans: [{ text: block.text }] }, fits);
    case "headline":
    case "paragraph":
    case "note":
      return breakSpans(block.spans, (spans) => fits({ ...block, spans })).map((spans) => ({
        ...block,
        spans,
      }));
    case "list":
      return block.items
        .flatMap((item) => breakSpans(item, (spans) => fits({ ...block, items: [spans] })))
        .map((item) => ({ ...block, items: [item] }));
    case "contents":
      return block.entries.map((entry) => ({ ...block, entries: [entry] }));
    case "quote":
      return splitText(block.text, (text) => fits({ ...block, text })).map((text) => ({
        ...block,
        text,
      }));
    case "buttons":
      return block.buttons.map((button) => ({ ...block, buttons: [button] }));
    case "menu":
    case "picture":
    case "rule":
      return [block];
  }
}

function breakSpans(
  spans: readonly Span[],
  fits: (spans: readonly Span[]) => boolean,
): readonly (readonly Span[])[] {
  if (fits(spans)) return [spans];
  return spans.flatMap((span) =>
    splitText(span.text, (text) => fits([{ ...span, text }])).map((text) => [{ ...span, text }]),
  );
}
