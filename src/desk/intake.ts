import type { Article } from "#core/article/article.ts";
import { isHeld } from "#core/article/embargo.ts";
import type { Instant } from "#core/article/instant.ts";
import { makeArticle } from "#core/article/make.ts";
import type { Brief, WriteBrief } from "#core/brief/brief.ts";
import { count } from "#core/message/say.ts";
import type { Archive, Clock, Ledger, LedgerEntry, ReadCopy, SettledFile } from "./port.ts";

/** What became of one settled file. */
export type Outcome =
  | { readonly kind: "filed"; readonly article: Article; readonly brief: Brief }
  /** Stored, and shown nowhere before `until`; `null` when the embargo cannot be read. */
  | {
      readonly kind: "held";
      readonly path: string;
      readonly until: Instant | null;
      readonly stated: string;
    }
  | { readonly kind: "merged"; readonly path: string; readonly same: string }
  | { readonly kind: "quarantined"; readonly path: string; readonly reason: string }
  | { readonly kind: "unchanged"; readonly path: string };

/** Takes settled files in: each is read, briefed and stored, or accounted for otherwise. */
export interface Intake {
  take(file: SettledFile): Promise<Outcome>;
  /** Accounts for a file whose bytes could not even be had, such as one without read permission. */
  refuse(path: string, reason: string): Promise<Outcome>;
}

export interface IntakeParts {
  readonly archive: Archive;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly readCopy: ReadCopy;
  readonly writeBrief: WriteBrief;
}

/** No content hashes to this: the mark of a file that could not be opened. */
const UNREAD = "unread";

export function createIntake(parts: IntakeParts): Intake {
  const { ledger, clock } = parts;
  const inTurn = oneAtATime();
  return {
    take: (file) => inTurn(() => takeFile(parts, file)),
    refuse: (path, reason) =>
      inTurn(async () => {
        const seen = await ledger.lastSeen(path);
        const known = seen?.contentHash === UNREAD && seen.rule === reason;
        if (known) return { kind: "unchanged", path };
        return quarantine({ ledger, clock }, path, UNREAD, reason);
      }),
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

async function takeFile(parts: IntakeParts, file: SettledFile): Promise<Outcome> {
  const { archive, ledger, clock, readCopy } = parts;
  const { path, contentHash, articleId } = file;
  const seen = await ledger.lastSeen(path);
  if (seen?.contentHash === contentHash) return { kind: "unchanged", path };
  const known = await archive.revision(articleId);
  const same = known === 0 ? await archive.pathOfContent(contentHash) : null;
  if (same !== null && same !== path) return merge(parts, file, same);
  const reading = readCopy(file);
  if (!reading.ok) return quarantine(parts, path, contentHash, reading.reason);
  const meta = { id: articleId, revision: known + 1, path, contentHash, takenIn: clock.now() };
  return fileArticle(parts, makeArticle(reading.copy, meta));
}

async function quarantine(
  { ledger, clock }: Pick<IntakeParts, "ledger" | "clock">,
  path: string,
  contentHash: string,
  reason: string,
): Promise<Outcome> {
  const at = clock.now();
  await ledger.record({
    path,
    contentHash,
    stage: "quarantined",
    rule: reason,
    at,
    articleId: null,
  });
  return { kind: "quarantined", path, reason };
}

async function merge(parts: IntakeParts, file: SettledFile, same: string): Promise<Outcome> {
  await parts.ledger.record({
    path: file.path,
    contentHash: file.contentHash,
    stage: "merged",
    rule: `The same content as ${same}`,
    at: parts.clock.now(),
    articleId: null,
  });
  return { kind: "merged", path: file.path, same };
}

async function fileArticle(parts: IntakeParts, article: Article): Promise<Outcome> {
  const { id, title, body, dateline, path, embargo } = article;
  const brief = parts.writeBrief({ id, title, body, dateline });
  const now = parts.clock.now();
  const held = isHeld(embargo, now);
  await parts.archive.file(article, brief, filedEntries(article, brief, now));
  if (!held || embargo === null) return { kind: "filed", article, brief };
  const until = embargo.kind === "until" ? embargo.instant : null;
  return { kind: "held", path, until, stated: embargo.text };
}

function filedEntries(article: Article, brief: Brief, now: Instant): readonly LedgerEntry[] {
  const entry = (stage: LedgerEntry["stage"], rule: string): LedgerEntry => ({
    ...{ path: article.path, contentHash: article.contentHash, stage, rule, at: now },
    articleId: article.id,
  });
  const taken = entry("taken-in", `Read as ${article.format}, revision ${article.revision}`);
  const briefed = `${count(brief.facts.length, "key fact")}, ${count(brief.quotes.length, "quote")}`;
  if (!isHeld(article.embargo, now)) return [taken, entry("briefed", briefed)];
  return [taken, entry("briefed", briefed), entry("held", heldRule(article))];
}

function heldRule({ embargo }: Article): string {
  if (embargo?.kind === "until") {
    return `Under embargo until ${new Date(embargo.instant).toISOString()}: “${embargo.text}”`;
  }
  return `The embargo “${embargo?.text ?? ""}” cannot be read: write it as 2026-05-09T00:01Z`;
}
