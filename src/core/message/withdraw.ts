import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import { entryIn, relisted } from "./contents.ts";
import { amid, isolated, runsRightToLeft } from "./direction.ts";
import { unmentioned } from "./mention.ts";
import type { Block, Budget, Entry, Message, Section, Span, Tone } from "./message.ts";
import { note, section, timeMoment, wordsOf } from "./say.ts";

/** How an article leaves a post: for good, or until it is released. */
export type Withdrawal = "killed" | "held";

/** An article that stands in a post and may not be shown any more. */
export interface Withdrawn {
  /** As the post shows it: nothing that came later is named. */
  readonly posted: Filed;
  readonly how: Withdrawal;
  readonly at: Instant;
  readonly timeZone: string;
  /** As its readers know it, where what the post shows has not come to them yet; left out: as the post shows it. */
  readonly known?: Filed;
  /** Its name is not for those who read the place by now: it is called by its id; left out: it is named. */
  readonly unnamed?: true;
}

/** What a post showed of an article that was withdrawn from it: it is given back as it was. */
export interface Kept {
  readonly how: Withdrawal;
  /** Since when the post says so. */
  readonly at: Instant;
  /** The revision that it showed. */
  readonly revision: number;
  readonly summary: string;
  /** Of a post in a forum; `null` for any other. */
  readonly title: string | null;
  /** About the article. */
  readonly sections: readonly Section[];
  /** About others, with lines that were drawn from it; and as they stand without them. */
  readonly beside: readonly { readonly with: Section; readonly without: Section }[];
  /** Its line of what is in the edition; left out: it had none. */
  readonly entry?: Entry;
}

/** A post without an article, and what it takes to give it back. */
export interface Withdrawing {
  readonly message: Message;
  readonly kept: Kept;
}

/** Leaves nothing of an article's text in a post but its name, and says what has become of it, and when. */
export function withdrawMessage(
  posted: Message,
  withdrawn: Withdrawn,
  budget: Budget,
): Withdrawing {
  const { article } = withdrawn.posted;
  const pairs = posted.sections.map((one) => [one, withoutLinesFrom(one, withdrawn)] as const);
  const entry = entryIn(posted, article.id);
  const others = relisted(
    { ...unmentioned(posted), sections: pairs.map(([, without]) => without) },
    // Of a full post nothing may grow.
    { about: article.id, text: WORDS[withdrawn.how][0] },
  );
  const line = [withdrawnLine(withdrawn), shortLine(withdrawn)]
    .map((spans) => replaced(others, withdrawn, spans))
    .find((message, index) => index === 1 || budget.fits(message));
  return {
    message: line ?? others,
    kept: {
      ...{ how: withdrawn.how, at: withdrawn.at, revision: article.revision },
      ...{ summary: posted.summary, title: posted.forumPost?.title ?? null },
      sections: posted.sections.filter(({ about }) => about === article.id),
      beside: pairs.flatMap(([one, without]) => (one === without ? [] : [{ with: one, without }])),
      ...(entry !== null && { entry }),
    },
  };
}

/** A post as it was before an article was withdrawn from it; what has become of others since stays. */
export function giveBack(withdrawn: Message, id: ArticleId, kept: Kept): Message {
  const posted = kept.entry === undefined ? withdrawn : relisted(withdrawn, kept.entry);
  const sections = posted.sections.flatMap((one): readonly Section[] => {
    if (one.about === id) return kept.sections;
    const taken = kept.beside.find(({ without }) => isSame(without, one));
    return [taken?.with ?? one];
  });
  const isNamed = firstAbout(posted) === id;
  const summary = isNamed ? kept.summary : posted.summary;
  const { forumPost } = posted;
  if (forumPost === undefined) return { ...posted, summary, sections };
  const title = isNamed && kept.title !== null ? kept.title : forumPost.title;
  return { ...posted, summary, sections, forumPost: { ...forumPost, title } };
}

function isSame(one: Section, other: Section): boolean {
  return one.about === other.about && JSON.stringify(one) === JSON.stringify(other);
}

/** What is said in the thread, so that those who have read the article know which one is meant. */
export function withdrawnReply(posted: Message, withdrawn: Withdrawn): Message | null {
  if (!isAbout(posted, withdrawn.posted.article.id)) return null;
  return oneLine("withdrawn", ...withdrawnLine(withdrawn));
}

/** What is said there when it is given back: a thread that says "do not use" would go on saying it. */
export function releasedReply(posted: Message, withdrawn: Withdrawn): Message | null {
  if (!isAbout(posted, withdrawn.posted.article.id)) return null;
  const time = timeMoment(withdrawn.at, withdrawn.timeZone);
  const rest = { text: ` – may be used again: ${nameOf(withdrawn)}` };
  return aboutArticle(
    oneLine("amended", { text: "RELEASED " }, time, rest),
    withdrawn.posted.article.id,
  );
}

/** A line that may be told for as long as its article may: that it was withdrawn is told whatever comes. */
export function aboutArticle(line: Message, about: ArticleId): Message {
  return { ...line, sections: line.sections.map((one) => ({ ...one, about })) };
}

/** The article that such a line tells of; `null` for any other message. */
export function toldOf({ sections }: Message): ArticleId | null {
  const [only] = sections;
  const [block] = only?.blocks ?? [];
  const isLine = sections.length === 1 && block?.kind === "paragraph" && block.notice === "amended";
  return (isLine ? only?.about : null) ?? null;
}

/** `KILLED 21:26 GMT – do not use: “Harbour bridge closes” (id a1b2)`. */
function withdrawnLine(withdrawn: Withdrawn): readonly Span[] {
  return headOf(withdrawn, nameOf(withdrawn));
}

/** For a post that is full to the brim. */
function shortLine(withdrawn: Withdrawn): readonly Span[] {
  return headOf(withdrawn, `id ${withdrawn.posted.article.id}`);
}

const WORDS = {
  killed: ["KILLED", "do not use"],
  held: ["WITHHELD", "do not use until it is released"],
} as const;

function headOf({ how, at, timeZone }: Withdrawn, called: string): readonly Span[] {
  const [word, order] = WORDS[how];
  return [{ text: `${word} ` }, timeMoment(at, timeZone), { text: ` – ${order}: ${called}` }];
}

/**
 * The name by which desks and readers know it. A kill names the headline that is to be struck; what may
 * come back is named by its slug where it has one, and else by the headline that was read already.
 */
function nameOf({ posted, known = posted, how, unnamed }: Withdrawn): string {
  const { article, brief } = known;
  const { slug, id } = article;
  if (unnamed) return `id ${id}`;
  const headline = runsRightToLeft(brief.headline) ? isolated(brief.headline) : brief.headline;
  if (slug === null) return `“${amid(headline)}” (id ${id})`;
  return how === "killed" ? `“${amid(headline)}” (slug ${slug}, id ${id})` : `${slug} (id ${id})`;
}

function replaced(posted: Message, withdrawn: Withdrawn, line: readonly Span[]): Message {
  const { article, brief } = withdrawn.posted;
  const message = setAnew(posted, article.id, [notice("withdrawn", ...line)], "kill");
  return retitled(message, article.id, { was: brief.headline, is: wordsOf(line) });
}

/** What was drawn from a report beside others goes when the report may not be shown any more. */
function withoutLinesFrom(one: Section, { posted, at, timeZone }: Withdrawn): Section {
  const { id } = posted.article;
  return withoutLines(one, {
    id,
    goes: (block) => isFrom(block, id),
    says: takenOut(timeMoment(at, timeZone), "what a report that was withdrawn had said here"),
  });
}

export interface TakenOut {
  readonly id: ArticleId;
  readonly goes: (block: Block) => boolean;
  /** What stands there instead. */
  readonly says: readonly Span[];
}

/** `Taken out 14:05 BST: …` */
export function takenOut(time: Span, what: string): readonly Span[] {
  return [{ text: "Taken out " }, time, { text: `: ${what}` }];
}

/** A section about another article without what was drawn from this one; the section itself where nothing was. */
export function withoutLines(one: Section, { id, goes, says }: TakenOut): Section {
  if (one.beside?.includes(id) !== true) return one;
  const blocks = one.blocks.filter((block) => !goes(block));
  if (blocks.length === one.blocks.length) return one;
  return { ...one, blocks: beforeButtons(blocks, [note(...says)]) };
}

export function isFrom(block: Block, id: ArticleId): boolean {
  return "from" in block && block.from?.includes(id) === true;
}

export function isAbout({ sections }: Message, id: ArticleId): boolean {
  return sections.some(({ about }) => about === id);
}

/**
 * A brief that was broken over several sections stands in the first of them; the rule and the name of a section of the
 * paper above it stay, for those that follow it.
 * @param blocks without them
 */
export function setAnew(
  posted: Message,
  about: ArticleId,
  blocks: readonly Block[],
  tone: Tone,
  kept: (block: Block) => boolean = () => false,
): Message {
  let placed = false;
  const sections = posted.sections.flatMap((one): readonly Section[] => {
    if (one.about !== about) return [one];
    if (placed) return [];
    placed = true;
    const body = one.blocks.findIndex(({ kind }) => kind !== "rule" && kind !== "head");
    const anew = beforeButtons(blocks, one.blocks.filter(kept));
    return [{ ...one, tone, blocks: [...one.blocks.slice(0, Math.max(0, body)), ...anew] }];
  });
  return { ...posted, sections };
}

function beforeButtons(blocks: readonly Block[], added: readonly Block[]): readonly Block[] {
  const end = blocks.findIndex(({ kind }) => kind === "buttons");
  const at = end < 0 ? blocks.length : end;
  return [...blocks.slice(0, at), ...added, ...blocks.slice(at)];
}

/** What a post says of its first article beside its sections: in one line, and as its title in a forum. */
export function retitled(
  posted: Message,
  id: ArticleId,
  { was, is }: { readonly was: string; readonly is: string },
): Message {
  if (firstAbout(posted) !== id) return posted;
  const { summary: before, forumPost } = posted;
  const at = before.lastIndexOf(was);
  const name = before.split(": ", 1)[0] ?? before;
  const summary =
    at < 0 ? `${name}: ${is}` : `${before.slice(0, at)}${is}${before.slice(at + was.length)}`;
  const message = { ...posted, summary };
  return forumPost === undefined ? message : { ...message, forumPost: { ...forumPost, title: is } };
}

function firstAbout({ sections }: Message): ArticleId | undefined {
  return sections.find(({ about }) => about !== undefined)?.about;
}

/** Set apart from the article's own words: small print would be passed over. */
export function notice(
  kind: "amended" | "withdrawn",
  ...spans: readonly Span[]
): Extract<Block, { readonly kind: "paragraph" }> {
  const strong = spans.map((span): Span => ({ ...span, style: "strong" }));
  return { kind: "paragraph", spans: strong, notice: kind };
}

export function oneLine(kind: "amended" | "withdrawn", ...line: readonly Span[]): Message {
  const tone = kind === "amended" ? "correction" : "kill";
  return { summary: wordsOf(line), sections: [{ ...section(notice(kind, ...line)), tone }] };
}
