import type { Article } from "#core/article/article.ts";
import type { Change } from "#core/article/change.ts";
import { heldReason, isKilled } from "#core/article/held.ts";
import type { Instant } from "#core/article/instant.ts";

/** What became of a report: its reader hears of it once. */
export type Outcome = "held" | "killed" | "corrected" | "dismissed";

/** `awaited`: the editors have promised a correction, and the next version of the article settles it. */
export type ReportState = "open" | "awaited" | Outcome;

/** Says whether a report still waits for somebody. */
export function isUnsettled(state: ReportState): state is "open" | "awaited" {
  return state === "open" || state === "awaited";
}

const ID = /^(?=[a-z]*\d)[a-z0-9]{1,16}$/u;

/** Says whether a word is surely the id of an article: it has a figure. */
export function isArticleId(word: string): boolean {
  return ID.test(word);
}

/** Which article is reported, and what is said of it. Reads: `wrong a1b2c3 It closed on Tuesday`, too. */
export function readReport({ article = "", what = "" }: Readonly<Record<string, string>>): {
  readonly article: string;
  readonly what: string;
} {
  const [first = "", ...rest] = article.trim().split(/\s+/u);
  return what.trim() === "" && rest.length > 0 && ID.test(first)
    ? { article: first, what: rest.join(" ") }
    : { article: article.trim(), what: what.trim() };
}

/**
 * What an article itself says of a report about it; `null`: nothing yet. A version that only adds settles nothing,
 * unless the editors have promised it: it may leave standing what the reader found.
 *
 * @param since what the revisions changed that came after the one that was looked at last
 */
export function outcomeOf(
  state: "open" | "awaited",
  article: Article,
  since: readonly Change["kind"][],
  now: Instant,
): Outcome | null {
  if (isKilled(article)) return "killed";
  if (heldReason(article, now) !== null) return "held";
  const settling = since.filter((kind) => kind === "correction" || isAnotherText(state, kind));
  return settling.length > 0 ? "corrected" : null;
}

/** What may be the correction that was promised: also one that the desk made in its brief. */
const SETTLES: ReadonlySet<Change["kind"]> = new Set(["update", "write-through", "mended"]);

function isAnotherText(state: "open" | "awaited", kind: Change["kind"]): boolean {
  return state === "awaited" && SETTLES.has(kind);
}
