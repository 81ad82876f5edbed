import type { Article, ArticleId } from "#core/article/article.ts";
import type { Change } from "#core/article/change.ts";
import { copyVersion, nextText } from "#core/article/copy-version.ts";
import { heldReason, isKilled, killedBy } from "#core/article/held.ts";
import type { Instant } from "#core/article/instant.ts";
import { isBareOrder } from "#core/article/order.ts";
import { isSamePicture } from "#core/article/picture.ts";
import type { Brief } from "#core/brief/brief.ts";
import { compareRevisions } from "#core/change/revision.ts";
import { count } from "#core/message/say.ts";
import { noteByCopy } from "./audit-trail.ts";
import type { FilingParts, Outcome } from "./outcome.ts";
import type { LedgerEntry } from "./port/ledger.ts";
import { droppedAudit, stillMended } from "./still-mended.ts";

/** A story as it was found to be. */
export interface Filing {
  readonly story: Article;
  readonly brief: Brief;
  /** Of what lies at the story's path. */
  readonly contentHash: string;
  readonly id: ArticleId;
  readonly before: Article | null;
}

/** Stores a new article, or the next revision of one; what changes nothing for a reader is none. */
export async function fileStory(parts: FilingParts, filing: Filing): Promise<Outcome> {
  const { story, contentHash, id, before } = filing;
  const now = parts.clock.now();
  const read = stillMended(
    before,
    { article: nextText(before, { ...story, id }), brief: { ...filing.brief, id } },
    now,
  );
  const change = changeIn(before, read.article);
  if (before !== null && change?.kind === "unchanged" && change.details.length === 0) {
    const rule = "Nothing in it has changed that a reader would see";
    return restate(parts, { story, contentHash, before, rule });
  }
  const own = { ...read.article, change };
  const article = before === null ? own : stillHeld(before, own);
  const { brief, dropped } = read;
  const entries = filedEntries(article, brief, contentHash, now);
  await parts.archive.file(article, brief, entries);
  if (before?.mendings !== undefined && dropped.length > 0)
    await parts.orders.note(droppedAudit(article, before.mendings, dropped, now));
  if (before !== null) await noteByCopy(parts, before, article, article.path);
  return outcomeOf(article, brief, now);
}

/** What a story changes in the text before it, each with what an editor struck from its brief. */
function changeIn(before: Article | null, story: Article): Change | null {
  // The first text behind an order about it changes nothing that was ever shown.
  if (before === null || isBareOrder(before)) return null;
  return withPicture(compareRevisions(before, story), before, story);
}

/**
 * A picture that is gone, or another one now, is nothing new to be told, and must leave the posts that show it. One that
 * comes where there was none is shown from then on.
 */
function withPicture(change: Change, before: Article, story: Article): Change {
  const { picture } = before;
  const stands = picture === undefined || isSamePicture(picture, story.picture);
  if (change.kind !== "unchanged" || stands) return change;
  return {
    ...change,
    details: [story.picture === undefined ? "picture taken out" : "another picture"],
  };
}

/**
 * What an editor has held or killed stays so, whatever its publisher sends; and what is held because
 * a file cannot be read, until that file has been.
 */
function stillHeld({ decision, unread }: Article, article: Article): Article {
  const isUnread = unread !== undefined && !isIn(unread.file, article.path);
  return {
    ...article,
    ...(decision === undefined ? {} : { decision }),
    ...(isUnread ? { unread } : {}),
  };
}

function isIn(file: string, path: string): boolean {
  return path === file || path.startsWith(`${file}#`);
}

interface Restating {
  readonly story: Article;
  readonly contentHash: string;
  readonly before: Article;
  readonly rule: string;
}

/** A date that was bumped, or white space: nothing that a reader would be told again. */
async function restate(parts: FilingParts, restating: Restating): Promise<Outcome> {
  const { story, contentHash, before, rule } = restating;
  const { path } = story;
  if (path !== before.path) {
    return merge(parts, {
      path,
      contentHash,
      before,
      story,
      rule: `${rule}: it is ${before.path} once more`,
    });
  }
  const at = parts.clock.now();
  const entry = { path, contentHash, stage: "taken-in", rule, at, articleId: before.id } as const;
  const article = restated(before, story);
  await parts.archive.restate(article, [entry], at);
  await noteByCopy(parts, before, article, path);
  return { kind: "unchanged", path };
}

/** The article as it reads, with the version and date of what reads the same: they count against a revision that comes late. */
function restated(before: Article, story: Article): Article {
  const { id, revision, texts, change, mendings, unkept } = before;
  return stillHeld(before, {
    ...{ ...story, id, revision, change },
    ...(texts !== undefined && { texts }),
    ...(mendings !== undefined && { mendings }),
    ...(unkept !== undefined && { unkept }),
  });
}

/** What is known already, at another path or in a newer version. */
export interface Merging {
  readonly path: string;
  readonly contentHash: string;
  readonly rule: string;
  readonly before: Article;
  /** Left out: another text than the article's, which came late. */
  readonly story?: Article;
}

/**
 * Accounts for a text that is an article's already. Where the file that the article lay in is there no
 * more, this is where it was moved, and its section is that of the new place.
 */
export async function merge(parts: FilingParts, merging: Merging): Promise<Outcome> {
  const { path, contentHash, rule, before, story } = merging;
  const at = parts.clock.now();
  const moved = story !== undefined && (await wasMoved(parts, before));
  if (!moved) {
    const entry = { path, contentHash, stage: "merged", rule, at, articleId: before.id } as const;
    // Its version and its date count against a revision that comes late.
    if (story === undefined) await parts.ledger.record(entry);
    else {
      const { section, tags } = before;
      const known = { ...restated(before, story), path: before.path, section, tags };
      await parts.archive.restate(known, [entry], at);
      await noteByCopy(parts, before, known, path);
    }
    return { kind: "merged", path, rule };
  }
  const placed = `It was moved here from ${before.path}; its section is ${story.section ?? "none"}`;
  const entry = { path, contentHash, stage: "taken-in", rule: placed, at } as const;
  const { unread, ...settled } = before;
  const kept = unread !== undefined && (await parts.isThere(unread.file)) ? before : settled;
  const article = restated(kept, story);
  await parts.archive.restate(article, [{ ...entry, articleId: before.id }], at);
  await noteByCopy(parts, before, article, path);
  return { kind: "merged", path, rule: placed };
}

/** Whether the file that an article lay in is there no more. */
export async function wasMoved(
  { isThere }: Pick<FilingParts, "isThere">,
  { path }: Pick<Article, "path">,
): Promise<boolean> {
  for (const file of filesOf(path)) if (await isThere(file)) return false;
  return true;
}

/** What may be the file of a story: `news.zip#flood.txt` lies in `news.zip`, where it is no file itself. */
export function filesOf(path: string): readonly string[] {
  const ends = [...path.matchAll(/(?<=.)#|$/gu)].map(({ index }) => index);
  return ends.map((end) => path.slice(0, end));
}

/** What is said of an article once it is stored. */
export function outcomeOf(article: Article, brief: Brief, now: Instant): Outcome {
  const { path } = article;
  const held = heldReason(article, now);
  if (held === null) return { kind: "filed", article, brief };
  return isKilled(article)
    ? { kind: "killed", path, rule: killedBy(article, held.rule) }
    : { kind: "held", id: article.id, path, ...held };
}

/** Why a brief is but headline and lede: which promises its first draft broke, never in its words. */
function givenUp({ faults = [] }: Brief): string {
  if (faults.length === 0) return "";
  const kinds = [...new Set(faults.map(({ kind }) => kind))].join(", ");
  return `; headline and lede alone, since the first draft was not proven: ${kinds}`;
}

function filedEntries(
  article: Article,
  brief: Brief,
  contentHash: string,
  at: Instant,
): readonly LedgerEntry[] {
  const { path, id, format, announced } = article;
  const entry = (stage: LedgerEntry["stage"], rule: string): LedgerEntry => ({
    ...{ path, contentHash, stage, rule, at, articleId: id },
  });
  const said = announced === null ? "" : `: “${announced.text}”`;
  const taken = entry("taken-in", `Read as ${format}, revision ${copyVersion(article)}${said}`);
  const sizes = [count(brief.facts.length, "key fact"), count(brief.quotes.length, "quote")];
  const entries = [taken, entry("briefed", `${sizes.join(", ")}${givenUp(brief)}`)];
  const held = heldReason(article, at);
  if (held === null) return entries;
  return isKilled(article)
    ? [...entries, entry("killed", killedBy(article, held.rule))]
    : [...entries, entry("held", held.rule)];
}
