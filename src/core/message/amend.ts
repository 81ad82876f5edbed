import type { ArticleId } from "#core/article/article.ts";
import type { Audience } from "#core/article/audience.ts";
import type { Change } from "#core/article/change.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import { wholeBlocks } from "./brief.ts";
import { entryIn, entryOf, relisted } from "./contents.ts";
import { cutAtWord } from "./cut.ts";
import { amid, arrowKept } from "./direction.ts";
import { itemBlocks } from "./item.ts";
import type { DeskMending } from "./mended.ts";
import { unmentioned } from "./mention.ts";
import type { Block, Budget, Drawn, Face, Message, Span } from "./message.ts";
import { timeMoment } from "./say.ts";
import {
  aboutArticle,
  isAbout,
  isFrom,
  notice,
  oneLine,
  retitled,
  setAnew,
  takenOut,
  withoutLines,
} from "./withdraw.ts";

/** What has become of an article that stands in a post, and may stand there. */
export interface Amended {
  readonly filed: Filed;
  /** What it changes in what the post shows. */
  readonly change: Change;
  /** The headline that the post shows. */
  readonly headline: string;
  /** For whom both the version that the post shows and this one are; left out: the desk alone is sure to be. */
  readonly for?: Audience;
  /** Of a change that the desk made in its brief; left out: the article is another one. */
  readonly mended?: DeskMending;
  readonly at: Instant;
  readonly timeZone: string;
}

/** As it was drawn, then with less and less of it: tried one after the other until the post has room. */
function drawings(amended: Amended, face: Face): readonly (readonly Block[])[] {
  const { filed, timeZone } = amended;
  const line = { ...notice("amended", ...changeLine(amended)), for: forOf(amended) };
  // It stands anew where it begins.
  if (face === "rest") return [[line]];
  if (face === "whole") {
    return [null, 3, 1, 0].map((most) => [line, ...wholeBlocks(filed, timeZone, most)]);
  }
  return sizesOf(face).map((drawn) => {
    const [headline, ...rest] = itemBlocks(filed, { ...drawn, timeZone, marks: [] });
    return [headline, line, ...rest].filter((block) => block !== undefined);
  });
}

function sizesOf(drawn: Drawn): readonly Drawn[] {
  const { pictures: _none, ...words } = drawn;
  const fewer = [2, 1].filter((facts) => facts < drawn.facts);
  return [
    drawn,
    words,
    ...fewer.map((facts) => ({ ...words, facts, quotes: 0 })),
    { ...words, facts: 0, quotes: 0, buttons: false },
  ];
}

/**
 * Sets the article anew in a post that stands in a channel already: the other articles stay as they
 * are, and a line says what was changed, and when.
 */
export function amendMessage(posted: Message, amended: Amended, budget: Budget): Message {
  const others = listedAnew(withoutLinesFrom(unmentioned(posted), amended), amended, budget);
  const { id } = amended.filed.article;
  if (!isAbout(posted, id)) return others;
  const versions = drawings(amended, faceOf(posted, id)).map((blocks) =>
    placed(others, amended, blocks),
  );
  return versions.find((version) => budget.fits(version)) ?? bare(others, amended);
}

/**
 * What was drawn from a report beside others goes when the report changes, or a sentence of it is struck: who else reports
 * it is no less true.
 */
function withoutLinesFrom(posted: Message, { filed, mended, at, timeZone }: Amended): Message {
  const { id } = filed.article;
  const what = mended === undefined ? "what a report that changed had said here" : TAKEN_BACK;
  const says = takenOut(timeMoment(at, timeZone), what);
  if (mended !== undefined && !mended.isStruck) return posted;
  const goes = (block: Block) => isFrom(block, id) && block.kind !== "note";
  const sections = posted.sections.map((one) => withoutLines(one, { id, goes, says }));
  return { ...posted, sections };
}

/** Its line of what is in the edition has the new headline, cut to the room of the old one where there is no more. */
function listedAnew(posted: Message, { filed }: Amended, budget: Budget): Message {
  const { article, brief } = filed;
  const entry = entryOf(article.id, brief.headline, article.sourceUrl);
  const whole = relisted(posted, entry);
  const before = entryIn(posted, article.id)?.text.length;
  if (before === undefined || budget.fits(whole)) return whole;
  return relisted(posted, { about: entry.about, text: cutAtWord(entry.text, before) });
}

/** Says whether a post would show the same of an article by either of two briefs. */
export function isDrawnAlike(
  posted: Message,
  { article, brief: now }: Filed,
  read: Filed["brief"],
  timeZone: string,
): boolean {
  const face = faceOf(posted, article.id);
  const drawn = (brief: Filed["brief"]): readonly Block[] => {
    if (face === "rest") return [];
    if (face === "whole") return wholeBlocks({ article, brief }, timeZone);
    return itemBlocks({ article, brief }, { ...face, timeZone, marks: [] });
  };
  return !isAbout(posted, article.id) || JSON.stringify(drawn(read)) === JSON.stringify(drawn(now));
}

const TAKEN_BACK = "what the desk has taken back";

function faceOf(posted: Message, about: ArticleId): Face {
  return posted.sections.find((one) => one.about === about)?.drawn ?? counted(posted, about);
}

/**
 * What an earlier version drew and did not keep, by the kinds of its blocks: a channel of headlines stays one, an item
 * with one fact gets no more, a brief without a headline is a whole one. No word of it is read: so nothing tells whether
 * the editor's note may stand there, and it does not.
 */
function counted(posted: Message, about: ArticleId): Face {
  const blocks = posted.sections.filter((one) => one.about === about).flatMap((one) => one.blocks);
  const has = (...kinds: readonly Block["kind"][]) =>
    blocks.some(({ kind }) => kinds.includes(kind));
  const facts = blocks.flatMap((block) => (block.kind === "list" ? block.items : [])).length;
  const quotes = blocks.filter(({ kind }) => kind === "quote").length;
  if (!has("headline") && has("list", "quote")) return "whole";
  const face = { internal: false, isLead: false, underHead: false };
  if (!has("buttons")) return { ...face, facts: 0, quotes: 0, buttons: false };
  const size = facts <= 1 && quotes === 0 ? { facts: 1, quotes: 0 } : { facts: 3, quotes: 1 };
  return { ...face, ...size, buttons: true };
}

/** Where not even its headline has room. */
function bare(posted: Message, amended: Amended): Message {
  const rest = { text: `; ask for its details: ${amended.filed.article.id}` };
  const line = notice("amended", ...changeLine(amended), rest);
  return placed(posted, amended, [{ ...line, for: forOf(amended) }]);
}

function placed(posted: Message, amended: Amended, blocks: readonly Block[]): Message {
  const { filed, headline, change } = amended;
  const { id } = filed.article;
  const isCorrected = change.kind === "correction" || amended.mended?.takesBack === true;
  const tone = isCorrected ? "correction" : "update";
  const message = setAnew(posted, id, blocks, tone, (block) => isBeside(block, id));
  return retitled(message, id, { was: headline, is: filed.brief.headline });
}

/** Drawn from other reports alone: it stays when the lead is set anew. */
function isBeside(block: Block, about: ArticleId): boolean {
  return "from" in block && block.from !== undefined && !block.from.includes(about);
}

/** `Corrected 14:05 BST: toll 12 → 15`; where no one thing can be named, that this is another version. */
function changeLine({ change, at, timeZone }: Amended): readonly Span[] {
  const verb = { text: `${VERBS[change.kind]} ` };
  return [verb, timeMoment(at, timeZone), { text: `: ${whatChanged(change)}` }];
}

const VERBS: Readonly<Record<Change["kind"], string>> = {
  correction: "Corrected",
  update: "Updated",
  "write-through": "Updated",
  kill: "Killed",
  restored: "Released",
  // The newsroom's article is as it was: nobody is to think that it corrects itself.
  mended: "Corrected by the desk",
  unchanged: "Updated",
};

/** Longer lists are for the details, not for one line. */
const MOST_DETAILS = 3;
const REPLACED = "a new version replaces it";

function whatChanged({ details, note: words }: Change): string {
  if (details.length > 0) return details.slice(0, MOST_DETAILS).map(arrowKept).join("; ");
  return words ?? REPLACED;
}

/**
 * What is said in the thread of the post: those who read it before a correction must learn of it.
 * `null` for an update, which only adds, and for what the desk only tells beside it.
 */
export function amendmentReply(posted: Message, amended: Amended): Message | null {
  const { filed, change, mended } = amended;
  const isCorrected = change.kind === "correction" || mended?.takesBack === true;
  if (!isAbout(posted, filed.article.id) || !isCorrected) return null;
  const line = oneLine("amended", ...changeLine(amended), {
    text: ` — ${amid(filed.brief.headline)}`,
  });
  return aboutArticle(toldTo(line, forOf(amended)), filed.article.id);
}

function forOf({ for: both = "internal" }: Amended): Audience {
  return both;
}

function toldTo({ sections, ...line }: Message, to: Audience): Message {
  const told = (block: Block): Block =>
    block.kind === "paragraph" ? { ...block, for: to } : block;
  return { ...line, sections: sections.map((one) => ({ ...one, blocks: one.blocks.map(told) })) };
}
