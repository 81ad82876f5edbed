import type { ArticleId } from "#core/article/article.ts";
import type { Change } from "#core/article/change.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import { arrowKept } from "./direction.ts";
import { DESK, itemBlocks } from "./edition.ts";
import type { Block, Budget, Message, Section } from "./message.ts";
import { note, section, timeWithZone } from "./say.ts";

/** What has become of an article that stands in a post. */
export interface Amended {
  readonly filed: Filed;
  /** It may not be shown now: killed, or held again. */
  readonly withdrawn: "killed" | "held" | null;
  readonly at: Instant;
  readonly timeZone: string;
}

/** How many facts and quotes are shown; tried one after the other until the post has room. */
const SIZES = [
  { facts: 3, quotes: 1, buttons: true },
  { facts: 2, quotes: 0, buttons: true },
  { facts: 1, quotes: 0, buttons: true },
  { facts: 0, quotes: 0, buttons: false },
];

/**
 * Sets the article anew in a post that stands in a channel already: the other articles stay as they
 * are, and a line says what was changed, and when. What is withdrawn leaves nothing of its text.
 */
export function amendMessage(posted: Message, amended: Amended, budget: Budget): Message {
  const id = amended.filed.article.id;
  const isAbout = posted.sections.some(({ about }) => about === id);
  const others = withoutLinesFrom(posted, amended);
  return isAbout ? amendSection(others, amended, budget) : others;
}

/** What was drawn from a report beside others goes when the report changes or may not be shown any more. */
function withoutLinesFrom(posted: Message, { filed, withdrawn, at, timeZone }: Amended): Message {
  const { id } = filed.article;
  const since = withdrawn === null ? "changed" : "was withdrawn";
  const line = `Taken out ${timeWithZone(at, timeZone)}: what a report that ${since} had said here`;
  const sections = posted.sections.map((one): Section => {
    if (one.beside?.includes(id) !== true) return one;
    // Who else reports it is no less true when their report is changed.
    const goes = (block: Block) =>
      isFrom(block, id) && (withdrawn !== null || block.kind !== "note");
    const blocks = one.blocks.filter((block) => !goes(block));
    const cut = blocks.length < one.blocks.length;
    return { ...one, blocks: cut ? beforeButtons(blocks, [note({ text: line })]) : blocks };
  });
  return { ...posted, sections };
}

function isFrom(block: Block, id: ArticleId): boolean {
  return "from" in block && block.from?.includes(id) === true;
}

function amendSection(posted: Message, amended: Amended, budget: Budget): Message {
  const sizes = SIZES.slice(shownBefore(posted, amended.filed.article.id));
  const versions =
    amended.withdrawn === null ? sizes.map((size) => amend(posted, amended, size)) : [];
  const fitting = versions.find((version) => budget.fits(version));
  return (
    fitting ?? replace(posted, amended, withdrawnBlocks(amended), amendedSummary(posted, amended))
  );
}

/** A channel of headlines stays one: an item that had no buttons, or one fact, gets no more. */
function shownBefore({ sections }: Message, about: ArticleId): number {
  const blocks = sections.filter((one) => one.about === about).flatMap((one) => one.blocks);
  if (!blocks.some(({ kind }) => kind === "buttons")) return SIZES.length - 1;
  const facts = blocks.flatMap((block) => (block.kind === "list" ? block.items : [])).length;
  const quotes = blocks.filter(({ kind }) => kind === "quote").length;
  return facts <= 1 && quotes === 0 ? SIZES.findIndex((size) => size.facts === 1) : 0;
}

/** A channel of the desk's own goes on showing the editor's note. */
function showsDesk({ sections }: Message): boolean {
  return sections.some(({ blocks }) =>
    blocks.some((block) => block.kind === "note" && block.spans[0]?.text.startsWith(DESK) === true),
  );
}

function amend(posted: Message, amended: Amended, size: (typeof SIZES)[number]): Message {
  const [rule, headline, ...rest] = itemBlocks(amended.filed, {
    ...{ timeZone: amended.timeZone, marks: [], internal: showsDesk(posted) },
    ...size,
  });
  const line = notice("amended", changeLine(amended));
  const blocks = [rule, headline, line, ...rest].filter((block) => block !== undefined);
  return replace(posted, amended, blocks, amendedSummary(posted, amended));
}

/** A brief that was broken over several parts stands in the first of them; the others keep a line. */
function replace(
  posted: Message,
  { filed, withdrawn }: Amended,
  blocks: readonly Block[],
  summary: string,
): Message {
  const about = filed.article.id;
  let placed = false;
  const sections = posted.sections.flatMap((one): readonly Section[] => {
    if (one.about !== about) return [one];
    if (placed) return [];
    placed = true;
    const kept = withdrawn === null ? one.blocks.filter((block) => isBeside(block, about)) : [];
    const anew = beforeButtons(one.blocks[0]?.kind === "rule" ? blocks : withoutRule(blocks), kept);
    return [{ blocks: anew, about, ...(one.beside !== undefined && { beside: one.beside }) }];
  });
  const { forumPost } = posted;
  if (forumPost === undefined) return { summary, sections };
  const title = withdrawn === null ? filed.brief.headline : WITHDRAWN[withdrawn];
  return { summary, sections, forumPost: { ...forumPost, title } };
}

/** Drawn from other reports alone: it stays when the lead is set anew. */
function isBeside(block: Block, about: ArticleId): boolean {
  return "from" in block && block.from !== undefined && !block.from.includes(about);
}

function beforeButtons(blocks: readonly Block[], added: readonly Block[]): readonly Block[] {
  const end = blocks.findIndex(({ kind }) => kind === "buttons");
  const at = end < 0 ? blocks.length : end;
  return [...blocks.slice(0, at), ...added, ...blocks.slice(at)];
}

/** In a list of headlines no rule stands between them. */
function withoutRule(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter(({ kind }) => kind !== "rule");
}

/** The summary of a post names its first article: a killed one must not go on there. */
function amendedSummary(posted: Message, { filed, withdrawn }: Amended): string {
  const first = posted.sections.find(({ about }) => about !== undefined)?.about;
  if (first !== filed.article.id) return posted.summary;
  const name = posted.summary.split(": ", 1)[0] ?? posted.summary;
  return withdrawn === null
    ? `${name}: ${filed.brief.headline}`
    : `${name}: ${WITHDRAWN[withdrawn]}`;
}

const WITHDRAWN = {
  killed: "KILLED – do not use",
  held: "WITHHELD – do not use until it is released",
};
const SINCE = { killed: "Killed", held: "Withheld" };

function withdrawnBlocks({ withdrawn, at, timeZone }: Amended): readonly Block[] {
  const words = withdrawn === null ? "Corrected; ask for its details" : WITHDRAWN[withdrawn];
  const since = withdrawn === null ? "Corrected" : SINCE[withdrawn];
  return [
    { kind: "rule" },
    notice(withdrawn === null ? "amended" : "withdrawn", words),
    note({ text: `${since} ${timeWithZone(at, timeZone)}` }),
  ];
}

/** Set apart from the article's own words: small print would be passed over. */
function notice(kind: "amended" | "withdrawn", text: string): Block {
  return { kind: "paragraph", spans: [{ text, style: "strong" }], notice: kind };
}

/** `Corrected 14:05 BST: toll 12 → 15`. */
function changeLine({ filed, at, timeZone }: Amended): string {
  const { change } = filed.article;
  const what = change === null ? "" : whatChanged(change);
  const head = `${change === null ? "Updated" : VERBS[change.kind]} ${timeWithZone(at, timeZone)}`;
  return what === "" ? head : `${head}: ${what}`;
}

const VERBS: Readonly<Record<Change["kind"], string>> = {
  correction: "Corrected",
  update: "Updated",
  "write-through": "Updated",
  kill: "Killed",
  restored: "Restored",
  unchanged: "Updated",
};

/** Longer lists are for the details, not for one line. */
const MOST_DETAILS = 3;

function whatChanged({ details, note: words }: Change): string {
  if (details.length > 0) return details.slice(0, MOST_DETAILS).map(arrowKept).join("; ");
  return words ?? "";
}

/**
 * What is said in the thread of the post: those who read it before a correction or a kill must learn
 * of it. `null` for an update, which only adds.
 */
export function amendmentReply(posted: Message, amended: Amended): Message | null {
  const { filed, withdrawn } = amended;
  if (!posted.sections.some(({ about }) => about === filed.article.id)) return null;
  const kind = filed.article.change?.kind;
  if (withdrawn === null && kind !== "correction" && kind !== "kill") return null;
  const line =
    withdrawn === null
      ? `${changeLine(amended)} — ${filed.brief.headline}`
      : `${WITHDRAWN[withdrawn]} (${timeWithZone(amended.at, amended.timeZone)})`;
  return {
    summary: line,
    sections: [section(notice(withdrawn === null ? "amended" : "withdrawn", line))],
  };
}
