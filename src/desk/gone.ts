import type { Article } from "#core/article/article.ts";
import { nextState } from "#core/article/copy-version.ts";
import { isKilled } from "#core/article/held.ts";
import type { Filed } from "#core/digest/edition.ts";
import { noteByCopy } from "./audit-trail.ts";
import { filesOf, wasMoved } from "./filing.ts";
import type { FilingParts, Outcome } from "./outcome.ts";
import type { KnownAt } from "./port/ledger.ts";
import { sectionOf } from "./prepare.ts";
import { mustWait } from "./settle-known.ts";
import { holdUnread, isHeldFor, type Unknown } from "./unread.ts";

/** No content hashes to this: the mark of a file that was deleted, so that it is read when it comes back. */
const DELETED = "deleted";
const RULE = "Its file was deleted";

/** Says whether an article was killed because its file was deleted, and by nothing else. */
export function wasDeleted({ status, announced, orderedBy }: Article): boolean {
  return status === "killed" && announced?.text === RULE && orderedBy === undefined;
}

/** Accounts for a file that is no longer there. */
export async function noteGone(parts: FilingParts, path: string): Promise<readonly Outcome[]> {
  const outcomes = await accountFor(parts, path);
  await parts.ledger.noteStamp(path, null);
  return outcomes;
}

/**
 * Accounts for what came free of its embargo lately and whose file is missing now: that it was deleted is
 * told seconds after it, and an edition that is due would carry it before.
 * @returns the files, too: they are to be looked at again, should they only have been away
 */
export async function noteFreed(parts: FilingParts): Promise<Freed> {
  const { archive, clock, ledger } = parts;
  const missing: string[] = [];
  for (const path of await comeFree(archive, clock))
    if (await wasMoved(parts, { path })) missing.push(path);
  const stamps = missing.length === 0 ? new Map() : await ledger.stamps();
  const known = (path: string) => filesOf(path).find((each) => stamps.has(each)) ?? [];
  const files = new Set(missing.flatMap(known));
  const outcomes: Outcome[] = [];
  for (const file of files) outcomes.push(...(await noteGone(parts, file)));
  return { files: [...files], outcomes };
}

/** Paths of articles that came free of their embargo lately. */
export function comeFree(
  archive: Pick<FilingParts["archive"], "freed">,
  clock: FilingParts["clock"],
): Promise<readonly string[]> {
  const now = clock.now();
  return archive.freed(now - LATELY, now);
}

/** In milliseconds: longer than a deletion waits to be told, and than from one round to the next. */
const LATELY = 3 * 60 * 1000;

export interface Freed {
  readonly files: readonly string[];
  readonly outcomes: readonly Outcome[];
}

async function accountFor(parts: FilingParts, path: string): Promise<readonly Outcome[]> {
  const { ledger, clock } = parts;
  const history = await ledger.history(path);
  const last = history.at(-1);
  if (last === undefined || last.stage === "gone") return [];
  const outcomes: Outcome[] = [];
  for (const at of await ledger.articlesAt(path)) {
    const outcome = await settle(parts, path, at);
    if (outcome !== null) outcomes.push(outcome);
  }
  if (outcomes.length > 0 || last.contentHash === DELETED) return outcomes;
  const { contentHash, articleId } = last;
  await ledger.record({
    ...{ path, contentHash, stage: "gone", rule: RULE, at: clock.now(), articleId },
  });
  return [];
}

/** What becomes of an article that lay in the file; `null` where it lies elsewhere, or stays as it is. */
async function settle(parts: FilingParts, file: string, at: KnownAt): Promise<Outcome | null> {
  const filed = await parts.archive.current(at.articleId);
  if (filed === null || isKilled(filed.article)) return null;
  const lay = filed.article.path;
  if (lay !== file && !lay.startsWith(`${file}#`)) return null;
  const [copy] = await parts.ledger.copiesOf(at.articleId);
  if (copy !== undefined) return move(parts, filed, copy);
  if (parts.deleteKills) return kill(parts, filed, file);
  const reason = `The file ${file} was deleted, and it was not to be shown yet.`;
  const unknown: Unknown = { file, contentHash: DELETED, reason };
  if (isHeldFor(filed, unknown) || !(await mustWait(parts, filed, ""))) return null;
  const held = await holdUnread(parts, at, unknown, { stage: "held", path: at.path });
  return held === null
    ? null
    : { kind: "held", id: at.articleId, path: at.path, until: null, rule: held.rule, holds: true };
}

/** A file that was moved, or copied first, lies where the copy lies; so does its section. */
async function move(
  { archive, ledger, clock }: FilingParts,
  { article: before }: Filed,
  path: string,
): Promise<null> {
  const contentHash = (await ledger.lastSeen(path))?.contentHash ?? before.contentHash;
  const at = clock.now();
  const ofFolder = before.section === sectionOf(before.path);
  const section = ofFolder ? sectionOf(path) : before.section;
  const rule = `It lies here now, since ${before.path} is gone; its section is ${section ?? "none"}`;
  const entry = { path, contentHash, stage: "taken-in", rule, at } as const;
  await archive.restate({ ...before, path, section }, [{ ...entry, articleId: before.id }], at);
  return null;
}

async function kill(parts: FilingParts, filed: Filed, file: string): Promise<Outcome> {
  const { archive, clock } = parts;
  const { path } = filed.article;
  const at = clock.now();
  const change = { kind: "kill", details: [], note: RULE } as const;
  const killed: Article = {
    ...filed.article,
    status: "killed",
    announced: { kind: "kill", text: RULE },
  };
  const article = nextState(filed.article, killed, change, { at, by: null });
  const entry = {
    path,
    contentHash: DELETED,
    stage: "killed",
    rule: RULE,
    at,
  } as const;
  await archive.file(article, filed.brief, [{ ...entry, articleId: article.id }]);
  await noteByCopy(parts, filed.article, article, file);
  return { kind: "killed", path, rule: RULE };
}
