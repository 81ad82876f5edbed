import type { Article, ArticleId } from "#core/article/article.ts";
import { mayRead, type Readers } from "#core/article/audience.ts";
import { heldReason } from "#core/article/held.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Edition, Filed, Item, StoryNote } from "./edition.ts";
import { verdict, type Wanted } from "./verdict.ts";

/** An item of an edition that waits for an editor's word: which revision was chosen, and what was to be said beside it. */
export interface KeptItem extends Pick<Article, "id" | "revision">, Pick<Item, "update"> {
  readonly story?: StoryNote;
  readonly reason?: string;
}

/** A report that is not shown by itself in it. */
export interface KeptTold extends Pick<Article, "id" | "revision"> {
  readonly by: ArticleId;
}

/** An edition that waits for an editor's word. Its texts are read anew when it goes: what is stored of them may be old by then. */
export interface KeptEdition extends Omit<Edition, "items" | "told"> {
  readonly items: readonly KeptItem[];
  readonly told: readonly KeptTold[];
  /** Stories that an editor has left out of it, each with its place among the items: they can be put back while it waits. */
  readonly leftOut?: readonly KeptLeft[];
}

/** A story that was taken out of a kept edition. */
export interface KeptLeft {
  readonly item: KeptItem;
  readonly told: readonly KeptTold[];
  /** From 0. */
  readonly index: number;
}

/** A report that does not go any more, and why, as a sentence. */
export interface FallenOut {
  readonly id: ArticleId;
  readonly why: string;
  /**
   * It is under an embargo that had ended when it was chosen, since the clock was put back: no later edition would be offered it.
   * Left out: it comes by itself once it may be shown.
   */
  readonly early?: true;
}

/** What a kept edition would be at a moment. */
export interface Renewed {
  /** `null`: nothing of it may go any more. */
  readonly edition: Edition | null;
  readonly out: readonly FallenOut[];
}

/** What is stored of an edition while it waits. */
export function keepEdition({ items, told = [], ...edition }: Edition): KeptEdition {
  return {
    ...edition,
    items: items.map(({ filed: { article }, update, story, reason }) => ({
      ...{ id: article.id, revision: article.revision, update },
      ...(story !== undefined && { story }),
      ...(reason !== undefined && { reason }),
    })),
    told: told.map(({ article: { id, revision }, by }) => ({ id, revision, by })),
  };
}

/** Every article that an edition is made of: its items, what they stand for, and what was drawn from others. */
export function articlesOf({ items, told }: KeptEdition): readonly ArticleId[] {
  const beside = items.flatMap(({ story }) => story?.beside.map(({ id }) => id) ?? []);
  return [...new Set([...items.map(({ id }) => id), ...told.map(({ id }) => id), ...beside])];
}

/** The same without a story: the item, and the reports that it stands for. */
export function withoutItem(kept: KeptEdition, id: ArticleId): KeptEdition {
  const { items, told, leftOut = [] } = kept;
  const index = items.findIndex((item) => item.id === id);
  const item = items[index];
  if (item === undefined) return kept;
  const left = { item, told: told.filter(({ by }) => by === id), index };
  return {
    ...kept,
    items: items.filter((one) => one !== item),
    told: told.filter(({ by }) => by !== id),
    leftOut: [...leftOut, left],
  };
}

/** The same with a story again that was left out of it, where it stood; `null`: no such one was. */
export function withItemBack(kept: KeptEdition, id: ArticleId): KeptEdition | null {
  const { items, told, leftOut = [] } = kept;
  const left = leftOut.find(({ item }) => item.id === id);
  if (left === undefined) return null;
  return {
    ...kept,
    items: items.toSpliced(left.index, 0, left.item),
    told: [...told, ...left.told],
    leftOut: leftOut.filter((one) => one !== left),
  };
}

/** An item and the reports that it stands for; nothing where there is no such item. */
export function reportsOf({ items, told }: KeptEdition, id: ArticleId): readonly ArticleId[] {
  if (!items.some((item) => item.id === id)) return [];
  return [id, ...told.filter(({ by }) => by === id).map((one) => one.id)];
}

/**
 * A kept edition by its articles as they are now. What is held, killed, or not ordered any more falls out; what was revised
 * is shown as it is; and where a report has changed that something was drawn from, or is neither in this edition nor in one that
 * the place was given, none of it is said. What stood behind one that fell out falls out with it, and is named.
 *
 * @param current the latest revisions, held or not
 * @param carried what the place has been given of all of these articles in other editions: of an item that revision, or a later
 *   one, is no news
 */
export function renew(
  kept: KeptEdition,
  current: ReadonlyMap<ArticleId, Filed>,
  wanted: Wanted,
  now: Instant,
  carried: ReadonlyMap<ArticleId, number> = new Map(),
): Renewed {
  const out: FallenOut[] = [];
  const items: Item[] = [];
  const own = new Set([...kept.items, ...kept.told].map(({ id }) => id));
  const isCarried = ({ id }: Pick<Article, "id">) => carried.has(id);
  for (const { id, revision, update, story, reason } of kept.items) {
    const filed = current.get(id);
    if (filed === undefined) {
      out.push({ id, why: GONE });
      continue;
    }
    const why = whyOut(filed, wanted, now, carried.get(id) ?? 0);
    if (why !== null) {
      out.push({ id, why, ...(isEarly(filed, revision, now) && { early: true }) });
      continue;
    }
    const stands =
      story !== undefined &&
      filed.article.revision === revision &&
      isUnchanged(story, current, wanted, now) &&
      story.beside.every((one) => own.has(one.id) || carried.has(one.id));
    items.push({
      filed,
      // Of what waits in another edition, or was dropped with it, readers know nothing.
      update: update && (story === undefined || carried.has(id) || story.beside.some(isCarried)),
      ...(stands && { story }),
      ...(reason !== undefined && { reason }),
    });
  }
  const fell = new Set(out.map(({ id }) => id));
  for (const { id, revision, by } of kept.told) {
    if (fell.has(by) && current.get(id)?.article.revision === revision)
      out.push({ id, why: `${LEAD_GONE} ${by}, which fell out` });
  }
  if (items.length === 0) return { edition: null, out };
  const shown = new Set(items.map(({ filed }) => filed.article.id));
  const told = kept.told.flatMap(({ id, revision, by }) => {
    const filed = current.get(id);
    // What has come since is told by nobody here: a later edition is offered it, once it may be shown.
    if (filed?.article.revision !== revision) return [];
    // What has the text of what was carried before stands for no item of this edition.
    const isOf = shown.has(by) || !kept.items.some((item) => item.id === by);
    return isOf ? [{ article: filed.article, by }] : [];
  });
  const { leftOut: _left, ...edition } = kept;
  return { edition: { ...edition, items, told }, out };
}

const GONE = "It is not there any more";
/** It is not put in its place: nobody has read it. */
const LEAD_GONE = "No edition brings it by itself: its story was told by";

function whyOut(filed: Filed, wanted: Wanted, now: Instant, carried: number): string | null {
  if (carried >= filed.article.revision) return "Another edition has carried it since";
  const held = heldReason(filed.article, now);
  if (held !== null) return held.rule;
  const judged = verdict(filed, wanted);
  return judged.carried ? null : judged.rule;
}

/** What a new revision holds is offered once more by itself. */
function isEarly({ article }: Filed, revision: number, now: Instant): boolean {
  return article.revision === revision && (heldReason(article, now)?.until ?? null) !== null;
}

function isUnchanged(
  { beside }: StoryNote,
  current: ReadonlyMap<ArticleId, Filed>,
  readers: Readers,
  now: Instant,
): boolean {
  return beside.every(({ id, revision }) => {
    const article = current.get(id)?.article;
    if (article === undefined || article.revision !== revision) return false;
    return heldReason(article, now) === null && mayRead(article, readers);
  });
}
