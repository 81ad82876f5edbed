import type { Filed } from "#core/digest/edition.ts";
import type { Asker } from "#core/reply/front-desk.ts";
import type { Archive } from "#desk/port/archive.ts";
import type { Clock } from "#desk/port/clock.ts";
import type { Decisions } from "#desk/port/decisions.ts";
import type { LedgerEntry } from "#desk/port/ledger.ts";
import { withoutUnread } from "#desk/unread.ts";

export interface ReleaseParts {
  readonly archive: Archive;
  readonly decisions: Decisions;
  readonly clock: Clock;
}

/**
 * Lets an article go that is held because its file cannot be read: as it was, which is no revision, so
 * that posts stand as they are and nothing is an update.
 * @returns `null` where it is not held so
 */
export async function releaseUnread(
  { archive, decisions, clock }: ReleaseParts,
  asker: Asker,
  { article: before, brief }: Filed,
): Promise<Filed | null> {
  if (before.unread === undefined) return null;
  const article = withoutUnread(before);
  const { id, path, contentHash } = article;
  const at = clock.now();
  const rule = `Released by ${asker.name}, though ${before.unread.file} cannot be read`;
  const entry: LedgerEntry = { path, contentHash, stage: "briefed", rule, at, articleId: id };
  await archive.restate(article, [entry], at);
  // The revision is stored already: only the trail is added to.
  const did = `released ${id}, whose file cannot be read`;
  await decisions.decide(article, brief, [], { at, by: asker.id, name: asker.name, did });
  return { article, brief };
}
