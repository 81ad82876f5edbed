import type { Article } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Mendings } from "#core/article/mending.ts";
import { type Dropped, keepMendings } from "#core/brief/keep-mendings.ts";
import { sayMending } from "#core/brief/mending-words.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { AuditEntry } from "./port/standing-orders.ts";

/** A later revision with what it keeps of what was mended before it. */
export interface StillMended extends Filed {
  readonly dropped: readonly Dropped[];
}

/** What editors have mended in a brief stays mended in that of a later revision, where its words still stand there. */
export function stillMended(before: Article | null, filed: Filed): StillMended {
  const mendings = before?.mendings;
  if (before === null || mendings === undefined) return { ...filed, dropped: [] };
  const { brief, list, dropped } = keepMendings(
    mendings.list,
    before.body,
    filed.brief,
    filed.article,
  );
  if (list.length === 0) return { ...filed, dropped };
  return { article: { ...filed.article, mendings: { ...mendings, list } }, brief, dropped };
}

/** Who reads the audit learns what a new version did not keep: nobody else asked for it. */
export function droppedAudit(
  { id, revision, path }: Article,
  { by }: Mendings,
  dropped: readonly Dropped[],
  at: Instant,
): AuditEntry {
  const each = dropped.map(({ mending, why }) => `${sayMending(mending)} (${why})`);
  const did = `brought a new version of ${id}, which keeps not all that ${by} had mended: ${each.join("; ")}`;
  return { at, by: "copy", name: path, did, key: `mended ${id} ${revision}` };
}
