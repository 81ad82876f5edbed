import type { Article } from "#core/article/article.ts";
import { heldReason, isKilled, killedBy, shownFrom } from "#core/article/held.ts";
import type { Instant } from "#core/article/instant.ts";
import type { FilingParts } from "./outcome.ts";
import type { AuditEntry } from "./port/standing-orders.ts";

/** Who is named by `AuditEntry.by` where nobody gave an order: the copy that came in, and the end of an embargo. */
const COPY = "copy";
const TIME = "time";
const CLOCK = "Copydesk";

/**
 * What the copy itself has done to an article that was known: it is killed, held, or let go by a file, or by its being gone.
 *
 * @param file the one that did it
 * @returns `null` where readers may see as much of it as before
 */
export function byCopy(
  before: Article,
  after: Article,
  file: string,
  at: Instant,
): AuditEntry | null {
  const [was, is] = [stateOf(before, at), stateOf(after, at)];
  if (was === is) return null;
  const { id } = after;
  const rule = heldReason(after, at)?.rule ?? "";
  const why = is === "released" ? "its file holds it no more" : killedBy(after, rule);
  const did = `${is} ${id}: ${why}`;
  return { at, by: COPY, name: file, did, key: `${is} ${id} ${at}` };
}

function stateOf(article: Article, at: Instant): "killed" | "held" | "released" {
  if (isKilled(article)) return "killed";
  return heldReason(article, at) === null ? "released" : "held";
}

/**
 * The end of an embargo, by itself. It is noted once, whoever finds it.
 * @returns `null` for an article that was not held until a moment that has come
 */
export function byTime(article: Article, now: Instant): AuditEntry | null {
  const until = shownFrom(article);
  // What came in after its moment was never held.
  if (until === null || until > now || article.takenIn >= until) return null;
  const { id } = article;
  const ended = new Date(until).toISOString().replace("T", " ").slice(0, "2026-05-09 00:01".length);
  const did = `released ${id}: its embargo has ended (${ended} UTC)`;
  return { at: now, by: TIME, name: CLOCK, did, key: freedKey(id, until) };
}

/** By which the audit tells that the end of an embargo is in it; the store looks for what has none in the same words. */
export function freedKey(id: string, until: Instant): string {
  return `freed ${id} ${Math.ceil(until)}`;
}

/** Notes what becomes of a known article by its copy, in the unit of work that stores it. */
export async function noteByCopy(
  { orders, clock }: Pick<FilingParts, "orders" | "clock">,
  before: Article,
  after: Article,
  file: string,
): Promise<void> {
  const now = clock.now();
  for (const entry of [byTime(before, now), byCopy(before, after, file, now)]) {
    if (entry !== null) await orders.note(entry);
  }
}
