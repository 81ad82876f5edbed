import type { Edition, Filed, Item, StoryNote } from "#core/digest/edition.ts";
import type { Audience, Layout } from "#core/digest/subscription.ts";
import {
  factBlocks,
  headlineBlock,
  moreButton,
  provenanceBlock,
  pulledQuotes,
  quoteBlocks,
} from "./brief.ts";
import type { Block, Button, Message, Section } from "./message.ts";
import { count, dayAndTime, duration, note, section, titleCase } from "./say.ts";
import { besideBlocks, changeBlocks, MARKS } from "./story.ts";

/** Words that people read in a minute (Brysbaert 2019: 238 a minute for English prose). */
const WORDS_A_MINUTE = 238;

/** How an edition is shown. */
export interface EditionFace {
  readonly layout: Layout;
  /** Editor's notes are for the desk's own channels alone. */
  readonly audience: Audience;
  /** What became of the files that came in since the edition before; `null` where nobody counted. */
  readonly tally: Tally | null;
  /** It answers a question of one asker, and has no row of buttons of its own; left out: it is posted. */
  readonly isAnswer?: boolean;
}

/** Files that came in since the edition before and are not in this one. Held ones are not counted: nobody may know of them. */
export interface Tally {
  readonly merged: number;
  readonly filtered: number;
  readonly quarantined: number;
}

const PLAIN_FACE: EditionFace = { layout: "full", audience: null, tally: null };

/** Sets an edition as a message: its name, its briefs in their order, what waits, and the balance. */
export function composeEdition(edition: Edition, face: EditionFace = PLAIN_FACE): Message {
  const briefs = edition.items.map((item, index) => itemSection(item, edition, face, index));
  const name = nameOf(edition);
  const first = edition.items[0]?.filed.brief.headline;
  return {
    summary: first === undefined ? name : `${name}: ${first}`,
    sections: [
      section({ kind: "title", text: name }, note({ text: sizeOf(edition, briefs) })),
      ...briefs,
      ...closing(edition, face),
    ],
  };
}

/** What stands before the briefs of an edition that are posted one by one. */
export function composeHead(edition: Edition, face: EditionFace): Message {
  const { sections, summary } = composeEdition(edition, face);
  return { summary, sections: sections.filter(({ about }) => about === undefined) };
}

/** One brief of an edition, as a message of its own. */
export function composeItem(edition: Edition, face: EditionFace, item: Item): Message {
  const sections = [itemSection(item, edition, face)];
  return { summary: item.filed.brief.headline, sections };
}

/** `Front page · Morning · Friday 8 May, 08:00`; what goes out at once bears its rank: `Front page · Flash · …`. */
function nameOf(edition: Edition): string {
  const { channel, kind, name, slot, timeZone } = edition;
  const called = kind === "at-once" ? rankOf(edition) : (name ?? null);
  const parts = [titleCase(channel), called, dayAndTime(slot, timeZone)];
  return parts.filter((part) => part !== null).join(" · ");
}

/** What wires call their urgencies 1 to 3. */
const RANKS: Readonly<Record<number, string>> = { 1: "Flash", 2: "Bulletin", 3: "Urgent" };

/** The rank of its most pressing article. */
function rankOf({ items }: Edition): string {
  return RANKS[Math.min(...items.map(({ filed }) => filed.article.urgency ?? 3))] ?? "Urgent";
}

function sizeOf({ items, late = 0 }: Edition, briefs: readonly Section[]): string {
  const minutes = Math.max(1, Math.round(wordCount(briefs) / WORDS_A_MINUTE));
  const size = `${count(items.length, "article")} · ${minutes} min read`;
  return late < MINUTE ? size : `${size} · ${duration(late)} late`;
}

const MINUTE = 60_000;

function itemSection(
  item: Item,
  { timeZone, items }: Edition,
  face: EditionFace,
  index = 0,
): Section {
  const { filed, story } = item;
  const shown = { timeZone, marks: marksOf(item, items), ...SIZES[face.layout] };
  const internal = face.audience === "internal";
  const blocks = itemBlocks(filed, { ...shown, internal, ...(story !== undefined && { story }) });
  // Headlines are one list: a single rule stands above them all.
  const listed = face.layout === "headlines" && index > 0;
  const beside = story?.beside.map(({ id }) => id) ?? [];
  return {
    ...{ blocks: listed ? blocks.slice(1) : blocks, about: filed.brief.id },
    ...(beside.length > 0 && { beside }),
  };
}

/** Where all is new, nothing needs to say so. */
function marksOf({ update, story }: Item, items: readonly Item[]): readonly string[] {
  if (update) return [MARKS[story?.mark ?? "update"]];
  return items.some((one) => one.update) ? [MARKS.new] : [];
}

/** How much of a brief is shown, and how. */
export interface ItemFace extends ItemSize {
  readonly timeZone: string;
  /** What stands before the headline: `Update`. */
  readonly marks: readonly string[];
  /** What there is to say beside the brief; left out: nothing. */
  readonly story?: StoryNote;
  /** The editor's note is shown. */
  readonly internal: boolean;
}

interface ItemSize {
  /** Most facts and quotes. */
  readonly facts: number;
  readonly quotes: number;
  readonly buttons: boolean;
}

/** A digest shows the first of each; the rest is a button away. */
const SIZES: Readonly<Record<Layout, ItemSize>> = {
  full: { facts: 3, quotes: 1, buttons: true },
  compact: { facts: 1, quotes: 0, buttons: true },
  headlines: { facts: 0, quotes: 0, buttons: false },
};

/** What an editor's note begins with. */
export const DESK = "Desk: ";

/** One brief of an edition: its rule, its headline, and what follows. */
export function itemBlocks(filed: Filed, face: ItemFace): readonly Block[] {
  const { brief, article } = filed;
  const section = article.section === null ? [] : [titleCase(article.section)];
  const desk = face.internal ? article.editorNote : null;
  return [
    { kind: "rule" },
    headlineBlock(filed, [...section, ...face.marks].join(" · ")),
    ...(desk === null ? [] : [note({ text: `${DESK}${desk}` })]),
    ...bodyBlocks(brief, face),
    ...(face.story === undefined || !face.buttons ? [] : besideBlocks(face.story)),
    provenanceBlock({ ...filed, article: inEdition(article, face) }, face.timeZone),
    ...(face.buttons ? [{ kind: "buttons", buttons: [moreButton(filed)] } as const] : []),
  ];
}

/** Of a story that readers know only what is new; of any other the first facts and who speaks in it. */
function bodyBlocks(brief: Filed["brief"], face: ItemFace): readonly Block[] {
  const { story } = face;
  if (story !== undefined && story.mark !== "new" && !isCorrectedOnly(story)) {
    return changeBlocks(story, face.facts === 0 ? 0 : face.facts + 1);
  }
  // Where speakers are not read in its language, that is said, and no quote is lost by it.
  const quotes = quoteBlocks(brief, pulledQuotes(brief).quotes.slice(0, face.quotes));
  return [...factBlocks(brief.facts.slice(0, face.facts)), ...quotes];
}

/** A correction of which the rules find no figure, name or fact is shown whole. */
function isCorrectedOnly({ mark, changes }: StoryNote): boolean {
  return mark === "correction" && changes.length === 0;
}

/** Its section stands before the headline already; a bare headline has no writer and no place below it. */
function inEdition(article: Filed["article"], face: ItemFace): Filed["article"] {
  const shown = { ...article, section: null };
  if (face.buttons) return shown;
  const source = article.source ?? article.dateline?.agency ?? null;
  return { ...shown, source, byline: null, dateline: null };
}

/** What waits, the balance, and the one row of buttons that is the edition's own: what goes out at once has none. */
function closing(edition: Edition, { tally, isAnswer = false }: EditionFace): readonly Section[] {
  const lines = [waitingLine(edition.waiting), tally === null ? null : balanceLine(edition, tally)];
  const notes = lines.filter((line) => line !== null).map((text) => note({ text }));
  const hasRow = edition.kind !== "at-once" && !isAnswer;
  const row: Block = { kind: "buttons", buttons: editionButtons(edition) };
  const closed = hasRow ? [...notes, row] : notes;
  return closed.length === 0 ? [] : [section({ kind: "rule" }, ...closed)];
}

/** The headlines of all that came within a day, also of what had no room, and a search. */
function editionButtons({ channel }: Edition): readonly Button[] {
  return [
    ask("All headlines", `digest now channel:${channel} layout:headlines`),
    ask("Search", "search"),
  ];
}

function ask(label: string, line: string): Button {
  return { kind: "ask", label, ask: line };
}

function waitingLine(waiting: number): string | null {
  if (waiting === 0) return null;
  return `${count(waiting, "more article")} ${waiting === 1 ? "waits" : "wait"} for the next edition`;
}

/** `42 files: 37 here, 3 merged, 1 filtered, 1 held back by an error`. */
function balanceLine({ items, waiting, told = [] }: Edition, tally: Tally): string {
  const { merged, filtered, quarantined } = tally;
  const kinds: readonly (readonly [number, string])[] = [
    [items.length, "here"],
    [waiting, "waiting"],
    [merged + told.length, "merged"],
    [filtered, "filtered"],
    [quarantined, "held back by an error"],
  ];
  const files = kinds.reduce((sum, [number]) => sum + number, 0);
  const said = kinds.filter(([number]) => number > 0).map(([number, kind]) => `${number} ${kind}`);
  return `${count(files, "file")}: ${said.join(", ")}`;
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
