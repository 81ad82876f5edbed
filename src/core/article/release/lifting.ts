import { isOpening, type Sighting } from "./sighting.ts";
import type { Terms } from "./terms.ts";

/** What words that let copy go do here. */
export interface Lifted {
  readonly kind: "notice" | "free" | "news";
  readonly why: string;
}

// Reads: when the minister sits down, once cleared
const WAIT =
  /^\W*(?:when|once|after|as soon as|if|unless|tomorrow|tonight|wenn|sobald|quand|des que|cuando|quando|zodra|gdy|когда|после)(?!\p{L})/iu;

/** Words that let copy go, unless they do so at a moment to come: "Embargo lifted at 0001 GMT, May 9" may be said the day before. */
export function judgeLifted(sighting: Sighting, head: string, terms: Terms): Lifted {
  const { place, found } = sighting;
  if (place !== "desk" && !isOpening(sighting))
    return { kind: "news", why: "It stands in a sentence about something else" };
  // "Embargo passed at 10:00 GMT on Friday" is over; "is over at 10:00 GMT on 1 December" may be to come.
  // "For immediate release, May 9 2025" dates the release.
  if (
    /immediate/i.test(found) &&
    (terms.foreign.length > 0 || !terms.isPrecise) &&
    !WAIT.test(head)
  )
    return { kind: "free", why: "It lets the copy go" };
  const isOver = /pass|expir|end|over|gone|off|immediate/i.test(found);
  const hasDate = terms.moments.some(({ days }) => days.length > 0);
  const isMoment = (!isOver || hasDate) && (terms.isPrecise || (place === "desk" && terms.hasDay));
  const waits = place === "desk" && WAIT.test(head);
  return isMoment || waits
    ? { kind: "notice", why: "It lets the copy go at a moment" }
    : { kind: "free", why: "It lets the copy go" };
}

const DENIED =
  /(?:^|[^\p{L}])(?:\b(?:not|no|never|nicht|kein\p{L}*|pas|non|nao|niet|geen|nie|ne)|не|нет|ليس|غير|не)\s(?:\p{L}+\s){0,2}$/u;
const DENIED_BEHIND = /^\s*(?:नहीं|نهيں|न\s|نه\s)/u;

/**
 * Says whether words that let copy go do so here. "Not for immediate release", "embargo until lifted"
 * and "Embargo: no publication before the speech" hold it.
 */
export function isLifting(before: string, found: string, after: string): boolean {
  if (DENIED.test(before.toLowerCase()) || DENIED_BEHIND.test(after)) return false;
  if (/embarg\p{L}*\W.*\b(?:until|till|bis|jusqu|hasta|ate|fino|tot)\b.*\b\p{L}+$/u.test(found))
    return false;
  const isNone =
    /(?:^|[^\p{L}])(?:no|nil|none|non|false|nao|nein|keine?|geen|aucun|ninguno|nenhum|nessuno|нет|brak|yok)$/u.test(
      found,
    );
  return !(isNone && /^[\s:]*\p{L}/u.test(after) && !/^\s*(?:longer|more)\b/i.test(after));
}
