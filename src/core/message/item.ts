import type { Filed, StoryNote } from "#core/digest/edition.ts";
import type { Layout } from "#core/digest/subscription.ts";
import {
  factBlocks,
  headlineBlock,
  moreButton,
  provenanceBlock,
  pulledQuotes,
  quoteBlocks,
} from "./brief.ts";
import { cutHeadline } from "./cut.ts";
import type { Block, Drawn } from "./message.ts";
import { pictureBlocks } from "./picture.ts";
import { titleCase } from "./say.ts";
import { besideBlocks, changeBlocks } from "./story.ts";

/** How much of a brief is shown, and how. */
export interface ItemFace extends Drawn {
  readonly timeZone: string;
  /** What stands before the headline: `Update`. */
  readonly marks: readonly string[];
  /** What there is to say beside the brief; left out: nothing. */
  readonly story?: StoryNote;
}

type Size = Pick<Drawn, "facts" | "quotes" | "buttons">;

/** A digest shows the first of each; the rest is a button away. */
const SIZES: Readonly<Record<Layout, Size>> = {
  full: { facts: 3, quotes: 1, buttons: true },
  compact: { facts: 1, quotes: 0, buttons: true },
  headlines: { facts: 0, quotes: 0, buttons: false },
};

/** The lead of an edition weighs more: a brief has at most five facts. */
const LEAD_FACTS: Readonly<Record<Layout, number>> = { full: 5, compact: 2, headlines: 0 };

/** How much of an item a layout shows. */
export function sizeIn(layout: Layout, isLead: boolean): Size {
  const size = SIZES[layout];
  return isLead ? { ...size, facts: LEAD_FACTS[layout] } : size;
}

/** What an editor's note begins with; nothing is told by it. */
export const DESK = "Desk: ";

/** One brief of an edition: its headline, and what follows. */
export function itemBlocks(filed: Filed, face: ItemFace): readonly Block[] {
  const { brief, article } = filed;
  const isNamed = article.section !== null && !face.underHead;
  const section = isNamed ? [titleCase(article.section)] : [];
  const desk = face.internal ? article.editorNote : null;
  const marks = [...section, ...face.marks].join(" · ");
  const headline = headlineBlock(filed, marks, cutHeadline(brief.headline));
  return [
    face.isLead ? { ...headline, weight: "lead" } : headline,
    ...(desk === null
      ? []
      : [{ kind: "note", spans: [{ text: `${DESK}${desk}` }], desk: true } as const]),
    ...bodyBlocks(brief, face),
    ...(face.pictures === true ? pictureBlocks(article) : []),
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

/** Its section is said before the headline or above it; a bare headline has no writer and no place below it. */
function inEdition(article: Filed["article"], face: ItemFace): Filed["article"] {
  const shown = { ...article, section: null };
  if (face.buttons) return shown;
  const source = article.source ?? article.dateline?.agency ?? null;
  return { ...shown, source, byline: null, dateline: null };
}
