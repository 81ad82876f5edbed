import type { Article, ArticleId } from "#core/article/article.ts";
import { compareRevisions } from "#core/article/correction.ts";
import { heldReason, isKilled } from "#core/article/held.ts";
import { isRevisionOf, revisionKeys } from "#core/article/identity.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Brief } from "#core/brief/brief.ts";
import { count } from "#core/message/say.ts";
import { noteGone } from "./gone.ts";
import type { IntakeParts, Outcome } from "./outcome.ts";
import type { LedgerEntry, SettledFile } from "./port.ts";
import { type Prepared, type PreparedStory, partPath, STOPPED } from "./prepare.ts";
import { nextRetry, saysRetry } from "./retry.ts";

/** Takes settled files in: each story is read, briefed and stored, or accounted for otherwise. */
export interface Intake {
  /** One outcome a story; a file that holds none has one of its own; none when the bot ends before it is read. */
  take(file: SettledFile): Promise<readonly Outcome[]>;
  /** Accounts for a file whose bytes could not even be had, such as one without read permission. */
  refuse(path: string, reason: string): Promise<Outcome>;
  /** Accounts for a file that was deleted or moved away: its articles stay, or are killed by setting. */
  gone(path: string): Promise<readonly Outcome[]>;
  /** Does what reads an article and files its next revision while nothing else is filed. */
  between<T>(work: () => Promise<T>): Promise<T>;
}

/** No content hashes to this: the mark of a file that could not be opened. */
const UNREAD = "unread";

export function createIntake(parts: IntakeParts): Intake {
  const inTurn = oneAtATime();
  return {
    async take(file) {
      const seen = await parts.ledger.lastSeen(file.path);
      if (seen?.contentHash === file.contentHash) return unchanged(parts, file);
      const { path, bytes } = file;
      // Files are read side by side; what is stored depends on what is stored already.
      const prepared = await parts.prepare({ path, bytes, takenIn: parts.clock.now() });
      if (prepared === STOPPED) return [];
      return inTurn(() => store(parts, file, prepared));
    },
    refuse: (path, reason) => inTurn(() => refuse(parts, path, reason)),
    gone: (path) => inTurn(() => gone(parts, path)),
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
  const known = seen?.contentHash === UNREAD && seen.rule === reason;
  return known ? { kind: "unchanged", path } : quarantine(parts, path, UNREAD, reason);
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
  const outcomes: Outcome[] = [];
  const { path, contentHash } = file;
  if (!prepared.ok) {
    outcomes.push(
      await quarantine(parts, path, contentHash, await reasonOf(parts, file, prepared)),
    );
  } else {
    await parts.retries.drop(path);
    for (const story of prepared.stories) outcomes.push(await storeStory(parts, file, story));
    await noteOpened(parts, file, prepared.stories);
  }
  await parts.ledger.noteStamp(path, file.stamp);
  return outcomes;
}

/** Plans another attempt before the ledger knows of this one: a crash between the two must not lose it. */
async function reasonOf(
  { retries, clock }: IntakeParts,
  file: SettledFile,
  { reason, givenUp }: Prepared & { readonly ok: false },
): Promise<string> {
  if (givenUp === undefined) {
    await retries.drop(file.path);
    return reason;
  }
  const now = clock.now();
  const retry = nextRetry(await retries.of(file.path), file, now);
  await retries.plan(retry);
  return `${reason} ${saysRetry(retry, now)}`;
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

async function storeStory(
  parts: IntakeParts,
  file: SettledFile,
  story: PreparedStory,
): Promise<Outcome> {
  const path = partPath(file.path, story.part);
  const own = story.part === "";
  if (!story.ok) return quarantineStory(parts, path, own ? file.contentHash : UNREAD, story.reason);
  const contentHash = own ? file.contentHash : story.article.contentHash;
  const seen = await parts.ledger.lastSeen(path);
  if (seen?.contentHash === contentHash) return { kind: "unchanged", path };
  const found = await findArticle(parts, path, story.article, seen);
  if (found.kind === "merged") return merge(parts, { path, contentHash, ...found });
  return fileStory(parts, { story, contentHash, id: found.id, before: found.before });
}

type Found =
  | { readonly kind: "article"; readonly id: ArticleId; readonly before: Article | null }
  | { readonly kind: "merged"; readonly rule: string; readonly id: ArticleId };

/**
 * Which article a story is: the one whose revision it is by its guid, its path or its slug, else a new
 * one. The same text at another path is that article once more.
 */
async function findArticle(
  { archive, articleIdAt }: IntakeParts,
  path: string,
  story: Article,
  seen: LedgerEntry | null,
): Promise<Found> {
  const atPath = await archive.current(seen?.articleId ?? articleIdAt(path));
  const known = [
    ...(await archive.sharing(revisionKeys(story))),
    ...(atPath ? [atPath.article] : []),
  ];
  for (const stored of known) {
    const { kind, rule } = isRevisionOf(stored, story);
    if (kind === "older") return { kind: "merged", rule, id: stored.id };
    if (kind === "revision") return { kind: "article", id: stored.id, before: stored };
  }
  const same = await archive.ofContent(story.contentHash);
  if (same !== null && same.path !== path) {
    return { kind: "merged", rule: `The same content as ${same.path}`, id: same.id };
  }
  const own = articleIdAt(path);
  const isTaken = (await archive.revision(own)) > 0;
  // The file holds another article than before: that one keeps its id, in commands and in buttons.
  const id = isTaken ? articleIdAt(`${path}#${story.contentHash}`) : own;
  return { kind: "article", id, before: null };
}

async function quarantine(
  { ledger, clock }: IntakeParts,
  path: string,
  contentHash: string,
  reason: string,
): Promise<Outcome> {
  const at = clock.now();
  const entry = { path, contentHash, stage: "quarantined", rule: reason, at } as const;
  await ledger.record({ ...entry, articleId: null });
  return { kind: "quarantined", path, reason };
}

/** One story of many that cannot be read is said once, and not again each time its file comes. */
async function quarantineStory(
  parts: IntakeParts,
  path: string,
  contentHash: string,
  reason: string,
): Promise<Outcome> {
  const seen = await parts.ledger.lastSeen(path);
  const known = seen?.stage === "quarantined" && seen.rule === reason;
  return known ? { kind: "unchanged", path } : quarantine(parts, path, contentHash, reason);
}

interface Merging {
  readonly path: string;
  readonly contentHash: string;
  readonly rule: string;
  readonly id: ArticleId;
}

async function merge(
  { ledger, clock }: IntakeParts,
  { path, contentHash, rule, id }: Merging,
): Promise<Outcome> {
  const entry = { path, contentHash, stage: "merged", rule, at: clock.now() } as const;
  await ledger.record({ ...entry, articleId: id });
  return { kind: "merged", path, rule };
}

interface Filing {
  readonly story: PreparedStory & { readonly ok: true };
  readonly contentHash: string;
  readonly id: ArticleId;
  readonly before: Article | null;
}

async function fileStory(
  parts: IntakeParts,
  { story, contentHash, id, before }: Filing,
): Promise<Outcome> {
  const change = before === null ? null : compareRevisions(before, story.article);
  if (before !== null && change?.kind === "unchanged") {
    return noteUnchanged(parts, { story: story.article, contentHash, before });
  }
  const own = { ...story.article, id, revision: (before?.revision ?? 0) + 1, change };
  const article = decidedAs(before, own);
  const brief = { ...story.brief, id };
  const now = parts.clock.now();
  await parts.archive.file(article, brief, filedEntries(article, brief, contentHash, now));
  return outcomeOf(article, brief, now);
}

/** What an editor has held or killed stays so, whatever its publisher sends. */
function decidedAs(before: Article | null, article: Article): Article {
  return before?.decision === undefined ? article : { ...article, decision: before.decision };
}

/** A date that was bumped, or white space: nothing that a reader would be told again. */
async function noteUnchanged(
  { archive, clock }: IntakeParts,
  { story, contentHash, before }: { story: Article; contentHash: string; before: Article },
): Promise<Outcome> {
  const { path } = story;
  const rule = "Nothing in it has changed that a reader would see";
  const elsewhere = path !== before.path;
  const said = elsewhere ? `${rule}: it is ${before.path} once more` : rule;
  const stage = elsewhere ? "merged" : "taken-in";
  const entry = { path, contentHash, stage, rule: said, at: clock.now() } as const;
  // Its version and its date count against a revision that comes late.
  const { id, revision, change } = before;
  const restated = decidedAs(before, { ...story, id, revision, change, path: before.path });
  await archive.restate(restated, [{ ...entry, articleId: id }]);
  return elsewhere ? { kind: "merged", path, rule: said } : { kind: "unchanged", path };
}

function outcomeOf(article: Article, brief: Brief, now: Instant): Outcome {
  const { path } = article;
  const held = heldReason(article, now);
  if (held === null) return { kind: "filed", article, brief };
  return isKilled(article)
    ? { kind: "killed", path, rule: killedBy(article, held.rule) }
    : { kind: "held", path, ...held };
}

/** A publisher's own words for a kill say more than the rule. */
function killedBy({ status, announced }: Article, rule: string): string {
  return (status === "killed" ? announced?.text : null) ?? rule;
}

function filedEntries(
  article: Article,
  brief: Brief,
  contentHash: string,
  at: Instant,
): readonly LedgerEntry[] {
  const { path, id, format, revision, announced } = article;
  const entry = (stage: LedgerEntry["stage"], rule: string): LedgerEntry => ({
    ...{ path, contentHash, stage, rule, at, articleId: id },
  });
  const said = announced === null ? "" : `: “${announced.text}”`;
  const taken = entry("taken-in", `Read as ${format}, revision ${revision}${said}`);
  const sizes = [count(brief.facts.length, "key fact"), count(brief.quotes.length, "quote")];
  const entries = [taken, entry("briefed", sizes.join(", "))];
  const held = heldReason(article, at);
  if (held === null) return entries;
  return isKilled(article)
    ? [...entries, entry("killed", killedBy(article, held.rule))]
    : [...entries, entry("held", held.rule)];
}
