import type { Article } from "#core/article/article.ts";
import { isOrder } from "#core/article/order.ts";
import { fileStory, merge } from "./filing.ts";
import { findArticle } from "./find-known.ts";
import { type Freed, noteFreed, noteGone } from "./gone.ts";
import { obey } from "./obey.ts";
import type { IntakeParts, Outcome } from "./outcome.ts";
import type { SettledFile } from "./port/copy.ts";
import { type Prepared, type PreparedStory, partPath, STOPPED } from "./prepare.ts";
import { quarantineFile, quarantineStory, UNREAD } from "./quarantine.ts";
import { prepareKnowing } from "./repeated.ts";
import { nextRetry, saysRetry } from "./retry.ts";
import { settleKnown } from "./settle-known.ts";

/** Takes settled files in: each story is read, briefed and stored, or accounted for otherwise. */
export interface Intake {
  /** One outcome a story; a file that holds none has one of its own; none when the bot ends before it is read. */
  take(file: SettledFile): Promise<readonly Outcome[]>;
  /** Accounts for a file whose bytes could not even be had, such as one without read permission. */
  refuse(path: string, reason: string): Promise<Outcome>;
  /**
   * Accounts for a file that was deleted or moved away: its articles are held where they were held,
   * move where a copy lies, else stay, or are killed by setting.
   */
  gone(path: string): Promise<readonly Outcome[]>;
  /** Accounts for files that are missing, of articles whose embargo has just ended: before an edition is made. */
  freed(): Promise<Freed>;
  /** Does what reads an article and files its next revision while nothing else is filed. */
  between<T>(work: () => Promise<T>): Promise<T>;
}

export function createIntake(parts: IntakeParts): Intake {
  const inTurn = oneAtATime();
  return {
    async take(file) {
      const seen = await parts.ledger.lastSeen(file.path);
      if (seen?.contentHash === file.contentHash) return unchanged(parts, file);
      const { path, bytes } = file;
      // Files are read side by side; what is stored depends on what is stored already.
      const prepared = await prepareKnowing(parts, { path, bytes, takenIn: parts.clock.now() });
      if (prepared === STOPPED) return [];
      return inTurn(() => store(parts, file, prepared));
    },
    refuse: (path, reason) => inTurn(() => refuse(parts, path, reason)),
    gone: (path) => inTurn(() => gone(parts, path)),
    freed: () => inTurn(() => noteFreed(parts)),
    between: inTurn,
  };
}

/** Two files of the same content that settle together must not both be filed: one waits for the other. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
}

async function unchanged({ ledger }: IntakeParts, file: SettledFile): Promise<readonly Outcome[]> {
  await ledger.noteStamp(file.path, file.stamp);
  return [{ kind: "unchanged", path: file.path }];
}

async function refuse(parts: IntakeParts, path: string, reason: string): Promise<Outcome> {
  const seen = await parts.ledger.lastSeen(path);
  const known = seen?.contentHash === UNREAD && seen.rule.startsWith(reason);
  if (known) return { kind: "unchanged", path };
  return quarantineFile(parts, { file: path, contentHash: UNREAD, reason });
}

async function gone(parts: IntakeParts, path: string): Promise<readonly Outcome[]> {
  await parts.retries.drop(path);
  return noteGone(parts, path);
}

/** The stamp comes last: a crash before it reads the file again, and finds its stories stored. */
async function store(
  parts: IntakeParts,
  file: SettledFile,
  prepared: Prepared,
): Promise<readonly Outcome[]> {
  const { path } = file;
  const outcomes = prepared.ok
    ? await storeStories(parts, file, prepared.stories)
    : [await giveUp(parts, file, prepared)];
  await parts.ledger.noteStamp(path, file.stamp);
  return outcomes;
}

async function storeStories(
  parts: IntakeParts,
  file: SettledFile,
  stories: readonly PreparedStory[],
): Promise<readonly Outcome[]> {
  await parts.retries.drop(file.path);
  const before = await parts.ledger.articlesAt(file.path);
  const outcomes: Outcome[] = [];
  for (const story of stories) outcomes.push(await storeStory(parts, file, story));
  outcomes.push(...(await settleKnown(parts, file, before, stories)));
  await noteOpened(parts, file, stories);
  return outcomes;
}

/** Plans another attempt before the ledger knows of this one: a crash between the two must not lose it. */
async function giveUp(
  parts: IntakeParts,
  { path, contentHash }: SettledFile,
  { reason, givenUp }: Prepared & { readonly ok: false },
): Promise<Outcome> {
  const { retries, clock } = parts;
  const unknown = { file: path, contentHash, reason };
  if (givenUp === undefined) {
    await retries.drop(path);
    return quarantineFile(parts, unknown);
  }
  const now = clock.now();
  const retry = nextRetry(await retries.of(path), { path, contentHash }, now);
  await retries.plan(retry);
  return quarantineFile(parts, { ...unknown, retry: saysRetry(retry, now) });
}

/** A file whose one story has its own path already is seen by that. */
async function noteOpened(
  { ledger, clock }: IntakeParts,
  { path, contentHash }: SettledFile,
  stories: readonly PreparedStory[],
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
  parts: IntakeParts,
  file: SettledFile,
  story: PreparedStory,
): Promise<Outcome> {
  const path = partPath(file.path, story.part);
  const own = story.part === "";
  if (!story.ok) {
    const contentHash = own ? file.contentHash : UNREAD;
    return quarantineStory(parts, path, { file: file.path, contentHash, reason: story.reason });
  }
  const contentHash = own ? file.contentHash : story.article.contentHash;
  const seen = await parts.ledger.lastSeen(path);
  if (seen?.contentHash === contentHash) return { kind: "unchanged", path };
  const found = await findArticle(parts, path, story.article);
  const ordering = { file, story, contentHash };
  if (found.kind === "ordered") return obey(parts, { ...ordering, targets: found.targets });
  if (found.kind === "merged") return merge(parts, { path, contentHash, ...found });
  const isText = found.before !== null || !isOrder(story.article) || !isNamed(story.article);
  if (story.article.body.trim() === "" || !isText) return obey(parts, { ...ordering, targets: [] });
  return fileStory(parts, { ...found, brief: story.brief, contentHash });
}
