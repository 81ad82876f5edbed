import type { Article } from "#core/article/article.ts";
import { isOrder } from "#core/article/order.ts";
import { fileStory, merge } from "./filing.ts";
import { inUnit } from "./filing-unit.ts";
import { findArticle } from "./find-known.ts";
import { obey } from "./obey.ts";
import type { FilingParts, IntakeParts, Outcome } from "./outcome.ts";
import type { SettledFile } from "./port/copy.ts";
import type { KnownAt, LedgerEntry } from "./port/ledger.ts";
import { type Prepared, type PreparedStory, partPath } from "./prepare.ts";
import { quarantineFile, quarantineStory, UNREAD } from "./quarantine.ts";
import { nextRetry, saysRetry } from "./retry.ts";
import { settleKnown } from "./settle-known.ts";

/** A file that was read. */
export interface Taking {
  readonly file: SettledFile;
  /** What was known of its path before. */
  readonly seen: LedgerEntry | null;
}

type Stories = readonly PreparedStory[];

/** Stories of a file that are stored in one unit of work: for so long nobody else writes. Few files have as many. */
const MOST_TOGETHER = 50;

/** Stores a file that was read: all that becomes of it is one unit of work, unless it holds very many stories. */
export async function storeFile(
  parts: IntakeParts,
  taking: Taking,
  prepared: Prepared,
): Promise<readonly Outcome[]> {
  if (!prepared.ok) return unlessDealtWith(parts, taking, (own) => giveUp(own, taking, prepared));
  const { stories } = prepared;
  if (stories.length === 1) return storeWhole(parts, taking, stories);
  if (stories.length <= MOST_TOGETHER) {
    const done = await attempt(() => storeWhole(parts, taking, stories));
    if (done !== null) return done;
  }
  return storeByParts(parts, taking, stories);
}

/** `null` where it failed: one story of many that cannot be stored fails once more by itself, and tells why. */
async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch {
    return null;
  }
}

/**
 * A unit of work about a file, unless somebody else has dealt with it since it was read: with this content, or with this
 * one and then with a newer one.
 */
function unlessDealtWith(
  parts: IntakeParts,
  { file: { path, contentHash, stamp }, seen: before }: Taking,
  work: (parts: FilingParts) => Promise<readonly Outcome[]>,
): Promise<readonly Outcome[]> {
  return inUnit(parts, async (own) => {
    const seen = await own.ledger.lastSeen(path);
    const isKnown = seen?.contentHash === contentHash;
    if (isKnown) await own.ledger.noteStamp(path, stamp);
    if (isKnown || (await isOvertaken(own, path, contentHash, before, seen)))
      return [{ kind: "unchanged", path }];
    return work(own);
  });
}

async function isOvertaken(
  { ledger }: FilingParts,
  path: string,
  contentHash: string,
  before: LedgerEntry | null,
  seen: LedgerEntry | null,
): Promise<boolean> {
  const isBefore = (entry: LedgerEntry) => before !== null && isSame(entry, before);
  if (seen === null || isBefore(seen)) return false;
  const history = (await ledger.history(path)).filter((entry) => entry.path === path);
  const since = history.slice(history.findLastIndex(isBefore) + 1);
  return since.some((entry) => entry.contentHash === contentHash);
}

function isSame(one: LedgerEntry, other: LedgerEntry): boolean {
  return (
    one.contentHash === other.contentHash &&
    one.stage === other.stage &&
    one.at === other.at &&
    one.rule === other.rule
  );
}

function storeWhole(
  parts: IntakeParts,
  taking: Taking,
  stories: Stories,
): Promise<readonly Outcome[]> {
  return unlessDealtWith(parts, taking, async (own) => {
    const before = await own.ledger.articlesAt(taking.file.path);
    const outcomes = await storeStories(own, taking, stories);
    return [...outcomes, ...(await finish(own, taking, before, stories))];
  });
}

/**
 * Stores a file in several units of work, so that nobody waits for thousands of stories, and one that cannot be stored
 * holds back none before it. Its own story comes last, with all that says that the file is dealt with: a crash
 * before it reads the file again, and finds its stories stored.
 */
async function storeByParts(
  parts: IntakeParts,
  taking: Taking,
  stories: Stories,
): Promise<readonly Outcome[]> {
  const before = await parts.store.ledger.articlesAt(taking.file.path);
  const outcomes: Outcome[] = [];
  const store = (some: Stories) =>
    unlessDealtWith(parts, taking, (own) => storeStories(own, taking, some));
  for (const group of groupsOf(stories.filter(({ part }) => part !== ""))) {
    const done = await attempt(() => store(group));
    if (done !== null) outcomes.push(...done);
    else for (const one of group) outcomes.push(...(await store([one])));
  }
  const last = await unlessDealtWith(parts, taking, async (own) => [
    ...(await storeStories(
      own,
      taking,
      stories.filter(({ part }) => part === ""),
    )),
    ...(await finish(own, taking, before, stories)),
  ]);
  return [...outcomes, ...last];
}

function groupsOf(stories: Stories): readonly Stories[] {
  const count = Math.ceil(stories.length / MOST_TOGETHER);
  return Array.from({ length: count }, (_, index) =>
    stories.slice(index * MOST_TOGETHER, (index + 1) * MOST_TOGETHER),
  );
}

async function storeStories(
  parts: FilingParts,
  taking: Taking,
  stories: Stories,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const story of stories) outcomes.push(await storeStory(parts, taking, story));
  return outcomes;
}

/** What is left to do once all stories of a file are stored. */
async function finish(
  parts: FilingParts,
  { file }: Taking,
  before: readonly KnownAt[],
  stories: Stories,
): Promise<readonly Outcome[]> {
  const { retries, ledger } = parts;
  await retries.drop(file.path);
  const outcomes = await settleKnown(parts, file, before, stories);
  await noteOpened(parts, file, stories);
  await ledger.noteStamp(file.path, file.stamp);
  return outcomes;
}

/** A file of which nothing can be read; one that was given up is read again by and by. */
async function giveUp(
  parts: FilingParts,
  { file: { path, contentHash, stamp } }: Taking,
  { reason, givenUp }: Prepared & { readonly ok: false },
): Promise<readonly Outcome[]> {
  const { retries, ledger, clock } = parts;
  const now = clock.now();
  const retry =
    givenUp === undefined ? null : nextRetry(await retries.of(path), { path, contentHash }, now);
  await (retry === null ? retries.drop(path) : retries.plan(retry));
  const outcome = await quarantineFile(parts, {
    ...{ file: path, contentHash, reason },
    ...(retry !== null && { retry: saysRetry(retry, now) }),
  });
  await ledger.noteStamp(path, stamp);
  return [outcome];
}

/** A file whose one story has its own path already is seen by that. */
async function noteOpened(
  { ledger, clock }: FilingParts,
  { path, contentHash }: SettledFile,
  stories: Stories,
): Promise<void> {
  if (stories.every(({ part }) => part === "")) return;
  const rule = `It holds ${stories.length === 1 ? "1 story" : `${stories.length} stories`}`;
  const at = clock.now();
  await ledger.record({ path, contentHash, stage: "opened", rule, at, articleId: null });
}

/** A kill that says whom it kills. */
function isNamed({ status, guid, slug }: Article): boolean {
  return status === "killed" && (guid !== null || slug !== null);
}

async function storeStory(
  parts: FilingParts,
  { file }: Taking,
  story: PreparedStory,
): Promise<Outcome> {
  const path = partPath(file.path, story.part);
  const own = story.part === "";
  if (!story.ok) {
    const contentHash = own ? file.contentHash : UNREAD;
    return quarantineStory(parts, path, { file: file.path, contentHash, reason: story.reason });
  }
  const contentHash = own ? file.contentHash : story.article.contentHash;
  // Of the file itself that is known by now.
  const seen = own ? null : await parts.ledger.lastSeen(path);
  if (seen?.contentHash === contentHash) return { kind: "unchanged", path };
  const found = await findArticle(parts, path, story.article);
  const ordering = { file, story, contentHash };
  if (found.kind === "ordered") return obey(parts, { ...ordering, targets: found.targets });
  if (found.kind === "merged") return merge(parts, { path, contentHash, ...found });
  const isText = found.before !== null || !isOrder(story.article) || !isNamed(story.article);
  if (story.article.body.trim() === "" || !isText) return obey(parts, { ...ordering, targets: [] });
  return fileStory(parts, { ...found, brief: story.brief, contentHash });
}
