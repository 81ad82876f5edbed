import type { ArticleId } from "#core/article/article.ts";
import { type Audience, isFor } from "#core/article/audience.ts";
import { DESK } from "./item.ts";
import type { Block, Message, Section } from "./message.ts";
import { count } from "./say.ts";
import { isAbout, isFrom } from "./withdraw.ts";

/** What leaves a post that nobody can have read. */
export interface Unread {
  readonly id: ArticleId;
  /** As the post names it. */
  readonly headline: string;
  /** It is an item of the edition, and counted there; else something beside another item was drawn from it. */
  readonly isItem: boolean;
}

/**
 * A post that nobody can have read as if an article had never been in it: no word tells that it was, and no number counts it.
 * `null`: nothing is left that is worth a message.
 */
export function withoutUnread(posted: Message, unread: Unread): Message | null {
  const { id } = unread;
  const left = posted.sections.filter(({ about }) => about !== id);
  const sections = left.flatMap((one): readonly Section[] => {
    const blocks = one.blocks.flatMap((block) => withoutBlock(block, unread, one));
    return blocks.length === 0 && one.blocks.length > 0
      ? []
      : [{ ...one, ...without(one, id), blocks }];
  });
  if (!sections.some(isWorthwhile) && isAbout(posted, id)) return null;
  return { ...posted, summary: unnamed(posted.summary, unread.headline), sections };
}

/**
 * A post without what was drawn while others read its place: notes that are for the desk's own channels alone, and lines that tell
 * of a version that is not for those who read it by now. Itself where it has nothing of it.
 */
export function withoutKept(posted: Message, readers: Audience): Message {
  if (!hasKept(posted, readers)) return posted;
  const noted = readers === "internal" ? posted.sections : posted.sections.map(withoutDeskNote);
  const isOpen = (block: Block) => !isLineKept(block, readers);
  const sections = noted.map((one) => ({ ...one, blocks: one.blocks.filter(isOpen) }));
  return { ...posted, sections };
}

/** Whether a post has something of that, or would have it where it is drawn anew. */
export function hasKept({ sections }: Message, readers: Audience): boolean {
  if (sections.some(({ blocks }) => blocks.some((block) => isLineKept(block, readers))))
    return true;
  if (readers === "internal") return false;
  return sections.some((one) => isForDesk(one) || one.blocks.some(isNoteOfDesk));
}

function isLineKept(block: Block, readers: Audience): boolean {
  if (block.kind !== "paragraph" || block.for === undefined) return false;
  return !isFor(block.for, readers);
}

function withoutDeskNote(one: Section): Section {
  const { drawn } = one;
  const isEarlier = isForDesk(one);
  const blocks = one.blocks.filter((block, index) => {
    return !isNoteOfDesk(block) && !(isEarlier && isEarlierNote(block, one.blocks[index - 1]));
  });
  return {
    ...one,
    blocks,
    ...(typeof drawn === "object" && { drawn: { ...drawn, internal: false } }),
  };
}

function isForDesk({ drawn }: Section): boolean {
  return typeof drawn === "object" && drawn.internal;
}

function isNoteOfDesk(block: Block): boolean {
  return block.kind === "note" && block.desk === true;
}

/** Earlier versions did not mark it: it stands right below the headline. */
function isEarlierNote(block: Block, before: Block | undefined): boolean {
  if (block.kind !== "note" || before?.kind !== "headline") return false;
  return block.spans[0]?.text.startsWith(DESK) === true;
}

function withoutBlock(block: Block, { id, isItem }: Unread, { about }: Section): readonly Block[] {
  if (isFrom(block, id)) return [];
  if (block.kind === "contents") {
    const entries = block.entries.filter(({ about }) => about !== id);
    return entries.length === 0 ? [] : [{ ...block, entries }];
  }
  return block.kind === "note" && isItem && about === undefined ? [recounted(block)] : [block];
}

// Reads: ` · 3 articles · 2 min read` of `edition.ts`.
const SIZE = /^ · (?<articles>\d+) articles?(?= · \d+ min read)/u;
// Reads: `42 files: 37 here, 3 merged`.
const BALANCE = /^(?<files>\d+) files?: (?<here>\d+) here(?:, )?/u;

/** The edition has one article less, and its balance one file. */
function recounted(block: Extract<Block, { readonly kind: "note" }>): Block {
  const spans = block.spans.map((span) => {
    const articles = SIZE.exec(span.text)?.groups?.articles;
    if (articles !== undefined)
      return {
        ...span,
        text: span.text.replace(SIZE, ` · ${count(Number(articles) - 1, "article")}`),
      };
    const balance = BALANCE.exec(span.text)?.groups;
    if (balance === undefined) return span;
    const [files, here] = [Number(balance.files) - 1, Number(balance.here) - 1];
    const head = `${count(files, "file")}: ${here === 0 ? "" : `${here} here, `}`;
    return { ...span, text: span.text.replace(BALANCE, head).replace(/, $/u, "") };
  });
  return { ...block, spans };
}

function without({ beside }: Section, id: ArticleId): Pick<Section, "beside"> {
  if (beside?.includes(id) !== true) return {};
  return { beside: beside.filter((other) => other !== id) };
}

function isWorthwhile({ about, blocks }: Section): boolean {
  return about !== undefined || blocks.some(({ kind }) => KEPT.has(kind));
}

/** What is an edition's own: its name, what is in it, its row of buttons. */
const KEPT: ReadonlySet<Block["kind"]> = new Set(["title", "contents", "buttons"]);

/** `Front page · Friday 8 May, 08:00: Bridge reopens (1 of 3)` without the headline. */
function unnamed(summary: string, headline: string): string {
  const at = headline === "" ? -1 : summary.lastIndexOf(headline);
  if (at < 0) return summary;
  const before = summary.slice(0, at).replace(/: $/u, "");
  return `${before}${summary.slice(at + headline.length)}`;
}
