import type { Audience } from "#core/article/audience.ts";
import type { Edition, Item } from "#core/digest/edition.ts";
import type { Layout } from "#core/digest/subscription.ts";
import { LABELS } from "#core/language/labels.ts";
import { contentsOf } from "./contents.ts";
import { headsOf, itemsAsRead } from "./in-sections.ts";
import { itemBlocks, sizeIn } from "./item.ts";
import type { Block, Button, Drawn, Message, Section } from "./message.ts";
import { count, dayAndTime, dayMoment, duration, note, section, titleCase } from "./say.ts";
import { MARKS } from "./story.ts";
import { editionTone, rankMark, rankOf, toneOf } from "./tone.ts";

/** Words that people read in a minute (Brysbaert 2019: 238 a minute for English prose). */
const WORDS_A_MINUTE = 238;

/** How an edition is shown. */
export interface EditionFace {
  readonly layout: Layout;
  /** Editor's notes are for the desk's own channels alone. */
  readonly audience: Audience;
  /** What became of the files that came in since the edition before; `null` where nobody counted. */
  readonly tally: Tally | null;
  /** Those who read it can have a digest of their own; left out: nobody can there. */
  readonly isPersonal?: boolean;
  /** It answers a question of one asker, and has no row of buttons of its own; left out: it is posted. */
  readonly isAnswer?: boolean;
  /** Items have their pictures; left out: none has. */
  readonly pictures?: boolean;
}

/** Files that came in since the edition before and are not in this one. Held ones are not counted: nobody may know of them. */
export interface Tally {
  readonly merged: number;
  readonly filtered: number;
  readonly quarantined: number;
}

const PLAIN_FACE: EditionFace = { layout: "full", audience: null, tally: null };

/** Sets an edition as a message: its name, what is in a long one, its briefs by section, what waits, and the balance. */
export function composeEdition(edition: Edition, face: EditionFace = PLAIN_FACE): Message {
  const items = itemsAsRead(edition);
  const heads = headsOf(items);
  const briefs = items.map((item, index) => {
    const head = heads?.[index] ?? null;
    return itemSection(item, edition, face, { index, head, underHead: heads !== null });
  });
  const name = nameOf(edition);
  const first = items[0]?.filed.brief.headline;
  return {
    summary: first === undefined ? name : `${name}: ${first}`,
    sections: [
      headSection(edition, briefs),
      ...(face.layout === "headlines" ? [] : contentsOf(items)),
      ...briefs,
      ...closing(edition, face),
    ],
  };
}

function headSection(edition: Edition, briefs: readonly Section[]): Section {
  const tone = editionTone(edition);
  const when = dayMoment(edition.slot, edition.timeZone);
  const head = section(
    { kind: "title", text: titleOf(edition) },
    note(when, { text: ` · ${sizeOf(edition, briefs)}` }),
  );
  return tone === null ? head : { ...head, tone };
}

/** What stands before the briefs of an edition that are posted one by one. */
export function composeHead(edition: Edition, face: EditionFace): Message {
  const { sections, summary } = composeEdition(edition, face);
  return { summary, sections: sections.filter(({ about }) => about === undefined) };
}

/** One brief of an edition, as a message of its own. */
export function composeItem(edition: Edition, face: EditionFace, item: Item): Message {
  const sections = [itemSection(item, edition, face, ALONE)];
  return { summary: item.filed.brief.headline, sections };
}

/** `Front page · Morning · Friday 8 May, 08:00`; what goes out at once bears its rank: `Front page · Flash · …`. */
export function nameOf(edition: Edition): string {
  const { slot, timeZone } = edition;
  return `${titleOf(edition)} · ${dayAndTime(slot, timeZone)}`;
}

/** Its name without its moment, which stands below it by the reader's own clock. */
function titleOf(edition: Edition): string {
  const { channel, title, kind, name } = edition;
  const called = kind === "at-once" ? rankOf(edition) : (name ?? null);
  return [title ?? titleCase(channel), called].filter((part) => part !== null).join(" · ");
}

function sizeOf({ items, late = 0 }: Edition, briefs: readonly Section[]): string {
  const minutes = Math.max(1, Math.round(wordCount(briefs) / WORDS_A_MINUTE));
  const size = `${count(items.length, "article")} · ${minutes} min read`;
  return late < MINUTE ? size : `${size} · ${duration(late)} late`;
}

const MINUTE = 60_000;

/** What stands above an item. */
interface Above {
  /** Its place in the edition, from 0; `null`: it is posted by itself. */
  readonly index: number | null;
  /** The name of its section; `null`: none. */
  readonly head: string | null;
  /** Sections are named above their items. */
  readonly underHead: boolean;
}

const ALONE: Above = { index: null, head: null, underHead: false };

function itemSection(item: Item, edition: Edition, face: EditionFace, above: Above): Section {
  const { filed, story } = item;
  const isLead = above.index === 0 && edition.items.length > 1;
  // The title says the rank of what goes out at once.
  const isSaid = edition.kind === "at-once" && above !== ALONE;
  const marks = [...(isSaid ? [] : rankMark(item)), ...marksOf(item, edition.items)];
  const own = toneOf(item);
  const tone = isSaid && own !== "update" && own !== "correction" ? null : own;
  const drawn: Drawn = {
    ...sizeIn(face.layout, isLead),
    ...{ internal: face.audience === "internal", isLead, underHead: above.underHead },
    ...(own !== null && tone === null && { said: own }),
    // A list of headlines is a list.
    ...(face.pictures === true && face.layout !== "headlines" && { pictures: true }),
  };
  const shown = { ...drawn, timeZone: edition.timeZone, marks, ...(story && { story }) };
  const beside = story?.beside.map(({ id }) => id) ?? [];
  return {
    blocks: [...furniture(face.layout, above), ...itemBlocks(filed, shown)],
    ...{ about: filed.brief.id, drawn, ...(tone !== null && { tone }) },
    ...(beside.length > 0 && { beside }),
  };
}

/** The rule and the name above an item. Headlines are one list a section: a single rule stands above them all. */
function furniture(layout: Layout, { index, head }: Above): readonly Block[] {
  const name: readonly Block[] = head === null ? [] : [{ kind: "head", text: head }];
  const isListed = layout === "headlines" && index !== null && index > 0 && head === null;
  return isListed ? [] : [{ kind: "rule" }, ...name];
}

/** Where all is new, nothing needs to say so. */
function marksOf({ update, story }: Item, items: readonly Item[]): readonly string[] {
  if (update) return [MARKS[story?.mark ?? "update"]];
  return items.some((one) => one.update) ? [MARKS.new] : [];
}

/** What waits, the balance, and the one row of buttons that is the edition's own: what goes out at once has none. */
function closing(edition: Edition, face: EditionFace): readonly Section[] {
  const { tally, isAnswer = false, isPersonal = false } = face;
  const lines = [waitingLine(edition.waiting), tally === null ? null : balanceLine(edition, tally)];
  const notes = lines.filter((line) => line !== null).map((text) => note({ text }));
  const hasRow = edition.kind !== "at-once" && !isAnswer;
  const row: Block = { kind: "buttons", buttons: editionButtons(edition, isPersonal) };
  const closed = hasRow ? [...notes, row] : notes;
  return closed.length === 0 ? [] : [section({ kind: "rule" }, ...closed)];
}

/** The headlines of all that came within a day, also of what had no room; a search; and what one's own digest leaves out. */
function editionButtons({ channel }: Edition, isPersonal: boolean): readonly Button[] {
  return [
    ask(LABELS.allHeadlines, `digest now channel:${channel} layout:headlines`),
    ask(LABELS.search, "search"),
    ...(isPersonal ? [ask(LABELS.notForMe, `digest mute channel:${channel}`)] : []),
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
