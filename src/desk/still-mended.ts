import type { Article } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Mendings, Unkept } from "#core/article/mending.ts";
import { type Dropped, keepMendings } from "#core/brief/keep-mendings.ts";
import { sayMending } from "#core/brief/mending-words.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { AuditEntry } from "./port/standing-orders.ts";

/** A later revision with what it keeps of what was mended before it. */
export interface StillMended extends Filed {
  readonly dropped: readonly Dropped[];
}

/** What editors have mended in a brief stays mended in that of a later revision, where its words still stand there. */
export function stillMended(before: Article | null, filed: Filed, now: Instant): StillMended {
  const mendings = before?.mendings;
  if (before === null || mendings === undefined)
    return { ...withUnkept(filed, before?.unkept), dropped: [] };
  const { brief, list, dropped } = keepMendings(
    mendings.list,
    before.body,
    filed.brief,
    filed.article,
  );
  const what = [...(before.unkept?.what ?? []), ...dropped.map(sayDropped)];
  const lost = { what, by: mendings.by, at: now };
  const { article } = withUnkept(filed, dropped.length === 0 ? before.unkept : lost);
  if (list.length === 0) return { article, brief: filed.brief, dropped };
  return { article: { ...article, mendings: { ...mendings, list } }, brief, dropped };
}

/** Until an editor has mended it anew, whatever comes after it. */
function withUnkept({ article, brief }: Filed, unkept: Unkept | undefined): Filed {
  return { article: unkept === undefined ? article : { ...article, unkept }, brief };
}

function sayDropped({ mending, why }: Dropped): string {
  return `${sayMending(mending)} (${why})`;
}

/** Who reads the audit learns what a new version did not keep: nobody else asked for it. */
export function droppedAudit(
  { id, revision, path }: Article,
  { by }: Mendings,
  dropped: readonly Dropped[],
  at: Instant,
): AuditEntry {
  const each = dropped.map(sayDropped);
  const did = `brought a new version of ${id}, which keeps not all that ${by} had mended: ${each.join("; ")}`;
  return { at, by: "copy", name: path, did, key: `mended ${id} ${revision}` };
}
