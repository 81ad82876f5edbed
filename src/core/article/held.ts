import type { Article } from "./article.ts";
import type { Instant } from "./instant.ts";

/** Why an article is shown nowhere, and how long. */
export interface Held {
  /** `null` where nobody can say until when: an editor or a new version decides. */
  readonly until: Instant | null;
  /** A sentence for the editor, with the copy's own words. */
  readonly rule: string;
}

/**
 * Why an article may not be shown at `now`; `null` where it may.
 *
 * A kill holds for good, withheld copy until its publisher sends a version that may be used, an
 * embargo until its moment, and one that cannot be read until an editor mends it.
 */
export function heldReason(
  { status, announced, embargo }: Pick<Article, "status" | "announced" | "embargo">,
  now: Instant,
): Held | null {
  const said = announced === null ? "" : `: “${announced.text}”`;
  if (status === "killed") return { until: null, rule: `Its publisher has withdrawn it${said}` };
  if (status === "withheld") {
    return { until: null, rule: `Withheld until a version comes that may be used${said}` };
  }
  if (embargo === null) return null;
  if (embargo.kind === "unreadable" || !Number.isFinite(embargo.instant)) {
    return { until: null, rule: `The embargo cannot be read: “${embargo.text}”; ${MEND}` };
  }
  if (now >= embargo.instant) return null;
  return {
    until: embargo.instant,
    rule: `Under embargo until ${shown(embargo.instant)}: “${embargo.text}”`,
  };
}

const MEND = "write it as 2026-05-09T00:01Z";

/** The last moment that a `Date` can tell. */
const LAST_DATE = 8.64e15;

function shown(instant: Instant): string {
  const moment = new Date(Math.min(Math.max(instant, -LAST_DATE), LAST_DATE)).toISOString();
  // Reads: 2026-05-09 00:01 UTC
  return `${moment.replace("T", " ").replace(/:\d\d\.\d+Z$/u, "")} UTC`;
}

/** Says whether readers may see an article at `now`. */
export function isShown(
  article: Pick<Article, "status" | "announced" | "embargo">,
  now: Instant,
): boolean {
  return heldReason(article, now) === null;
}
