import type { Article } from "./article.ts";
import type { Decision } from "./decision.ts";
import type { Embargo } from "./embargo.ts";
import type { Instant } from "./instant.ts";
import type { Unread } from "./unread.ts";

/** Why an article is shown nowhere, and how long. */
export interface Held {
  /** `null` where nobody can say until when: an editor or a new version decides. */
  readonly until: Instant | null;
  /** A sentence for the editor, with the copy's own words. */
  readonly rule: string;
}

/** One thing in the copy itself, or in its file, that holds it, and that an editor can let go. */
export interface Hold extends Held {
  /** The same for as long as the same words hold it until the same moment: what a release names. */
  readonly key: string;
}

/** The fields that decide whether an article may be shown. */
export type HeldFields = Pick<Article, "status" | "announced" | "embargo" | "decision" | "unread">;

/**
 * Why an article may not be shown at `now`; `null` where it may.
 *
 * A kill holds for good, an editor's decision until it is released, a file that cannot be read until it
 * can, withheld copy until its publisher sends a version that may be used, an embargo until its moment,
 * and one that cannot be read until an editor mends it. What holds the copy itself an editor may let go.
 */
export function heldReason(article: HeldFields, now: Instant): Held | null {
  const [first] = whole(article).filter(({ until }) => until === null || now < until);
  return first === undefined ? null : { until: first.until, rule: first.rule };
}

/**
 * The moment from which an article may be shown: `null` for at once, `Infinity` where nobody can say.
 */
export function shownFrom(article: HeldFields): Instant | null {
  const ends = whole(article).map(({ until }) => until ?? Number.POSITIVE_INFINITY);
  return ends.length === 0 ? null : Math.max(...ends);
}

/** All that holds it, whatever the time is. */
function whole(article: HeldFields): readonly Held[] {
  const { status, announced, decision } = article;
  if (status === "killed") {
    return [{ until: null, rule: `Its publisher has withdrawn it${said(announced)}` }];
  }
  if (decision !== undefined && decision.kind !== "release") {
    return [{ until: null, rule: decided(decision) }];
  }
  const released = new Set(decision?.released);
  return holdsIn(article).filter(({ key }) => !released.has(key));
}

/** What in the copy itself holds it at `now`, whether it was let go or not; a kill is none, as nobody lets it go. */
export function holdsAt(article: HeldFields, now: Instant): readonly Hold[] {
  return holdsIn(article).filter(({ until }) => until === null || now < until);
}

function holdsIn({ status, announced, embargo, unread }: HeldFields): readonly Hold[] {
  return [
    ...(unread === undefined ? [] : [unreadable(unread)]),
    ...(status === "withheld" ? [withheld(announced)] : []),
    ...(embargo === null ? [] : [embargo, ...(embargo.also ?? [])].map(embargoed)),
  ];
}

/** Its key names the moment: the same fault of the same file, come again, is news. */
function unreadable({ reason, at }: Unread): Hold {
  return { key: `unread ${at}: ${reason}`, until: null, rule: reason };
}

function withheld(announced: Article["announced"]): Hold {
  return {
    key: `withheld: ${announced?.text ?? ""}`,
    until: null,
    rule: `Withheld until a version comes that may be used${said(announced)}`,
  };
}

function embargoed(embargo: Embargo): Hold {
  if (embargo.kind === "unreadable" || !Number.isFinite(embargo.instant)) {
    return {
      key: `embargo: ${embargo.text}`,
      until: null,
      rule: `Held by ${words(embargo)}; ${MEND}`,
    };
  }
  const { instant, text } = embargo;
  return {
    // "6 pm on Thursday" is another moment in another week.
    key: `embargo ${instant}: ${text}`,
    until: instant,
    rule: `Under embargo until ${shown(instant)}, by ${words(embargo)}`,
  };
}

function said(announced: Article["announced"]): string {
  return announced === null ? "" : `: “${announced.text}”`;
}

function decided({ kind, by }: Decision): string {
  const what = kind === "kill" ? "Killed" : "Held";
  return `${what} by ${by} until an editor releases it`;
}

/** Says whether an article is withdrawn for good, by its publisher or by an editor. */
export function isKilled({ status, decision }: Pick<Article, "status" | "decision">): boolean {
  return status === "killed" || decision?.kind === "kill";
}

/** A publisher's own words for a kill say more than the rule. */
export function killedBy(
  { status, announced }: Pick<Article, "status" | "announced">,
  rule: string,
): string {
  return (status === "killed" ? announced?.text : null) ?? rule;
}

/** Reads: “EMBARGOED UNTIL DELIVERY” in the page header */
function words({ text, place }: Embargo): string {
  return place == null ? `“${text}”` : `“${text}” in ${place}`;
}

const MEND = "an editor may release it, or write the moment as 2026-05-09T00:01Z";

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
