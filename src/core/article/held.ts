import type { Article } from "./article.ts";
import type { Decision } from "./decision.ts";
import type { Instant } from "./instant.ts";

/** Why an article is shown nowhere, and how long. */
export interface Held {
  /** `null` where nobody can say until when: an editor or a new version decides. */
  readonly until: Instant | null;
  /** A sentence for the editor, with the copy's own words. */
  readonly rule: string;
}

/** The fields that decide whether an article may be shown. */
export type HeldFields = Pick<Article, "status" | "announced" | "embargo" | "decision" | "unread">;

/**
 * Why an article may not be shown at `now`; `null` where it may.
 *
 * A kill holds for good, an editor's decision until it is released, a file that cannot be read until it can, withheld copy until its publisher sends a version that may be used, an
 * embargo until its moment, and one that cannot be read until an editor mends it.
 */
export function heldReason(
  { status, announced, embargo, decision, unread }: HeldFields,
  now: Instant,
): Held | null {
  const said = announced === null ? "" : `: “${announced.text}”`;
  if (status === "killed") return { until: null, rule: `Its publisher has withdrawn it${said}` };
  if (decision !== undefined) return { until: null, rule: decided(decision) };
  if (unread !== undefined) return { until: null, rule: unread.reason };
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

function decided({ kind, by }: Decision): string {
  const what = kind === "kill" ? "Killed" : "Held";
  return `${what} by ${by} until an editor releases it`;
}

/** Says whether an article is withdrawn for good, by its publisher or by an editor. */
export function isKilled({ status, decision }: Pick<Article, "status" | "decision">): boolean {
  return status === "killed" || decision?.kind === "kill";
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
export function isShown(article: HeldFields, now: Instant): boolean {
  return heldReason(article, now) === null;
}
